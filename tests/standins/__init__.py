"""Stand-ins for web services: real HTTP servers with a memory, read over loopback by tests and benchmarks."""
