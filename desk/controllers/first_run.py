"""The first run: a shop of one's own, or the sample shop."""

from __future__ import annotations

from typing import Protocol

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.rules.errors import DeskError, Steps
from desk.sample.shop import fill, set_up_sample


class FirstRunView(Protocol):
    """What the controller needs of the screen."""

    def show_fault(self, fault: DeskError) -> None:
        """One sentence, at the field it names."""

    def work(self, steps: Steps[int]) -> None:
        """Runs the filling of the sample shop, with progress."""

    def ready(self, desk: Desk) -> None:
        """The desk stands: the window opens."""


class FirstRun:
    """Makes the first desk."""

    def __init__(self, home: Home, view: FirstRunView) -> None:
        self._home = home
        self._view = view
        self._desk: Desk | None = None

    def own_shop(self, wanted: SetUp) -> None:
        """Sets up a shop of one's own."""
        try:
            desk = set_up(self._home, wanted)
        except DeskError as fault:
            self._view.show_fault(fault)
        else:
            self._view.ready(desk)

    def sample_shop(self) -> None:
        """Sets up the sample shop and fills it."""
        try:
            self._desk = set_up_sample(self._home)
            steps = fill(self._desk)
        except DeskError as fault:
            self._view.show_fault(fault)
        else:
            self._view.work(steps)

    def filled(self) -> None:
        """The sample shop is full."""
        if self._desk is not None:
            self._view.ready(self._desk)
