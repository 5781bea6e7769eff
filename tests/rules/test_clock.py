"""The promise of an answer within 24 hours, round the clock and through every change of clocks."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.errors import Invalid
from desk.rules.intake import check_happened, check_received, due_after, parse_time

DAY = timedelta(hours=24)
WIB = timezone(timedelta(hours=7))
CAME = datetime(2026, 6, 19, 9, 12, tzinfo=WIB)
NOW = CAME + timedelta(hours=30)
BERLIN = "CET-1CEST,M3.5.0,M10.5.0/3"

moments = st.datetimes(
    datetime(1900, 1, 2),
    datetime(9998, 12, 30),
    timezones=st.builds(timezone, st.timedeltas(-timedelta(hours=14), timedelta(hours=14))),
)


@given(moments)
def test_an_answer_is_due_24_hours_later_in_the_same_zone(received) -> None:
    due = due_after(received)
    assert due - received == DAY
    assert due.utcoffset() == received.utcoffset()


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-03-28T12:00", "2026-03-29T13:00+02:00"),
        ("2026-10-24T12:00", "2026-10-25T11:00+01:00"),
        ("2026-10-25T02:30+02:00", "2026-10-26T01:30+01:00"),
        ("2024-02-28T12:00", "2024-02-29T12:00+01:00"),
        ("2023-02-28T12:00", "2023-03-01T12:00+01:00"),
        ("1999-12-31T23:59", "2000-01-01T23:59+01:00"),
    ],
)
def test_the_hours_are_counted_and_not_what_the_clock_on_the_wall_says(
    received, due, local_zone
) -> None:
    local_zone(BERLIN)
    promised = due_after(parse_time(received, field="received_at"))
    assert promised.astimezone().isoformat(timespec="minutes") == due


def test_a_time_without_an_offset_is_local() -> None:
    assert parse_time("2026-06-19 09:12", field="f") == CAME
    assert parse_time(" 2026-06-19T09:12:00 ", field="f") == CAME
    assert parse_time("20260619T0912", field="f") == CAME
    assert parse_time("2026-06-19T02:12Z", field="f") == CAME
    assert parse_time("2026-06-18T21:12-05:00", field="f") == CAME
    assert parse_time("2026-06-18T21:12-05:00", field="f").utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    "typed",
    [
        "", "besok", "19/06/2026", "2026-02-30", "2026-06-19 25:00", "2026-06-19 09.12",
        "2026-06-19 9:12", "2026-06-19x09:12", "2026061900912", "1" * 15, "1" * 5_000,
        "٢٠٢٦-06-19", "0001-01-01T00:00",
    ],
)  # fmt: skip
def test_what_is_no_time_is_refused_with_an_example(typed) -> None:
    with pytest.raises(Invalid, match="Write it like 2026-06-19 09:12") as refused:
        parse_time(typed, field="received_at")
    assert refused.value.field == "received_at"
    assert len(str(refused.value)) < 120


@given(st.text())
def test_reading_a_time_gives_an_aware_one_or_refuses(typed) -> None:
    try:
        assert parse_time(typed, field="f").utcoffset() is not None
    except Invalid as refused:
        assert "is not a date and time" in str(refused)  # noqa: PT017 - either is right


@pytest.mark.parametrize("year", [2000, 2012, 2024, 2026])
def test_a_complaint_may_be_entered_late_in_any_year(year) -> None:
    received = datetime(year, 6, 19, 9, 12, 59, 999_999, tzinfo=WIB)
    assert check_received(received, NOW) == received.replace(microsecond=0)


def test_a_complaint_received_at_this_very_moment_is_taken() -> None:
    assert check_received(NOW, NOW) == NOW


def test_a_complaint_from_the_future_is_refused() -> None:
    with pytest.raises(Invalid, match="cannot be received in the future") as refused:
        check_received(NOW + timedelta(seconds=1), NOW)
    assert refused.value.field == "received_at"


def test_the_first_moment_that_can_be_received_is_that_of_2000() -> None:
    first = datetime(2000, 1, 1, tzinfo=UTC)
    assert check_received(first, NOW) == first
    with pytest.raises(Invalid, match="too long ago"):
        check_received(first - timedelta(seconds=1), NOW)


def test_a_complaint_from_before_2000_is_refused() -> None:
    for received in (datetime(1999, 12, 31, tzinfo=UTC), datetime(26, 6, 19, tzinfo=UTC)):
        with pytest.raises(Invalid, match=f"The year {received.year} is too long ago") as refused:
            check_received(received, NOW)
        assert refused.value.field == "received_at"


def test_something_happened_until_now_and_not_later() -> None:
    for when in (NOW, CAME, datetime(1850, 1, 1, tzinfo=UTC)):
        check_happened(when, NOW)
    with pytest.raises(Invalid, match="lies in the future") as refused:
        check_happened(NOW + timedelta(seconds=1), NOW)
    assert refused.value.field == "happened_at"
