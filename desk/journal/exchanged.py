"""What went to other desks and what came from them: how far, since when, and what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from desk.journal.asking import KeptAs, all_of, given
from desk.journal.entry_rows import COLUMNS, entry_of
from desk.journal.journal import PAGE, Journal
from desk.journal.schema import Parcel as Arrived
from desk.journal.store import Store
from desk.rules.chain import START, Entry


@dataclass(frozen=True)
class Mark:
    """Up to where a desk's chain is here; `partial` where what is none of our business is left out.

    `head_hash` is that of the entry `seq`, which itself may be left out. `seq` is 0 while all that
    is here came without a promise of where it ends.
    """

    node: str
    seq: int
    head_hash: bytes
    partial: bool = False


def marks(journal: Journal) -> dict[str, Mark]:
    """The mark of every desk of which something is here, by node."""
    store = journal.store
    rows = store.run("SELECT node, seq, head_hash, partial FROM mark")
    found = {node: Mark(node, seq, bytes(head), bool(part)) for node, seq, head, part in rows}
    for node in journal.local_nodes():
        own = store.run(
            "SELECT seq, hash FROM entry WHERE node = ? ORDER BY seq DESC LIMIT 1", (node,)
        )
        if own:
            found[node] = Mark(node, own[0][0], bytes(own[0][1]))
    return found


def mark_of(journal: Journal, node: str) -> Mark:
    """The mark of one desk; of one never heard of, the beginning of its chain."""
    return marks(journal).get(node, Mark(node, 0, START))


def hash_of(store: Store, node: str, seq: int) -> bytes | None:
    """The hash of an entry that is here; None for one that is not."""
    rows = store.run("SELECT hash FROM entry WHERE node = ? AND seq = ?", (node, seq))
    return bytes(rows[0][0]) if rows else None


def advance(store: Store, mark: Mark) -> None:
    """Within a transaction: the chain is here up to this mark; it never goes back."""
    store.run(
        "INSERT INTO mark(node, seq, head_hash, partial) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(node) DO UPDATE SET partial = mark.partial | excluded.partial, "
        "head_hash = CASE WHEN excluded.seq > mark.seq THEN excluded.head_hash "
        "ELSE mark.head_hash END, "
        "seq = CASE WHEN excluded.seq > mark.seq THEN excluded.seq ELSE mark.seq END",
        (mark.node, mark.seq, mark.head_hash, int(mark.partial)),
    )


def acknowledged(store: Store, by: str) -> Mapping[str, int]:
    """What the desk `by` said it has: up to which seq, by node."""
    return dict(store.run("SELECT node, seq FROM ack WHERE by = ?", (by,)))


def acknowledge(store: Store, by: str, seqs: Iterable[tuple[str, int]]) -> None:
    """Within a transaction: `by` has these chains up to these seqs; what it had, it has."""
    for node, seq in seqs:
        store.run(
            "INSERT INTO ack(by, node, seq) VALUES (?, ?, ?) ON CONFLICT(by, node) DO UPDATE "
            "SET seq = CASE WHEN excluded.seq > ack.seq THEN excluded.seq ELSE ack.seq END",
            (by, node, seq),
        )


def lacking(store: Store) -> tuple[str, ...]:
    """The files (SHA-256) that entries name and that are not here."""
    return tuple(row[0] for row in store.run("SELECT sha256 FROM lacking ORDER BY sha256"))


def wishes(store: Store, by: str) -> tuple[str, ...]:
    """The files (SHA-256) that another desk said it lacks."""
    return tuple(
        row[0] for row in store.run("SELECT sha256 FROM wish WHERE by = ? ORDER BY sha256", (by,))
    )


def set_wishes(store: Store, by: str, digests: Iterable[str]) -> None:
    """Within a transaction: these are the files that another desk lacks now."""
    store.run("DELETE FROM wish WHERE by = ?", (by,))
    for digest in dict.fromkeys(digests):
        store.run("INSERT INTO wish(by, sha256) VALUES (?, ?)", (by, digest))


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
    told = acknowledged(store, receiver)
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


_REFERENCE = ("company.", "branch.", "staff.", "card.", "desk.", "node.")
_PEOPLE = ("staff.added", "staff.roles_changed", "staff.switched_off")
_UNTOLD = ("staff.pin_set", "staff.pin_wrong")
_AT_ONCE = 200


@dataclass(frozen=True)
class Stretch:
    """`count` entries of one desk between `first` and `last`; fewer than all where some are left
    out. `seqs` are those that go, None for every one."""

    node: str
    first: int
    last: int
    prev_hash: bytes
    head_hash: bytes
    count: int
    seqs: tuple[int, ...] | None = None


def for_head_office(journal: Journal, acknowledged: Mapping[str, int]) -> list[Stretch]:
    """All that was written here and is not yet acknowledged."""
    return _whole(journal, journal.local_nodes(), acknowledged)


def _whole(
    journal: Journal, nodes: Iterable[str], acknowledged: Mapping[str, int]
) -> list[Stretch]:
    found = []
    known = marks(journal)
    for mark in (known[node] for node in nodes if node in known):
        first = min(acknowledged.get(mark.node, 0), mark.seq) + 1
        if first <= mark.seq:
            prev = _prev(journal.store, mark.node, first)
            length = mark.seq - first + 1
            found.append(Stretch(mark.node, first, mark.seq, prev, mark.head_hash, length))
    return found


def for_branch(
    journal: Journal, branch: str, acknowledged: Mapping[str, int], *, receiver: str = ""
) -> list[Stretch]:
    """What concerns a branch and is not yet acknowledged by its desk `receiver`.

    A complaint that came to concern it only now goes whole, also what was written long before.
    """
    store, local = journal.store, journal.local_nodes()
    own = [node for node in _nodes_of(store, branch) if node not in {*local, receiver}]
    others = {
        node: mark for node, mark in marks(journal).items() if node not in own and node != receiver
    }
    wanted: dict[str, set[int]] = {node: set() for node in others}
    actors: set[str] = set()
    for mark in others.values():
        after = min(acknowledged.get(mark.node, 0), mark.seq)
        for seq, actor in _new(store, branch, mark, after):
            wanted[mark.node].add(seq)
            actors.add(actor)
        if mark.node in local:
            wanted[mark.node] |= _reference(store, mark, after)
    for node, seq, actor in _released(store, branch, acknowledged):
        if node in wanted:
            wanted[node].add(seq)
            actors.add(actor)
    for node, seq in _people(store, actors):
        if node in wanted and node not in local:
            wanted[node].add(seq)
    whole = _whole(journal, own, acknowledged)
    parts = [_part(store, others[node], wanted[node], acknowledged) for node in others]
    return [*whole, *filter(None, parts)]


def _part(
    store: Store, mark: Mark, wanted: Iterable[int], acknowledged: Mapping[str, int]
) -> Stretch | None:
    seqs = tuple(sorted(seq for seq in wanted if seq <= mark.seq))
    if not seqs:
        return None
    first = min(seqs[0], min(acknowledged.get(mark.node, 0), mark.seq) + 1)
    prev = _prev(store, mark.node, first)
    return Stretch(mark.node, first, mark.seq, prev, mark.head_hash, len(seqs), seqs)


def _new(store: Store, branch: str, mark: Mark, after: int) -> list[tuple[int, str]]:
    """(seq, actor) of what was written since about the branch's complaints and feedback."""
    return store.run(
        "SELECT seq, actor FROM entry WHERE node = ? AND seq > ? AND seq <= ? AND (EXISTS "
        "(SELECT 1 FROM concern WHERE complaint = entry.subject AND branch = ?) OR EXISTS "
        "(SELECT 1 FROM feedback WHERE id = entry.subject AND branch = ?))",
        (mark.node, after, mark.seq, branch, branch),
    )


