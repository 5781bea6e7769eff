"""The Settings place on the screen."""
