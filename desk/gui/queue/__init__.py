"""The Queue on the screen."""
