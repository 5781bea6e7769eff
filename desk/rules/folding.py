"""From entries to the complaint they add up to: the same at every desk, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import asdict, replace

from desk.rules import case_entries as case
from desk.rules.chain import Entry
from desk.rules.complaint import Complaint, Line
from desk.rules.effects import CORRECTABLE, apply
from desk.rules.entries import understood
from desk.rules.event import Event
from desk.rules.standing import lateness, moment_of


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry once, in the one order of folding, the same at every desk: tick, node, seq."""
    return sorted(set(entries), key=lambda entry: (entry.tick, entry.node, entry.seq, entry.hash))


def fold(subject: str, entries: Iterable[Entry]) -> Complaint:
    """The complaint `subject` as its entries tell it. Never raises.

    What cannot be honoured (a second registration, two closings) stays in the timeline and becomes
    a conflict that a person sees. Where a newer program said more, an update is needed.
    """
    complaint, lines, head, tick = Complaint(id=subject), list[Line](), None, 0
    for entry in in_order(entries):
        event, whole = understood(entry)
        complaint = lateness(complaint, moment_of(entry))
        lines.append(_line(complaint, event, entry, head))
        complaint = apply(event, complaint, entry)
        if not whole:
            complaint = replace(complaint, update_needed=True)
        head, tick = entry.hash, entry.tick
    return replace(complaint, timeline=tuple(lines), head=head, tick=tick)


_OWN_WORDS = ("what_happened", "said", "text", "why", "what", "found", "words", "caption", "value")


def _line(complaint: Complaint, event: Event, entry: Entry, head: bytes | None) -> Line:
    values = asdict(event)
    words = [str(values[name]) for name in _OWN_WORDS if values.get(name)]
    return Line(
        at=_at(entry),
        actor=entry.actor,
        kind=entry.kind,
        text="\n".join(words),
        note=str(values.get("note", "")),
        happened_at=str(values.get("happened_at", "")),
        detail=_details(complaint, event, values),
        crossed=entry.seen is not None and entry.seen != head,
        node=entry.node,
        seq=entry.seq,
    )


def _details(
    complaint: Complaint, event: Event, values: Mapping[str, object]
) -> tuple[tuple[str, str], ...]:
    """The facts that are not words; of a correction also what stood there `was` before."""
    facts = complaint.registered
    if isinstance(event, case.ComplaintRegistered):
        return ()
    if isinstance(event, case.ComplaintCorrected) and event.field in CORRECTABLE and facts:
        values = {**values, "was": getattr(facts, event.field)}
    return tuple(
        (name, _plain(value))
        for name, value in values.items()
        if name not in {*_OWN_WORDS, "note", "happened_at"} and value not in ("", (), None)
    )


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def _at(entry: Entry) -> datetime:
    try:
        return datetime.fromisoformat(entry.at).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return moment_of(entry)
