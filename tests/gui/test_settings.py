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
from desk.rules.errors import Refused
from desk.rules.people import ROLES
from tests.gui.desk_window import focus, main_window, press, write


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


def test_what_is_chosen_for_this_window_is_kept_at_once(window: MainWindow) -> None:
    place, kept = window.settings_place, window.workplace.settings
    place.gap.setValue(90)
    place.lock.setValue(7)
    place.theme.setFocus()
    write("d")
    place.theme.activated.emit(place.theme.currentIndex())
    assert (int(kept.value("scanner/gap")), int(kept.value("window/lock"))) == (90, 7)
    assert kept.value("window/theme") == place.theme.currentData()


def at_work(desk: Desk) -> dict[str, tuple[str, ...]]:
    return {person.name: person.roles for person in desk.people() if person.active}


def tab_to(name: str) -> None:
    """Goes on with Tab to a field or button."""
    for _ in range(80):
        if focus().objectName() == name:
            return
        press("Tab")
    raise AssertionError(f"Tab does not lead to {name}, but to {focus().objectName()}")


def choose(window: MainWindow, name: str) -> None:
    """Goes down the list to somebody."""
    people = window.settings_place.people
    people.setFocus()
    press("Home")
    for _ in range(people.topLevelItemCount()):
        if people.currentItem().text(0) == name:
            return
        press("Down")
    raise AssertionError(name)


def test_somebody_new_gets_several_roles_at_once(window: MainWindow, desk: Desk) -> None:
    place = window.settings_place
    assert place.save_person.text() == "Add pers&on"
    tab_to("name")
    write("Dedi")
    tab_to("role_supervisor")
    press("Space")
    tab_to("role_technician")
    press("Space")
    tab_to("save_person")
    press("Space")
    assert at_work(desk)["Dedi"] == ("staff", "supervisor", "technician")
    assert place.name.text() == ""
    assert [name for name in ROLES if getattr(place, f"role_{name}").isChecked()] == ["staff"]
    assert focus() is place.name


def test_roles_are_changed_later_and_what_is_ticked_counts(window: MainWindow, desk: Desk) -> None:
    desk.do(AddStaff(name="Dedi", roles=("staff", "technician")))
    place = window.settings_place
    choose(window, "Dedi")
    assert place.role_technician.isChecked()
    assert not place.role_cro.isChecked()
    tab_to("role_cro")
    press("Space")
    tab_to("role_technician")
    press("Space")
    tab_to("save_person")
    press("Space")
    assert at_work(desk)["Dedi"] == ("staff", "cro")
    assert place.people.currentItem().text(2) == "Staff, Customer relations officer"
    assert "roles of Dedi" in window.workplace.toast.accessibleName()


def test_nobody_is_left_without_a_role(window: MainWindow, desk: Desk) -> None:
    desk.do(AddStaff(name="Dedi", roles=("staff",)))
    choose(window, "Dedi")
    tab_to("role_staff")
    press("Space")
    tab_to("save_person")
    press("Space")
    assert at_work(desk)["Dedi"] == ("staff",)
    assert window.settings_place.roles_fault.isVisible()


def test_the_last_administrator_stays_one(window: MainWindow, desk: Desk) -> None:
    choose(window, "Sari")
    tab_to("role_admin")
    press("Space")
    tab_to("save_person")
    press("Space")
    assert "admin" in at_work(desk)["Sari"]
    assert "Give somebody else that role first" in window.settings_place.refusal.text()


def test_a_pin_is_set_and_replaced(window: MainWindow, desk: Desk) -> None:
    desk.do(AddStaff(name="Dedi", roles=("staff",)))
    place = window.settings_place
    choose(window, "Dedi")
    assert place.people.currentItem().text(1) == "none"
    for pin in ("1234", "567890"):
        tab_to("pin")
        write(pin)
        tab_to("set_pin")
        press("Space")
        assert place.pin.text() == ""
        assert place.people.currentItem().text(1) == "set"
    with pytest.raises(Refused):
        desk.sign_in("Dedi", "1234")
    desk.sign_in("Dedi", "567890")


def test_a_pin_of_letters_is_refused_at_its_field(window: MainWindow) -> None:
    place = window.settings_place
    place.name.setFocus()
    write("Dedi")
    place.pin.setFocus()
    write("abcd")
    press("Return")
    assert "4 to 12 digits" in place.pin_fault.text()
    assert place.name.text() == "Dedi", "what was typed is kept"
    choose(window, "Sari")
    assert place.pin_fault.text() == ""


