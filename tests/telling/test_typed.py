"""Days and moments as staff type them at the counter and into a case, in either language."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desk.rules.errors import Invalid
from desk.telling.typed import QUICK, day_in, iso, moment_in, written_day, written_moment

NOW = datetime.fromisoformat("2026-06-19T09:12:30+07:00")  # a Friday
TODAY = date(2026, 6, 20)
SATURDAY = datetime.fromisoformat("2026-06-20T09:12:00+07:00")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14.10", "2026-06-19 14:10"),
        ("14:10", "2026-06-19 14:10"),
        ("9", "2026-06-20 09:00"),
        ("+4", "2026-06-19 13:12"),
        ("+24 jam", "2026-06-20 09:12"),
        ("tomorrow 10", "2026-06-20 10:00"),
        ("Besok 10.00", "2026-06-20 10:00"),
        ("lusa 8", "2026-06-21 08:00"),
        ("jumat 17.00", "2026-06-19 17:00"),
        ("friday 8", "2026-06-26 08:00"),
        ("20/6 9.00", "2026-06-20 09:00"),
        ("1/2 9.00", "2027-02-01 09:00"),
        ("20-06-2026 09.12", "2026-06-20 09:12"),
        ("2026-06-20 09:12", "2026-06-20 09:12"),
    ],
)
def test_the_next_such_moment_is_meant_for_a_promise(typed: str, meant: str) -> None:
    found = moment_in(typed, NOW, ahead=True)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M}" == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8.00", "2026-06-19 08:00"),
        ("14.10", "2026-06-18 14:10"),
        ("kemarin 17", "2026-06-18 17:00"),
        ("senin 8", "2026-06-15 08:00"),
        ("20/6 9.00", "2025-06-20 09:00"),
    ],
)
def test_the_last_such_moment_is_meant_for_what_happened(typed: str, meant: str) -> None:
    found = moment_in(typed, NOW, ahead=False)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M}" == meant


def test_more_hours_count_from_the_moment_promised_before() -> None:
    due = datetime.fromisoformat("2026-06-20T09:12:00+07:00")
    found = moment_in("+4", NOW, ahead=True, after=due)
    assert found == datetime.fromisoformat("2026-06-20T13:12:00+07:00")


@pytest.mark.parametrize("typed", ["x", "25", "31/2 10", "9.75", "soon", "+", "10/10"])
def test_anything_else_is_no_moment(typed: str) -> None:
    assert moment_in(typed, NOW, ahead=True) is None
    with pytest.raises(Invalid) as caught:
        iso(typed, NOW, field="by")
    assert caught.value.field == "by"


def test_nothing_typed_is_no_moment_and_no_fault() -> None:
    assert iso("  ", NOW, field="by") == ""


def test_every_quick_choice_is_understood() -> None:
    assert all(moment_in(typed, NOW, ahead=True) for _, typed in QUICK)


@pytest.mark.parametrize(
    ("typed", "behind", "ahead"),
    [
        ("kemarin 9.00", "2026-06-18 09:00", "2026-06-18 09:00"),
        ("hari ini 9.00", "2026-06-19 09:00", "2026-06-19 09:00"),
        ("jumat 9.00", "2026-06-19 09:00", "2026-06-26 09:00"),
        ("jumat 17.00", "2026-06-12 17:00", "2026-06-19 17:00"),
        ("19-6-26 9.12", "2026-06-19 09:12", "2026-06-19 09:12"),
        ("19 Jun 2026 9.12", "2026-06-19 09:12", "2026-06-19 09:12"),
        ("190626 9.12", "2026-06-19 09:12", "2026-06-19 09:12"),
        ("21, 9.05", "2026-05-21 09:05", "2026-06-21 09:05"),
        ("31 9.05", "2026-05-31 09:05", "2026-07-31 09:05"),
        ("29/2 9.05", "2024-02-29 09:05", "2028-02-29 09:05"),
        ("2026-06-20T09:12:59+07:00", "2026-06-20 09:12", "2026-06-20 09:12"),
    ],
)
def test_whatever_one_place_takes_the_other_takes_too(typed: str, behind: str, ahead: str) -> None:
    for is_ahead, meant in ((False, behind), (True, ahead)):
        found = moment_in(typed, NOW, ahead=is_ahead)
        assert found is not None
        assert f"{found:%Y-%m-%d %H:%M}" == meant


def local(moment: datetime | None) -> datetime | None:
    """The moment as a clock on the wall shows it."""
    return moment and moment.replace(tzinfo=None)


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
        ("  18-6-2026 ", date(2026, 6, 18)),
        ("Kemarin", date(2026, 6, 19)),
        ("hari ini", date(2026, 6, 20)),
        ("Senin", date(2026, 6, 15)),
        ("sabtu", date(2026, 6, 20)),
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


@pytest.mark.parametrize("typed", ["", "kapan", "32", "31/4", "18-13-2026", "45000"])
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
    assert local(moment_in(typed, SATURDAY, ahead=False)) == moment


@pytest.mark.parametrize("typed", ["19-06-2026", "19 06 2026", "24.00", "9.60", "soon 9.12", ""])
def test_a_day_without_an_hour_is_no_moment(typed: str) -> None:
    assert moment_in(typed, SATURDAY, ahead=False) is None


def test_what_the_field_writes_is_read_again_as_the_same() -> None:
    assert written_day(TODAY) == "20-06-2026"
    assert day_in(written_day(TODAY), TODAY) == TODAY
    moment = datetime(2026, 6, 19, 9, 12)
    assert local(moment_in(written_moment(moment), SATURDAY, ahead=False)) == moment


@pytest.mark.parametrize("typed", ["19062026", "19-06-2026", "190626"])
def test_a_day_of_six_or_eight_digits_alone_is_one(typed: str) -> None:
    assert day_in(typed, date(2026, 6, 20)) == date(2026, 6, 19)


def test_a_day_of_eight_digits_may_begin_with_its_year() -> None:
    assert day_in("20260619", date(2026, 6, 20)) == date(2026, 6, 19)
