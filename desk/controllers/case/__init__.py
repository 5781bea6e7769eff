"""The Case without Qt: what can be done to it, with which fields."""