def test_somebody_is_switched_off_only_after_it_was_confirmed(
    window: MainWindow, desk: Desk
) -> None:
    desk.do(AddStaff(name="Dedi & Co", roles=("staff",)))
    place = window.settings_place
    choose(window, "Dedi & Co")
    tab_to("switch_off")
    press("Space")
    assert place.leaving.isVisible()
    assert focus() is place.let_stay, "to stay is the default"
    press("Esc")
    assert not place.leaving.isVisible()
    assert focus() is place.switch_off
    assert "Dedi & Co" in at_work(desk)
    press("Space", "Shift+Tab")
    assert focus() is place.switch_off_now
    assert place.switch_off_now.text() == "S&witch Dedi && Co off"
    press("Space")
    assert [*at_work(desk)] == ["Sari"]
    assert [person.name for person in desk.people()] == ["Sari", "Dedi & Co"]
    assert "switched off" in window.workplace.toast.accessibleName()
    assert place.people.currentItem().text(2) == "switched off"
    assert not place.switch_off.isEnabled()
    assert "does not work here any more" in place.switch_off.toolTip()


def test_nobody_switches_themselves_off(window: MainWindow) -> None:
    choose(window, "Sari")
    place = window.settings_place
    assert not place.switch_off.isEnabled()
    assert "Another administrator" in place.switch_off.toolTip()


def test_what_is_typed_stays_when_the_desk_changes_elsewhere(
    window: MainWindow, desk: Desk
) -> None:
    place = window.settings_place
    place.name.setFocus()
    write("Ded")
    desk.do(AddStaff(name="Tono", roles=("technician",)))
    assert place.name.text() == "Ded"
    assert place.people.topLevelItemCount() == 3


def test_everything_about_people_can_be_read_aloud(window: MainWindow) -> None:
    place = window.settings_place
    boxes = [getattr(place, f"role_{name}") for name in ROLES]
    assert [box.text() for box in boxes] == [str(text) for text in ROLES.values()]
    for widget in (place.people, place.name, place.pin, place.roles, place.save_person):
        assert widget.accessibleName()


def test_a_clerk_sees_why_the_buttons_are_grey(window: MainWindow, desk: Desk) -> None:
    desk.do(AddStaff(name="Dedi", roles=("staff",)))
    window.lock()
    next(one for one in window.sign_in._buttons if one.accessibleName() == "Dedi").setFocus()
    press("Space")
    assert not window.settings_place.save_shop.isEnabled()
    assert "another role" in window.settings_place.save_shop.toolTip()
    place = window.settings_place
    assert not place.save_person.isEnabled()
    assert not place.role_admin.isEnabled()
    choose(window, "Sari")
    assert not place.set_pin.isEnabled()
    choose(window, "Dedi")
    assert place.set_pin.isEnabled(), "one’s own PIN"
    tab_to("pin")
    write("2468")
    press("Return")
    desk.sign_in("Dedi", "2468")


def test_the_data_are_checked_from_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.settings_place.check_data.setFocus()
    press("Space")
    toast = window.workplace.toast
    qtbot.waitUntil(lambda: "All is well" in toast.accessibleName(), timeout=10000)


def test_a_printer_that_is_gone_stays_chosen_and_says_so(window: MainWindow) -> None:
    window.workplace.settings.setValue("paper/printer", "Struk")
    window.settings_place._printers.show(["Laser"])
    assert (
        window.settings_place._printers.rows["receipt"].printer.currentText()
        == "Struk (not there now)"
    )


def test_letters_have_a_printer_and_a_size_of_their_own(window: MainWindow) -> None:
    place, papers = window.settings_place, window.workplace.printing
    assert (papers.choices.printer("letter"), papers.choices.paper("letter")) == ("", "a4")
    place._printers.show(["Laser", "Struk"])
    tab_to("letter_printer")
    press("Down")
    tab_to("letter_paper")
    press("Home")
    assert (papers.choices.printer("letter"), papers.choices.paper("letter")) == ("Laser", "a5")
    assert (papers.printer, papers.paper) == ("", "roll80")


def test_where_receipts_are_sheets_letters_go_the_same_way(window: MainWindow) -> None:
    papers = window.workplace.printing
    window.workplace.settings.setValue("paper/printer", "Laser")
    assert papers.choices.printer("letter") == "", "a printer of rolls prints no letter"
    window.workplace.settings.setValue("paper/receipt", "a5")
    assert (papers.choices.printer("letter"), papers.choices.paper("letter")) == ("Laser", "a5")
