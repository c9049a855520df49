"""Where SyncDesk's own files lie, what a person has set, where secrets are kept, and which run has the
floor."""
