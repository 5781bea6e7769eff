"""What the tables hold of a complaint, computed from it alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from desk import phones
from desk.rules.case_entries import ComplaintRegistered
from desk.rules.complaint import Complaint
from desk.rules.number import parse_number

_SAFETY_FIRST = 10**12
"""Seconds by which a matter of safety stands before all others in the queue."""
_CLOSED_LAST = 10**13
_LONGEST_KEY = 200
"""Characters of what stands in an index; PostgreSQL takes no more than 2,704 bytes."""
_SHORT = frozenset(
    {"number", "stem", "branch", "at_branch", "customer", "name", "phone", "email", "state"}
)


def utc(when: datetime | None) -> str | None:
    """A time as the tables hold it, to the second, so that text order is time order."""
    if when is None:
        return None
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def complaint_values(complaint: Complaint) -> dict[str, Any] | None:
    """The columns of the complaint's row; None while its registration is not here."""
    facts = complaint.registered
    if facts is None or complaint.received_at is None or complaint.due_at is None:
        return None
    whole = {"id": complaint.id} | _facts(facts) | _standing(complaint) | _moments(complaint)
    return {name: as_kept(value, short=name in _SHORT) for name, value in whole.items()}


def as_kept(value: Any, *, short: bool = False) -> Any:
    """A value as both databases can hold it: no NUL in a text, and no long text in an index.

    Only a program that is wrong writes such things; its entries are kept as they are.
    """
    if not isinstance(value, str):
        return value
    return (value[:_LONGEST_KEY] if short else value).replace("\0", "\ufffd")


def _as_key(row: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(as_kept(value, short=True) for value in row)


def _facts(facts: ComplaintRegistered) -> dict[str, Any]:
    number = parse_number(facts.number)
    return {
        "number": facts.number,
        "stem": number.stem if number else facts.number,
        "branch": facts.branch,
        "nota": facts.nota,
        "no_nota": int(facts.no_nota),
        "customer": facts.customer,
        "name": facts.name,
        "phone": facts.phone,
        "email": facts.email,
        "address": facts.address,
        "product": facts.product,
        "safety": int(facts.safety),
    }


def _standing(complaint: Complaint) -> dict[str, Any]:
    return {
        "node": complaint.node,
        "state": complaint.state,
        "is_open": int(complaint.open),
        "at_branch": complaint.at_branch,
        "holder": complaint.holder,
        "offered_to": complaint.offered_to,
        "offered_branch": complaint.offered_branch,
        "waits_for": complaint.waits_for,
        "extensions": complaint.extensions,
        "was_late": int(complaint.was_late),
        "escalated": int(complaint.head_office_decides),
        "fault": complaint.fault,
        "score": complaint.score or 0,
        "conflicts": len(complaint.conflicts),
        "receipts": complaint.receipts,
        "head": complaint.head,
        "tick": complaint.tick,
    }


def _moments(complaint: Complaint) -> dict[str, Any]:
    return {
        "received_at": utc(complaint.received_at),
        "due_at": utc(complaint.due_at),
        "next_contact_at": utc(complaint.next_contact_at),
        "promise_at": utc(next((one.by for one in complaint.open_promises), None)),
        "aftercare_at": utc(complaint.aftercare_at),
        "closed_at": utc(complaint.closed_at),
        "burns": burns(complaint),
    }


def burns(complaint: Complaint) -> int:
    """The place in the queue, lowest first: safety, then what is due first, then the rest."""
    if not complaint.open:
        ended = complaint.ended_at or complaint.received_at
        return _CLOSED_LAST - int(ended.timestamp()) if ended else _CLOSED_LAST
    first = complaint.burns_at or complaint.due_at
    due = int(first.timestamp()) if first else 0
    return due - (_SAFETY_FIRST if complaint.registered and complaint.registered.safety else 0)


def search_values(complaint: Complaint) -> tuple[str, ...]:
    """What the full-text index knows about a complaint, in the order of its columns."""
    facts = complaint.registered
    if facts is None:
        return ("",) * 6
    words = (facts.what_happened, facts.expected, facts.understood, facts.serial, facts.order)
    lines = (line for line in complaint.timeline if line.kind != facts.KIND)
    notes = (words for line in lines for words in (line.text, line.note))
    texts = (
        facts.number,
        f"{facts.name} {facts.email} {facts.address}",
        phone_words(facts.phone),
        facts.product,
        " ".join(filter(None, words)),
        " ".join(filter(None, notes)),
    )
    return tuple(map(as_kept, texts))


def phone_words(phone: str) -> str:
    """A phone as it may be looked for: whole, from its start or by a group of its digits."""
    shown = phones.shown(phone)
    digits = "".join(filter(str.isdecimal, shown))
    return " ".join(dict.fromkeys((phone, digits, shown)))


def promise_values(complaint: Complaint) -> list[tuple[Any, ...]]:
    """The rows of the complaint's promises, by their ids."""
    return sorted(
        (
            *_as_key((one.id, complaint.id)),
            as_kept(one.what),
            utc(one.by),
            *_as_key((one.who, one.state)),
            int(one.kept_late),
        )
        for one in complaint.promises
    )


def concern_values(complaint: Complaint) -> list[tuple[Any, ...]]:
    """The rows of the branches that the complaint concerns, by their codes."""
    return sorted(_as_key((complaint.id, *one)) for one in complaint.branches)


def link_values(complaint: Complaint) -> list[tuple[Any, ...]]:
    """The rows of the complaints that belong to this one, by their ids."""
    return sorted(_as_key((complaint.id, one.other, one.link)) for one in complaint.links)
