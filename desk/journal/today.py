"""What a day asks for and what it brought: moments that pass, calls due, what ended well."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.journal.store import Store
from desk.journal.views import utc
from desk.rules.chain import next_tick
from desk.rules.complaint import AFTERCARE_FROM, AFTERCARE_UNTIL

LIMIT = 200
"""More lines than this nobody reads; the queue has all of them."""


@dataclass(frozen=True, kw_only=True)
class Burning:
    """One moment that must not pass: `kind` is due, news, promise or hand_over.

    `what` are the words of a promise, `who` the staff id of whoever has to act.
    """

    kind: str
    complaint: str
    number: str
    name: str
    at: datetime
    what: str = ""
    who: str = ""
    promise: str = ""


@dataclass(frozen=True, kw_only=True)
class CallDue:
    """An after-care call: due from `at` until `until`."""

    complaint: str
    number: str
    name: str
    closed_at: datetime
    at: datetime
    until: datetime


@dataclass(frozen=True, kw_only=True)
class Ended:
    """Something that ended today: a case that was closed, or a promise that was kept (`what`)."""

    complaint: str
    number: str
    name: str
    at: datetime
    what: str = ""
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class Thanks:
    """Praise that came in."""

    at: datetime
    name: str
    text: str


def burning(store: Store, *, until: datetime, actor: str = "", limit: int = LIMIT) -> list[Burning]:
    """Every moment before `until` that still waits, and the hand-overs to `actor`, by time."""
    found = [
        *_answers(store, until, limit),
        *_promises(store, until, limit),
        *(_hand_overs(store, actor, limit) if actor else ()),
    ]
    return sorted(found, key=lambda one: (one.at, one.number, one.kind))[:limit]


def _answers(store: Store, until: datetime, limit: int) -> list[Burning]:
    """Answers and news that are due. `burns` is never later than either, and has an index."""
    rows = store.run(
        "SELECT id, number, name, holder, state, due_at, next_contact_at FROM complaint "
        "WHERE is_open = 1 AND burns < ? AND (next_contact_at < ? "
        "OR (state <> 'solved' AND due_at < ?)) ORDER BY burns LIMIT ?",
        (int(until.timestamp()) + 1, utc(until), utc(until), limit),
    )
    found = []
    for complaint, number, name, holder, state, due_at, news_at in rows:
        moments = {} if state == "solved" else {due_at: "due"}
        if news_at:
            moments.setdefault(news_at, "news")
        found += [
            Burning(
                kind=kind,
                complaint=complaint,
                number=number,
                name=name,
                at=datetime.fromisoformat(at),
                who=holder,
            )
            for at, kind in moments.items()
            if at < (utc(until) or "")
        ]
    return found


def _promises(store: Store, until: datetime, limit: int) -> list[Burning]:
    rows = store.run(
        "SELECT promise.id, complaint, number, name, by, what, who "
        "FROM promise JOIN complaint ON complaint.id = promise.complaint "
        "WHERE promise.state = 'open' AND by < ? ORDER BY by LIMIT ?",
        (utc(until), limit),
    )
    return [
        Burning(
            kind="promise",
            complaint=complaint,
            number=number,
            name=name,
            at=datetime.fromisoformat(by),
            what=what,
            who=who,
            promise=promise,
        )
        for promise, complaint, number, name, by, what, who in rows
    ]


def _hand_overs(store: Store, actor: str, limit: int) -> list[Burning]:
    rows = store.run(
        "SELECT id, number, name, due_at, holder FROM complaint "
        "WHERE is_open = 1 AND offered_to = ? ORDER BY burns LIMIT ?",
        (actor, limit),
    )
    return [
        Burning(
            kind="hand_over",
            complaint=complaint,
            number=number,
            name=name,
            at=datetime.fromisoformat(due_at),
            who=holder,
        )
        for complaint, number, name, due_at, holder in rows
    ]


def aftercare(store: Store, *, until: datetime, limit: int = LIMIT) -> list[CallDue]:
    """The after-care calls that are due before `until`, the longest due first."""
    rows = store.run(
        "SELECT id, number, name, aftercare_at FROM complaint "
        "WHERE state = 'closed' AND aftercare_at < ? ORDER BY aftercare_at LIMIT ?",
        (utc(until), limit),
    )
    return [
        _call(complaint, number, name, datetime.fromisoformat(at))
        for complaint, number, name, at in rows
    ]


def _call(complaint: str, number: str, name: str, at: datetime) -> CallDue:
    closed_at = at - AFTERCARE_FROM
    return CallDue(
        complaint=complaint,
        number=number,
        name=name,
        closed_at=closed_at,
        at=at,
        until=closed_at + AFTERCARE_UNTIL,
    )


def closed_since(store: Store, since: datetime, limit: int = LIMIT) -> list[Ended]:
    """The cases that were closed since then and still are, newest first."""
    rows = store.run(
        "SELECT complaint.id, number, name, closed_at, '', actor "
        "FROM entry JOIN complaint ON complaint.id = entry.subject "
        "WHERE entry.kind = 'complaint.closed' AND entry.tick >= ? "
        "AND complaint.state = 'closed' ORDER BY entry.tick DESC",
        (next_tick(0, since),),
    )
    last = {row[0]: row for row in reversed(rows)}  # who closed it twice today did so once
    return _ended([row for row in rows if last[row[0]] is row][:limit])


def kept_since(store: Store, since: datetime, limit: int = LIMIT) -> list[Ended]:
    """The promises that were kept since then, newest first."""
    rows = store.run(
        "SELECT complaint.id, number, name, entry.at, what, promise.who, promise.id, body "
        "FROM entry JOIN complaint ON complaint.id = entry.subject "
        "JOIN promise ON promise.complaint = entry.subject "
        "WHERE entry.kind = 'complaint.promise_kept' AND entry.tick >= ? "
        "AND promise.state = 'kept' ORDER BY entry.tick DESC",
        (next_tick(0, since),),
    )
    return _ended([shown for *shown, promise, body in rows if _promise_in(body) == promise][:limit])


def _promise_in(body: str) -> object:
    """Which promise an entry is about; None where it is not of the form that we know."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found.get("promise") if isinstance(found, dict) else None


def praise_since(store: Store, since: datetime, limit: int = LIMIT) -> list[Thanks]:
    """The praise that came in since then, newest first."""
    rows = store.run(
        "SELECT entry.at, name, text FROM entry JOIN feedback ON feedback.id = entry.subject "
        "WHERE entry.kind = 'feedback.taken' AND entry.tick >= ? AND feedback.kind = 'praise' "
        "ORDER BY entry.tick DESC LIMIT ?",
        (next_tick(0, since), limit),
    )
    return [Thanks(at=datetime.fromisoformat(at), name=name, text=text) for at, name, text in rows]


def _ended(rows: Sequence[Sequence[Any]]) -> list[Ended]:
    return [
        Ended(
            complaint=complaint,
            number=number,
            name=name,
            at=datetime.fromisoformat(at),
            what=what,
            who=who,
        )
        for complaint, number, name, at, what, who in rows
    ]
