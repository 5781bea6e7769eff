"""What every screen gets: the desk, the worker, the paper, and the way to tell somebody."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from desk.app.desk import Desk
from desk.gui.jobs import Jobs
from desk.gui.printing import Printing
from desk.gui.toast import Toast


@dataclass(frozen=True, kw_only=True)
class Workplace:
    """One open desk in one window."""

    desk: Desk
    jobs: Jobs
    toast: Toast
    printing: Printing
    settings: QSettings
