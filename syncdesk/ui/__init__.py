"""The window (PySide6 Widgets): shows values the application hands over, starts its use-cases on a worker, decides nothing."""
