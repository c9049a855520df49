"""Builds the rooms together and offers the use-cases that window and command line share."""
