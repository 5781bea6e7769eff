"""What goes to whom: the pieces of the chains that another desk needs and does not have yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from peewee import SQL, fn

from desk.journal import exchanged
from desk.journal.exchanged import Mark
from desk.journal.journal import PAGE, Journal
from desk.journal.schema import Concern, Feedback, ShopFact
from desk.journal.schema import Entry as Row
from desk.journal.store import Kept, KeptAny, Store, all_of, begins, given
from desk.journal.views import entries, entry_of
from desk.rules.chain import START, Entry

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
            rows = _WITH_FILES.rows(store, node=each.node, after=after, upto=each.last)
            yield from (entry_of(row) for row in rows if chosen is None or row[1] in chosen)
            if len(rows) < PAGE:
                break
            after = rows[-1][1]


def _with_files() -> Any:
    kinds = ("complaint.registered", "complaint.attached", "company.named")
    named = Row.body.contains('"file') | Row.body.contains('"logo')
    return entries(_piece(), Row.kind.in_(kinds), named).order_by(Row.seq).limit(PAGE)


_WITH_FILES = Kept(_with_files)
_CHOSEN = KeptAny(
    lambda seqs: entries(Row.node == given("node"), Row.seq.in_(seqs)).order_by(Row.seq)
)
