"""Questions to the tables as Peewee's queries; one that is asked often is kept as its text.

To build a query of Peewee and its text takes 200 µs each time, to ask SQLite 5; with the text kept
it is 13. So what is asked at each save, search or page is a `Kept`; anything else asks the store
for `all_of` it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from peewee import AsIs, ColumnBase

from desk.journal.schema import SearchIndex
from desk.journal.store import Row, Store

Query = Any
"""A query of Peewee, which says nothing of its types."""
Made = TypeVar("Made")


@dataclass(frozen=True)
class _Given:
    """The place of a value in a kept query."""

    name: str


def given(name: str) -> Any:
    """In a kept query: the value that comes under this name when it is asked."""
    return AsIs(_Given(name), converter=False)


class Worded(ColumnBase):
    """A condition for which each kind of database has its own words: a `way` of its store."""

    def __init__(self, way: str, *parts: Any) -> None:
        self._way, self._parts = way, parts

    def __sql__(self, ctx: Any) -> Any:
        """Called by Peewee."""
        return ctx.sql(getattr(ctx.state.kind_of_store, self._way)(*self._parts))


def same(column: Any, value: Any) -> Any:
    """That a text is `value`, whatever the case of A to Z; served by the column's index."""
    return Worded("same", column, value)


def finds(index: SearchIndex, asked: Any) -> Any:
    """That a row of a full-text index has what is wanted; `asked` comes from `Store.asked`."""
    return Worded("finds", index, asked)


@dataclass(frozen=True)
class _Text:
    """A query as one kind of database reads it, its values in order, and what it calls columns."""

    sql: str
    values: tuple[Any, ...]
    columns: tuple[str, ...]


def _text_of(query: Query, store: Store) -> _Text:
    context: Any = store.dialect.get_sql_context(kind_of_store=type(store))
    sql, values = context.sql(query).query()
    columns = tuple(each.name for each in getattr(query, "selected_columns", ()))
    return _Text(sql, tuple(values), columns)


class Kept:
    """A query that is built once. `given` values come by name."""

    def __init__(self, build: Callable[[], Query]) -> None:
        self._build = build
        self._texts: dict[type[Store], _Text] = {}

    def text(self, store: Store) -> _Text:
        """The query as this kind of database reads it."""
        found = self._texts.get(type(store))
        if found is None:
            found = self._texts[type(store)] = _text_of(self._build(), store)
        return found

    def rows(self, store: Store, **values: Any) -> list[Row]:
        """All rows, as they come from the database."""
        text = self.text(store)
        return store.run(
            text.sql,
            [values[one.name] if isinstance(one, _Given) else one for one in text.values],
        )


class KeptAs(Kept, Generic[Made]):
    """The same with something made of each row, of its columns by the names in the query."""

    def __init__(self, make: Callable[..., Made], build: Callable[[], Query]) -> None:
        super().__init__(build)
        self._make = make

    def all(self, store: Store, **values: Any) -> list[Made]:
        """What is made of all rows."""
        columns = self.text(store).columns
        return [
            self._make(**dict(zip(columns, row, strict=True))) for row in self.rows(store, **values)
        ]


def all_of(store: Store, query: Query) -> list[Row]:
    """All rows of a query that is seldom asked; of one that writes, none."""
    text = _text_of(query, store)
    return store.run(text.sql, text.values)
