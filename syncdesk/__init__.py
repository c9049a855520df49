"""SyncDesk brings the payments of accounting books into a job-management database."""

__version__ = "0.1.0"
