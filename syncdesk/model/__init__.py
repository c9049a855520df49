"""The pure heart: values, rules, words and ports. Every other room imports from here; this room imports the
standard library only."""
