"""Photos and documents, stored by the SHA-256 of their bytes beside the database.

Where several PCs share a database, its server keeps them as well: what was attached at another PC
is fetched into the folder when somebody needs it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import time
from uuid import uuid4

from desk.durable import flushed, into_place
from desk.journal import schema
from desk.journal.sqlite import told
from desk.journal.store import Store, all_of
from desk.rules.errors import Invalid
from desk.words import say

LARGEST = 25 * 1024 * 1024
_SHELF = schema.Shelved
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SLICE = 1024 * 1024
_FORGOTTEN = 3600
"""Seconds after which nobody is writing any more."""


class FileStore:
    """The folder `files`; a file in it never changes, and is named by what it holds."""

    def __init__(self, folder: Path, shelf: Shelf | None = None) -> None:
        self.folder = folder
        self._shelf = shelf

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
                    into_place(part, self.path_of(digest))
        self._put(digest)
        return digest

    def _put(self, digest: str) -> None:
        if self._shelf is not None:
            self._shelf.put(digest, self.path_of(digest))

    def keep_blocks(self, digest: str, blocks: Iterable[bytes]) -> Iterator[None]:
        """Stores what comes block by block, flushed to the disk. `blocks` checks the digest."""
        with told(self.folder / "file"):
            self.folder.mkdir(parents=True, exist_ok=True)
            with _part(self.folder) as part:
                with flushed(part) as writing:
                    for block in blocks:
                        writing.write(block)
                        yield
                into_place(part, self.path_of(digest))
        self._put(digest)

    def sweep(self) -> None:
        """Takes away what a killed program had half stored, long enough ago that none is at it."""
        sweep(self.folder)

    def path_of(self, digest: str) -> Path:
        """Where the file with this digest is, or would be."""
        if not _DIGEST.fullmatch(digest):
            raise ValueError(digest)
        return self.folder / digest

    def has(self, digest: str) -> bool:
        """Whether it can be had: it is in the folder, or on the server. Raises Trouble."""
        here = self.path_of(digest).is_file()
        return here or (self._shelf is not None and self._shelf.has(digest))

    def fetch(self, digest: str) -> Path:
        """Where the file is, or would be; what lies on the server only is fetched before.

        May run beside the window. Raises Trouble.
        """
        path = self.path_of(digest)
        if self._shelf is not None and not path.is_file():
            _fetch_to(self.folder, self._shelf, digest)
        return path

    def here(self) -> list[Path]:
        """The files in the folder itself; the name of each is its digest."""
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        return sorted(path for path in found if _DIGEST.fullmatch(path.name))

    def copied_to(self, folder: Path) -> Iterator[None]:
        """Copies what `folder` does not have yet, also what lies on the server only, one a step."""
        with told(folder / "file"):
            for source in self.here():
                folder.mkdir(parents=True, exist_ok=True)
                target = folder / source.name
                if not target.exists():
                    with _part(folder) as part:
                        _copy(source, part)
                        into_place(part, target)
                yield
        if self._shelf is not None:
            for digest in self._shelf.digests():
                if _DIGEST.fullmatch(digest) and not (folder / digest).exists():
                    _fetch_to(folder, self._shelf, digest)
                yield


def sweep(folder: Path) -> None:
    """Takes away parts of files that nobody has written to for an hour."""
    for part in folder.glob("*.part"):
        with suppress(OSError):
            if time() - part.stat().st_mtime > _FORGOTTEN:
                part.unlink()


@contextmanager
def _part(folder: Path) -> Iterator[Path]:
    part = folder / f"{uuid4().hex}.part"
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _copy(source: Path, part: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reading, flushed(part) as writing:
        while piece := reading.read(_SLICE):
            digest.update(piece)
            writing.write(piece)
    return digest.hexdigest()


def _fetch_to(folder: Path, shelf: Shelf, digest: str) -> None:
    """Nothing comes where the server has it not, or no longer as it was."""
    content = shelf.get(digest)
    if content is None or hashlib.sha256(content).hexdigest() != digest:
        return
    with told(folder / "file"):
        folder.mkdir(parents=True, exist_ok=True)
        with _part(folder) as part:
            with flushed(part) as writing:
                writing.write(content)
            into_place(part, folder / digest)


class Shelf:
    """The files of a desk on a server, by the SHA-256 of their bytes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def has(self, digest: str) -> bool:
        """Whether it is there. Asked on the connection of the desk. Raises Trouble."""
        return _is_there(self._store, digest)

    def put(self, digest: str, file: Path) -> None:
        """Puts a file there; putting it twice is fine. Raises Trouble."""
        with closing(self._store.again()) as own:
            put(own, digest, file)

    def get(self, digest: str) -> bytes | None:
        """What it holds; None where it is not there. Raises Trouble."""
        with closing(self._store.again()) as own:
            rows = all_of(own, _SHELF.select(_SHELF.content).where(_SHELF.sha256 == digest))
        return bytes(rows[0][0]) if rows else None

    def digests(self) -> list[str]:
        """All that are there."""
        query = _SHELF.select(_SHELF.sha256).order_by(_SHELF.sha256)
        return [str(row[0]) for row in all_of(self._store, query)]


def put(store: Store, digest: str, file: Path) -> None:
    """Puts a file there, as a part of the transaction that may be open."""
    if not _is_there(store, digest):
        new = _SHELF.insert(sha256=digest, content=file.read_bytes())
        all_of(store, new.on_conflict_ignore())


def _is_there(store: Store, digest: str) -> bool:
    return bool(all_of(store, _SHELF.select(_SHELF.sha256).where(_SHELF.sha256 == digest)))


def shelf_of(store: Store) -> Shelf | None:
    """The shelf that several PCs share; None where the files in the folder are all there are."""
    return Shelf(store) if store.shared else None
