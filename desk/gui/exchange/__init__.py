"""The Exchange place on the screen."""
