"""One open database, however it is kept: how it is asked and written to; nothing about complaints.

`SqliteStore` and `PostgresStore` are the two; `opening.open_store` opens what a place names. SQL is
one text for both: `?` or `:name` for values, 0 and 1 for no and yes, `ON CONFLICT`, and a few
pieces below where they differ. All methods raise Trouble with a sentence.
"""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from operator import add
from typing import Any

from peewee import Database, Model

from desk import phones
from desk.journal import schema
from desk.journal.schema import LOCAL, SearchIndex
from desk.rules.details import clean
from desk.words import Text

Row = tuple[Any, ...]


class Store(ABC):
    """An open database. Statements use `?` or `:name`; rows come back as tuples."""

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
        self.run(f"DELETE FROM {index.name} WHERE rowid = ?", (row,))

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
