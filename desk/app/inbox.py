"""The folder `inbox`: what came is copied there first, and nothing is read before it is whole.

A file in it bears its SHA-256 as its name, so that the same file is there only once. One whose
predecessor is missing waits in `waiting`, one that two desks contradict lies in `apart`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from desk.durable import into_place
from desk.exchange.safely import beside, reason_of
from desk.exchange.zips import MAX_PACKAGE
from desk.journal.files import sweep
from desk.rules.errors import Invalid, Steps, Trouble
from desk.words import say

_BLOCK = 1 << 20
_WAITING, _APART = "waiting", "apart"


@dataclass(frozen=True)
class Inbox:
    """The folder of one desk; `where` is `Home.inbox`."""

    folder: Path

    def path_of(self, sha256: str, place: str = "") -> Path:
        """Where the file with this digest lies, or would lie."""
        return self.folder / place / f"{sha256}.desk"

    def keep(self, file: Path) -> Steps[str]:
        """Copies a file in, flushed to the disk; gives its digest. Raises Invalid, Trouble."""
        size = _size(file)
        part = self.folder / f"{uuid4().hex}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            with file.open("rb") as source, part.open("wb") as copy:
                done = 0
                while block := source.read(_BLOCK):
                    digest.update(block)
                    copy.write(block)
                    done += len(block)
                    yield done, size
                copy.flush()
                for _ in beside(lambda: os.fsync(copy.fileno())):
                    yield done, size
            into_place(part, self.path_of(digest.hexdigest()))
        except OSError as fault:
            raise not_read(file, fault) from fault
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return digest.hexdigest()

    def move(self, sha256: str, place: str) -> None:
        """Puts a file of the inbox into one of its folders."""
        source, target = self.path_of(sha256), self.path_of(sha256, place)
        if source.exists():
            target.parent.mkdir(exist_ok=True)
            into_place(source, target)

    def take_up(self, sha256: str) -> None:
        """Puts a waiting file back among those to be read."""
        into_place(self.path_of(sha256, _WAITING), self.path_of(sha256))

    def drop(self, sha256: str) -> None:
        """What was taken in, or never will be, needs no copy."""
        for place in ("", _WAITING, _APART):
            self.path_of(sha256, place).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Takes away what a killed program had half copied, long enough ago that none is at it."""
        sweep(self.folder)

    def left(self) -> Iterator[Path]:
        """The files whose reading was interrupted."""
        if self.folder.is_dir():
            yield from sorted(self.folder.glob("*.desk"))

    def waiting(self) -> Iterator[Path]:
        """The files before which something is missing."""
        yield from sorted((self.folder / _WAITING).glob("*.desk"))


def name_of(file: Path) -> str:
    """The name of a file as it can be shown and kept; on some systems it may be any bytes."""
    return file.name.encode("utf-8", "replace").decode()


def _size(file: Path) -> int:
    try:
        size = file.stat().st_size
    except OSError as fault:
        raise not_read(file, fault) from fault
    if not file.is_file():
        raise Invalid(
            say("importing", "“{name}” is not a file. Nothing was taken in.")(name=name_of(file))
        )
    if size > MAX_PACKAGE:
        raise Invalid(
            say("importing", "“{name}” is larger than any desk writes. Nothing was taken in.")(
                name=name_of(file)
            )
        )
    return size


def not_read(file: Path, fault: OSError) -> Trouble:
    """What is told when a file cannot be copied in."""
    return Trouble(
        say(
            "importing",
            "“{name}” could not be copied in: {reason}. Nothing was taken in, and the file is "
            "where it was. Try again, or copy it to this computer first.",
        )(name=name_of(file), reason=reason_of(fault))
    )
