"""Tests of the HTTP room: calls with patience, permissions, signing in."""
