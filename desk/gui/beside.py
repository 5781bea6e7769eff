"""Long work beside the window: steps driven on the worker, with progress and a way to stop."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk.gui.jobs import Jobs
from desk.rules.errors import DeskError
from desk.rules.steps import Steps


class Beside(QObject):
    """Runs one piece of stepped work on the worker; the steps must not use the desk's database."""

    progress = Signal(int, int)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stop = Event()

    def run(
        self,
        steps: Steps[Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Drives `steps`; `done` gets their result, or None where they were stopped."""
        self._stop = stop = Event()
        self._jobs.run(lambda: self._drive(steps, stop), done, failed)

    def stop(self) -> None:
        """Ends the work between two steps; it takes away what was half made."""
        self._stop.set()

    def _drive(self, steps: Steps[Any], stop: Event) -> Any:
        """On the worker. Progress crosses to the window as a queued signal, a hundred times."""
        shown = -1
        while True:
            if stop.is_set():
                steps.close()
                return None
            try:
                done, total = next(steps)
            except StopIteration as end:
                return end.value
            percent = 100 * done // max(total, 1)
            if percent != shown:
                shown = percent
                self.progress.emit(done, total)
