"""What was solved here before and was like what is told now: found by the words of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from desk.journal.finding import AllOf, AnyOf, Phrase, Wanted
from desk.journal.store import Store
from desk.rules.intake import clean

_WHERE = ("product", "words")
_NEWEST = 20_000
"""Among so many of the newest complaints is looked, so that it takes no longer in later years."""
_LIKELY = 200
_EVERYWHERE = 4
"""A word in every fourth complaint says nothing about any of them; in a few it cannot be told."""
_FEW = 20
_LONG_ENOUGH = 4
"""Letters from which a word also finds those that begin with it."""


def solved_like(store: Store, words: Sequence[str], *, product: str, limit: int) -> list[str]:
    """The ids of solved or closed complaints that share two words, newest first.

    The same product counts for one of the two.
    """
    last = int(store.run("SELECT coalesce(max(row), 0) FROM complaint")[0][0])
    query = _query(_rare(store, map(_term, words), last), product)
    if not query.parts:
        return []
    rows = store.run(
        "SELECT id FROM complaint WHERE state IN ('solved', 'closed') AND row IN "
        f"(SELECT rowid FROM search WHERE {store.matching('search', '?')} AND rowid > ? "
        "ORDER BY rowid DESC LIMIT ?) ORDER BY row DESC LIMIT ?",
        (store.asked(query), last - _NEWEST, _LIKELY, limit),
    )
    return [str(row[0]) for row in rows]


def _rare(store: Store, terms: Iterable[Wanted], last: int) -> list[Wanted]:
    """The terms that do not stand in every fourth complaint."""
    most = max(_FEW, min(last, _NEWEST) // _EVERYWHERE)
    return [term for term in terms if _times(store, term, last, most) < most]


def _times(store: Store, term: Wanted, last: int, most: int) -> int:
    """In how many of the newest complaints a term stands, counted up to `most`."""
    rows = store.run(
        f"SELECT count(*) FROM (SELECT 1 FROM search WHERE {store.matching('search', '?')} "
        "AND rowid > ? LIMIT ?) AS found",
        (store.asked(term), last - _NEWEST, most),
    )
    return int(rows[0][0])


def _query(terms: Sequence[Wanted], product: str) -> AnyOf:
    """Any two of the terms, or one and the product."""
    whole = clean(product).replace('"', " ").strip()
    all_terms = [*terms, Phrase(whole, ("product",))] if whole else terms
    return AnyOf(tuple(map(AllOf, combinations(all_terms, 2))))


def _term(word: str) -> Wanted:
    if len(word) >= _LONG_ENOUGH:
        return Phrase(word, _WHERE, begins=True)
    return AnyOf((Phrase(word, _WHERE), Phrase(f"{word}nya", _WHERE)))
