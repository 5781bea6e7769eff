"""Entries between desks: what another desk needs and lacks, and how theirs come in.

What comes in is a set union, so that it may come twice, late, in any order. Each slice is one
transaction, with the views of what it touched and the mark of how far the chains are here; whoever
is interrupted goes on where the last slice ended.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any

from msgspec.structs import asdict
from peewee import SQL, fn

from desk.journal import exchanged, views
from desk.journal.exchanged import Mark
from desk.journal.journal import PAGE, Journal
from desk.journal.schema import Concern, Doubt, Feedback, Lacking, ShopFact
from desk.journal.schema import Entry as Row
from desk.journal.store import Kept, KeptAny, Store, all_of, begins, given, into
from desk.journal.views import append_many, entries, entry_of
from desk.rules.chain import DOUBTFUL_AFTER, START, Entry, next_tick
from desk.rules.entries import CompanyNamed, ComplaintAttached, ComplaintRegistered, NodeSucceeded
from desk.rules.errors import Refused
from desk.words import say

_SPAN = 4_000
"""Seqs of a chain that are asked for at once, from the first to the last of those wanted: by a list
of them a server without statistics reads the whole chain once for each 400."""
_WITH_FILES = frozenset({ComplaintRegistered.KIND, ComplaintAttached.KIND, CompanyNamed.KIND})


class Forked(Refused):
    """The same desk and seq, but another entry: two programs write under one name."""

    def __init__(self, node: str, seq: int) -> None:
        super().__init__(
            say(
                "merge",
                "Desk {node} has written two different entries under the number {seq}: its disk "
                "was copied, or a backup was put back by hand. Nothing of this file was taken; it "
                "is kept apart. Ask at that desk, and accept a new card for the one that goes on.",
            )(node=node, seq=seq)
        )
        self.node = node
        self.seq = seq


@dataclass(frozen=True)
class Taken:
    """How many entries were new, known already, and (of the new) of a time in the future."""

    applied: int = 0
    known: int = 0
    doubtful: int = 0

    def __add__(self, other: Taken) -> Taken:
        return Taken(
            self.applied + other.applied, self.known + other.known, self.doubtful + other.doubtful
        )


def gap(journal: Journal, node: str, first: int) -> int:
    """How many entries are missing before `first`: 0 where the chain goes on without a gap."""
    return max(0, first - 1 - exchanged.mark_of(journal, node).seq)


def check_forks(journal: Journal, entries: Sequence[Entry]) -> None:
    """Raises Forked where one of them is here already, with another hash."""
    held, writers = _held(journal, entries), _writers(journal, journal.local_nodes())
    for entry in entries:
        _is_known(entry, held, writers)


def merge(
    journal: Journal,
    entries: Sequence[Entry],
    *,
    now: datetime,
    has_file: Callable[[str], bool],
    partial: Iterable[str] = (),
    marking: bool = True,
    also: Callable[[Taken], object] | None = None,
) -> Taken:
    """Takes one slice in, whole or not at all; `partial` names desks of which parts are left out.

    Entries of one desk stand in the order of their seq. Without `marking` the chains do not count
    as known. `also` is told the counts within the same transaction. Raises Forked.
    """
    believable = next_tick(0, now + DOUBTFUL_AFTER)
    with journal.store.transaction():
        held, own = _held(journal, entries), journal.local_nodes()
        writers = _writers(journal, own)
        new = [entry for entry in entries if not _is_known(entry, held, writers)]
        append_many(journal.store, new)
        filled = [entry for entry in entries if _fills(entry, held)]
        _FILL.many(journal.store, map(asdict, filled))
        doubtful = [entry for entry in new if entry.tick > believable]
        into(Doubt).many(journal.store, map(asdict, doubtful))
        _note_files(journal, new, has_file)
        for mark in _marks(entries, {*partial}, marking=marking):
            if mark.node not in own:
                exchanged.advance(journal.store, mark)
        touched = [(entry.kind.split(".")[0], entry.subject) for entry in (*new, *filled)]
        views.refresh(journal.store, touched)
        taken = Taken(len(new), len(entries) - len(new), len(doubtful))
        if also is not None:
            also(taken)
    return taken


_Held = dict[tuple[str, int], tuple[bytes, bool]]
"""(node, seq) → (hash, whether personal data are missing that there once were)."""


def _held(journal: Journal, entries: Sequence[Entry]) -> _Held:
    found: _Held = {}
    seqs: dict[str, list[int]] = {}
    for entry in entries:
        seqs.setdefault(entry.node, []).append(entry.seq)
    for node, wanted in seqs.items():
        for first, last in _ranges(wanted):
            rows = _HELD.rows(journal.store, node=node, first=first, last=last)
            found |= {(node, seq): (bytes(hash_), bool(bare)) for seq, hash_, bare in rows}
    return found


def _ranges(seqs: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of ranges of at most `_SPAN` that hold them all, however far apart they are."""
    for _, some in groupby(sorted(seqs), key=lambda seq: seq // _SPAN):
        held = [*some]
        yield held[0], held[-1]


def _is_known(entry: Entry, held: _Held, own: frozenset[str]) -> bool:
    known = held.get((entry.node, entry.seq))
    if known is None and entry.node in own:
        raise Forked(entry.node, entry.seq)  # under our own name, but not by us
    if known is not None and known[0] != entry.hash:
        raise Forked(entry.node, entry.seq)
    return known is not None


def _writers(journal: Journal, own: Iterable[str]) -> frozenset[str]:
    """Of the desks of this database those that write now; one that was succeeded after a restore
    may get back what was lost."""
    return frozenset(own) - {row[0] for row in _SUCCEEDED.rows(journal.store)}


def _fills(entry: Entry, held: _Held) -> bool:
    """Whether it brings the personal data that an earlier file had left out."""
    known = held.get((entry.node, entry.seq))
    return known is not None and known[1] and entry.personal is not None


def _note_files(
    journal: Journal, entries: Iterable[Entry], has_file: Callable[[str], bool]
) -> None:
    for digest in files_named(entries):
        if not has_file(digest):
            all_of(journal.store, Lacking.insert(sha256=digest).on_conflict_ignore())


def files_named(entries: Iterable[Entry]) -> list[str]:
    """The files (SHA-256) that these entries name, each once."""
    found: dict[str, None] = {}
    for entry in entries:
        if entry.kind in _WITH_FILES:
            found |= dict.fromkeys(_digests(entry.body))
    return list(found)


def _digests(body: str) -> list[str]:
    try:
        told = json.loads(body)
        named = [*told.get("files", []), told.get("file", ""), told.get("logo", "")]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return []
    return [each for each in named if isinstance(each, str) and _is_digest(each)]


def _is_digest(text: str) -> bool:
    return len(text) == 64 and not set(text) - set("0123456789abcdef")


def file_came(journal: Journal, digest: str) -> None:
    """Within a transaction: the file is here now."""
    all_of(journal.store, Lacking.delete().where(Lacking.sha256 == digest))


def _marks(entries: Iterable[Entry], partial: set[str], *, marking: bool) -> Iterator[Mark]:
    """The marks follow the last entry of each whole chain; of others, only when all has come."""
    last = {entry.node: entry for entry in entries}
    for node, entry in last.items():
        if node in partial:
            yield Mark(node, 0, START, partial=True)
        elif marking:
            yield Mark(node, entry.seq, entry.hash)


def end_of_range(journal: Journal, mark: Mark) -> None:
    """Within a transaction: the range ends here, though its last entries may be left out."""
    if mark.node not in {*journal.local_nodes()}:
        exchanged.advance(journal.store, mark)


def _held_rows() -> Any:
    bare = Row.personal.is_null() & Row.personal_digest.is_null(False)
    return Row.select(Row.seq, Row.hash, bare.alias("bare")).where(
        Row.node == given("node"), Row.seq >= given("first"), Row.seq <= given("last")
    )


_HELD = Kept(_held_rows)
_SUCCEEDED = Kept(lambda: Row.select(Row.subject).where(Row.kind == NodeSucceeded.KIND))
_FILL = Kept(
    lambda: Row.update(personal=given("personal"), salt=given("salt")).where(
        Row.node == given("node"), Row.seq == given("seq")
    )
)


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
    known = exchanged.marks(journal)
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
        node: mark
        for node, mark in exchanged.marks(journal).items()
        if node not in own and node != receiver
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
    place = {"node": mark.node, "after": after, "upto": mark.seq}
    return _NEW_FOR.rows(store, branch=branch, **place)


def _piece() -> Any:
    """The condition for a piece of a chain."""
    return (Row.node == given("node")) & (Row.seq > given("after")) & (Row.seq <= given("upto"))


def _new_for() -> Any:
    concerns = Concern.select(SQL("1")).where(
        Concern.complaint == Row.subject, Concern.branch == given("branch")
    )
    said = Feedback.select(SQL("1")).where(
        Feedback.id == Row.subject, Feedback.branch == given("branch")
    )
    return Row.select(Row.seq, Row.actor).where(_piece(), fn.EXISTS(concerns) | fn.EXISTS(said))


def _released(
    store: Store, branch: str, acknowledged: Mapping[str, int]
) -> Iterator[tuple[str, int, str]]:
    """(node, seq, actor) of all about complaints of which the branch does not know yet that they
    concern it."""
    query = Concern.select(Concern.complaint, Concern.node, Concern.seq)
    rows = all_of(store, query.where(Concern.branch == branch))
    subjects = [subject for subject, node, seq in rows if seq > acknowledged.get(node, 0)]
    for some in _some(subjects):
        yield from _ABOUT_ANY.of(store, some)


def _people(store: Store, actors: Iterable[str]) -> Iterator[tuple[str, int]]:
    """(node, seq) of what says who they are."""
    for some in _some(sorted(actors)):
        yield from _WHO_IS.of(store, some)


def _reference(store: Store, mark: Mark, after: int) -> set[int]:
    rows = _REFERRED.rows(store, node=mark.node, after=after, upto=mark.seq)
    return {row[0] for row in rows}


def _referred() -> Any:
    topics = reduce(or_, (begins(Row.kind, topic) for topic in _REFERENCE))
    return Row.select(Row.seq).where(_piece(), topics, Row.kind.not_in(_UNTOLD))


def _nodes_of(store: Store, branch: str) -> list[str]:
    says_so = ShopFact.key.endswith("/branch") & (ShopFact.value == branch)
    rows = all_of(store, ShopFact.select(ShopFact.key).where(says_so).order_by(ShopFact.key))
    return [row[0].removesuffix("/branch") for row in rows]


def _prev(store: Store, node: str, seq: int) -> bytes:
    if seq == 1:
        return START
    before = exchanged.hash_of(store, node, seq - 1)
    return before or bytes(_PREV.rows(store, node=node, seq=seq)[0][0])


_PREV = Kept(lambda: Row.select(Row.prev).where(Row.node == given("node"), Row.seq == given("seq")))
_NEW_FOR = Kept(_new_for)
_REFERRED = Kept(_referred)
_ABOUT_ANY = KeptAny(
    lambda subjects: Row.select(Row.node, Row.seq, Row.actor).where(Row.subject.in_(subjects))
)
_WHO_IS = KeptAny(
    lambda actors: Row.select(Row.node, Row.seq).where(
        Row.subject.in_(actors), Row.kind.in_(_PEOPLE)
    )
)


def _some(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def entries_of(store: Store, stretch: Stretch) -> Iterator[Entry]:
    """The entries of a stretch, in the order of the chain, read in pages."""
    if stretch.seqs is None:
        yield from Journal(store, stretch.node).entries(
            stretch.node, stretch.first - 1, stretch.last
        )
        return
    for start in range(0, len(stretch.seqs), _AT_ONCE):
        some = stretch.seqs[start : start + _AT_ONCE]
        yield from map(entry_of, _CHOSEN.of(store, some, node=stretch.node))


def files_in(store: Store, stretches: Sequence[Stretch]) -> Iterator[Entry]:
    """The entries that name a photo or document, in the stretches."""
    for each in stretches:
        after = each.first - 1
        chosen = None if each.seqs is None else frozenset(each.seqs)
        while True:
            rows = _NAMING_FILES.rows(store, node=each.node, after=after, upto=each.last)
            yield from (entry_of(row) for row in rows if chosen is None or row[1] in chosen)
            if len(rows) < PAGE:
                break
            after = rows[-1][1]


def _with_files() -> Any:
    kinds = ("complaint.registered", "complaint.attached", "company.named")
    named = Row.body.contains('"file') | Row.body.contains('"logo')
    return entries(_piece(), Row.kind.in_(kinds), named).order_by(Row.seq).limit(PAGE)


_NAMING_FILES = Kept(_with_files)
_CHOSEN = KeptAny(
    lambda seqs: entries(Row.node == given("node"), Row.seq.in_(seqs)).order_by(Row.seq)
)
