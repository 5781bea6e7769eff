"""A complaint as JSON, as commands and files of other programs read it (design.md, section 8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from desk.journal.queue import QueueRow
from desk.rules.complaint import Complaint, Promise
from desk.rules.facts import IN_JSON
from desk.rules.intake import Intake
from desk.telling.page import Around
from desk.telling.standing import grouped


def local(when: datetime | None) -> str | None:
    """A time in the shop's local time, ISO 8601 to the second."""
    return when.astimezone().isoformat(timespec="seconds") if when else None


def shown(
    complaint: Complaint, around: Around, links: Iterable[tuple[str, str, str]]
) -> dict[str, Any]:
    """Everything about one complaint; absent facts are empty texts or null.

    `links` are (id, number, how) of the complaints from which a link leads to this one.
    """
    return {
        **_identity(complaint),
        **_clock(complaint, around.now),
        "customer": _customer(complaint),
        "sale": _sale(complaint),
        **_story(complaint),
        **_handling(complaint, around),
        "links": _links(complaint, links),
        **_ending(complaint),
        "conflicts": [str(conflict) for conflict in complaint.conflicts],
        "update_needed": complaint.update_needed,
        "timeline": _timeline(complaint, around),
    }


def _identity(complaint: Complaint) -> dict[str, Any]:
    facts = complaint.registered
    return {
        "number": complaint.number,
        "grouped": grouped(complaint.number),
        "id": complaint.id,
        "state": complaint.state,
        "branch": facts.branch if facts else "",
        "at_branch": complaint.at_branch,
        "branches": [code for code, _, _ in complaint.branches],
        "kind": facts.kind if facts else "complaint",
        "channel": facts.channel if facts else "",
    }


def _clock(complaint: Complaint, now: datetime) -> dict[str, Any]:
    return {
        "received_at": local(complaint.received_at),
        "due_at": local(complaint.due_at),
        "first_due_at": local(complaint.first_due_at),
        "next_contact_at": local(complaint.next_contact_at),
        "round_began_at": local(complaint.round_began_at),
        "extensions": complaint.extensions,
        "reopened": complaint.reopened,
        "late": complaint.late(now),
        "bucket": complaint.bucket(now),
    }


def _told(complaint: Complaint, group: str) -> dict[str, Any]:
    """The facts of one group of `IN_JSON`."""
    facts = complaint.registered or Intake(id="")
    told = ((name, getattr(facts, name)) for name in IN_JSON[group])
    return {name: [*value] if isinstance(value, tuple) else value for name, value in told}


def _story(complaint: Complaint) -> dict[str, Any]:
    return _told(complaint, "") | {
        "taken_in": _told(complaint, "taken_in"),
        "files": list(complaint.files),
        "receipts": complaint.receipts,
    }


def _handling(complaint: Complaint, around: Around) -> dict[str, Any]:
    return {
        "holder": _name(around, complaint.holder),
        "offered_to": _name(around, complaint.offered_to),
        "offered_branch": complaint.offered_branch or None,
        "waits_for": complaint.waits_for or None,
        "roadblocks": list(complaint.roadblocks),
        "level": complaint.level,
        "found": complaint.found,
        "cause": complaint.cause,
        "remedy": complaint.remedy,
        "fault": complaint.fault or None,
        "flag": complaint.flag,
        "judged_by": _name(around, complaint.judged_by),
        "confirmed_by": _name(around, complaint.confirmed_by),
        "promises": [_promise(around, promise) for promise in complaint.promises],
    }


def _links(complaint: Complaint, back: Iterable[tuple[str, str, str]]) -> list[dict[str, str]]:
    """What it was linked to, then what was linked to it; its own word goes first."""
    found = {link.other: (link.number, link.link) for link in complaint.links}
    for other, number, link in back:
        found.setdefault(other, (number, link))
    return [{"number": number, "id": id_, "as": link} for id_, (number, link) in found.items()]


def _ending(complaint: Complaint) -> dict[str, Any]:
    return {
        "answer": complaint.answer or None,
        "score": complaint.score,
        "ease": complaint.ease,
        "entered_by": complaint.entered_by or None,
        "alone": complaint.alone,
        "closed_at": local(complaint.closed_at),
        "aftercare_at": local(complaint.aftercare_at),
    }


def _name(around: Around, staff: str) -> str | None:
    return around.names.get(staff, staff) if staff else None


def _promise(around: Around, promise: Promise) -> dict[str, Any]:
    return {
        "promise": promise.id,
        "what": promise.what,
        "by": local(promise.by),
        "who": _name(around, promise.who),
        "state": promise.state,
        "kept_late": promise.kept_late,
    }


def _customer(complaint: Complaint) -> dict[str, Any]:
    facts = complaint.registered
    return {"id": facts.customer if facts else ""} | _told(complaint, "customer")


def _sale(complaint: Complaint) -> dict[str, Any]:
    facts = complaint.registered
    if facts is None:
        return {}
    return {
        "nota": None if facts.no_nota else facts.nota,
        "no_nota": facts.no_nota,
        "order": facts.order,
        **_told(complaint, "sale"),
        "bought_at": facts.bought_at or None,
    }


def _timeline(complaint: Complaint, around: Around) -> list[dict[str, Any]]:
    names = around.names
    return [
        {
            "at": local(line.at),
            "actor": names.get(line.actor, line.actor),
            "kind": line.kind,
            "text": line.text,
            "note": line.note,
            "happened_at": line.happened_at or None,
            "crossed": line.crossed,
            **dict(line.detail),
        }
        for line in complaint.timeline
    ]


def listed(row: QueueRow, now: datetime) -> dict[str, Any]:
    """One line of the queue, as late as it is at `now`."""
    return {
        "number": row.number,
        "id": row.id,
        "state": row.state,
        "branch": row.branch,
        "at_branch": row.at_branch,
        "customer": row.name,
        "phone": row.phone,
        "product": row.product,
        "safety": row.safety,
        "received_at": local(row.received_at),
        "due_at": local(row.due_at),
        "late": row.open and row.state != "solved" and row.due_at < now,
        "receipts": row.receipts,
    }
