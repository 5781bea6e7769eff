"""Entries as rows of the journal, and back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from desk.journal.store import Store
from desk.rules.chain import Entry
from desk.rules.folding import in_order

COLUMNS = (
    "node, seq, tick, seen, at, actor, kind, subject, body, personal, salt, personal_digest, "
    "prev, hash"
)


def entry_of(row: tuple[Any, ...]) -> Entry:
    """A row of the journal as an entry."""
    return Entry(*row)


def row_of(entry: Entry) -> tuple[Any, ...]:
    """An entry as a row of the journal."""
    return tuple(getattr(entry, name) for name in entry.__struct_fields__)


def marks(values: Collection[object]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))


def about_each(store: Store, subjects: Sequence[str]) -> dict[str, list[Entry]]:
    """All entries about several subjects, by subject."""
    found: dict[str, list[Entry]] = {}
    for row in store.run(
        f"SELECT {COLUMNS} FROM entry WHERE subject IN ({marks(subjects)})", subjects
    ):
        entry = entry_of(row)
        found.setdefault(entry.subject, []).append(entry)
    return found


def about(store: Store, subject: str) -> list[Entry]:
    """All entries about one subject, in the order of folding."""
    rows = store.run(f"SELECT {COLUMNS} FROM entry WHERE subject = ?", (subject,))
    return in_order(map(entry_of, rows))
