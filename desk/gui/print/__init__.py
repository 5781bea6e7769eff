"""Paper from the window: the worker, the printers, what waits."""
