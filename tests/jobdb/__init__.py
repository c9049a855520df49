"""Tests of the job database: real SQLite files, real locks, real triggers."""
