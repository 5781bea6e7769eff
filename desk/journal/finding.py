"""What somebody looks for, and how a text falls into words: the same words in both databases.

SQLite's FTS5 does it with its tokenizer `unicode61 remove_diacritics 2`; for PostgreSQL `tokens`
does the same here, since its own parser knows hosts, signs and numbers, and takes words apart
otherwise.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import add

from desk import phones
from desk.rules.intake import clean

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
