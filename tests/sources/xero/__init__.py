"""The Xero connector against a stand-in for Xero."""
