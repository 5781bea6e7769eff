"""Writes what another desk lacks into one signed file, `*.desk` (FORMAT.md beside this file).

The file appears under its name only after all of it was read back from the disk. Raises Refused
without the receiver's key, Trouble where the disk, the stick or the chain of entries is at fault;
then nothing is left behind and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import BinaryIO, NamedTuple

from desk.durable import PartFile, part_file
from desk.exchange.keys import sign
from desk.exchange.lines import Range, followed, lines, told
from desk.exchange.manifest import (
    MAX_MANIFEST,
    MAX_MEMBER,
    Ack,
    Letterhead,
    Member,
    binding,
    fitting,
)
from desk.exchange.reading import Checked, check_package
from desk.exchange.zips import (
    BLOCK,
    ENTRIES,
    FILES,
    MANIFEST,
    MAX_PACKAGE,
    SIGNATURE,
    Blocks,
    Tally,
    ZipWriter,
    encrypted,
    squeezed,
)
from desk.rules.chain import canonical
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
