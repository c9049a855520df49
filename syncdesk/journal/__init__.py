"""What SyncDesk itself remembers, in one SQLite file of its own: runs, every change, known invoices, the
waiting list, watermarks."""
