"""The clock of the journal: it never goes back, even where the computer's does."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.chain import check_clock, next_tick, time_of
from desk.rules.errors import Stale

NOON = datetime(2026, 6, 19, 5, 0, tzinfo=UTC)
clocks = st.lists(
    st.datetimes(datetime(1970, 1, 1), datetime(3000, 1, 1), timezones=st.just(UTC)), max_size=50
)


@given(clocks)
def test_ticks_only_rise_whatever_the_clock_does(shown) -> None:
    tick = 0
    for now in shown:
        following = next_tick(tick, now)
        assert following > tick
        tick = following
    assert tick < 2**63


@given(st.datetimes(datetime(1970, 1, 2), datetime(3000, 1, 1), timezones=st.just(UTC)))
def test_a_tick_tells_the_time_to_the_millisecond(now) -> None:
    assert abs(now - time_of(next_tick(0, now))) <= timedelta(milliseconds=1)


def test_many_entries_in_one_millisecond_are_counted() -> None:
    tick = next_tick(0, NOON)
    for number in range(1, 5):
        tick = next_tick(tick, NOON)
        assert tick & 0xFFFF == number
        assert time_of(tick) == NOON


def test_more_entries_than_the_counter_holds_borrow_from_the_next_millisecond() -> None:
    full = next_tick(0, NOON) | 0xFFFF
    assert time_of(next_tick(full, NOON)) == NOON + timedelta(milliseconds=1)


def test_a_clock_that_lags_goes_on_counting_from_the_last_entry() -> None:
    tick = next_tick(0, NOON)
    assert next_tick(tick, NOON - timedelta(days=3650)) == tick + 1


@pytest.mark.parametrize(
    "away",
    [
        timedelta(0),
        timedelta(seconds=-119),
        timedelta(minutes=-2),
        timedelta(days=1),
        timedelta(days=30),
    ],
)
def test_a_clock_that_may_be_right_is_not_asked_about(away) -> None:
    check_clock(next_tick(0, NOON), NOON + away)


@pytest.mark.parametrize(
    "away",
    [
        timedelta(seconds=-121),
        timedelta(days=-1),
        timedelta(days=30, seconds=1),
        timedelta(days=31),
    ],
)
def test_a_clock_that_cannot_be_right_asks_a_person(away) -> None:
    with pytest.raises(Stale, match=r"clock says .* Nothing was written.*confirm") as asked:
        check_clock(next_tick(0, NOON), NOON + away)
    assert asked.value.field == "clock"
    assert "2026-06-19 12:00" in str(asked.value)  # the last entry, in local time


def test_the_first_entry_of_a_desk_asks_nobody() -> None:
    check_clock(0, datetime(1980, 1, 1, tzinfo=UTC))