def _released(
    store: Store, branch: str, acknowledged: Mapping[str, int]
) -> Iterator[tuple[str, int, str]]:
    """(node, seq, actor) of all about complaints of which the branch does not know yet that they
    concern it."""
    rows = store.run("SELECT complaint, node, seq FROM concern WHERE branch = ?", (branch,))
    subjects = [subject for subject, node, seq in rows if seq > acknowledged.get(node, 0)]
    for some in _some(subjects):
        yield from store.run(
            f"SELECT node, seq, actor FROM entry WHERE subject IN ({_marks(some)})", some
        )


def _people(store: Store, actors: Iterable[str]) -> Iterator[tuple[str, int]]:
    """(node, seq) of what says who they are."""
    for some in _some(sorted(actors)):
        yield from store.run(
            f"SELECT node, seq FROM entry WHERE subject IN ({_marks(some)}) "
            f"AND kind IN ({_marks(_PEOPLE)})",
            (*some, *_PEOPLE),
        )


def _reference(store: Store, mark: Mark, after: int) -> set[int]:
    likes = " OR ".join("kind LIKE ?" for _ in _REFERENCE)
    rows = store.run(
        f"SELECT seq FROM entry WHERE node = ? AND seq > ? AND seq <= ? AND ({likes}) "
        f"AND kind NOT IN ({_marks(_UNTOLD)})",
        (mark.node, after, mark.seq, *(f"{topic}%" for topic in _REFERENCE), *_UNTOLD),
    )
    return {row[0] for row in rows}


def _nodes_of(store: Store, branch: str) -> list[str]:
    rows = store.run(
        "SELECT key FROM fact WHERE key LIKE '%/branch' AND value = ? ORDER BY key", (branch,)
    )
    return [row[0].removesuffix("/branch") for row in rows]


def _prev(store: Store, node: str, seq: int) -> bytes:
    if seq == 1:
        return START
    rows = store.run("SELECT hash FROM entry WHERE node = ? AND seq = ?", (node, seq - 1))
    if rows:
        return bytes(rows[0][0])
    return bytes(store.run("SELECT prev FROM entry WHERE node = ? AND seq = ?", (node, seq))[0][0])


def _some(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def entries_of(store: Store, stretch: Stretch) -> Iterator[Entry]:
    """The entries of a stretch, in the order of the chain, read in pages."""
    if stretch.seqs is None:
        yield from Journal(store, stretch.node).entries(
            stretch.node, stretch.first - 1, stretch.last
        )
        return
    for start in range(0, len(stretch.seqs), _AT_ONCE):
        some = stretch.seqs[start : start + _AT_ONCE]
        rows = store.run(
            f"SELECT {COLUMNS} FROM entry WHERE node = ? AND seq IN ({_marks(some)}) ORDER BY seq",
            (stretch.node, *some),
        )
        yield from map(entry_of, rows)


def files_in(store: Store, stretches: Sequence[Stretch]) -> Iterator[Entry]:
    """The entries that name a photo or document, in the stretches."""
    for each in stretches:
        after = each.first - 1
        chosen = None if each.seqs is None else frozenset(each.seqs)
        while True:
            rows = store.run(
                f"SELECT {COLUMNS} FROM entry WHERE node = ? AND seq > ? AND seq <= ? "
                "AND kind IN ('complaint.registered', 'complaint.attached', 'company.named') "
                "AND (body LIKE '%\"file%' OR body LIKE '%\"logo%') ORDER BY seq LIMIT ?",
                (each.node, after, each.last, PAGE),
            )
            yield from (entry_of(row) for row in rows if chosen is None or row[1] in chosen)
            if len(rows) < PAGE:
                break
            after = rows[-1][1]
