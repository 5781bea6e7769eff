"""A day and hour as staff type them into a case, in either language."""

from __future__ import annotations

from datetime import datetime

import pytest

from desk.rules.errors import Invalid
from desk.telling.typed import QUICK, iso, moment_in

NOW = datetime.fromisoformat("2026-06-19T09:12:30+07:00")  # a Friday


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
