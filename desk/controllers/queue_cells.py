"""One line of the queue in four cells: due, number, customer, product; each with a line below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.controllers import case_words
from desk.controllers.case_words import Told
from desk.journal.queue import QueueRow
from desk.moments import near
from desk.words import Text


@dataclass(frozen=True)
class Cell:
    """`first` is a badge where it has a tone, else plain; `below` are smaller words.

    Words that are `long` take both lines.
    """

    first: Told
    below: tuple[Told, ...] = ()
    long: bool = False

    def spoken(self) -> str:
        """The whole cell as one text, for those who hear it."""
        return ", ".join(filter(None, (str(told.words) for told in (self.first, *self.below))))


def cells(row: QueueRow, now: datetime) -> tuple[Cell, Cell, Cell, Cell]:
    """What the list says of one complaint at `now`."""
    return _due(row, now), _number(row), _customer(row), _product(row)


def _plain(words: Text | str) -> Told:
    return Told(words, "")


def _due(row: QueueRow, now: datetime) -> Cell:
    state = case_words.state(row.state)
    if not row.open:
        return Cell(state, (_plain(near(row.received_at, now)),))
    return Cell(case_words.due(row.due_at, now), (_plain(state.words),))


def _number(row: QueueRow) -> Cell:
    below = []
    if row.safety:
        below.append(case_words.SAFETY)
    if not row.receipts:
        below.append(case_words.NOT_PRINTED)
    return Cell(_plain(case_words.grouped(row.number)), tuple(below))


def _customer(row: QueueRow) -> Cell:
    return Cell(_plain(row.name), (_plain(case_words.masked(row.phone)),))


def _product(row: QueueRow) -> Cell:
    return Cell(_plain(row.product or "–"), long=True)
