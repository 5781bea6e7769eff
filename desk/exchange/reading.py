"""Reads a package from its first byte to its last and believes nothing that was not checked.

Order: size and form of the ZIP → manifest and its signature → each member's size and SHA-256 as
stored → decrypted → unpacked within its promised size → SHA-256 of the plain bytes → the binding
line and the number of lines. Raises Invalid at the first thing that is wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pyrage.x25519 import Identity

from desk.exchange.keys import node_of, verify
from desk.exchange.lines import LARGEST, MAX_LINE, Chains, Range, entry_in
from desk.exchange.manifest import MAX_MANIFEST, Newer, binding, read_manifest
from desk.exchange.zips import (
    BLOCK,
    ENTRIES,
    MANIFEST,
    SIGNATURE,
    Stored,
    Tally,
    Unreadable,
    blocks,
    decrypted,
    not_a_package,
    unsqueezed,
    walk,
)
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


@dataclass(frozen=True)
class Package:
    """A package whose ZIP, manifest and signature are right; its contents are not yet looked at."""

    file: BinaryIO
    stored: dict[str, Stored]
    manifest: dict[str, Any]
    manifest_bytes: bytes


PublicOf = Callable[[Mapping[str, Any]], bytes]
"""The public key of a manifest's `sender`; raises Refused for one that is not trusted."""


def open_package(file: BinaryIO, *, public_of: PublicOf) -> Package:
    """The package in a file, signed by who says so in it. Raises Invalid, and what `public_of`
    raises."""
    stored = walk(file)
    manifest_bytes = _small(file, stored[MANIFEST], MAX_MANIFEST)
    signature = _small(file, stored[SIGNATURE], 64)

    def check(sender: Mapping[str, Any]) -> None:
        if not _signed(public_of(sender), sender, manifest_bytes, signature):
            raise not_a_package("signature")

    try:
        manifest = read_manifest(manifest_bytes)
    except Newer as newer:
        check(newer.sender)  # else anybody's file would be kept
        raise
    check(manifest["sender"])
    if [member["name"] for member in manifest["members"]] != list(stored)[:-2]:
        raise not_a_package("members")
    return Package(file, stored, manifest, manifest_bytes)


def _signed(public: bytes, sender: Mapping[str, Any], data: bytes, signature: bytes) -> bool:
    named = (sender["node"], sender["key"])
    return named == (node_of(public), hashlib.sha256(public).hexdigest()) and verify(
        public, "export", data, signature
    )


def _small(file: BinaryIO, member: Stored, limit: int) -> bytes:
    if member.size > limit:
        raise not_a_package(f"size of {member.name}")
    return b"".join(blocks(file, member))


def check_stored(package: Package) -> Iterator[None]:
    """Compares size and SHA-256 of each member as it is stored; a heartbeat for each block."""
    for member in package.manifest["members"]:
        tally = Tally()
        for _ in tally.over(blocks(package.file, package.stored[member["name"]])):
            yield
        if (tally.size, tally.sha256) != (member["size"], member["sha256"]):
            raise not_a_package(f"hash of {member['name']}")


def plain_blocks(
    package: Package, member: dict[str, Any], identity: Identity | None
) -> Generator[bytes, None, None]:
    """The plain bytes of a member, checked as they come; the end is reached only if all is right.

    An empty block is a heartbeat. Raises Invalid.
    """
    name = member["name"]
    outer, inner = Tally(), Tally()
    content = outer.over(blocks(package.file, package.stored[name]))
    if package.manifest["personal"]:
        content = decrypted(content, identity)
    if name == ENTRIES:
        content = unsqueezed(content, limit=member["plain_size"])
    try:
        with closing(content):
            for block in inner.over(content):
                if inner.size > member["plain_size"]:
                    raise not_a_package(f"plain size of {name}")
                yield block
    except Unreadable as problem:
        raise not_a_package(f"content of {name}") from problem
    found = (outer.size, outer.sha256, inner.size, inner.sha256)
    told = (member["size"], member["sha256"], member["plain_size"], member["plain_sha256"])
    if found != told or (name != ENTRIES and name[-64:] != inner.sha256):
        raise not_a_package(f"hash of {name}")


def counted_lines(package: Package, identity: Identity | None) -> Generator[int, None, int]:
    """Reads all entries; gives how many lines each block completed, and in the end all of them.

    Raises Invalid where the first line does not bind them to the manifest, or their number differs.
    """
    first = binding(package.manifest) + b"\n"
    head = bytearray()
    count, since = 0, 0
    for block in plain_blocks(package, package.manifest["members"][0], identity):
        head += block[: len(first) - len(head)]
        found = block.count(b"\n")
        since = len(block) - block.rfind(b"\n") - 1 if found else since + len(block)
        if since > MAX_LINE:
            raise not_a_package("line")
        count += found
        yield found
    if bytes(head) != first or since or count - 1 != _promised(package):
        raise not_a_package("lines")
    return count - 1


def _promised(package: Package) -> int:
    return sum(int(each["count"]) for each in package.manifest["ranges"])


@dataclass(frozen=True)
class Checked:
    """What a package was found to be, once all of it was read."""

    manifest: dict[str, Any]
    manifest_bytes: bytes
    sha256: str
    size: int
    entries: int


def check_package(
    path: Path, *, public: bytes, identity: Identity | None
) -> Generator[int, None, Checked]:
    """Reads all of a package; gives steps of work (a line or a block of a file), some of them 0.

    `identity` is that of the receiver or the sender's recovery identity; None for a package without
    personal data. Raises Invalid where anything is wrong, OSError where it cannot be read.
    """
    with path.open("rb") as file:
        whole = Tally()
        for _ in whole.over(iter(lambda: file.read(BLOCK), b"")):
            yield 0
        package = open_package(file, public_of=lambda _: public)
        if package.manifest["personal"] and identity is None:
            raise not_a_package("identity")
        entries = yield from counted_lines(package, identity)
        for member in package.manifest["members"][1:]:
            for _ in plain_blocks(package, member, identity):
                yield 0
            yield -(-member["plain_size"] // BLOCK)
    return Checked(package.manifest, package.manifest_bytes, whole.sha256, whole.size, entries)
