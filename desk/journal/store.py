"""One open database, however it is kept: how it is asked and written to; nothing about complaints.

`SqliteStore` and `PostgresStore` are the two; `opening.open_store` opens what a place names. SQL is
one text for both: `?` or `:name` for values, 0 and 1 for no and yes, `ON CONFLICT`, and a few
pieces below where they differ. All methods raise Trouble with a sentence.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from peewee import Database, Model

from desk.journal import schema
from desk.journal.finding import Wanted
from desk.journal.local_tables import LOCAL
from desk.journal.schema import SearchIndex
from desk.words import Text

Row = tuple[Any, ...]


class Store(ABC):
    """An open database. Statements use `?` or `:name`; rows come back as tuples."""

    shared: bool
    """Whether several PCs may have it open."""
    seat = ""
    """Whose drafts are meant, where several PCs share one database: the node of this PC."""
    alike: str
    """LIKE that tells no capital from a small letter of A to Z."""
    dialect: Database
    """Peewee's database of this kind, which words its queries."""
    topic: str
    """Of an entry: the word before the dot of its kind."""

    @property
    @abstractmethod
    def where(self) -> object:
        """Where the data are, for people."""

    @abstractmethod
    def again(self) -> Store:
        """The same database on another connection, for another thread."""

    @abstractmethod
    def run(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        """All rows of one statement."""

    @abstractmethod
    def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows, within the transaction that is open."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """The one transaction that may write now; rolled back when the block raises."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[None]:
        """One moment for several reads: what others write meanwhile is not seen."""

    @abstractmethod
    def change_mark(self) -> int:
        """A number that changes when another program writes to the same database."""

    @abstractmethod
    def tidy(self) -> None:
        """Work for idle moments."""

    @abstractmethod
    def settle(self) -> None:
        """Everything is where it is to be found after closing."""

    @abstractmethod
    def damage(self) -> Text | None:
        """What is wrong with the database itself, whatever its contents say."""

    @abstractmethod
    def close(self) -> None:
        """Closes the database; closing twice is fine."""

    @property
    @abstractmethod
    def version(self) -> int:
        """The version of the schema; 0 where there is none."""

    @abstractmethod
    def set_version(self, version: int) -> None:
        """Within a transaction: the schema is of this version now."""

    @abstractmethod
    def has_table(self, name: str) -> bool:
        """Whether there is a table of this name."""

    @abstractmethod
    def columns(self, table: str) -> list[str]:
        """The columns of a table, in their order; none where it is not there."""

    @abstractmethod
    def make_tables(self, models: Sequence[type[Model]]) -> None:
        """New tables of these forms, within the transaction that is open."""

    @abstractmethod
    def make_search(self, index: SearchIndex) -> None:
        """A new full-text index, within the transaction that is open."""

    @abstractmethod
    def matching(self, table: str, mark: str) -> str:
        """The condition under which a row of a full-text index is found; `mark` is its value's."""

    @abstractmethod
    def asked(self, wanted: Wanted) -> str:
        """The value for the mark of `matching`."""

    @abstractmethod
    def note_words(self, index: SearchIndex, row: int, words: Sequence[str]) -> None:
        """Within a transaction: a row is found by these words, one text a column."""

    @abstractmethod
    def same(self, column: str) -> str:
        """The condition that a column is `?`, whatever the case of A to Z; served by its index."""

    def forget_words(self, index: SearchIndex, row: int) -> None:
        """Within a transaction: a row is not found by words any more."""
        self.run(f"DELETE FROM {index.name} WHERE rowid = ?", (row,))

    def make_all(self) -> None:
        """Within a transaction: the tables of a desk of today, all empty."""
        self.make_tables([schema.Entry, *schema.VIEWS, *LOCAL])
        self.make_search(schema.VIEW_SEARCH)
        self.make_search(schema.LOCAL_SEARCH)
        self.set_version(schema.VERSION)
