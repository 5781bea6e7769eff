"""The places of the window, and what it asks of each of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Place(StrEnum):
    """A place in the rail on the left; the value names form, view and controller."""

    COUNTER = "counter"
    QUEUE = "queue"
    CUSTOMERS = "customers"
    REPORTS = "reports"
    EXCHANGE = "exchange"
    TODAY = "today"
    SETTINGS = "settings"


class PlaceView(Protocol):
    """What stands in a place."""

    def opened(self) -> None:
        """It was brought to the front: the focus goes to the first field that is needed."""

    def refresh(self) -> None:
        """Something changed at the desk."""

    def primary(self) -> None:
        """Ctrl+Enter: the main button of this place."""

    def back(self) -> bool:
        """Esc: one step back without loss; whether there was one."""
