"""What a day asks for and what it brought: moments that pass, calls due, what ended well."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import Value

from desk.journal.schema import Complaint, Entry, Feedback, Promise
from desk.journal.store import KeptAs, Store, given
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
    waits = _ANSWERS.all(store, burns=int(until.timestamp()) + 1, until=utc(until), limit=limit)
    found = [
        *(one for both in waits for one in both if one.at < until),
        *_PROMISES.all(store, until=utc(until), limit=limit),
        *(_HAND_OVERS.all(store, actor=actor, limit=limit) if actor else ()),
    ]
    return sorted(found, key=lambda one: (one.at, one.number, one.kind))[:limit]


def _answers() -> Any:
    """Answers and news that are due. `burns` is never later than either, and has an index."""
    of = Complaint
    due = (of.state != "solved") & (of.due_at < given("until"))
    return (
        of.select(
            of.id.alias("complaint"),
            of.number,
            of.name,
            of.holder.alias("who"),
            of.state,
            of.due_at,
            of.next_contact_at,
        )
        .where(
            of.is_open == 1,
            of.burns < given("burns"),
            (of.next_contact_at < given("until")) | due,
        )
        .order_by(of.burns)
        .limit(given("limit"))
    )


def _moments(*, state: str, due_at: str, next_contact_at: str | None, **rest: str) -> list[Burning]:
    moments = {} if state == "solved" else {due_at: "due"}
    if next_contact_at:
        moments.setdefault(next_contact_at, "news")
    return [
        Burning(kind=kind, at=datetime.fromisoformat(at), **rest) for at, kind in moments.items()
    ]


def _promises() -> Any:
    return (
        Promise.select(
            Value("promise").alias("kind"),
            Promise.id.alias("promise"),
            Promise.complaint,
            Complaint.number,
            Complaint.name,
            Promise.by.alias("at"),
            Promise.what,
            Promise.who,
        )
        .join(Complaint, on=(Complaint.id == Promise.complaint))
        .where(Promise.state == "open", Promise.by < given("until"))
        .order_by(Promise.by)
        .limit(given("limit"))
    )


def _hand_overs() -> Any:
    of = Complaint
    return (
        of.select(
            Value("hand_over").alias("kind"),
            of.id.alias("complaint"),
            of.number,
            of.name,
            of.due_at.alias("at"),
            of.holder.alias("who"),
        )
        .where(of.is_open == 1, of.offered_to == given("actor"))
        .order_by(of.burns)
        .limit(given("limit"))
    )


def aftercare(store: Store, *, until: datetime, limit: int = LIMIT) -> list[CallDue]:
    """The after-care calls that are due before `until`, the longest due first."""
    return _CALLS.all(store, until=utc(until), limit=limit)


def _calls() -> Any:
    of = Complaint
    return (
        of.select(of.id.alias("complaint"), of.number, of.name, of.aftercare_at)
        .where(of.state == "closed", of.aftercare_at < given("until"))
        .order_by(of.aftercare_at)
        .limit(given("limit"))
    )


def _call(*, aftercare_at: str, **rest: str) -> CallDue:
    at = datetime.fromisoformat(aftercare_at)
    closed_at = at - AFTERCARE_FROM
    return CallDue(closed_at=closed_at, at=at, until=closed_at + AFTERCARE_UNTIL, **rest)


def closed_since(store: Store, since: datetime, limit: int = LIMIT) -> list[Ended]:
    """The cases that were closed since then and still are, newest first."""
    found = _CLOSED.all(store, since=next_tick(0, since))
    last = {one.complaint: one for one in reversed(found)}  # closed twice today: told once
    return [one for one in found if last[one.complaint] is one][:limit]


def _closed() -> Any:
    return (
        _said_of_cases(
            "complaint.closed", Complaint.closed_at.alias("at"), Entry.actor.alias("who")
        )
        .where(Complaint.state == "closed")
        .order_by(Entry.tick.desc())
    )


def _said_of_cases(kind: str, *columns: Any) -> Any:
    """What was said in entries of a kind, with the case it was said of."""
    return (
        Entry.select(Complaint.id.alias("complaint"), Complaint.number, Complaint.name, *columns)
        .join(Complaint, on=(Complaint.id == Entry.subject))
        .where(Entry.kind == kind, Entry.tick >= given("since"))
    )


def kept_since(store: Store, since: datetime, limit: int = LIMIT) -> list[Ended]:
    """The promises that were kept since then, newest first."""
    return [one for one in _KEPT.all(store, since=next_tick(0, since)) if one][:limit]


def _kept_promises() -> Any:
    columns = (Entry.at, Entry.body, Promise.id.alias("promise"), Promise.what, Promise.who)
    return (
        _said_of_cases("complaint.promise_kept", *columns)
        .join(Promise, on=(Promise.complaint == Entry.subject))
        .where(Promise.state == "kept")
        .order_by(Entry.tick.desc())
    )


def _kept(*, at: str, body: str, promise: str, **rest: str) -> Ended | None:
    """None where the entry is about another promise, or not of the form that we know."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    is_it = isinstance(said, dict) and said.get("promise") == promise
    return Ended(at=datetime.fromisoformat(at), **rest) if is_it else None


def praise_since(store: Store, since: datetime, limit: int = LIMIT) -> list[Thanks]:
    """The praise that came in since then, newest first."""
    return _PRAISE.all(store, since=next_tick(0, since), limit=limit)


def _praise() -> Any:
    return (
        Entry.select(Entry.at, Feedback.name, Feedback.text)
        .join(Feedback, on=(Feedback.id == Entry.subject))
        .where(
            Entry.kind == "feedback.taken",
            Entry.tick >= given("since"),
            Feedback.kind == "praise",
        )
        .order_by(Entry.tick.desc())
        .limit(given("limit"))
    )


def _thanks(*, at: str, **rest: str) -> Thanks:
    return Thanks(at=datetime.fromisoformat(at), **rest)


_ANSWERS = KeptAs(_moments, _answers)
_PROMISES = KeptAs(Burning, _promises)
_HAND_OVERS = KeptAs(Burning, _hand_overs)
_CALLS = KeptAs(_call, _calls)
_CLOSED = KeptAs(Ended, _closed)
_KEPT = KeptAs(_kept, _kept_promises)
_PRAISE = KeptAs(_thanks, _praise)
