"""What a desk on SQLite asks its database, each statement with its values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from desk.app.desk import Desk
from desk.journal.sqlite import SqliteStore


@contextmanager
def asked(desk: Desk) -> Iterator[list[str]]:
    """The statements of the block, in their order, without those SQLite makes of them."""
    store = desk.journal.store
    assert isinstance(store, SqliteStore)
    connection = store.database.connection()
    said: list[str] = []
    connection.set_trace_callback(lambda sql: None if sql.startswith("--") else said.append(sql))
    try:
        yield said
    finally:
        connection.set_trace_callback(None)


def repeated(said: list[str]) -> list[str]:
    """What was asked more than once."""
    return [statement for statement, times in Counter(said).items() if times > 1]
