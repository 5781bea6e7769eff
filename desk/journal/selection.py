"""What another desk is to get: all that head office lacks, or what concerns one branch.

A stretch is a piece of one desk's chain. To head office goes everything that was written here. To
a branch goes what its other desks wrote, whole (a restored one gets back what it lost); of other
desks the complaints and feedback that concern it, with who acted on them; and head office's own
reference data. What lies between is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.journal import marks
from desk.journal.entry_rows import COLUMNS, entry_of
from desk.journal.journal import PAGE, Journal
from desk.journal.marks import Mark
from desk.journal.store import Store
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
    known = marks.marks(journal)
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
        for node, mark in marks.marks(journal).items()
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
