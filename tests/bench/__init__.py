"""The benchmark, not part of the tests: `python3 dev.py bench`."""
