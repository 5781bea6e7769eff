"""Days and moments as clerks type them, on Saturday 20 June 2026 at 09.12."""

from datetime import date, datetime

import pytest

from desk.controllers.counter_dates import day_in, moment_in, written_day, written_moment

TODAY = date(2026, 6, 20)
NOW = datetime.fromisoformat("2026-06-20T09:12:00+07:00")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("18-6-2026", date(2026, 6, 18)),
        ("18/06/26", date(2026, 6, 18)),
        ("18062026", date(2026, 6, 18)),
        ("180626", date(2026, 6, 18)),
        ("18/6", date(2026, 6, 18)),
        ("18 6", date(2026, 6, 18)),
        ("18", date(2026, 6, 18)),
        ("20", date(2026, 6, 20)),
        ("18 Juni 2026", date(2026, 6, 18)),
        ("Jun 18, 2026", date(2026, 6, 18)),
        ("2026-06-18", date(2026, 6, 18)),
        ("  18 - 6 - 2026 ".replace(" - ", "-"), date(2026, 6, 18)),
    ],
)
def test_a_day_can_be_typed_as_short_as_it_is_clear(typed: str, day: date) -> None:
    assert day_in(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("21", date(2026, 5, 21)),
        ("31", date(2026, 5, 31)),
        ("30/11", date(2025, 11, 30)),
        ("29/2", date(2024, 2, 29)),
    ],
)
def test_where_a_part_is_left_out_the_latest_such_day_is_meant(typed: str, day: date) -> None:
    assert day_in(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "kemarin", "32", "31/4", "18-13-2026", "45000"])
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert day_in(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("19-06-2026 09.12", datetime(2026, 6, 19, 9, 12)),
        ("19/6 9:05", datetime(2026, 6, 19, 9, 5)),
        ("19, 9.05", datetime(2026, 6, 19, 9, 5)),
        ("8.30", datetime(2026, 6, 20, 8, 30)),
        ("2026-06-19T09:12", datetime(2026, 6, 19, 9, 12)),
        ("19 Jun 2026 21.59", datetime(2026, 6, 19, 21, 59)),
    ],
)
def test_a_late_entry_is_a_day_and_an_hour(typed: str, moment: datetime) -> None:
    assert moment_in(typed, NOW) == moment


@pytest.mark.parametrize("typed", ["19-06-2026", "19 06 2026", "24.00", "9.60", "soon 9.12", ""])
def test_a_day_without_an_hour_is_no_moment(typed: str) -> None:
    assert moment_in(typed, NOW) is None


def test_what_the_field_writes_is_read_again_as_the_same() -> None:
    assert written_day(TODAY) == "20-06-2026"
    assert day_in(written_day(TODAY), TODAY) == TODAY
    moment = datetime(2026, 6, 19, 9, 12)
    assert moment_in(written_moment(moment), NOW) == moment
