"""The Settings of head office by keyboard: branches, their people, whose cases somebody sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.settings.view import SettingsView
from desk.gui.window import MainWindow
from desk.journal import known
from desk.journal.known import Person
from tests.gui.desk_window import focus, main_window, press, write
from tests.gui.office_company import Office, open_company


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from open_company(tmp_path)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, office.desk, tmp_path) as shown:
        shown.sign_in.signed_in.emit(office.desk.sign_in("Admin 9"))
        press("Ctrl+,")
        yield shown


@pytest.fixture
def place(window: MainWindow) -> SettingsView:
    return window.settings_place


def tab_to(name: str) -> None:
    """Goes on with Tab to a field or button."""
    for _ in range(60):
        if focus().objectName() == name:
            return
        press("Tab")
    raise AssertionError(f"Tab does not lead to {name}, but to {focus().objectName()}")


def people(place: SettingsView) -> list[str]:
    tree = place.people
    items = [tree.topLevelItem(at) for at in range(1, tree.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


def person(office: Office, name: str) -> Person:
    everybody = known.people(office.desk.journal.store)
    return next(one for one in everybody if one.name == name)


def test_a_branch_without_a_desk_is_named(place: SettingsView, office: Office) -> None:
    tab_to("place_code")
    write("7")
    press("Tab")
    write("Bogor")
    press("Tab")
    write("Jl. Pajajaran 1")
    press("Tab")
    write("WA 0811")
    press("Return")
    assert known.places(office.desk.journal.store)[2] == known.Place(
        code="7", name="Bogor", address="Jl. Pajajaran 1", reach="WA 0811"
    )
    card = place.branches_card
    assert card.places.currentItem().text(1) == "Bogor"
    assert focus() is card.places


def test_a_branch_is_renamed_and_the_rest_stays(place: SettingsView, office: Office) -> None:
    tab_to("places")
    press("Home", "Down")
    card = place.branches_card
    assert card.place_code.text() == "1"
    assert card.place_code.isReadOnly()
    tab_to("place_name")
    press("Ctrl+A")
    write("Hankam Baru")
    tab_to("save_place")
    press("Space")
    assert dict(known.branches(office.desk.journal.store))["1"] == "Hankam Baru"


def test_a_wrong_code_or_a_missing_name_is_refused_at_its_field(
    place: SettingsView, office: Office
) -> None:
    card = place.branches_card
    tab_to("place_code")
    write("A")
    press("Return")
    assert "1 to 3 digits" in card.findChild(QWidget, "place_code_fault").text()  # type: ignore[attr-defined]
    card.place_code.setText("7")
    press("Return")
    assert "missing" in card.findChild(QWidget, "place_name_fault").text()  # type: ignore[attr-defined]
    assert len(known.places(office.desk.journal.store)) == 3


def test_the_people_of_a_branch_are_shown_added_changed_and_switched_off(
    place: SettingsView, office: Office
) -> None:
    assert people(place) == ["Admin 9", "Wulan"]
    tab_to("people_branch")
    press("Home")
    assert people(place) == ["Admin 1", "Tono"]
    assert not place.sees.isVisible()
    tab_to("name")
    write("Joni")
    tab_to("save_person")
    press("Space")
    added = person(office, "Joni")
    assert (added.branch, added.here, added.roles) == ("1", False, ("staff",))
    assert "next file" in place._workplace.toast.accessibleName()
    place.people.setFocus()
    press("Home", "Down", "Down")
    assert place.name.text() == "Joni"
    assert not place.pin.isEnabled()
    assert "their own branch" in place.pin.toolTip()
    tab_to("role_technician")
    press("Space")
    tab_to("save_person")
    press("Space")
    assert person(office, "Joni").roles == ("staff", "technician")
    tab_to("switch_off")
    press("Space", "Shift+Tab", "Space")
    assert not person(office, "Joni").active
    office.company.meet()
    there = office.company.desks["1"]
    assert [one.active for one in there.people() if one.name == "Joni"] == [False]


def test_whose_cases_somebody_sees_is_typed_as_codes(place: SettingsView, office: Office) -> None:
    place.people.setFocus()
    press("Home", "Down", "Down")
    assert place.name.text() == "Wulan"
    tab_to("sees")
    write("2,1 2")
    press("Return")
    assert person(office, "Wulan").branches == ("2", "1")
    press("Ctrl+A")
    write("Depok")
    press("Return")
    assert "1 to 3 digits" in place.findChild(QWidget, "sees_fault").text()  # type: ignore[attr-defined]
    assert person(office, "Wulan").branches == ("2", "1")
    press("Ctrl+A", "Del", "Return")
    assert person(office, "Wulan").branches == ()


def test_somebody_new_at_head_office_sees_only_what_was_typed(
    place: SettingsView, office: Office
) -> None:
    tab_to("name")
    write("Rini")
    tab_to("sees")
    write("1")
    press("Return")
    assert person(office, "Rini").branches == ("1",)


def test_who_may_not_name_branches_is_told_why(window: MainWindow, office: Office) -> None:
    window.sign_in.signed_in.emit(office.desk.sign_in("Wulan"))
    save = window.settings_place.branches_card.save_place
    assert not save.isEnabled()
    assert "another role" in save.toolTip()


def test_no_key_is_given_twice_in_either_language(
    place: SettingsView, speak: Callable[[str], None]
) -> None:
    for language in ("en", "id"):
        speak(language)
        texts = [
            label.text() for label in place.findChildren(QLabel) if label.buddy() is not None
        ] + [button.text() for button in place.findChildren(QPushButton)]
        keys = [
            text.replace("&&", "")[at + 1].upper()
            for text in texts
            for at in [text.replace("&&", "").find("&")]
            if at >= 0
        ]
        doubled = {key for key in keys if keys.count(key) > 1}
        assert not doubled, (language, doubled, texts)


def test_a_branch_has_only_itself_in_its_settings(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    office.code = "1"
    with main_window(qtbot, qapp, office.desk, tmp_path) as shown:
        shown.sign_in.signed_in.emit(office.desk.sign_in("Admin 1"))
        press("Ctrl+,")
        place = shown.settings_place
        assert not place.branches_card.isVisible()
        assert not place.people_branch.isVisible()
        assert not place.sees.isVisible()
