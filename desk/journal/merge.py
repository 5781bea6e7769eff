"""Entries of other desks come in: a set union, so that they may come twice, late, in any order.

Each slice is one transaction, with the views of what it touched and the mark of how far the chains
are here; whoever is interrupted goes on where the last slice ended.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from msgspec.structs import asdict

from desk.journal import exchanged, views
from desk.journal.exchanged import Mark
from desk.journal.journal import Journal
from desk.journal.schema import Doubt, Lacking
from desk.journal.schema import Entry as Row
from desk.journal.store import Kept, all_of, given, into
from desk.journal.views import append_many
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
