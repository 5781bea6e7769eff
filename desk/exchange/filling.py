"""Fills the members of a package: entries, files, manifest, signature, in this order."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from typing import BinaryIO, NamedTuple

from desk.exchange.keys import sign
from desk.exchange.lines import followed, lines
from desk.exchange.manifest import Member, binding
from desk.exchange.shipment import FileRef, Shipment, too_much
from desk.exchange.streams import BLOCK, Blocks, Tally, encrypted, squeezed
from desk.exchange.zips import ENTRIES, FILES, MANIFEST, MAX_PACKAGE, SIGNATURE, ZipWriter
from desk.rules.chain import canonical

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
