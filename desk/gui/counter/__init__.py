"""The Counter on the screen."""
