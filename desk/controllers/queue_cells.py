"""One line of the queue in four cells: due, number, customer, product; each with a line below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.controllers import queue_words
from desk.journal.queue import QueueRow
from desk.moments import near
from desk.telling import standing
from desk.telling.standing import Told
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


def cells(row: QueueRow, now: datetime, branches: Mapping[str, str]) -> tuple[Cell, ...]:
    """What the list says of one complaint at `now`, in the order of `queue_words.COLUMNS`."""
    return _due(row, now), _number(row), _customer(row), _product(row), _branch(row, branches)


def _plain(words: Text | str) -> Told:
    return Told(words, "")


def _due(row: QueueRow, now: datetime) -> Cell:
    state = standing.state(row.state)
    if not row.open or row.state == "solved":  # its clock stands still, as in the case's badge
        return Cell(state, (_plain(near(row.received_at, now)),))
    return Cell(standing.due(row.due_at, now), (_plain(state.words),))


def _number(row: QueueRow) -> Cell:
    below = []
    if row.safety:
        below.append(standing.SAFETY)
    if not row.receipts:
        below.append(standing.NOT_PRINTED)
    return Cell(_plain(standing.grouped(row.number)), tuple(below))


def _customer(row: QueueRow) -> Cell:
    return Cell(_plain(row.name), (_plain(standing.masked(row.phone)),))


def _branch(row: QueueRow, branches: Mapping[str, str]) -> Cell:
    """Where it is handled; below, whether it is only handed over, or came from elsewhere."""
    below = []
    if row.offered_branch:
        below.append(Told(queue_words.OFFERED, "soon", "pass_on"))
    elif row.at_branch != row.branch:
        below.append(_plain(queue_words.TAKEN_IN_AT(code=row.branch)))
    return Cell(_plain(branch_words(row.at_branch, branches)), tuple(below))


def branch_words(code: str, branches: Mapping[str, str]) -> Text | str:
    """A branch in few words."""
    name = branches.get(code)
    return queue_words.BRANCH(code=code, name=name) if name else code


def _product(row: QueueRow) -> Cell:
    return Cell(_plain(row.product or "–"), long=True)
