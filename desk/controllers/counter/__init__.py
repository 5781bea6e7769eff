"""The Counter without Qt: from what is typed to a number."""
