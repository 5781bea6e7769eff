"""Writes what another desk lacks into one signed file, `*.desk` (FORMAT.md beside this file).

The file appears under its name only after all of it was read back from the disk. Raises Refused
without the receiver's key, Trouble where the disk, the stick or the chain of entries is at fault;
then nothing is left behind and nothing is lost.

A package is read from its first byte to its last, and nothing is believed that was not checked.
Order: size and form of the ZIP → manifest and its signature → each member's size and SHA-256 as
stored → decrypted → unpacked within its promised size → SHA-256 of the plain bytes → the binding
line and the number of lines. Raises Invalid at the first thing that is wrong.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from pyrage.x25519 import Identity

from desk.durable import PartFile, part_file
from desk.exchange.keys import node_of, sign, verify
from desk.exchange.lines import LARGEST, MAX_LINE, Chains, Range, entry_in, followed, lines, told
from desk.exchange.manifest import (
    MAX_MANIFEST,
    MAX_MEMBER,
    Ack,
    Letterhead,
    Member,
    Newer,
    binding,
    fitting,
    read_manifest,
)
from desk.exchange.zips import (
    BLOCK,
    ENTRIES,
    FILES,
    MANIFEST,
    MAX_PACKAGE,
    SIGNATURE,
    Blocks,
    Stored,
    Tally,
    Unreadable,
    ZipWriter,
    blocks,
    decrypted,
    encrypted,
    not_a_package,
    squeezed,
    unsqueezed,
    walk,
)
from desk.rules.chain import Entry, canonical
from desk.rules.errors import Invalid, Refused, Trouble
from desk.words import say


@dataclass(frozen=True)
class FileRef:
    """A photo or scan that entries name by its digest; `size` is in bytes."""

    sha256: str
    path: Path
    size: int


@dataclass(frozen=True, kw_only=True)
class Shipment(Letterhead):
    """What goes into one package. `entries` are drawn once, on the caller's thread."""

    entries: Iterable[Mapping[str, object]]
    files: Iterable[FileRef] = ()

    def each_file(self) -> tuple[FileRef, ...]:
        """The files, each once, in the order in which they are stored."""
        if self.without_personal:
            return ()
        return tuple(one for _, one in sorted({ref.sha256: ref for ref in self.files}.items()))

    def file_name(self) -> str:
        """Branch, time, package: sorts by time and holds no personal data."""
        branch = re.sub(r"[^0-9A-Za-z]", "", self.branch)
        return f"K{branch}-{self.now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{self.package_id[:8]}.desk"

    def most_files(self) -> int:
        """How many files the manifest has room for."""
        return (MAX_MANIFEST - len(canonical(self.manifest(())))) // MAX_MEMBER - 1

    def check(self, folder: Path) -> None:
        """Raises Refused where it may not be written, ValueError where it makes no sense."""
        if self.receiver is None and not self.without_personal:
            raise _no_card()
        if self.most_files() < 0:
            raise too_much()
        if not fitting(self.manifest(())) or any(not each.sensible for each in self.ranges):
            raise ValueError(self.package_id)
        if (folder / self.file_name()).exists():
            raise Refused(
                say(
                    "exchange",
                    "“{file}” is already in “{folder}”; it was left as it is. Everything is kept "
                    "at this desk. Write a new file.",
                )(file=self.file_name(), folder=folder)
            )


def _no_card() -> Refused:
    return Refused(
        say(
            "exchange",
            "Head office's card is not known at this desk yet, so nothing was written: personal "
            "data travel only encrypted, and only head office may open them. Everything is kept "
            "for later. Accept head office's card, or write a file without personal data.",
        )
    )


def too_much() -> Refused:
    """There is a limit to what every reader takes."""
    return Refused(
        say(
            "exchange",
            "There is too much to send for one file, so nothing was written. Everything is kept at "
            "this desk. Read in the other desk's newest file first, so that less has to be sent.",
        )
    )


_SPARE = 1 << 20
"""Bytes kept free for the manifest, the headers and what encryption adds."""


class Progress(NamedTuple):
    """How far it is: an entry or a block of a file counts once when written, once when read."""

    done: int
    total: int


