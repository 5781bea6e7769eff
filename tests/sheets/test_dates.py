"""Dates of sale are read as the shop meant them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.sheets.dates import Order, ambiguous, order, parsed

DAY_FIRST = Order(day_first=True, sure=True)
MONTH_FIRST = Order(day_first=False, sure=True)
WEDDING = date(2026, 6, 18)


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-18",
        "2026/6/18",
        "2026.06.18",
        "20260618",
        "2026-06-18 09:30:00",
        "2026-06-18T09:30:00+07:00",
        "18/06/2026",
        "18-06-2026",
        "18.6.2026",
        "18 06 2026",
        "18/06/26",
        "18/06/2026 14.30",
        "18/6/2026 2:30:00 PM",
        "6/18/2026",
        "18 Juni 2026",
        "18 juni 2026, 09.12",
        "18 Jun 26",
        "18-Jun-2026",
        "18JUN2026",
        "Kamis, 18 Juni 2026",
        "Kamis 18/06/2026",
        "Thursday, June 18, 2026",
        "June 18th, 2026",
        "Jun 18 2026",
        "46191",
        "46191.5",
        "46191.0",
    ],
)
def test_a_day_is_understood_however_it_is_written(text):
    assert parsed(text, DAY_FIRST) == WEDDING


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Jum'at, 1 Mei 2026", date(2026, 5, 1)),
        ("17 Agustus 2025", date(2025, 8, 17)),
        ("17 Agt 2025", date(2025, 8, 17)),
        ("5 Pebruari 2024", date(2024, 2, 5)),
        ("31 Des 1999", date(1999, 12, 31)),
        ("29 Oktober 99", date(1999, 10, 29)),
        ("5/6/2026", date(2026, 6, 5)),
    ],
)
def test_months_are_known_by_their_indonesian_names(text, day):
    assert parsed(text, DAY_FIRST) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "besok",
        "31/02/2026",
        "2026-13-01",
        "18 Foo 2026",
        "18/06",
        "Juni 2026",
        "00:00:00",
        "12",
        "99999",
        "18/06/0026",
        "18/06/9999",
        "18/06-2026",
        "=TODAY()",
        "٢٠٢٦-٠٦-١٨",
        "1/2/3/4",
    ],
)
def test_what_names_no_day_is_not_guessed_at(text):
    assert parsed(text, DAY_FIRST) is None


def test_one_day_beyond_the_twelfth_decides_for_the_whole_list():
    assert order(["05/06/2026", "13/06/2026"]) == DAY_FIRST
    assert order(["05/06/2026", "06/13/2026"]) == MONTH_FIRST
    assert parsed("05/06/2026", MONTH_FIRST) == date(2026, 5, 6)


def test_a_list_that_does_not_show_it_is_read_in_the_indonesian_way_and_not_sure():
    assert order(["05/06/2026", "2026-06-18", "", "besok"]) == Order(day_first=True, sure=False)
    assert order(["13/06/2026", "06/13/2026"]) == Order(day_first=True, sure=False)
    assert not order(["13/06/2026", "06/13/2026", "06/14/2026"]).day_first


def test_only_a_day_with_two_readings_is_ambiguous():
    assert ambiguous("05/06/2026")
    assert ambiguous("Jumat, 5/6/26")
    assert not any(map(ambiguous, ["06/06/2026", "18/06/2026", "2026-06-05", "5 Juni 2026", ""]))


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_any_day_is_read_back_from_each_way_to_write_it(day):
    assert parsed(day.isoformat(), DAY_FIRST) == day
    assert parsed(f"{day.day}/{day.month}/{day.year}", DAY_FIRST) == day
    assert parsed(f"{day.month}/{day.day}/{day.year}", MONTH_FIRST) == day
    assert parsed(f"{day:%d-%m-%y}", DAY_FIRST) == day
    assert parsed(f"{day:%d %B %Y}", DAY_FIRST) == day


@given(st.text(alphabet="0123456789/-. :,TJunMeiRabu'", max_size=30), st.booleans())
def test_any_text_is_a_day_or_none(text, day_first):
    assert parsed(text, Order(day_first=day_first)) is None or text
