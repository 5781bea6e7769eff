"""Today in the window, by keyboard: three lists, cases opened from them, reminders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.gui.kit.notify import Toast
from desk.gui.kit.work import Jobs
from desk.gui.kit.workplace import Workplace
from desk.gui.print.printing import Printing
from desk.gui.today import ReminderBell, TodayView
from desk.rules import acts
from tests.controllers.day_shop import DayShop, day_shop
from tests.gui.desk_window import press

Speak = Callable[[str], None]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[DayShop]:
    with day_shop(tmp_path) as opened:
        yield opened


@dataclass
class TodayWindow:
    """A window around the place."""

    desk: Desk
    workplace: Workplace
    frame: QMainWindow


@pytest.fixture
def window(qtbot: QtBot, shop: DayShop, tmp_path: Path) -> Iterator[TodayWindow]:
    """A window that is active, on the shop's desk, still empty."""
    frame, jobs = QMainWindow(), Jobs()
    frame.resize(1262, 712)
    toast = Toast(frame)
    kept = QSettings(str(tmp_path / "settings"), QSettings.Format.IniFormat)
    printing = Printing(shop.desk, jobs, toast, kept)
    place = Workplace(desk=shop.desk, jobs=jobs, toast=toast, printing=printing, settings=kept)
    frame.show()
    frame.activateWindow()
    qtbot.waitExposed(frame)
    qtbot.waitUntil(frame.isActiveWindow)
    yield TodayWindow(shop.desk, place, frame)
    jobs.close()
    frame.close()
    frame.deleteLater()


def show_today(window: TodayWindow) -> TodayView:
    view = TodayView(window.workplace)
    window.frame.setCentralWidget(view)
    view.show()
    view.opened()
    return view


def a_day(shop: DayShop) -> None:
    """Something in each list, for Citra."""
    closed = shop.take_in("Bapak Agus", "77")
    shop.close(closed, 5)
    shop.clock.turn(days=2)
    shop.take_in("Bapak Hari", "1234")
    handed = shop.take_in("Ibu Rita", "2345")
    shop.act("Dewi", handed, acts.PassOn(to="Citra"))
    shop.close(shop.take_in("Kak Wulan", "3456"), 4, words="Cepat.")
    shop.praise("Toko terbaik.")
    shop.desk.sign_in("Citra")


def test_enter_opens_the_case_that_burns(window: TodayWindow, shop: DayShop, qtbot: QtBot) -> None:
    a_day(shop)
    view = show_today(window)
    assert view.burning.hasFocus()
    with qtbot.waitSignal(view.open_case) as opened:
        press("Return")
    assert opened.args == ["K1202606210002345"]


def test_tab_leads_from_list_to_list(window: TodayWindow, shop: DayShop, qtbot: QtBot) -> None:
    a_day(shop)
    view = show_today(window)
    press("Tab")
    assert view.aftercare.hasFocus()
    with qtbot.waitSignal(view.open_case) as opened:
        press("Enter")
    assert opened.args == ["K1202606190000077"]
    press("Tab")
    assert view.ended.hasFocus()


def test_ctrl_enter_opens_the_line_of_the_list_with_the_focus(
    window: TodayWindow, shop: DayShop, qtbot: QtBot
) -> None:
    a_day(shop)
    view = show_today(window)
    view.aftercare.setFocus()
    with qtbot.waitSignal(view.open_case) as opened:
        view.primary()
    assert opened.args == ["K1202606190000077"]


def test_thanks_have_no_case_to_open(window: TodayWindow, shop: DayShop, qtbot: QtBot) -> None:
    shop.praise("Toko terbaik.")
    view = show_today(window)
    assert view.ended.hasFocus()
    with qtbot.assertNotEmitted(view.open_case):
        press("Return")


def test_an_empty_day_tells_what_will_stand_there(window: TodayWindow, speak: Speak) -> None:
    view = show_today(window)
    for name in ("burning", "aftercare", "ended"):
        assert not getattr(view, name).isVisible()
        assert getattr(view, f"{name}_empty").isVisible()
        assert getattr(view, f"{name}_empty").text()
    assert not view.back()
    view.primary()


def test_a_change_at_the_desk_keeps_what_was_chosen(window: TodayWindow, shop: DayShop) -> None:
    shop.take_in("Ibu Rita", "2345")
    shop.clock.turn(hours=22)
    shop.take_in("Bapak Hari", "1234")
    shop.clock.turn(hours=3)
    view = show_today(window)
    assert view.burning.count() == 1
    shop.clock.turn(hours=21)
    view.refresh()
    press("Down")
    chosen = view.burning.chosen_row
    assert chosen is not None
    assert chosen.name == "Bapak Hari"
    shop.close(window.desk.find_number("2345").id)
    view.refresh()
    assert view.burning.chosen_row is not None
    assert view.burning.chosen_row.name == "Bapak Hari"


def test_the_lists_are_told_in_both_languages_at_once(
    window: TodayWindow, shop: DayShop, speak: Speak
) -> None:
    a_day(shop)
    view = show_today(window)
    english = view.burning_count.text()
    speak("id")
    assert view.burning.count() == 1
    speak("en")
    assert view.burning_count.text() == english


def test_a_reminder_is_told_in_the_corner_and_leads_to_the_case(
    window: TodayWindow, shop: DayShop
) -> None:
    shop.take_in("Bapak Hari", "1234")
    opened: list[str] = []
    bell = ReminderBell(window.workplace, opened.append)
    shop.clock.turn(hours=23, minutes=50)
    bell.look()
    toast = window.workplace.toast
    assert toast.accessibleName() == "Bapak Hari hears from us before 09.12, in 10 minutes."
    toast.findChild(QPushButton).setFocus()
    press("Space")
    assert opened == ["K1202606190001234"]
    bell.look()
    assert not toast.isVisible()
    bell.stop()


def test_a_reminder_waits_until_what_was_said_before_is_read(
    window: TodayWindow, shop: DayShop
) -> None:
    shop.take_in("Bapak Hari", "1234")
    bell, toast = ReminderBell(window.workplace, lambda _number: None), window.workplace.toast
    shop.clock.turn(hours=23, minutes=50)
    toast.tell("Saved.")
    bell.look()
    assert toast.accessibleName() == "Saved."
    toast.dismiss()
    bell.look()
    assert "Bapak Hari" in toast.accessibleName()
    bell.stop()