class Meter:
    """Counts the steps of a package that is being written and read back."""

    def __init__(self, entries: int, files: Iterable[FileRef]) -> None:
        self.done = 0
        self.total = 2 * (entries + sum(-(-ref.size // BLOCK) for ref in files))

    def step(self, steps: int) -> None:
        """So many entries or blocks more; never beyond the total."""
        self.done = min(self.done + steps, self.total)

    @property
    def progress(self) -> Progress:
        """How far it is now."""
        return Progress(self.done, self.total)


class _Unfit(Exception):
    """A file that cannot be read at this desk, or is no longer what its digest says."""


def fill(
    out: BinaryIO, shipment: Shipment, files: Iterable[FileRef], meter: Meter
) -> Generator[Progress, None, bytes]:
    """Writes the whole package and gives its manifest. Files that are unfit are left out."""
    archive = ZipWriter(out)
    members = [(yield from _entries(archive, shipment, meter))]
    most_files = shipment.most_files()
    for ref in files:
        if archive.position + ref.size > MAX_PACKAGE - _SPARE or len(members) > most_files:
            continue
        try:
            content = _content(ref, meter)
            name = FILES + ref.sha256
            members.append((yield from _member(archive, name, content, shipment, meter)))
        except _Unfit:
            archive.drop()
    manifest = canonical(shipment.manifest(members))
    archive.add(MANIFEST, manifest)
    archive.add(SIGNATURE, sign(shipment.keys, "export", manifest))
    archive.close()
    return manifest


def _entries(
    archive: ZipWriter, shipment: Shipment, meter: Meter
) -> Generator[Progress, None, Member]:
    entries = followed(shipment.entries, shipment.ranges)
    first = binding(shipment.manifest(()))
    personal = not shipment.without_personal

    def content() -> Blocks:
        for count, block in lines(first, entries, personal=personal):
            meter.step(count)
            yield block

    return (yield from _member(archive, ENTRIES, content(), shipment, meter))


def _content(ref: FileRef, meter: Meter) -> Blocks:
    tally = Tally()
    try:
        with ref.path.open("rb") as file:
            for block in tally.over(iter(lambda: file.read(BLOCK), b"")):
                meter.step(1)
                yield block
    except OSError as problem:
        raise _Unfit from problem
    if (tally.sha256, tally.size) != (ref.sha256, ref.size):
        raise _Unfit


def _member(
    archive: ZipWriter, name: str, plain: Blocks, shipment: Shipment, meter: Meter
) -> Generator[Progress, None, Member]:
    """Writes one member; what flows in and what is stored are both counted and hashed."""
    inner, outer = Tally(), Tally()
    content = inner.over(plain)
    if name == ENTRIES:
        content = squeezed(content)
    if shipment.recipients:
        content = encrypted(content, shipment.recipients)
    archive.begin(name)
    with closing(content):
        for block in outer.over(content):
            if archive.position + outer.size > MAX_PACKAGE - _SPARE // 2:
                raise too_much()
            archive.write(block)
            yield meter.progress
    archive.end()
    return Member(name, outer.size, outer.sha256, inner.size, inner.sha256)


__all__ = ["Ack", "FileRef", "Progress", "Range", "Shipment", "Written", "told", "write_package"]


@dataclass(frozen=True)
class Written:
    """A package that is whole on the disk and was read back.

    `left_out` names the files (SHA-256) that could not be read at this desk or for which there was
    no room; they belong into a later package.
    """

    path: Path
    package_id: str
    sha256: str
    size: int
    entries: int
    files: int
    left_out: tuple[str, ...] = ()


def write_package(shipment: Shipment, folder: Path) -> Generator[Progress, None, Written]:
    """Writes the package, reads it back and gives it its name; closed early, it leaves nothing."""
    shipment.check(folder)
    files = shipment.each_file()
    meter = Meter(sum(each.count for each in shipment.ranges), files)
    target = folder / shipment.file_name()
    with part_file(target) as part:
        manifest = yield from fill(part.out, shipment, files, meter)
        for _ in part.finish():
            yield meter.progress
        checked = yield from _read_back(part, shipment, meter)
        if checked.manifest_bytes != manifest:
            raise _reads_differently(folder)
        meter.step(meter.total)
        yield meter.progress
        part.settle()
    sent = {member["name"].removeprefix(FILES) for member in checked.manifest["members"][1:]}
    return Written(
        target,
        shipment.package_id,
        checked.sha256,
        checked.size,
        checked.entries,
        len(sent),
        tuple(ref.sha256 for ref in files if ref.sha256 not in sent),
    )


def _read_back(
    part: PartFile, shipment: Shipment, meter: Meter
) -> Generator[Progress, None, Checked]:
    keys = shipment.keys
    identity = keys.recovery if shipment.recipients else None
    with closing(check_package(part.part, public=keys.public, identity=identity)) as steps:
        while True:
            try:
                meter.step(next(steps))
            except StopIteration as end:
                checked: Checked = end.value
                return checked
            except Invalid as problem:
                raise _reads_differently(part.part.parent) from problem
            yield meter.progress


def _reads_differently(folder: Path) -> Trouble:
    return Trouble(
        say(
            "exchange",
            "What was written to “{folder}” reads back differently, so the file was taken away "
            "again. Everything is kept at this desk. The stick or disk may be failing: use "
            "another one, and write the file again.",
        )(folder=folder)
    )


SLICE = 500
_BYTES = 4 << 20
_LONGEST = 200
"""Characters of who, what, when and about what: they stand in indexes."""


def in_slices(package: Package, identity: Identity | None) -> Generator[list[Entry], None, None]:
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
