"""The files that came in from other desks, and what became of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from desk.journal.asking import KeptAs, all_of, given
from desk.journal.local_tables import Parcel as Arrived
from desk.journal.store import Store

APPLIED, KNOWN, WAITING, REFUSED, APART = "applied", "known", "waiting", "refused", "apart"
"""Verdicts: taken in; nothing new; something before it is missing; not taken; kept apart."""
BEGUN = "begun"
"""No verdict yet: a part of it is taken in, with the counts so far."""


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One file that came. Times are UTC, ISO 8601. `reason` says why it was not taken in."""

    sha256: str
    name: str
    package: str = ""
    sender: str = ""
    made_at: str = ""
    at: str
    verdict: str
    applied: int = 0
    known: int = 0
    doubtful: int = 0
    reason: Mapping[str, Any] = field(default_factory=dict)


def note(store: Store, parcel: Parcel) -> None:
    """Within a transaction: this is what became of the file."""
    values = asdict(parcel) | {"reason": json.dumps(dict(parcel.reason))}
    all_of(store, Arrived.delete().where(Arrived.sha256 == parcel.sha256))
    all_of(store, Arrived.insert(**values))


def of_file(store: Store, sha256: str) -> Parcel | None:
    """What became of the file with these bytes, if it ever came."""
    return next(iter(_OF_FILE.all(store, sha256=sha256)), None)


def latest(store: Store, limit: int = 50) -> list[Parcel]:
    """The files that came last, newest first."""
    return _LATEST.all(store, limit=limit)


def last_from(store: Store, sender: str) -> Parcel | None:
    """The newest file of a desk that was taken in, by when it was written."""
    return next(iter(_LAST_FROM.all(store, sender=sender)), None)


def with_verdict(store: Store, verdict: str) -> list[Parcel]:
    """All files that wait, or were kept apart, oldest first."""
    return _WITH_VERDICT.all(store, verdict=verdict)


def _parcel(*, reason: str, **rest: Any) -> Parcel:
    return Parcel(reason=json.loads(reason), **rest)


_OF_FILE = KeptAs(_parcel, lambda: Arrived.select().where(Arrived.sha256 == given("sha256")))
_LATEST = KeptAs(
    _parcel,
    lambda: (
        Arrived.select()
        .where(Arrived.verdict != BEGUN)
        .order_by(Arrived.at.desc(), Arrived.name.desc())
        .limit(given("limit"))
    ),
)
_LAST_FROM = KeptAs(
    _parcel,
    lambda: (
        Arrived.select()
        .where(Arrived.sender == given("sender"), Arrived.verdict.in_((APPLIED, KNOWN)))
        .order_by(Arrived.made_at.desc())
        .limit(1)
    ),
)
_WITH_VERDICT = KeptAs(
    _parcel,
    lambda: (
        Arrived.select()
        .where(Arrived.verdict == given("verdict"))
        .order_by(Arrived.made_at, Arrived.name)
    ),
)
