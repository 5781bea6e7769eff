"""The entries of a package, each checked: its shape, its own hash, and its place in the chain.

They come in slices of at most `SLICE` entries, so that memory stays bounded. Raises Invalid at the
first thing that is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Any

from pyrage.x25519 import Identity

from desk.exchange.lines import LARGEST, MAX_LINE, SHAPE, Chains, Range, entry_of
from desk.exchange.manifest import binding
from desk.exchange.reading import Package, plain_blocks
from desk.exchange.schema import fits
from desk.exchange.zips import not_a_package
from desk.rules.chain import Entry, canonical

SLICE = 500
_BYTES = 4 << 20
_BRACKETS = 1_000
_LONGEST = 200
"""Characters of who, what, when and about what: they stand in indexes."""
_FLAT = re.compile(rb'\{[^"\[{]*+(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"[^"\[{]*+)*+', re.DOTALL)
"""An object of which no value is a list or another object."""


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
    told = _object(line)
    if told is None or not fits(told, SHAPE) or len(told) != len(SHAPE):
        raise not_a_package("entry")
    entry = entry_of(told)
    if not _storable(entry) or (entry.personal is not None and not personal):
        raise not_a_package("entry")
    return entry


def _object(line: bytes) -> dict[str, Any] | None:
    if line.count(b"[") + line.count(b"{") > _BRACKETS and not _FLAT.fullmatch(line):
        return None  # millions of empty lists would take much more memory than the line
    try:
        told = json.loads(line)
        return told if isinstance(told, dict) and canonical(told) == line else None
    except (ValueError, RecursionError):
        return None


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
