"""The Case on the screen."""
