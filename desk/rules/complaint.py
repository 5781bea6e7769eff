"""A complaint as it stands: what all entries about it add up to (`folding.py` computes it)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from desk.rules.choices import OPEN_STATES
from desk.rules.entries import ComplaintRegistered
from desk.words import Text

AFTERCARE_FROM = timedelta(days=2)
AFTERCARE_UNTIL = timedelta(days=3)
"""After-care: two or three days after closing a call is due (domain.md, section 6)."""

THIRD_EXTENSION = 3
"""The third extension goes up to head office (domain.md, section 4)."""


class Line(Struct, frozen=True, kw_only=True):
    """One line of the timeline; `text` holds people's own words, as they wrote them.

    `detail` are facts that are not words: ids, keys of closed lists, ISO times. `crossed` where
    the actor had not yet seen the line before.
    """

    at: datetime
    actor: str
    kind: str
    text: str = ""
    note: str = ""
    detail: tuple[tuple[str, str], ...] = ()
    happened_at: str = ""
    crossed: bool = False
    node: str
    seq: int

    def about(self, name: str) -> str:
        """One detail, or an empty text."""
        return dict(self.detail).get(name, "")


class Conflict(Struct, frozen=True):
    """What contradicts itself, and the entry (node:seq) that could not be honoured."""

    text: Text
    entry: str

    def __str__(self) -> str:
        return str(self.text)


class Link(Struct, frozen=True, kw_only=True):
    """Another complaint that belongs to this one; `link` is same_matter, related, different."""

    other: str
    number: str
    link: str


class Promise(Struct, frozen=True, kw_only=True):
    """What is owed, by when, by whom (staff id); `state` is open, kept or broken."""

    id: str
    what: str
    by: datetime
    who: str
    state: str = "open"
    kept_late: bool = False


class Complaint(Struct, frozen=True, kw_only=True):
    """What all entries about one complaint add up to. Times are aware.

    Without its registration (a file that is still on its way) `number` is empty, and the other
    fields hold what is known. `registered` is as it stands after corrections. `was_late` is for
    good; `round_late` only says it of what began with the registration or the last reopening.
    `branches` are those that it concerns, each with the entry (node, seq) that made it so;
    `at_branch` is the one where it is handled now.
    """

    id: str
    number: str = ""
    state: str = "received"
    registered: ComplaintRegistered | None = None
    received_at: datetime | None = None
    first_due_at: datetime | None = None
    due_at: datetime | None = None
    round_began_at: datetime | None = None
    next_contact_at: datetime | None = None
    ended_at: datetime | None = None
    was_late: bool = False
    round_late: bool = False
    extensions: int = 0
    reopened: int = 0
    waits_for: str = ""
    holder: str = ""
    offered_to: str = ""
    offered_by: str = ""
    offered_branch: str = ""
    offered_from: str = ""
    at_branch: str = ""
    branches: tuple[tuple[str, str, int], ...] = ()
    level: str = "shop"
    found: str = ""
    cause: str = ""
    remedy: str = ""
    repaired_by: frozenset[str] = frozenset()
    fault: str = ""
    judged_by: str = ""
    confirmed_by: str = ""
    promises: tuple[Promise, ...] = ()
    answer: str = ""
    score: int | None = None
    ease: int | None = None
    entered_by: str = ""
    alone: bool = False
    closed_at: datetime | None = None
    aftercare_done: bool = False
    receipts: int = 0
    files: tuple[str, ...] = ()
    served_by: str = ""
    node: str = ""
    head: bytes | None = None
    tick: int = 0
    timeline: tuple[Line, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    settled: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    update_needed: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody still owes the customer something."""
        return self.state in OPEN_STATES

    @property
    def flag(self) -> bool | None:
        """The complaint flag: ON only where the shop was at fault; None while not judged."""
        return {"shop": True, "product": False, "customer": False}.get(self.fault)

    def late(self, now: datetime) -> bool:
        """Whether the promised moment passed without a solution, now or in an earlier round."""
        if self.due_at is None:
            return False
        return self.was_late or (self.ended_at or now) > self.due_at

    def bucket(self, now: datetime) -> str:
        """One of `in_time, extended, late, open_late, open` (domain.md, section 4)."""
        if self.ended_at is None:
            return "open_late" if self.due_at is not None and self.late(now) else "open"
        if self.late(now):
            return "late"
        return "extended" if self.extensions and not self._within_a_day else "in_time"

    @property
    def _within_a_day(self) -> bool:
        """Whether it ended before the first moment that was promised, and for good."""
        due, ended = self.first_due_at, self.ended_at
        return not self.reopened and due is not None and ended is not None and ended <= due

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        """What is still owed, soonest first."""
        owed = (promise for promise in self.promises if promise.state == "open")
        return tuple(sorted(owed, key=lambda promise: promise.by))

    @property
    def aftercare_at(self) -> datetime | None:
        """When the after-care call is due; None where none is, or it was made."""
        if self.state != "closed" or self.closed_at is None or self.aftercare_done:
            return None
        return self.closed_at + AFTERCARE_FROM

    @property
    def roadblocks(self) -> tuple[str, ...]:
        """What delayed it, each once, in the order in which it was said."""
        named = (line.about("roadblock") for line in self.timeline)
        return tuple(dict.fromkeys(filter(None, named)))

    @property
    def head_office_decides(self) -> bool:
        """Whether it went up to head office: a third extension, or a customer who disagrees."""
        return self.extensions >= THIRD_EXTENSION or self.level == "head_office"

    @property
    def burns_at(self) -> datetime | None:
        """The next moment that must not pass: due, next contact, promise, after-care."""
        moments = [promise.by for promise in self.open_promises]
        if self.open and self.state != "solved" and self.due_at is not None:
            moments.append(self.due_at)
        if self.open and self.next_contact_at is not None:
            moments.append(self.next_contact_at)
        if self.aftercare_at is not None:
            moments.append(self.aftercare_at)
        return min(moments, default=None)

    @property
    def bought_at(self) -> date | None:
        """The day of the sale, where it is known."""
        typed = self.registered.bought_at if self.registered else ""
        try:
            return date.fromisoformat(typed) if typed else None
        except ValueError:
            return None
