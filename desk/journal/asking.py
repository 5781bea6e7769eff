"""Questions to the tables as Peewee's queries; one that is asked often is kept as its text.

To build a query of Peewee and its text takes 200 µs each time, to ask SQLite 5; with the text kept
it is 13. So what is asked at each save, search or page is a `Kept`; anything else asks the store
for `all_of` it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import GenericAlias
from typing import Any, Generic, TypeVar

from msgspec import convert
from peewee import ColumnBase, Model

from desk.journal.schema import SearchIndex
from desk.journal.store import Row, Store

Query = Any
"""A query of Peewee, which says nothing of its types."""
Made = TypeVar("Made")


_LIMIT = "limit"
"""How many rows are wanted is a part of a kept text: SQLite would prepare one whose LIMIT is a mark
anew each time, which takes longer than to find a row. The same few numbers come again."""


class _Given(ColumnBase):
    """The place of a value in a kept query."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __sql__(self, ctx: Any) -> Any:
        """Called by Peewee."""
        if self.name == _LIMIT:
            return ctx.literal(f"{ctx.state.limit:d}")
        with ctx(value_literals=False):
            return ctx.value(_Mark(self.name), converter=False)


@dataclass(frozen=True)
class _Mark:
    """What stands for a value among those of a text."""

    name: str


def given(name: str) -> Any:
    """In a kept query: the value that comes under this name when it is asked."""
    return _Given(name)


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


def begins(column: Any, start: str) -> Any:
    """That a text begins with `start`. A range, which an index serves: SQLite prepares a LIKE
    with a value anew each time it is asked."""
    return (column >= start) & (column < start[:-1] + chr(ord(start[-1]) + 1))


def finds(index: SearchIndex, asked: Any) -> Any:
    """That a row of a full-text index has what is wanted; `asked` comes from `Store.asked`."""
    return Worded("finds", index, asked)


@dataclass(frozen=True)
class _Text:
    """A query as one kind of database reads it, its values in order, and what it calls columns."""

    sql: str
    values: tuple[Any, ...]
    columns: tuple[str, ...]


def _text_of(query: Query, store: Store, **options: Any) -> _Text:
    context: Any = store.dialect.get_sql_context(kind_of_store=type(store), **options)
    sql, values = context.sql(query).query()
    selected = getattr(query, "selected_columns", ())
    columns = tuple(getattr(each, "name", "") for each in selected)
    return _Text(sql, tuple(values), columns)


class Kept:
    """A query that is built once. `given` values come by name; all others stand in its text, where
    the database can plan with them."""

    def __init__(self, build: Callable[[], Query]) -> None:
        self._build = build
        self._texts: dict[tuple[type[Store], int | None], _Text] = {}

    def text(self, store: Store, limit: int | None = None) -> _Text:
        """The query as this kind of database reads it."""
        found = self._texts.get((type(store), limit))
        if found is None:
            found = _text_of(self._build(), store, value_literals=True, limit=limit)
            self._texts[type(store), limit] = found
        return found

    def rows(self, store: Store, **values: Any) -> list[Row]:
        """All rows, as they come from the database."""
        text = self.text(store, values.get(_LIMIT))
        return store.run(text.sql, [values[mark.name] for mark in text.values])

    def many(self, store: Store, several: Iterable[Mapping[str, Any]]) -> None:
        """Within a transaction: what writes one row writes many."""
        text = self.text(store)
        rows = [[values[mark.name] for mark in text.values] for values in several]
        store.run_many(text.sql, rows)


class KeptAs(Kept, Generic[Made]):
    """The same with something made of each row, of its columns by the names in the query.

    A class takes them as its fields say: text of ISO 8601 becomes a moment, 0 and 1 no and yes.
    """

    def __init__(self, make: Callable[..., Made], build: Callable[[], Query]) -> None:
        super().__init__(build)
        self._make = make
        self._several: Any = GenericAlias(list, (make,)) if isinstance(make, type) else None

    def all(self, store: Store, **values: Any) -> list[Made]:
        """What is made of all rows."""
        columns = self.text(store, values.get(_LIMIT)).columns
        named = [dict(zip(columns, row, strict=True)) for row in self.rows(store, **values)]
        if self._several is not None:
            made: list[Made] = convert(named, self._several, strict=False)
            return made
        return [self._make(**each) for each in named]


class KeptAny:
    """A query for any of several values, kept for each number of them."""

    def __init__(self, build: Callable[[Sequence[Any]], Query]) -> None:
        self._for: dict[int, Kept] = {}
        self._of = build

    def of(self, store: Store, several: Sequence[Any], **values: Any) -> list[Row]:
        """All rows of any of them."""
        names = [f"one of them, {at}" for at in range(len(several))]
        kept = self._for.get(len(names))
        if kept is None:
            marks = [given(name) for name in names]
            kept = self._for[len(names)] = Kept(lambda: self._of(marks))
        return kept.rows(store, **values, **dict(zip(names, several, strict=True)))


def new_row(model: type[Model]) -> Any:
    """The query for a new row of a table, each column given by its name."""
    return model.insert({name: given(name) for name in model._meta.fields})


@cache
def into(model: type[Model]) -> Kept:
    """What writes a new row of a table, each column given by its name."""
    return Kept(lambda: new_row(model))


def all_of(store: Store, query: Query) -> list[Row]:
    """All rows of a query that is seldom asked; of one that writes, none."""
    text = _text_of(query, store)
    return store.run(text.sql, text.values)
