"""The one door to everything: the window and the commands both go through `Desk`."""
