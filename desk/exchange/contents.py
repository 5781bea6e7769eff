"""The entries of a package, each checked: its shape, its own hash, and its place in the chain.

They come in slices of at most `SLICE` entries, so that memory stays bounded. Raises Invalid at the
first thing that is wrong.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing

from pyrage.x25519 import Identity

from desk.exchange.lines import LARGEST, MAX_LINE, Chains, Range, entry_in
from desk.exchange.manifest import binding
from desk.exchange.reading import Package, plain_blocks
from desk.exchange.zips import not_a_package
from desk.rules.chain import Entry

SLICE = 500
_BYTES = 4 << 20
_LONGEST = 200
"""Characters of who, what, when and about what: they stand in indexes."""


def slices(package: Package, identity: Identity | None) -> Generator[list[Entry], None, None]:
    """All entries in the order of the file; an empty slice is a heartbeat."""
    chains = Chains(map(Range.of, package.manifest["ranges"]))
    personal = package.manifest["personal"]
    found: list[Entry] = []
    size = 0
    for line in _lines(package, identity):
        if line is None:
            yield []
            continue
        entry = _entry(line, personal=personal)
        if not chains.take(entry):
            raise not_a_package(f"chain of {entry.node} at {entry.seq}")
        found.append(entry)
        size += len(line)
        if len(found) >= SLICE or size >= _BYTES:
            yield found
            found, size = [], 0
    if chains.unfilled():
        raise not_a_package("count")
    yield found


def _lines(package: Package, identity: Identity | None) -> Iterator[bytes | None]:
    """The lines behind the one that binds them; None is a heartbeat."""
    first: bytes | None = binding(package.manifest)
    rest = bytearray()
    entries = package.manifest["members"][0]
    with closing(plain_blocks(package, entries, identity)) as blocks:
        for block in blocks:
            yield None
            start = 0
            while (end := block.find(b"\n", start)) >= 0:
                line = bytes(rest) + block[start:end]
                rest.clear()
                start = end + 1
                if len(line) > MAX_LINE:
                    raise not_a_package("line")
                if first is None:
                    yield line
                elif line != first:
                    raise not_a_package("lines")
                else:
                    first = None
            rest += block[start:]
            if len(rest) > MAX_LINE:
                raise not_a_package("line")
    if rest or first is not None:
        raise not_a_package("lines")


def _entry(line: bytes, *, personal: bool) -> Entry:
    try:
        entry = entry_in(line)
    except ValueError as fault:
        raise not_a_package("entry") from fault
    if not _storable(entry) or (entry.personal is not None and not personal):
        raise not_a_package("entry")
    return entry


def _storable(entry: Entry) -> bool:
    """Whether every database can hold it: numbers of 64 bits, no NUL, a topic before the dot."""
    texts = (entry.at, entry.actor, entry.kind, entry.subject, entry.body, entry.personal or "")
    return (
        all(len(text) <= _LONGEST for text in texts[:4])
        and 0 < entry.seq < LARGEST
        and 0 <= entry.tick < LARGEST
        and "." in entry.kind
        and not any("\0" in text for text in texts)
    )
