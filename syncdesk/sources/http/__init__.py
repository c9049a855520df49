"""The HTTP room: everything a connector to web books needs and no vendor is named in. Calls with patience,
sign-in, addresses."""
