"""What a search of the queue costs beside the same question to FTS5 alone."""

from __future__ import annotations

import itertools
from contextlib import closing
from typing import Any

import pysqlite3 as sqlite
import pytest

from desk.app.desk import Desk
from desk.journal.queue import Filter, Wanted
from tests.benchmarks.crowded import events
from tests.benchmarks.ratios import alternate, report

QUESTIONS = ("rem berbunyi", "pelanggan 7", "sadel sob gar", "baterai cepat habis")
PAGE = 100


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The same words in a bare index."""
    base = sqlite.connect(str(tmp_path_factory.mktemp("bare") / "bare.db"))
    base.execute(
        "CREATE VIRTUAL TABLE search USING fts5(number, name, phone, product, words, notes, "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    base.executemany(
        "INSERT INTO search VALUES (?, ?, ?, ?, ?, '')",
        (
            (one.number, one.name, one.phone, one.product, one.what_happened)
            for _, one in events(20_000)
        ),
    )
    base.commit()
    with closing(base):
        yield base


def bare(index: Any, typed: str) -> list[Any]:
    """The newest rows with all these words."""
    asked = " ".join(f'"{word}"*' for word in typed.split())
    sql = "SELECT rowid, * FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
    found: list[Any] = index.execute(sql, (asked, PAGE)).fetchall()
    return found


@pytest.mark.parametrize("typed", QUESTIONS)
def test_a_search_is_weighed_against_the_index_alone(crowded: Desk, index: Any, typed: str) -> None:
    def ours() -> list[Any]:
        for _ in range(5):
            found = crowded.queue(Wanted(find=typed), limit=PAGE)
        return found

    def floor() -> list[Any]:
        for _ in range(5):
            found = bare(index, typed)
        return found

    assert ours()
    assert floor()
    report(f"5 searches “{typed}” among 20,000 / bare FTS5", alternate(ours, floor, 9))


def test_a_page_of_the_queue_costs_the_same_wherever_it_is(crowded: Desk) -> None:
    last = crowded.queue(Wanted(), limit=15_000)[-1]
    turns = itertools.count()

    def deep() -> object:
        next(turns)
        return [crowded.queue(Wanted(), after=last, limit=PAGE) for _ in range(5)]

    def first() -> object:
        return [crowded.queue(Wanted(), limit=PAGE) for _ in range(5)]

    report("page 150 of the queue / page 1", alternate(deep, first, 9))


def test_the_counts_of_the_queue_are_weighed_against_one_count(crowded: Desk) -> None:
    base = crowded.journal.store

    def one() -> object:
        return base.run("SELECT count(*) FROM complaint WHERE is_open = 1")

    assert crowded.counts()[Filter.OPEN]
    report("the six counts of the queue / one count", alternate(crowded.counts, one, 15))
