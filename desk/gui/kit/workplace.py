"""What every screen gets: the desk, the worker, the paper, and the way to tell somebody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QSettings

from desk.app.desk import Desk
from desk.gui.kit.notify import Toast
from desk.gui.kit.work import Jobs
from desk.gui.print.printing import Printing


@dataclass(frozen=True, kw_only=True)
class Workplace:
    """One open desk in one window."""

    desk: Desk
    jobs: Jobs
    toast: Toast
    printing: Printing
    settings: QSettings


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
