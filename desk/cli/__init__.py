"""The commands: the second front end, which keeps the first one honest."""
