"""How long somebody waits after wrong PINs: a slip costs nothing, guessing costs time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.app.signing_in import still_to_wait, wait_after

NOW = datetime(2026, 6, 19, 2, 12, tzinfo=UTC)
SECONDS = timedelta(seconds=1)


def test_three_tries_are_free_and_then_each_takes_twice_as_long_up_to_ten_minutes() -> None:
    waits = [wait_after(tries) // SECONDS for tries in range(13)]
    assert waits == [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 600, 600, 600]
    assert wait_after(10**9) == timedelta(minutes=10)


@pytest.mark.parametrize(
    ("tries", "ago", "left"), [(0, 0, 0), (2, 0, 0), (3, 0, 5), (3, 4, 1), (3, 5, 0), (4, 60, 0)]
)
def test_what_is_left_of_the_wait(tries: int, ago: int, left: int) -> None:
    tried_at = NOW - ago * SECONDS
    assert still_to_wait(tries=tries, tried_at=tried_at, now=NOW) == left * SECONDS


def test_who_never_tried_does_not_wait() -> None:
    assert still_to_wait(tries=9, tried_at=None, now=NOW) == timedelta(0)


@given(st.integers(0, 10**6), st.timedeltas(timedelta(days=-999), timedelta(days=999)))
def test_nobody_waits_longer_than_ten_minutes_whatever_the_clock_did(
    tries: int, ago: timedelta
) -> None:
    left = still_to_wait(tries=tries, tried_at=NOW - ago, now=NOW)
    assert timedelta(0) <= left <= wait_after(tries) <= timedelta(minutes=10)
