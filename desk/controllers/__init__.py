"""One controller a screen, without Qt: gestures become commands on the desk."""
