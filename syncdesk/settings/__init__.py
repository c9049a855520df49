"""Connections and preferences in a versioned file, secrets in the system's password store, and where our folders are."""
