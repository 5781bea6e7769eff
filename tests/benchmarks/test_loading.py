"""What the loader makes is a desk as a shop's would be."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

from desk.app.home import Home
from desk.app.setting_up import set_up
from desk.journal.queue import Wanted
from tests.benchmarks.crowded import FIRST, WANTED
from tests.benchmarks.loading import load


def made(folder: Path, seed: int) -> tuple[int, Counter[str]]:
    """So many entries, and how many cases stand where."""
    with closing(set_up(Home(folder), WANTED, lambda: FIRST)) as desk:
        entries = load(desk, 200, seed)
        return entries, Counter(row.state for row in desk.queue(Wanted(), limit=1000))


def test_the_same_seed_tells_the_same_cases_and_some_are_open(tmp_path: Path) -> None:
    entries, states = made(tmp_path / "one", 7)
    assert made(tmp_path / "two", 7) == (entries, states)
    assert made(tmp_path / "three", 8) != (entries, states)
    assert 1_900 < entries < 2_200
    assert {"received", "passed_on", "in_handling"} <= set(states)
