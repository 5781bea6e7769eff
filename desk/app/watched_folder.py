"""A folder in which files of other desks appear: which of them are whole and not yet known.

A file is whole when its size and time stand still between two looks and no `.part` of it is there.
`look` only looks and hashes: it can run on any thread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from desk.app.desk import Desk
from desk.durable import reason_of
from desk.journal import exchanged, known
from desk.rules.errors import Trouble
from desk.words import say

_BLOCK = 1 << 20

Shape = tuple[int, int]
"""Size and time of change of a file."""


@dataclass(frozen=True)
class Whole:
    """A file that does not change any more."""

    path: Path
    shape: Shape
    sha256: str


@dataclass(frozen=True)
class Look:
    """What was seen: every file's shape, the whole ones, and whether some are still growing."""

    shapes: Mapping[Path, Shape] = field(default_factory=lambda: MappingProxyType({}))
    whole: tuple[Whole, ...] = ()
    growing: bool = False


def look(folder: Path, before: Look, *, done: Mapping[Path, Shape]) -> Look:
    """Looks again; `done` are files that were dealt with. Raises Trouble where it is gone."""
    shapes: dict[Path, Shape] = {}
    whole: list[Whole] = []
    growing = False
    try:
        listed = sorted(folder.iterdir())
    except OSError as fault:
        raise _gone(folder, fault) from fault
    for path in listed:
        shape = _shape(path)
        if path.suffix.lower() != ".desk" or shape is None:
            continue
        shapes[path] = shape
        if done.get(path) == shape:
            continue
        if before.shapes.get(path) != shape or _has_part(path, listed):
            growing = True
            continue
        digest = _digest(path)
        if digest is None or _shape(path) != shape:
            growing = True
        else:
            whole.append(Whole(path, shape, digest))
    return Look(shapes, tuple(whole), growing)


def to_be_read(desk: Desk, seen: Look, *, refused: bool) -> list[Path]:
    """The whole files that never came before; those that were `refused` again, where asked."""
    store = desk.journal.store
    came = [(one.path, exchanged.of_file(store, one.sha256)) for one in seen.whole]
    again = {exchanged.REFUSED} if refused else set()
    return [path for path, before in came if before is None or before.verdict in again]


def cards_that_count(desk: Desk) -> frozenset[str]:
    """The desks that are believed now; one more is a reason to look at what was refused."""
    return frozenset(card.node for card in known.trusted(desk.journal.store) if not card.revoked)


def _shape(path: Path) -> Shape | None:
    try:
        found = path.stat()
    except OSError:  # taken away between two moments
        return None
    return (found.st_size, found.st_mtime_ns) if path.is_file() else None


def _has_part(path: Path, listed: list[Path]) -> bool:
    return any(
        each.name.startswith(path.stem) and each.suffix in {".part", ".tmp", ".crdownload"}
        for each in listed
    )


def _digest(path: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:  # still locked by who writes it
        return None
    return digest.hexdigest()


def _gone(folder: Path, fault: OSError) -> Trouble:
    return Trouble(
        say(
            "watched_folder",
            "The watched folder {folder} is not there ({reason}). Nothing is lost: it is looked at "
            "again as soon as it is back.",
        )(folder=folder, reason=reason_of(fault))
    )
