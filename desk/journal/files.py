"""Photos and documents, stored by the SHA-256 of their bytes beside the database."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from desk.journal.faults import told
from desk.rules.errors import Invalid
from desk.words import say

LARGEST = 25 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SLICE = 1024 * 1024


class FileStore:
    """The folder `files`; a file in it never changes, and is named by what it holds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, source: Path) -> str:
        """Copies `source` in, flushed to the disk; gives its digest. Raises Invalid or Trouble."""
        if not source.is_file():
            raise Invalid(
                say("files", "There is no file {name}. Nothing was attached.")(name=source.name),
                field="files",
            )
        if source.stat().st_size > LARGEST:
            raise Invalid(
                say("files", "{name} is larger than 25 MB. Attach a smaller photo.")(
                    name=source.name
                ),
                field="files",
            )
        with told(self.folder / "file"):
            self.folder.mkdir(parents=True, exist_ok=True)
            with _part(self.folder) as part:
                digest = _copy(source, part)  # of what was copied: the source may be changing
                if not self.path_of(digest).exists():
                    os.replace(part, self.path_of(digest))
        return digest

    def path_of(self, digest: str) -> Path:
        """Where the file with this digest is, or would be."""
        if not _DIGEST.fullmatch(digest):
            raise ValueError(digest)
        return self.folder / digest

    def copy_to(self, folder: Path) -> None:
        """Copies what `folder` does not have yet."""
        if not self.folder.is_dir():
            return
        with told(folder / "file"):
            folder.mkdir(parents=True, exist_ok=True)
            for source in self.folder.iterdir():
                target = folder / source.name
                if _DIGEST.fullmatch(source.name) and not target.exists():
                    with _part(folder) as part:
                        _copy(source, part)
                        os.replace(part, target)


@contextmanager
def _part(folder: Path) -> Iterator[Path]:
    part = folder / f"{uuid4().hex}.part"
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _copy(source: Path, part: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reading, part.open("wb") as writing:
        while piece := reading.read(_SLICE):
            digest.update(piece)
            writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()
