"""The case between branches by keyboard: handed over, accepted, given back, linked, settled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desk.app.commands import LimitToBranches
from desk.gui.kit.theme import Theme
from desk.gui.kit.widgets import ToneLabel
from desk.gui.window import MainWindow
from desk.rules.acts import LinkTo
from tests.gui.case_window import Window, open_window
from tests.gui.desk_window import main_window
from tests.gui.office_company import Office, open_company
from tests.gui.queue_window import focus, press, write


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from open_company(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, office: Office, tmp_path: Path, theme: Theme) -> Iterator[Window]:
    with at_desk(qtbot, office, tmp_path) as made:
        yield made


@contextmanager
def at_desk(qtbot: QtBot, office: Office, folder: Path) -> Iterator[Window]:
    """The case in a window at the desk that is looked at."""
    yield from open_window(qtbot, cast(Any, office), folder / f"settings{office.code}.ini")


def look(window: Window, office: Office, name: str, who: str = "") -> None:
    office.case = office.ids[name]
    window.look(who)


def words(window: Window) -> str:
    """Everything that can be read on the screen of the case."""
    labels = window.view.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


def links(window: Window) -> list[QPushButton]:
    buttons = window.view.known.findChildren(QPushButton)
    return [button for button in buttons if "\n" in button.text() and not button.isHidden()]


def test_a_case_is_handed_over_to_whoever_works_at_a_branch_and_accepted_there(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    look(window, office, "Bapak Hari")
    press("F10", "Alt+B")
    assert focus().objectName() == "branch"
    press("Home", "Down", "Down")
    assert window.view.panel.values()["branch"] == "2"
    press("Tab", "Tab")
    write("Dibeli di Depok")
    press("Ctrl+Return")
    assert "handed over to branch 2, Depok, not accepted yet" in window.view.line.accessibleName()
    assert "Wulan handed it over to branch 2, Depok" in words(window)
    office.company.meet()
    office.code = "2"
    office.at_work("Dedi")
    with at_desk(qtbot, office, tmp_path) as there:
        look(there, office, "Bapak Hari")
        assert there.view.step.text() == "Accept what Wulan hands over"
        press("Ctrl+Return")
        assert office.complaint().holder == cast(Any, office.desk.actor).id
        assert "At branch 2, Depok" in there.view.line.accessibleName().replace("at b", "At b")


def test_a_branch_gives_it_back_with_a_reason(
    window: Window, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    look(window, office, "Ibu Rita")
    press("F10", "Alt+B", "Home", "Down", "Ctrl+Return")
    assert office.complaint().offered_branch == "1"
    office.company.meet()
    office.code = "1"
    office.at_work("Tono")
    with at_desk(qtbot, office, tmp_path) as there:
        look(there, office, "Ibu Rita")
        press("D")
        write("Stok kosong")
        press("Ctrl+Return")
        assert office.complaint().at_branch == "2"
        assert "Tono gave the hand-over back" in words(there)
        assert "Wulan" in words(there), "who acted at head office has a name here"


def test_somebody_of_another_branch_is_chosen_by_name(window: Window, office: Office) -> None:
    look(window, office, "Bapak Hari")
    press("F10", "Alt+B", "Home", "Down", "Down", "Tab", "End")
    assert window.view.panel.findChild(QLabel, "to_label").text() == "To &whom"
    press("Ctrl+Return")
    told = window.view.line.accessibleName()
    assert "handed over to Dedi, branch 2, Depok, not accepted yet" in told


def test_within_its_own_branch_somebody_has_to_be_named(window: Window, office: Office) -> None:
    look(window, office, "Bapak Hari")
    press("F10", "Alt+B", "Home", "Down", "Ctrl+Return")
    fault = window.view.findChild(ToneLabel, "to_fault")
    assert "To whom?" in fault.text()


def test_what_contradicts_itself_is_read_at_both_sides_and_settled_with_one_sentence(
    window: Window, office: Office
) -> None:
    office.contradict("Bapak Hari")
    look(window, office, "Bapak Hari")
    shown = words(window)
    assert "Contradiction: “Handling began” came when it was not open any more." in shown
    assert "Contradiction: what Wulan wrote today " in shown
    assert window.view.step.text() == ("Two entries contradict each other: write down what holds")
    press("Ctrl+Return")
    assert focus().objectName() == "holds"
    press("Ctrl+Return")
    assert "What holds?" in window.view.findChild(ToneLabel, "holds_fault").text()
    write("Batal tetap berlaku.")
    press("Ctrl+Return")
    assert window.toast() == "Settled; both sides stay readable."
    assert office.complaint().conflicts == ()
    after = words(window)
    assert "Contradiction" not in after
    for line in ("withdrew the complaint", "Wulan began handling it", "“Batal tetap berlaku.”"):
        assert line in after
    assert not window.view.deeds.buttons["settle"].isVisible()


def test_two_complaints_are_linked_and_enter_opens_the_other(
    window: Window, office: Office
) -> None:
    look(window, office, "Bapak Hari")
    other = office.complaint("Ibu Rita")
    press("L")
    assert focus().objectName() == "other_number"
    write("K9 77")
    press("Ctrl+Return")
    refused = window.view.findChild(ToneLabel, "refused").text()
    assert "There is no complaint K9 77" in refused
    window.view.panel.other_number.setText("")
    window.view.panel.other_number.setFocus()
    write(other.number)
    press("Tab")
    press("Right")
    press("Ctrl+Return")
    assert office.complaint().links[0].link == "related"
    (link,) = links(window)
    assert link.text().endswith("\nRelated")
    assert "Related" in link.accessibleName()
    link.setFocus()
    press("Return")
    assert window.view._case.shown == other.id
    (back,) = links(window)
    assert back.accessibleName().startswith("K1 ")


def test_a_linked_case_that_is_not_theirs_cannot_be_opened(window: Window, office: Office) -> None:
    number = office.complaint("Ibu Rita").number
    office.company.act("9", office.ids["Bapak Hari"], LinkTo(number=number, link="same_matter"))
    limit(office, "1")
    look(window, office, "Bapak Hari")
    (link,) = links(window)
    assert not link.isEnabled()
    assert "not yours" in link.toolTip()


def limit(office: Office, *codes: str) -> None:
    """Wulan sees only these branches from now on."""
    wulan = office.desk.actor
    assert wulan is not None
    office.desk.sign_in("Admin 9")
    office.desk.do(LimitToBranches(staff=wulan.id, branches=codes))
    office.at_work("Wulan")


def test_a_case_is_left_when_it_is_none_of_whoever_comes_to_work(
    window: Window, office: Office
) -> None:
    look(window, office, "Ibu Rita")
    limit(office, "1")
    assert window.heard == [("left",)]
    assert "not yours" in window.toast()


@pytest.fixture
def whole(qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, office.desk, tmp_path) as shown:
        shown.sign_in.signed_in.emit(office.desk.sign_in("Admin 9"))
        yield shown


def test_a_scan_while_linking_is_the_other_number(whole: MainWindow, office: Office) -> None:
    whole.show_case(office.ids["Bapak Hari"])
    press("L")
    whole.scanned(office.complaint("Ibu Rita").number)
    assert whole.case.panel.other_number.text() == office.complaint("Ibu Rita").number
    press("Ctrl+Return")
    assert office.complaint("Bapak Hari").links[0].other == office.ids["Ibu Rita"]
    whole.scanned(office.complaint("Ibu Rita").number)
    assert whole.case._case.shown == office.ids["Ibu Rita"], "without the form it opens the case"


def test_a_scan_of_another_branchs_case_is_refused_with_a_sentence(
    whole: MainWindow, office: Office
) -> None:
    number, hidden = office.complaint("Ibu Rita").number, office.ids["Ibu Rita"]
    wulan = next(person for person in office.desk.people() if person.name == "Wulan")
    office.desk.do(LimitToBranches(staff=wulan.id, branches=("1",)))
    whole.sign_in.signed_in.emit(office.desk.sign_in("Wulan"))
    whole.scanned(number)
    assert "not yours" in whole.workplace.toast.accessibleName()
    whole.show_case(hidden)
    assert whole.place is not whole.case
