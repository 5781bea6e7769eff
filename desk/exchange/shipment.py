"""What is to go into one package, checked before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from desk.exchange.manifest import MAX_MANIFEST, MAX_MEMBER, Letterhead, fitting
from desk.rules.chain import canonical
from desk.rules.errors import Refused
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
