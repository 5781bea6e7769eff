"""A complaint as JSON, as commands and files of other programs read it (design.md, section 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desk.app.desk import Desk
from desk.journal import queue
from desk.journal.queue import QueueRow
from desk.rules.complaint import Complaint, Promise
from desk.rules.number import parse_number


def local(when: datetime | None) -> str | None:
    """A time in the shop's local time, ISO 8601 to the second."""
    return when.astimezone().isoformat(timespec="seconds") if when else None


def shown(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    """Everything about one complaint; absent facts are empty texts or null."""
    return {
        **_identity(complaint),
        **_clock(desk, complaint),
        "customer": _customer(complaint),
        "sale": _sale(complaint),
        **_story(complaint),
        **_handling(desk, complaint),
        "links": _links(desk, complaint),
        **_ending(complaint),
        "conflicts": [str(conflict) for conflict in complaint.conflicts],
        "update_needed": complaint.update_needed,
        "timeline": _timeline(desk, complaint),
    }


def _identity(complaint: Complaint) -> dict[str, Any]:
    facts = complaint.registered
    number = parse_number(complaint.number)
    return {
        "number": complaint.number,
        "grouped": number.grouped if number else complaint.number,
        "id": complaint.id,
        "state": complaint.state,
        "branch": facts.branch if facts else "",
        "at_branch": complaint.at_branch,
        "branches": [code for code, _, _ in complaint.branches],
        "kind": facts.kind if facts else "complaint",
        "channel": facts.channel if facts else "",
    }


def _clock(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    now = desk.now()
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


def _story(complaint: Complaint) -> dict[str, Any]:
    facts = complaint.registered
    words = ("what_happened", "expected", "asked_for", "understood", "factor")
    return {name: getattr(facts, name) if facts else "" for name in words} | {
        "safety": facts.safety if facts else False,
        "taken_in": {
            "condition": facts.condition if facts else "",
            "accessories": list(facts.accessories) if facts else [],
        },
        "files": list(complaint.files),
        "receipts": complaint.receipts,
    }


def _handling(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    return {
        "holder": _name(desk, complaint.holder),
        "offered_to": _name(desk, complaint.offered_to),
        "offered_branch": complaint.offered_branch or None,
        "waits_for": complaint.waits_for or None,
        "roadblocks": list(complaint.roadblocks),
        "level": complaint.level,
        "found": complaint.found,
        "cause": complaint.cause,
        "remedy": complaint.remedy,
        "fault": complaint.fault or None,
        "flag": complaint.flag,
        "judged_by": _name(desk, complaint.judged_by),
        "confirmed_by": _name(desk, complaint.confirmed_by),
        "promises": [_promise(desk, promise) for promise in complaint.promises],
    }


def _links(desk: Desk, complaint: Complaint) -> list[dict[str, str]]:
    """What it was linked to, then what was linked to it; its own word goes first."""
    found = {link.other: (link.number, link.link) for link in complaint.links}
    for other, number, link in queue.links_to(desk.journal.store, complaint.id):
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


def _name(desk: Desk, staff: str) -> str | None:
    return desk.name_of(staff) if staff else None


def _promise(desk: Desk, promise: Promise) -> dict[str, Any]:
    return {
        "promise": promise.id,
        "what": promise.what,
        "by": local(promise.by),
        "who": _name(desk, promise.who),
        "state": promise.state,
        "kept_late": promise.kept_late,
    }


def _customer(complaint: Complaint) -> dict[str, str]:
    facts = complaint.registered
    names = ("name", "phone", "email", "address")
    return {"id": facts.customer if facts else ""} | {
        name: getattr(facts, name) if facts else "" for name in names
    }


def _sale(complaint: Complaint) -> dict[str, Any]:
    facts = complaint.registered
    if facts is None:
        return {}
    return {
        "nota": None if facts.no_nota else facts.nota,
        "no_nota": facts.no_nota,
        "order": facts.order,
        "product": facts.product,
        "serial": facts.serial,
        "bought_at": facts.bought_at or None,
        "sold_branch": facts.sold_branch,
    }


def _timeline(desk: Desk, complaint: Complaint) -> list[dict[str, Any]]:
    names = desk.names()
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


def listed(desk: Desk, row: QueueRow) -> dict[str, Any]:
    """One line of the queue."""
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
        "late": row.open and row.state != "solved" and row.due_at < desk.now(),
        "receipts": row.receipts,
    }
