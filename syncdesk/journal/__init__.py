"""Our own memory in one SQLite file: runs, changes, documents, intentions, waiting list, watermarks. Implements the Journal port."""
