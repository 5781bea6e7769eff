"""Papers that wait are tried again: one printer at a time, with growing pauses, on the worker.

A printer that is back gets all that waits for it in one go; one that is still away is left alone
until the pause of the paper that it refused is over.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desk.app import waiting_papers
from desk.app.desk import Desk
from desk.app.waiting_papers import WaitingPaper
from desk.gui.kit.work import Jobs
from desk.gui.print import spooler
from desk.rules.errors import DeskError

_LONGEST = 60_000
"""Milliseconds until the next look, at most: the computer may have slept meanwhile."""


class PrintAgain(QObject):
    """Tries what waits; `changed` says that something came, went or was tried."""

    changed = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, done: Callable[[WaitingPaper], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._done = done
        self._resting: dict[str, datetime] = {}
        self._back: set[str] = set()
        self._under_way = False
        self._runs = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """From now on by itself, beginning with what an earlier day left."""
        self._runs = True
        self._look()

    def stop(self) -> None:
        """No more; what waits is tried when the desk is opened again."""
        self._runs = False
        self._timer.stop()

    def papers(self) -> list[WaitingPaper]:
        """What waits, the oldest first."""
        return waiting_papers.waiting(self._desk.home)

    def told(self) -> None:
        """Something new waits, or nothing does any more."""
        self.changed.emit()
        self._look()

    def now(self, printer: str) -> None:
        """Somebody says that the printer is ready."""
        self._back.add(printer)
        self._resting.pop(printer, None)
        self._look()

    def _look(self) -> None:
        """Tries what is due, else waits until something is."""
        if self._under_way or not self._runs:
            return
        now = self._desk.now()
        papers = self.papers()
        self._back &= {paper.printer for paper in papers}
        times = [(self._due(paper), paper) for paper in papers]
        due = next((paper for due_at, paper in times if due_at <= now), None)
        if due is not None:
            self._try(due)
        elif times:
            pause = (min(due_at for due_at, _ in times) - now).total_seconds() * 1000
            self._timer.start(min(round(pause) + 1, _LONGEST))

    def _due(self, paper: WaitingPaper) -> datetime:
        if paper.printer in self._back:
            return paper.since
        return max(paper.next_try, self._resting.get(paper.printer, paper.next_try))

    def _try(self, paper: WaitingPaper) -> None:
        self._under_way = True
        home = self._desk.home

        def on_worker() -> bool:
            pdf = waiting_papers.pdf_of(home, paper)
            if pdf is None:  # somebody threw it away just now
                return False
            spooler.print_out(pdf, printer=paper.printer, paper=paper.paper, title=paper.title)
            return True

        self._jobs.run(
            on_worker,
            lambda printed: self._came_out(paper, printed=printed),
            lambda fault: self._not(paper, fault),
        )

    def _came_out(self, paper: WaitingPaper, *, printed: bool) -> None:
        self._under_way = False
        waiting_papers.drop(self._desk.home, paper.id)
        if printed:
            self._resting.pop(paper.printer, None)
            self._back.add(paper.printer)
            self._done(paper)
        self.told()

    def _not(self, paper: WaitingPaper, fault: DeskError) -> None:
        self._under_way = False
        now = self._desk.now()
        self._back.discard(paper.printer)
        try:
            later = waiting_papers.failed_again(self._desk.home, paper, fault.text, now)
        except DeskError:  # a full disk; it still waits as it was
            later = paper
        self._resting[paper.printer] = max(later.next_try, now + waiting_papers.FIRST_PAUSE)
        self.told()
