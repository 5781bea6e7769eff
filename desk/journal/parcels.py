"""The files that came in from other desks, and what became of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

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


_COLUMNS = "sha256, name, package, sender, made_at, at, verdict, applied, known, doubtful, reason"


def note(store: Store, parcel: Parcel) -> None:
    """Within a transaction: this is what became of the file."""
    store.run("DELETE FROM parcel WHERE sha256 = ?", (parcel.sha256,))
    store.run(
        f"INSERT INTO parcel({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            parcel.sha256,
            parcel.name,
            parcel.package,
            parcel.sender,
            parcel.made_at,
            parcel.at,
            parcel.verdict,
            parcel.applied,
            parcel.known,
            parcel.doubtful,
            json.dumps(dict(parcel.reason)),
        ),
    )


def of_file(store: Store, sha256: str) -> Parcel | None:
    """What became of the file with these bytes, if it ever came."""
    rows = store.run(f"SELECT {_COLUMNS} FROM parcel WHERE sha256 = ?", (sha256,))
    return _parcel(rows[0]) if rows else None


def latest(store: Store, limit: int = 50) -> list[Parcel]:
    """The files that came last, newest first."""
    rows = store.run(
        f"SELECT {_COLUMNS} FROM parcel WHERE verdict <> ? ORDER BY at DESC, name DESC LIMIT ?",
        (BEGUN, limit),
    )
    return [_parcel(row) for row in rows]


def last_from(store: Store, sender: str) -> Parcel | None:
    """The newest file of a desk that was taken in, by when it was written."""
    rows = store.run(
        f"SELECT {_COLUMNS} FROM parcel WHERE sender = ? AND verdict IN ('applied', 'known') "
        "ORDER BY made_at DESC LIMIT 1",
        (sender,),
    )
    return _parcel(rows[0]) if rows else None


def with_verdict(store: Store, verdict: str) -> list[Parcel]:
    """All files that wait, or were kept apart, oldest first."""
    rows = store.run(
        f"SELECT {_COLUMNS} FROM parcel WHERE verdict = ? ORDER BY made_at, name", (verdict,)
    )
    return [_parcel(row) for row in rows]


def _parcel(row: tuple[Any, ...]) -> Parcel:
    names = [name.strip() for name in _COLUMNS.split(",")]
    values = dict(zip(names, row, strict=True))
    return Parcel(**{**values, "reason": json.loads(values["reason"])})
