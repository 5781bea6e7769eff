"""A complaint as it stands: computed from its entries, whatever their order or content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import singledispatch

from desk.rules import clock
from desk.rules.chain import Entry
from desk.rules.choices import OPEN_STATES
from desk.rules.entries import (
    ComplaintNoted,
    ComplaintRegistered,
    ComplaintWithdrawn,
    Event,
    ReceiptPrinted,
    Unknown,
    read,
)
from desk.words import Text, say


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the timeline; `text` holds people's own words, as they wrote them."""

    at: datetime
    actor: str
    kind: str
    text: str = ""
    node: str
    seq: int


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """What all entries about one complaint add up to. Times are aware.

    Without its registration (a file that is still on its way) `number` is empty, and the other
    fields hold what is known.
    """

    id: str
    number: str = ""
    state: str = "received"
    registered: ComplaintRegistered | None = None
    received_at: datetime | None = None
    ended_at: datetime | None = None
    first_due_at: datetime | None = None
    due_at: datetime | None = None
    next_contact_at: datetime | None = None
    extensions: int = 0
    receipts: int = 0
    served_by: str = ""
    node: str = ""
    fault: str = ""
    score: int | None = None
    head: bytes | None = None
    tick: int = 0
    timeline: tuple[Line, ...] = ()
    conflicts: tuple[Text, ...] = ()
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
        """Whether the promised moment has passed without a solution."""
        return self.due_at is not None and clock.is_late(
            due_at=self.due_at, ended_at=self.ended_at, now=now
        )

    def bucket(self, now: datetime) -> str:
        """One of `in_time, extended, late, open_late, open` (domain.md, section 4)."""
        if self.due_at is None or self.first_due_at is None:
            return "open"
        return clock.bucket(
            first_due_at=self.first_due_at, due_at=self.due_at, ended_at=self.ended_at, now=now
        )

    @property
    def bought_at(self) -> date | None:
        """The day of the sale, where it is known."""
        typed = self.registered.bought_at if self.registered else ""
        try:
            return date.fromisoformat(typed) if typed else None
        except ValueError:
            return None


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry once, in the one order of folding, the same at every desk: tick, node, seq."""
    return sorted(set(entries), key=lambda entry: (entry.tick, entry.node, entry.seq, entry.hash))


def fold(subject: str, entries: Iterable[Entry]) -> Complaint:
    """The complaint `subject` as its entries tell it. Never raises.

    What cannot be honoured (a second registration, an action on a withdrawn complaint) stays in
    the timeline and becomes a conflict that a person sees.
    """
    complaint = Complaint(id=subject)
    for entry in in_order(entries):
        complaint = _apply(read(entry), complaint, entry)
        complaint = replace(complaint, head=entry.hash, tick=entry.tick)
    return complaint


def _when(entry: Entry) -> datetime:
    try:
        return datetime.fromisoformat(entry.at).astimezone(UTC)
    except (ValueError, OverflowError, OSError):  # written elsewhere, by a program that is wrong
        return datetime.fromtimestamp(0, UTC)


def _told(complaint: Complaint, entry: Entry, text: str = "") -> Complaint:
    line = Line(
        at=_when(entry),
        actor=entry.actor,
        kind=entry.kind,
        text=text,
        node=entry.node,
        seq=entry.seq,
    )
    return replace(complaint, timeline=(*complaint.timeline, line))


def _conflict(complaint: Complaint, text: Text) -> Complaint:
    return replace(complaint, conflicts=(*complaint.conflicts, text))


@singledispatch
def _apply(event: Event, complaint: Complaint, entry: Entry) -> Complaint:
    return _told(complaint, entry)


@_apply.register
def _unknown(event: Unknown, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(_told(complaint, entry), update_needed=True)


@_apply.register
def _registered(event: ComplaintRegistered, complaint: Complaint, entry: Entry) -> Complaint:
    complaint = _told(complaint, entry, event.what_happened)
    if complaint.registered is not None:
        return _conflict(complaint, say("complaint", "It was registered twice."))
    try:
        received = datetime.fromisoformat(event.received_at).astimezone()
        due = clock.due_after(received)
    except (ValueError, OverflowError, OSError):
        return replace(complaint, update_needed=True)
    return replace(
        complaint,
        registered=event,
        number=event.number,
        received_at=received,
        first_due_at=due,
        due_at=due,
        next_contact_at=due if complaint.open else None,
        served_by=entry.actor,
        node=entry.node,
    )


@_apply.register
def _noted(event: ComplaintNoted, complaint: Complaint, entry: Entry) -> Complaint:
    return _told(complaint, entry, event.text)


@_apply.register
def _withdrawn(event: ComplaintWithdrawn, complaint: Complaint, entry: Entry) -> Complaint:
    complaint = _told(complaint, entry, event.why)
    if not complaint.open:
        return _conflict(complaint, say("complaint", "It was withdrawn twice."))
    return replace(
        complaint,
        state="withdrawn",
        ended_at=_when(entry),
        next_contact_at=None,
    )


@_apply.register
def _printed(event: ReceiptPrinted, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(_told(complaint, entry), receipts=complaint.receipts + 1)
