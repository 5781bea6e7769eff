"""What went to other desks and what came from them: how far, since when, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.journal import marks
from desk.journal.journal import Journal
from desk.journal.store import Store

_NO_NEWS = ("export.written", "import.applied")
"""What a desk writes about the exchange itself; alone it is no reason for another file."""
_ABOUT_COMPLAINT = "kind LIKE 'complaint.%'"


@dataclass(frozen=True, kw_only=True)
class Owed:
    """What a receiver has not confirmed. Counts are complaints; times are UTC, ISO 8601.

    With `more`, so much waits that only its beginning was counted: there are at least so many.
    `exported_at` is the first file with something unconfirmed, `confirmed_upto` when the last
    entry was written that the receiver has; `others` counts news that is about no complaint.
    """

    missing: int = 0
    since: str | None = None
    to_export: int = 0
    to_export_since: str | None = None
    unconfirmed: int = 0
    exported_at: str | None = None
    confirmed_upto: str | None = None
    others: int = 0
    more: bool = False


@dataclass(frozen=True, kw_only=True)
class Came:
    """The newest file of a desk that was taken in: when it was written, and when it came."""

    made_at: str
    at: str


@dataclass(frozen=True, kw_only=True)
class Went:
    """The newest file for a desk: when it was written; `confirmed` where the desk has it.

    `has_upto` is when the last entry of this desk was written that it has; empty for none.
    """

    at: str
    confirmed: bool
    has_upto: str


_LOOK = 10_000
"""Entries of a chain that are counted, about a thousand complaints: this is asked after each change
and takes 5 ms then, where a whole journal of 100,000 complaints takes half a second."""


def owed(journal: Journal, receiver: str) -> Owed:
    """What the desk `receiver` has not confirmed of all that was written here."""
    store = journal.store
    told = marks.acknowledged(store, receiver)
    has = {node: told.get(node, 0) for node in journal.local_nodes()}
    sent = {node: max(upto, has[node]) for node, upto in _exported(journal, receiver).items()}
    last = {node: journal.seq_of(node) for node in has}
    missing = _tally(store, has, last)
    to_export = missing if sent == has else _tally(store, sent, last)
    unconfirmed = _Tally() if sent == has else _tally(store, has, sent)
    written = unconfirmed.complaints
    return Owed(
        missing=missing.complaints,
        since=missing.since,
        to_export=to_export.complaints,
        to_export_since=to_export.since,
        unconfirmed=written,
        exported_at=_first_file(store, receiver, has) if written else None,
        confirmed_upto=max(filter(None, (_at(store, *each) for each in has.items())), default=None),
        others=to_export.others,
        more=missing.more,
    )


@dataclass(frozen=True)
class _Tally:
    """Of a piece of the chains: complaints, when the first entry about one was written, and how
    many entries bring other news; `more` where the piece is longer than what was counted."""

    complaints: int = 0
    since: str | None = None
    others: int = 0
    more: bool = False


def _exported(journal: Journal, receiver: str) -> dict[str, int]:
    """Up to which seq each desk of this database is in a file for the receiver.

    A file names only the seq of the desk that wrote it; of the others here, all that was written
    before that was in it too.
    """
    store = journal.store
    upto = dict.fromkeys(journal.local_nodes(), 0)
    for node in upto:
        rows = store.run(
            "SELECT max(upto) FROM shipment WHERE personal = 1 AND receiver = ? AND node = ?",
            (receiver, node),
        )
        upto[node] = int(rows[0][0] or 0)
    if len(upto) > 1:
        for node in upto:
            upto[node] = max(upto[node], _before_last_file(store, node, receiver))
    return upto


def _before_last_file(store: Store, node: str, receiver: str) -> int:
    rows = store.run(
        "SELECT max(seq) FROM entry WHERE node = ? AND tick <= (SELECT max(entry.tick) FROM entry "
        "JOIN shipment ON shipment.package = entry.subject WHERE entry.kind = 'export.written' "
        "AND shipment.personal = 1 AND shipment.receiver = ? AND shipment.node <> ?)",
        (node, receiver, node),
    )
    return int(rows[0][0] or 0)


def _tally(store: Store, after: Mapping[str, int], upto: Mapping[str, int]) -> _Tally:
    """What lies behind these seqs up to the others, of each chain no more than `_LOOK` entries."""
    if not after:
        return _Tally()
    values: list[object] = [*_NO_NEWS]
    for node, seq in after.items():
        values += [node, seq, min(upto[node], seq + _LOOK)]
    complaints, since, others = store.run(
        f"SELECT count(DISTINCT CASE WHEN {_ABOUT_COMPLAINT} THEN subject END), "
        f"min(CASE WHEN {_ABOUT_COMPLAINT} THEN at END), "
        f"sum(CASE WHEN {_ABOUT_COMPLAINT} OR kind IN (?, ?) THEN 0 ELSE 1 END) "
        f"FROM entry WHERE {' OR '.join(['(node = ? AND seq > ? AND seq <= ?)'] * len(after))}",
        values,
    )[0]
    more = any(upto[node] - seq > _LOOK for node, seq in after.items())
    return _Tally(int(complaints), since, int(others or 0), more)


def _first_file(store: Store, receiver: str, has: Mapping[str, int]) -> str | None:
    found = []
    for node, seq in has.items():
        rows = store.run(
            "SELECT min(at) FROM shipment WHERE personal = 1 AND receiver = ? AND node = ? "
            "AND upto >= (SELECT min(seq) FROM entry WHERE node = ? AND seq > ? "
            "AND kind LIKE 'complaint.%')",
            (receiver, node, node, seq),
        )
        found.append(rows[0][0])
    return min(filter(None, found), default=None)


def _at(store: Store, node: str, seq: int) -> str:
    rows = store.run(
        "SELECT at FROM entry WHERE node = ? AND seq <= ? ORDER BY seq DESC LIMIT 1", (node, seq)
    )
    return str(rows[0][0]) if rows else ""


def last_came(store: Store) -> dict[str, Came]:
    """The newest file of each desk that was taken in, by node."""
    rows = store.run(
        "SELECT sender, made_at, at FROM parcel WHERE verdict IN ('applied', 'known') "
        "AND sender <> '' ORDER BY made_at, at"
    )
    return {sender: Came(made_at=made_at, at=at) for sender, made_at, at in rows}


def last_went(journal: Journal) -> dict[str, Went]:
    """The newest file for each desk, by node; and what each one has of the chain written here."""
    store, node = journal.store, journal.node
    has: dict[str, int] = dict(store.run("SELECT by, seq FROM ack WHERE node = ?", (node,)))
    files = store.run(
        "SELECT receiver, at, upto FROM shipment WHERE personal = 1 AND receiver <> '' "
        "AND node = ? ORDER BY at, upto",
        (node,),
    )
    last = {receiver: (at, upto) for receiver, at, upto in files}
    seqs = {seq: _at(store, node, seq) for seq in {*has.values()}}
    return {
        one: Went(
            at=last.get(one, ("", 0))[0],
            confirmed=one in last and has.get(one, 0) >= last[one][1],
            has_upto=seqs.get(has.get(one, 0), ""),
        )
        for one in {*has, *last}
    }
