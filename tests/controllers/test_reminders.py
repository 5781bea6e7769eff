"""Reminders: each moment is told once, half an hour before it passes or just after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.controllers.today import Reminders
from desk.rules import acts
from tests.controllers.day_shop import DayShop, day_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[DayShop]:
    with day_shop(tmp_path) as opened:
        yield opened


def said(reminders: Reminders) -> str | None:
    found = reminders.next()
    return str(found.words) if found else None


def test_a_moment_is_told_once_half_an_hour_before_it_passes(shop: DayShop) -> None:
    shop.take_in("Bapak Hari", "1234")
    reminders = Reminders(shop.desk)
    shop.clock.turn(hours=23, minutes=29)
    assert said(reminders) is None
    shop.clock.turn(minutes=1)
    assert said(reminders) == "Bapak Hari hears from us before 09.12, in 30 minutes."
    for _ in range(4):
        assert said(reminders) is None
        shop.clock.turn(minutes=10)


def test_a_moment_that_just_passed_is_told_when_the_desk_is_opened(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    by = "2026-06-19T12:00:00+07:00"
    shop.act("Dewi", case, acts.MakePromise(promise="p", what="Kabar stem", by=by))
    shop.clock.turn(hours=3)
    assert said(Reminders(shop.desk)) == "Promised to Bapak Hari, 12 minutes late: “Kabar stem”."
    shop.clock.turn(hours=1)
    assert said(Reminders(shop.desk)) is None


def test_a_moment_that_was_moved_is_told_again(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    reminders = Reminders(shop.desk)
    shop.clock.turn(hours=23, minutes=50)
    assert said(reminders) is not None
    until = "2026-06-20T12:00:00+07:00"
    contact = acts.Contact(said="Boleh.")
    shop.act("Dedi", case, acts.Extend(until=until, contact=contact, agreed=True))
    assert said(reminders) is None
    shop.clock.turn(hours=2, minutes=40)
    assert said(reminders) == "Bapak Hari hears from us before 12.00, in 18 minutes."


def test_several_moments_are_told_in_one_sentence(shop: DayShop) -> None:
    shop.take_in("Bapak Hari", "1234")
    shop.take_in("Ibu Rita", "2345")
    reminders = Reminders(shop.desk)
    shop.clock.turn(hours=23, minutes=55)
    found = reminders.next()
    assert found is not None
    assert str(found.words) == (
        "2 moments pass now. First: Bapak Hari hears from us before 09.12, in 5 minutes."
    )
    assert found.number == "K1202606190001234"


def test_what_is_told_outside_the_window_names_no_customer(shop: DayShop) -> None:
    shop.take_in("Bapak Hari", "1234")
    shop.clock.turn(hours=24, minutes=2)
    found = Reminders(shop.desk).next()
    assert found is not None
    assert found.late
    assert str(found.outside) == "Complaint K1 2026-06-19 0001234: late since 09.12."


def test_nothing_is_told_while_nobody_is_at_work(shop: DayShop) -> None:
    shop.take_in("Bapak Hari", "1234")
    shop.clock.turn(hours=24)
    reminders = Reminders(shop.desk)
    shop.desk.sign_out()
    assert said(reminders) is None
    shop.desk.sign_in("Dewi")
    assert said(reminders) is not None


def test_a_closed_case_reminds_of_nothing(shop: DayShop) -> None:
    case = shop.take_in("Bapak Hari", "1234")
    shop.close(case)
    shop.clock.turn(hours=24)
    assert said(Reminders(shop.desk)) is None


def test_one_late_moment_of_several_makes_the_reminder_a_late_one(shop: DayShop) -> None:
    shop.take_in("Bapak Hari", "1234")
    shop.clock.turn(minutes=20)
    shop.take_in("Ibu Rita", "2345")
    shop.clock.turn(hours=23, minutes=45)
    found = Reminders(shop.desk).next()
    assert found is not None
    assert found.late
    assert str(found.words) == (
        "2 moments pass now. First: The answer to Bapak Hari is 5 minutes late."
    )
