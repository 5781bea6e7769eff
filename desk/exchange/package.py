"""Writes what another desk lacks into one signed file, `*.desk` (FORMAT.md beside this file).

The file appears under its name only after all of it was read back from the disk. Raises Refused
without the receiver's key, Trouble where the disk, the stick or the chain of entries is at fault;
then nothing is left behind and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desk.exchange.filling import Meter, Progress, fill
from desk.exchange.lines import Range, told
from desk.exchange.manifest import Ack
from desk.exchange.reading import Checked, check_package
from desk.exchange.safely import PartFile, part_file
from desk.exchange.shipment import FileRef, Shipment
from desk.exchange.zips import FILES
from desk.rules.errors import Invalid, Trouble
from desk.words import say

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
