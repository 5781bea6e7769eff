"""Opens the database that a place names; PostgreSQL's driver is loaded only where it is used."""

from __future__ import annotations

from pathlib import Path

from desk.journal.address import Place
from desk.journal.sqlite import SqliteStore
from desk.journal.store import Store


def open_store(place: Place, *, seat: str = "") -> Store:
    """The database at `place`, which must be there. Raises Trouble."""
    if isinstance(place, Path):
        return SqliteStore(place)
    from desk.journal.postgres import PostgresStore

    return PostgresStore(place, seat=seat)


def create_store(place: Place, *, seat: str = "") -> Store:
    """A new database with the tables of a desk. Raises Refused where there is one, Trouble."""
    if isinstance(place, Path):
        return SqliteStore(place, create=True)
    from desk.journal.postgres import PostgresStore

    return PostgresStore(place, seat=seat, create=True)
