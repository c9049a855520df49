"""The command line: parses, calls the application, prints. The contract that scripts rely on."""
