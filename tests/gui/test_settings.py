"""The Settings place: the shop on paper, the people, language and look, care for the data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.window import MainWindow
from tests.gui.desk_window import main_window, press, write


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    made = set_up(Home(tmp_path / "desk"), wanted)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        press("Ctrl+,")
        yield shown


def test_the_shop_is_named_anew_and_receipts_show_it(window: MainWindow, desk: Desk) -> None:
    window.settings_place.reach.setFocus()
    write("WA 0812")
    press("Ctrl+Return")
    assert desk.shop.reach == "WA 0812"
    assert "Saved" in window.workplace.toast.accessibleName()


def test_a_company_without_a_name_is_refused_at_its_field(window: MainWindow, desk: Desk) -> None:
    window.settings_place.company.setText("")
    press("Ctrl+Return")
    assert "missing" in window.settings_place.company_fault.text()
    assert desk.shop.company == "Toko Sepeda"


def test_somebody_new_is_added_and_later_switched_off(window: MainWindow, desk: Desk) -> None:
    place = window.settings_place
    place.name.setFocus()
    write("Dedi")
    place.add_person.setFocus()
    press("Space")
    assert [person.name for person in desk.people() if person.active] == ["Dedi", "Sari"]
    assert place.name.text() == ""
    place.people.setCurrentItem(place.people.topLevelItem(0))
    place.switch_off.setFocus()
    press("Space")
    assert [person.name for person in desk.people() if person.active] == ["Sari"]
    assert "switched off" in window.workplace.toast.accessibleName()


def test_a_pin_of_letters_is_refused_at_its_field(window: MainWindow) -> None:
    place = window.settings_place
    place.name.setFocus()
    write("Dedi")
    place.pin.setFocus()
    write("abcd")
    place.add_person.setFocus()
    press("Space")
    assert "4 to 12 digits" in place.pin_fault.text()
    assert place.name.text() == "Dedi", "what was typed is kept"


def test_a_clerk_sees_why_the_buttons_are_grey(window: MainWindow, desk: Desk) -> None:
    desk.do(AddStaff(name="Dedi", roles=("staff",)))
    window.lock()
    next(one for one in window.sign_in._buttons if one.accessibleName() == "Dedi").setFocus()
    press("Space")
    assert not window.settings_place.save_shop.isEnabled()
    assert "another role" in window.settings_place.save_shop.toolTip()


def test_the_data_are_checked_from_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.settings_place.check_data.setFocus()
    press("Space")
    toast = window.workplace.toast
    qtbot.waitUntil(lambda: "All is well" in toast.accessibleName(), timeout=10000)


def test_a_printer_that_is_gone_stays_chosen_and_says_so(window: MainWindow) -> None:
    window.workplace.settings.setValue("paper/printer", "Struk")
    window.settings_place._show_printers(["Laser"])
    assert window.settings_place.printer.currentText() == "Struk (not there now)"
