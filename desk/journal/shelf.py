"""Photos and documents on the database server, where every PC of the desk finds them.

Each PC keeps in its own folder what it attached or looked at; the server keeps all of them. A file
goes there before the entry that names it, in one statement: whole, or not at all. Reading and
putting take a connection of their own, so that they may run beside the window.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desk.journal.server_tables import SHELF
from desk.journal.store import Store


class Shelf:
    """The files of a desk on a server, by the SHA-256 of their bytes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def has(self, digest: str) -> bool:
        """Whether it is there. Asked on the connection of the desk. Raises Trouble."""
        return bool(self._store.run(f"SELECT 1 FROM {SHELF} WHERE sha256 = ?", (digest,)))

    def put(self, digest: str, file: Path) -> None:
        """Puts a file there; putting it twice is fine. Raises Trouble."""
        with closing(self._store.again()) as own:
            put(own, digest, file)

    def get(self, digest: str) -> bytes | None:
        """What it holds; None where it is not there. Raises Trouble."""
        with closing(self._store.again()) as own:
            rows = own.run(f"SELECT content FROM {SHELF} WHERE sha256 = ?", (digest,))
        return bytes(rows[0][0]) if rows else None

    def digests(self) -> list[str]:
        """All that are there."""
        return [str(row[0]) for row in self._store.run(f"SELECT sha256 FROM {SHELF} ORDER BY 1")]


def put(store: Store, digest: str, file: Path) -> None:
    """Puts a file there, as a part of the transaction that may be open."""
    if not store.run(f"SELECT 1 FROM {SHELF} WHERE sha256 = ?", (digest,)):
        store.run(
            f"INSERT INTO {SHELF}(sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (digest, file.read_bytes()),
        )


def shelf_of(store: Store) -> Shelf | None:
    """The shelf that several PCs share; None where the files in the folder are all there are."""
    return Shelf(store) if store.shared else None
