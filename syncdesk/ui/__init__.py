"""The window (PySide6 Widgets): it shows values the application hands over and decides nothing."""
