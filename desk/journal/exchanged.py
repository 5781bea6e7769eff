"""What went to other desks and what came from them: how far, since when, and what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from peewee import EXCLUDED, SQL, Case, fn

from desk.journal import schema
from desk.journal.journal import LAST_OF, Journal
from desk.journal.schema import Ack, Lacking, Shipment, Wish
from desk.journal.schema import Entry as Row
from desk.journal.schema import Parcel as Arrived
from desk.journal.store import Kept, KeptAny, KeptAs, Store, all_of, begins, given, into, new_row
from desk.rules.chain import START


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
    found = {mark.node: mark for mark in _MARKS.all(store)}
    for node in journal.local_nodes():
        own = LAST_OF.rows(store, node=node)
        if own:
            found[node] = Mark(node, own[0][0], bytes(own[0][1]))
    return found


def mark_of(journal: Journal, node: str) -> Mark:
    """The mark of one desk; of one never heard of, the beginning of its chain."""
    return marks(journal).get(node, Mark(node, 0, START))


def hash_of(store: Store, node: str, seq: int) -> bytes | None:
    """The hash of an entry that is here; None for one that is not."""
    rows = _HASHES.rows(store, node=node, seq=seq)
    return bytes(rows[0][0]) if rows else None


def advance(store: Store, mark: Mark) -> None:
    """Within a transaction: the chain is here up to this mark; it never goes back."""
    _ADVANCE.rows(
        store,
        node=mark.node,
        seq=mark.seq,
        head_hash=mark.head_hash,
        partial=int(mark.partial),
    )


def _mark(*, head_hash: bytes, partial: int, **rest: Any) -> Mark:
    return Mark(head_hash=bytes(head_hash), partial=bool(partial), **rest)


def _advance() -> Any:
    of = schema.Mark
    further = EXCLUDED.seq > of.seq
    return new_row(of).on_conflict(
        conflict_target=[of.node],
        update={
            of.partial: of.partial.bin_or(EXCLUDED.partial),
            of.head_hash: Case(None, [(further, EXCLUDED.head_hash)], of.head_hash),
            of.seq: Case(None, [(further, EXCLUDED.seq)], of.seq),
        },
    )


_MARKS = KeptAs(_mark, schema.Mark.select)
_ADVANCE = Kept(_advance)
_HASHES = Kept(
    lambda: Row.select(Row.hash).where(Row.node == given("node"), Row.seq == given("seq"))
)


def acknowledged(store: Store, by: str) -> Mapping[str, int]:
    """What the desk `by` said it has: up to which seq, by node."""
    return dict(_ACKNOWLEDGED.rows(store, by=by))


def acknowledge(store: Store, by: str, seqs: Iterable[tuple[str, int]]) -> None:
    """Within a transaction: `by` has these chains up to these seqs; what it had, it has."""
    _ACKNOWLEDGE.many(store, ({"by": by, "node": node, "seq": seq} for node, seq in seqs))


def _acknowledge() -> Any:
    higher = Case(None, [(EXCLUDED.seq > Ack.seq, EXCLUDED.seq)], Ack.seq)
    update = {Ack.seq: higher}
    return new_row(Ack).on_conflict(conflict_target=[Ack.by, Ack.node], update=update)


_ACKNOWLEDGED = Kept(lambda: Ack.select(Ack.node, Ack.seq).where(Ack.by == given("by")))
_ACKNOWLEDGE = Kept(_acknowledge)


def lacking(store: Store) -> tuple[str, ...]:
    """The files (SHA-256) that entries name and that are not here."""
    query = Lacking.select(Lacking.sha256).order_by(Lacking.sha256)
    return tuple(row[0] for row in all_of(store, query))


def wishes(store: Store, by: str) -> tuple[str, ...]:
    """The files (SHA-256) that another desk said it lacks."""
    query = Wish.select(Wish.sha256).where(Wish.by == by).order_by(Wish.sha256)
    return tuple(row[0] for row in all_of(store, query))


def set_wishes(store: Store, by: str, digests: Iterable[str]) -> None:
    """Within a transaction: these are the files that another desk lacks now."""
    all_of(store, Wish.delete().where(Wish.by == by))
    into(Wish).many(store, ({"by": by, "sha256": digest} for digest in dict.fromkeys(digests)))


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
_ABOUT_COMPLAINT = begins(Row.kind, "complaint.")


@dataclass(frozen=True, kw_only=True)
class Unconfirmed:
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


def owed(journal: Journal, receiver: str) -> Unconfirmed:
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
    return Unconfirmed(
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
        rows = _SENT_UPTO.rows(store, receiver=receiver, node=node)
        upto[node] = int(rows[0][0] or 0)
    if len(upto) > 1:
        for node in upto:
            upto[node] = max(upto[node], _before_last_file(store, node, receiver))
    return upto


def _before_last_file(store: Store, node: str, receiver: str) -> int:
    rows = _SENT_BEFORE.rows(store, receiver=receiver, node=node)
    return int(rows[0][0] or 0)


def _sent() -> Any:
    """The condition for files with everything in them, to the receiver."""
    return (Shipment.personal == 1) & (Shipment.receiver == given("receiver"))


def _sent_before() -> Any:
    written = (
        Row.select(fn.max(Row.tick))
        .join(Shipment, on=(Shipment.package == Row.subject))
        .where(Row.kind == "export.written", _sent(), Shipment.node != given("node"))
    )
    entry = Row.alias()
    return entry.select(fn.max(entry.seq)).where(entry.node == given("node"), entry.tick <= written)


_SENT_UPTO = Kept(
    lambda: Shipment.select(fn.max(Shipment.upto)).where(_sent(), Shipment.node == given("node"))
)
_SENT_BEFORE = Kept(_sent_before)


def _tally(store: Store, after: Mapping[str, int], upto: Mapping[str, int]) -> _Tally:
    """What lies behind these seqs up to the others, of each chain no more than `_LOOK` entries."""
    if not after:
        return _Tally()
    places = [
        value for node, seq in after.items() for value in (node, seq, min(upto[node], seq + _LOOK))
    ]
    complaints, since, others = _COUNTED.of(store, places)[0]
    more = any(upto[node] - seq > _LOOK for node, seq in after.items())
    return _Tally(int(complaints), since, int(others or 0), more)


def _counted(places: Sequence[Any]) -> Any:
    """`places` are node, from behind which seq, and up to which, of one chain after the other."""
    pieces = [
        (Row.node == node) & (Row.seq > after) & (Row.seq <= upto)
        for node, after, upto in zip(places[::3], places[1::3], places[2::3], strict=True)
    ]
    is_none = _ABOUT_COMPLAINT | Row.kind.in_(_NO_NEWS)
    return Row.select(
        fn.count(Case(None, [(_ABOUT_COMPLAINT, Row.subject)]).distinct()),
        fn.min(Case(None, [(_ABOUT_COMPLAINT, Row.at)])),
        fn.sum(Case(None, [(is_none, SQL("0"))], SQL("1"))),
    ).where(reduce(or_, pieces))


_COUNTED = KeptAny(_counted)


def _first_file(store: Store, receiver: str, has: Mapping[str, int]) -> str | None:
    found = [
        _FIRST_FILE.rows(store, receiver=receiver, node=node, seq=seq)[0][0]
        for node, seq in has.items()
    ]
    return min(filter(None, found), default=None)


def _first_with() -> Any:
    first = Row.select(fn.min(Row.seq)).where(
        Row.node == given("node"), Row.seq > given("seq"), _ABOUT_COMPLAINT
    )
    return Shipment.select(fn.min(Shipment.at)).where(
        _sent(), Shipment.node == given("node"), Shipment.upto >= first
    )


def _at(store: Store, node: str, seq: int) -> str:
    rows = _WRITTEN_AT.rows(store, node=node, seq=seq)
    return str(rows[0][0]) if rows else ""


_FIRST_FILE = Kept(_first_with)
_WRITTEN_AT = Kept(
    lambda: (
        Row.select(Row.at)
        .where(Row.node == given("node"), Row.seq <= given("seq"))
        .order_by(Row.seq.desc())
        .limit(1)
    )
)


def last_came(store: Store) -> dict[str, Came]:
    """The newest file of each desk that was taken in, by node."""
    query = (
        Arrived.select(Arrived.sender, Arrived.made_at, Arrived.at)
        .where(Arrived.verdict.in_((APPLIED, KNOWN)), Arrived.sender != "")
        .order_by(Arrived.made_at, Arrived.at)
    )
    return {sender: Came(made_at=made, at=at) for sender, made, at in all_of(store, query)}


def last_went(journal: Journal) -> dict[str, Went]:
    """The newest file for each desk, by node; and what each one has of the chain written here."""
    store, node = journal.store, journal.node
    acks = all_of(store, Ack.select(Ack.by, Ack.seq).where(Ack.node == node))
    has: dict[str, int] = dict(acks)
    files = (
        Shipment.select(Shipment.receiver, Shipment.at, Shipment.upto)
        .where(Shipment.personal == 1, Shipment.receiver != "", Shipment.node == node)
        .order_by(Shipment.at, Shipment.upto)
    )
    last = {receiver: (at, upto) for receiver, at, upto in all_of(store, files)}
    seqs = {seq: _at(store, node, seq) for seq in {*has.values()}}
    return {
        one: Went(
            at=last.get(one, ("", 0))[0],
            confirmed=one in last and has.get(one, 0) >= last[one][1],
            has_upto=seqs.get(has.get(one, 0), ""),
        )
        for one in {*has, *last}
    }
