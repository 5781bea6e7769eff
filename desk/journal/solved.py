"""What was solved here before and was like what is told now: found by the words of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from desk.journal.store import Store
from desk.rules.intake import clean

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
    if not query:
        return []
    rows = store.run(
        "SELECT id FROM complaint WHERE state IN ('solved', 'closed') AND row IN "
        "(SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? "
        "ORDER BY rowid DESC LIMIT ?) ORDER BY row DESC LIMIT ?",
        (query, last - _NEWEST, _LIKELY, limit),
    )
    return [str(row[0]) for row in rows]


def _rare(store: Store, terms: Iterable[str], last: int) -> list[str]:
    """The terms that do not stand in every fourth complaint."""
    most = max(_FEW, min(last, _NEWEST) // _EVERYWHERE)
    return [term for term in terms if _times(store, term, last, most) < most]


def _times(store: Store, term: str, last: int, most: int) -> int:
    """In how many of the newest complaints a term stands, counted up to `most`."""
    rows = store.run(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? AND rowid > ? LIMIT ?)",
        (term, last - _NEWEST, most),
    )
    return int(rows[0][0])


def _query(terms: Sequence[str], product: str) -> str:
    """Any two of the terms, or one and the product, as FTS5 reads it."""
    whole = clean(product).replace('"', " ").strip()
    all_terms = [*terms, f'product : "{whole}"'] if whole else terms
    return " OR ".join(f"({one} AND {other})" for one, other in combinations(all_terms, 2))


def _term(word: str) -> str:
    if len(word) >= _LONG_ENOUGH:
        return f'{{product words}} : "{word}" *'
    return f'{{product words}} : ("{word}" OR "{word}nya")'
