"""Files of other desks come in: each read in slices, each with a verdict in words."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from desk.app.desk import Desk
from desk.controllers.exchange_words import Line, line, read_result, unread
from desk.journal import known, parcels
from desk.rules import deciding
from desk.rules.errors import DeskError, Refused
from desk.rules.people import Action
from desk.rules.steps import Steps
from desk.words import Text

if TYPE_CHECKING:  # fetched when a file is read
    from desk.app.importing import Verdict

T = TypeVar("T")

_SHARE = 1000
"""How finely the progress of one file is told."""


class IncomingView(Protocol):
    """What the controller needs of the screen."""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """The files that came, newest first."""

    def add_line(self, line: Line) -> None:
        """One more file, on top."""

    def may_read(self, reason: Text | None) -> None:
        """Whether files may be read in, and why not."""


class Incoming:
    """Reads files in and tells of each what became of it."""

    def __init__(self, desk: Desk, view: IncomingView) -> None:
        self._desk = desk
        self._view = view
        self._left: list[Path] = []
        self._told: list[Line] = []

    def refresh(self) -> None:
        """Shows the files that came."""
        self._view.may_read(self._desk.can(Action.IMPORT))
        names, now = self._names(), self._desk.now()
        self._view.show_lines(
            [
                line(one, names, now=now, text=None)
                for one in parcels.latest(self._desk.journal.store)
            ]
        )

    def read(self, files: Sequence[Path]) -> Steps[list[Line]]:
        """Reads these files, after what was interrupted before; gives a line for each.

        Raises Refused without the right. One file that cannot be read does not stop the others.
        """
        self._left, self._told = list(files), []
        return self._steps(files)

    def _steps(self, files: Sequence[Path]) -> Steps[list[Line]]:
        deciding.check(Action.IMPORT, self._desk.circle)
        total = (len(files) + 1) * _SHARE
        yield from _share(self._resume(), 0, total)
        for at, file in enumerate(files, start=1):
            verdict = yield from _share(self._one(file), at, total)
            self._left.remove(file)
            for one in (verdict, *verdict.unblocked):
                self._tell(one)
        return self._told

    def stopped(self) -> Text:
        """Somebody stopped the reading: the files whose turn did not come are named."""
        for file in self._left:
            told = unread(file.name, self._desk.now())
            self._told.append(told)
            self._view.add_line(told)
        return read_result(self._told, stopped=True)

    def finished(self, lines: list[Line]) -> Text:
        """All were read."""
        return read_result(lines, stopped=False)

    def _resume(self) -> Steps[None]:
        from desk.app import importing

        for verdict in (yield from importing.resume(self._desk)):
            self._tell(verdict)

    def _one(self, file: Path) -> Steps[Verdict]:
        from desk.app import importing

        try:
            return (yield from importing.import_file(self._desk, file))
        except Refused:
            raise
        except DeskError as fault:
            return importing.failed(fault, file.name, self._desk)

    def _tell(self, verdict: Verdict) -> None:
        told = line(verdict.parcel, self._names(), now=self._desk.now(), text=verdict.text)
        self._told.append(told)
        self._view.add_line(told)

    def _names(self) -> dict[str, str]:
        return {card.node: card.name for card in known.trusted(self._desk.journal.store)}


def _share(steps: Steps[T], at: int, total: int) -> Steps[T]:
    """The steps of one file as a part of all; stopped, they stop too."""
    with closing(steps):
        while True:
            try:
                done, of = next(steps)
            except StopIteration as end:
                result: T = end.value
                return result
            yield at * _SHARE + _SHARE * min(done, of) // max(of, 1), total
