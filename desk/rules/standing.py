"""What many kinds of entries have in common: the clock, what contradicts itself, whose it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from desk.rules.chain import Entry
from desk.rules.complaint import Complaint, Conflict
from desk.rules.ticks import time_of
from desk.words import Text

NEWS = timedelta(hours=24)
"""A case without news for so long is a broken promise too (domain.md, section 4)."""


def moment_of(entry: Entry) -> datetime:
    """When an entry counts as written, UTC: its tick's time, which never goes back."""
    try:
        return time_of(entry.tick)
    except (ValueError, OverflowError, OSError):  # written elsewhere, by a program that is wrong
        return datetime.fromtimestamp(0, UTC)


def lateness(complaint: Complaint, moment: datetime) -> Complaint:
    """A case that is open past its due moment is late for good."""
    if complaint.was_late and complaint.round_late:
        return complaint
    due = complaint.due_at
    late = due is not None and complaint.ended_at is None and complaint.open and moment > due
    return replace(complaint, was_late=True, round_late=True) if late else complaint


def conflict(complaint: Complaint, entry: Entry, text: Text) -> Complaint:
    """What cannot be honoured is shown, until somebody settled just this."""
    name = entry_name(entry)
    if name in complaint.settled:
        return complaint
    return replace(complaint, conflicts=(*complaint.conflicts, Conflict(text, name)))


def entry_name(entry: Entry) -> str:
    """How an entry is named in another one: node:seq."""
    return f"{entry.node}:{entry.seq}"


def concerns(complaint: Complaint, branch: str, entry: Entry) -> Complaint:
    """From this entry on the complaint is this branch's business too."""
    if not branch or any(code == branch for code, _, _ in complaint.branches):
        return complaint
    return replace(complaint, branches=(*complaint.branches, (branch, entry.node, entry.seq)))


def heard(complaint: Complaint, moment: datetime) -> Complaint:
    """The customer has news: the next is due before the promised moment, or in a day."""
    if complaint.state == "closed":
        return replace(complaint, aftercare_done=True)
    if not complaint.open:
        return complaint
    following = (moment + NEWS).astimezone()
    due = complaint.due_at
    if complaint.state != "solved" and due is not None and moment < due < following:
        following = due
    return replace(complaint, next_contact_at=following)
