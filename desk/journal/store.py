"""One open database, however it is kept: how it is asked and written to; nothing about complaints.

`SqliteStore` and `PostgresStore` are the two; `opening.open_store` opens what a place names. SQL is
one text for both: `?` for values, 0 and 1 for no and yes, `ON CONFLICT`, and a few
pieces below where they differ. All methods raise Trouble with a sentence.

To build a query of Peewee and its text takes 200 µs each time, to ask SQLite 5; with the text kept
it is 13. So what is asked at each save, search or page is a `Kept`; anything else asks the store
for `all_of` it.
"""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from operator import add
from types import GenericAlias
from typing import Any, Generic, TypeVar

from msgspec import convert
from peewee import ColumnBase, Database, Model

from desk import phones
from desk.journal import schema
from desk.journal.schema import LOCAL, SearchIndex
from desk.rules.details import clean
from desk.words import Text

Row = tuple[Any, ...]


class Store(ABC):
    """An open database. Statements use `?`; rows come back as tuples."""

    shared: bool
    """Whether several PCs may have it open."""
    seat = ""
    """Whose drafts are meant, where several PCs share one database: the node of this PC."""
    dialect: Database
    """Peewee's database of this kind, which words its queries."""

    @property
    @abstractmethod
    def where(self) -> object:
        """Where the data are, for people."""

    @abstractmethod
    def again(self) -> Store:
        """The same database on another connection, for another thread."""

    @abstractmethod
    def run(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
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

    @staticmethod
    @abstractmethod
    def finds(index: SearchIndex, asked: Any) -> Any:
        """The condition under which a row of a full-text index is found, for a query of Peewee."""

    @staticmethod
    @abstractmethod
    def asked(wanted: Wanted) -> str:
        """What is wanted, as `finds` reads it."""

    @abstractmethod
    def note_words(self, index: SearchIndex, row: int, words: Sequence[str]) -> None:
        """Within a transaction: a row is found by these words, one text a column."""

    @staticmethod
    @abstractmethod
    def topic_of(kind: Any) -> Any:
        """The word before the dot of an entry's kind, for a query of Peewee."""

    @staticmethod
    @abstractmethod
    def same(column: Any, value: Any) -> Any:
        """The condition that a column is `value`, whatever the case of A to Z."""

    def forget_words(self, index: SearchIndex, row: int) -> None:
        """Within a transaction: a row is not found by words any more."""
        _forget(index).rows(self, row=row)

    def make_all(self) -> None:
        """Within a transaction: the tables of a desk of today, all empty."""
        self.make_tables([schema.Entry, *schema.VIEWS, *LOCAL])
        self.make_search(schema.VIEW_SEARCH)
        self.make_search(schema.LOCAL_SEARCH)
        self.set_version(schema.VERSION)


_MOST_WORDS = 20
_LONGEST_TOKEN = 200
"""Characters; PostgreSQL keeps words of at most 2,046 bytes."""
_MOST_BYTES = 800_000
"""Of words in one row; PostgreSQL keeps at most a megabyte of them."""
_LAST_PLACE = 16_382
_MOST_PLACES = 255
_DIACRITICS = range(0x300, 0x332)


@dataclass(frozen=True)
class Sought:
    """Every one of `words`, each as the beginning of one; or what begins like `phone` (E.164)."""

    words: tuple[str, ...]
    phone: str = ""


@dataclass(frozen=True)
class Phrase:
    """Words that stand together, in one of `columns` where some are named; with `begins` the last
    one is the beginning of a word."""

    text: str
    columns: tuple[str, ...] = ()
    begins: bool = False


@dataclass(frozen=True)
class AllOf:
    """What has every one of these."""

    parts: tuple[Wanted, ...]


@dataclass(frozen=True)
class AnyOf:
    """What has at least one of these."""

    parts: tuple[Wanted, ...]


Wanted = Sought | Phrase | AllOf | AnyOf
"""What a full-text index is asked."""


def sought(typed: str) -> Sought:
    """What a person typed into a search field."""
    words = clean(typed).replace('"', " ").split()
    return Sought(tuple(words[:_MOST_WORDS]), phones.normal(typed) or "")


class _Folding(dict[int, str]):
    """Character → what it counts as: small letters without accents, a blank between words."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _folded(chr(code))
        return found


def _folded(letter: str) -> str:
    if ord(letter) in _DIACRITICS:
        return ""
    if unicodedata.category(letter)[0] not in "LN" and unicodedata.category(letter) != "Co":
        return " "
    plain = unicodedata.normalize("NFD", letter)[0]
    letter = plain if plain.isascii() else letter
    return next((low for low in (letter.casefold(), letter.lower()) if len(low) == 1), letter)


_FOLDING = _Folding()


def tokens(text: str) -> list[str]:
    """The words of a text, as they are looked for."""
    return [word[:_LONGEST_TOKEN] for word in text.translate(_FOLDING).split()]


_WEIGHTS = {"product": "A", "words": "B"}
"""The columns that are asked alone, and how PostgreSQL marks their words."""


def as_vector(texts: Sequence[str], columns: Sequence[str]) -> str:
    """The words of these texts with their places, as PostgreSQL reads a `tsvector`."""
    places: dict[str, list[str]] = {}
    size = 0
    for place, word in _placed(texts, [_WEIGHTS.get(column, "") for column in columns]):
        if word not in places:
            size += len(word.encode()) + 4
            if size > _MOST_BYTES:
                break
            places[word] = []
        if len(places[word]) < _MOST_PLACES:
            size += 2
            places[word].append(place)
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())


def _placed(texts: Sequence[str], weights: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(place and weight, word); no word stands next to one of another text."""
    place = 0
    for text, weight in zip(texts, weights, strict=True):
        place += 1
        for word in tokens(text):
            place += 1
            yield f"{min(place, _LAST_PLACE)}{weight}", word


def as_query(wanted: Wanted) -> str:
    """What is wanted as PostgreSQL reads a `tsquery`; empty where nothing can be found."""
    match wanted:
        case Phrase():
            return _phrase(wanted)
        case AllOf():
            return _joined(" & ", wanted.parts)
        case AnyOf():
            return _joined(" | ", wanted.parts)
        case Sought():
            every = AllOf(tuple(Phrase(word, begins=True) for word in wanted.words))
            return as_query(AnyOf((every, Phrase(wanted.phone, begins=True))))


def _joined(sign: str, parts: Sequence[Wanted]) -> str:
    """What says nothing is left out."""
    queries = [query for query in map(as_query, parts) if query]
    return f"({sign.join(queries)})" if queries else ""


def _phrase(wanted: Phrase) -> str:
    words = [f"'{word}'" for word in tokens(wanted.text)[:_MOST_PLACES]]
    marks = "".join(_WEIGHTS[column] for column in wanted.columns)
    ends = [f":{marks}" if marks else ""] * len(words)
    if words and wanted.begins:
        ends[-1] = f":*{marks}"
    return f"({' <-> '.join(map(add, words, ends))})" if words else ""


def as_match(wanted: Wanted) -> str:
    """The same as FTS5 reads it."""
    match wanted:
        case Phrase():
            where = f"{{{' '.join(wanted.columns)}}} : " if wanted.columns else ""
            return f'{where}"{wanted.text}"{"*" if wanted.begins else ""}'
        case AllOf():
            return f"({' AND '.join(map(as_match, wanted.parts))})"
        case AnyOf():
            return f"({' OR '.join(map(as_match, wanted.parts))})"
        case Sought():
            every = " ".join(f'"{word}"*' for word in wanted.words) or '""'
            return f'({every}) OR "{wanted.phone}"*' if wanted.phone else every


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


@cache
def _forget(index: SearchIndex) -> Kept:
    return Kept(lambda: index.rows.delete().where(index.rows.c.rowid == given("row")))


def all_of(store: Store, query: Query) -> list[Row]:
    """All rows of a query that is seldom asked; of one that writes, none."""
    text = _text_of(query, store)
    return store.run(text.sql, text.values)
