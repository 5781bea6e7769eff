"""Days and times as people say them, in local time, in both languages."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.moments import clock, day, local, moment, near, short, span

MORNING = datetime(2026, 6, 20, 2, 12, tzinfo=UTC)  # 09.12 in Jakarta
LATE = datetime(2026, 6, 20, 20, 5, tzinfo=UTC)  # 03.05 of the 21st


@pytest.mark.parametrize(
    ("told", "english", "indonesian"),
    [
        (day(MORNING), "Saturday 20 June 2026", "Sabtu 20 Juni 2026"),
        (day(LATE), "Sunday 21 June 2026", "Minggu 21 Juni 2026"),
        (day(date(2024, 2, 29)), "Thursday 29 February 2024", "Kamis 29 Februari 2024"),
        (short(MORNING), "20 Jun 2026", "20 Jun 2026"),
        (short(date(2026, 8, 17)), "17 Aug 2026", "17 Agu 2026"),
        (clock(MORNING), "09.12", "09.12"),
        (clock(LATE), "03.05", "03.05"),
        (moment(LATE), "Sunday 21 June 2026, 03.05", "Minggu 21 Juni 2026, 03.05"),
    ],
)
def test_a_moment_is_told_in_local_time(told, english, indonesian) -> None:
    assert told.into("en") == str(told) == english
    assert told.into("id") == indonesian


def test_every_month_and_weekday_has_its_name() -> None:
    year = [date(2026, month, 1) for month in range(1, 13)]
    week = [date(2026, 6, number) for number in range(15, 22)]
    for language in ("en", "id"):
        assert len({day(when).into(language).split()[2] for when in year}) == 12
        assert len({short(when).into(language).split()[1] for when in year}) == 12
        assert len({day(when).into(language).split()[0] for when in week}) == 7
    assert [day(when).into("en").split()[0] for when in week] == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]  # fmt: skip
    assert [short(when).into("id").split()[1] for when in year] == [
        "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "english"),
    [
        (MORNING, "today 09.12"),
        (MORNING + timedelta(hours=14), "today 23.12"),
        (MORNING + timedelta(hours=15), "tomorrow 00.12"),
        (MORNING + timedelta(days=1), "tomorrow 09.12"),
        (MORNING - timedelta(hours=9, minutes=13), "yesterday 23.59"),
        (MORNING - timedelta(days=1), "yesterday 09.12"),
        (MORNING + timedelta(days=2), "22 Jun 2026, 09.12"),
        (MORNING - timedelta(days=2), "18 Jun 2026, 09.12"),
        (MORNING - timedelta(days=365), "20 Jun 2025, 09.12"),
    ],
)
def test_what_is_near_is_told_by_the_name_of_the_day(when, english) -> None:
    assert str(near(when, MORNING)) == english


def test_what_is_near_goes_by_local_days_whatever_zone_the_times_are_in() -> None:
    elsewhere = timezone(-timedelta(hours=11))
    when = (MORNING + timedelta(hours=15)).astimezone(elsewhere)
    assert str(near(when, MORNING)) == "tomorrow 00.12"


@pytest.mark.parametrize(
    ("length", "english"),
    [
        (timedelta(0), "0 minutes"),
        (timedelta(seconds=59), "0 minutes"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=59, seconds=59), "59 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=47, minutes=59), "47 hours"),
        (timedelta(hours=48), "2 days"),
        (timedelta(days=400), "400 days"),
        (-timedelta(minutes=5), "5 minutes"),
    ],
)
def test_a_length_of_time_is_told_in_its_largest_whole_unit(length, english) -> None:
    assert str(span(length)) == english


@given(st.datetimes(datetime(1900, 1, 2), datetime(9000, 1, 1), timezones=st.just(UTC)))
def test_every_moment_can_be_told_in_both_languages(when) -> None:
    for told in (day(when), short(when), clock(when), moment(when), near(when, MORNING)):
        assert "{" not in told.into("en") + told.into("id")


@pytest.mark.parametrize("year", [1, 1899, 1960, 1969, 2026, 3001, 9999])
def test_the_same_instant_is_told_in_years_that_the_system_does_not_know(year: int) -> None:
    when = datetime(year, 6, 18, 10, 0, tzinfo=timezone(timedelta(hours=7)))
    told = local(when)
    assert told == when
    assert told.utcoffset() is not None
