"""Entries as rows of the journal, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import asdict

from desk.journal import schema
from desk.journal.store import Kept, KeptAny, Row, Store, given, into
from desk.rules.chain import Entry
from desk.rules.folding import in_order

COLUMNS = tuple(getattr(schema.Entry, name) for name in Entry.__struct_fields__)


def entries(*conditions: Any) -> Any:
    """A query for whole entries; each of its rows is one for `entry_of`."""
    return schema.Entry.select(*COLUMNS).where(*conditions)


def entry_of(row: Row) -> Entry:
    """A row of `entries` as an entry."""
    return Entry(*row)


def append(store: Store, entry: Entry) -> None:
    """Within a transaction: a new entry."""
    into(schema.Entry).rows(store, **asdict(entry))


def append_many(store: Store, several: Iterable[Entry]) -> None:
    """Within a transaction: new entries, by one statement."""
    into(schema.Entry).many(store, map(asdict, several))


def about_each(store: Store, subjects: Sequence[str]) -> dict[str, list[Entry]]:
    """All entries about several subjects, by subject."""
    found: dict[str, list[Entry]] = {}
    for row in _ABOUT_ANY.of(store, subjects):
        entry = entry_of(row)
        found.setdefault(entry.subject, []).append(entry)
    return found


def about(store: Store, subject: str) -> list[Entry]:
    """All entries about one subject, in the order of folding."""
    return in_order(map(entry_of, _ABOUT.rows(store, subject=subject)))


_ABOUT = Kept(lambda: entries(schema.Entry.subject == given("subject")))
_ABOUT_ANY = KeptAny(lambda subjects: entries(schema.Entry.subject.in_(subjects)))
