"""The complaint desk for shops."""

__version__ = "0.1.0"
