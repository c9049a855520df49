"""The tests, in the order of the rooms they test; `python3 dev.py test` runs them."""
