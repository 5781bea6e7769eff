"""Entries as lines of JSON, and the check that they are the chain the manifest promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Struct

from desk.exchange.schema import Hash, Node, Salt
from desk.rules.chain import Entry, canonical, is_whole
from desk.rules.errors import Trouble
from desk.words import say

MAX_LINE = 1 << 24
LARGEST = 2**63
"""Numbers from here on have no place in a table."""
_BATCH = 64


class _Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry as it goes between desks: the same fields, raw bytes in hex."""

    node: Node
    seq: int
    tick: int
    seen: Hash | None
    at: str
    actor: str
    kind: str
    subject: str
    body: str
    personal: str | None
    salt: Salt | None
    personal_digest: Hash | None
    prev: Hash
    hash: Hash


_LINE = msgspec.json.Decoder(_Line)


@dataclass(frozen=True)
class Range:
    """A stretch of one desk's chain. Hashes are hex; the first `prev` is zeros.

    `count` is less than its length where entries that are not the receiver's business are left out.
    """

    node: str
    first: int
    last: int
    prev_hash: str
    head_hash: str
    count: int

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Range:
        """A range as it stands in a manifest."""
        names = ("node", "from", "to", "prev_hash", "head_hash", "count")
        return cls(*(told[name] for name in names))

    @property
    def partial(self) -> bool:
        """Whether something is left out."""
        return self.count != self.length

    @property
    def sensible(self) -> bool:
        """Whether the numbers can be true."""
        return 0 < self.first <= self.last < LARGEST and 0 < self.count <= self.length

    @property
    def length(self) -> int:
        """How many entries the chain has in this stretch."""
        return self.last - self.first + 1

    def told(self) -> dict[str, object]:
        """As it stands in the manifest."""
        return {
            "node": self.node,
            "from": self.first,
            "to": self.last,
            "prev_hash": self.prev_hash,
            "head_hash": self.head_hash,
            "count": self.count,
        }


def told(entry: Entry) -> dict[str, object]:
    """A stored entry as it goes between desks: the same fields, raw bytes in hex."""
    return {
        "node": entry.node,
        "seq": entry.seq,
        "tick": entry.tick,
        "seen": _hex(entry.seen),
        "at": entry.at,
        "actor": entry.actor,
        "kind": entry.kind,
        "subject": entry.subject,
        "body": entry.body,
        "personal": entry.personal,
        "salt": _hex(entry.salt),
        "personal_digest": _hex(entry.personal_digest),
        "prev": entry.prev.hex(),
        "hash": entry.hash.hex(),
    }


def entry_in(line: bytes) -> Entry:
    """The entry in a line of a file.

    Raises ValueError where it has another shape, or is not written in the canonical form.
    """
    entry = _entry(_LINE.decode(line))
    if canonical(told(entry)) != line:
        raise ValueError(line)
    return entry


def entry_of(line: Mapping[str, object]) -> Entry:
    """The entry in an object that goes between desks. Raises ValueError for another shape."""
    return _entry(msgspec.convert(line, _Line))


def _entry(line: _Line) -> Entry:
    return Entry(
        node=line.node,
        seq=line.seq,
        tick=line.tick,
        seen=_raw(line.seen),
        at=line.at,
        actor=line.actor,
        kind=line.kind,
        subject=line.subject,
        body=line.body,
        personal=line.personal,
        salt=_raw(line.salt),
        personal_digest=_raw(line.personal_digest),
        prev=bytes.fromhex(line.prev),
        hash=bytes.fromhex(line.hash),
    )


def _hex(raw: bytes | None) -> str | None:
    return None if raw is None else raw.hex()


def _raw(text: str | None) -> bytes | None:
    return None if text is None else bytes.fromhex(text)


class Chains:
    """Follows the chains of all desks in a file, and compares them with the ranges promised.

    Where the receiver is not meant to have all of a chain, entries may be left out between `first`
    and `last`; each that is there is whole, and continues the one before where that is there too.
    """

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._ranges = {each.node: each for each in ranges}
        self._heads = {
            node: (each.first - 1, each.prev_hash) for node, each in self._ranges.items()
        }
        self._count = dict.fromkeys(self._ranges, 0)

    def take(self, entry: Entry) -> bool:
        """Whether this entry has its place; then the next one is looked at from here."""
        told = self._ranges.get(entry.node)
        if told is None or not is_whole(entry):
            return False
        after, prev = self._heads[entry.node]
        if not after < entry.seq <= told.last:
            return False
        if entry.seq == after + 1 and entry.prev.hex() != prev:
            return False
        if entry.seq == told.last and entry.hash.hex() != told.head_hash:
            return False
        self._heads[entry.node] = (entry.seq, entry.hash.hex())
        self._count[entry.node] += 1
        return True

    def unfilled(self) -> Range | None:
        """The first range of which fewer or more entries came than promised."""
        for each in self._ranges.values():
            if self._count[each.node] != each.count:
                return each
        return None


def followed(
    entries: Iterable[Mapping[str, object]], ranges: Iterable[Range]
) -> Iterator[Mapping[str, object]]:
    """The same entries, as long as each has its place in its desk's chain and all ranges get
    filled.

    Raises Trouble at the first that has not: a chain that is broken here is refused elsewhere.
    """
    chains = Chains(ranges := tuple(ranges))
    for entry in entries:
        try:
            fits = chains.take(entry_of(entry))
        except ValueError as fault:
            raise _broken(entry) from fault
        if not fits:
            raise _broken(entry)
        yield entry
    missing = chains.unfilled()
    if missing is not None:
        raise _broken({"node": missing.node, "seq": missing.last})


def lines(
    first: bytes, entries: Iterable[Mapping[str, object]], *, personal: bool
) -> Iterator[tuple[int, bytes]]:
    """(how many entries, their lines), some at a time, after the line `first`.

    Without `personal`, personal data and salts are left out; the chain can still be verified.
    """
    batch = [first]
    for entry in entries:
        line = canonical(entry if personal else {**entry, "personal": None, "salt": None})
        if len(line) > MAX_LINE:
            raise _broken(entry)
        batch.append(line)
        if len(batch) >= _BATCH:
            yield len(batch), b"\n".join([*batch, b""])
            batch = []
    yield len(batch), b"\n".join([*batch, b""])


def _broken(entry: Mapping[str, object]) -> Trouble:
    return Trouble(
        say(
            "exchange",
            "Entry {seq} of desk {node} does not fit into the chain of entries, so no file was "
            "written. Everything is kept at this desk. Run the check of all entries (verify), and "
            "show its answer to the person who looks after this computer.",
        )(seq=entry.get("seq"), node=entry.get("node"))
    )
