"""The main window: places, search, scans, who is at work, and what others wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff, Register, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.papers import receipt_of
from desk.app.setting_up import SetUp, set_up
from desk.gui.window import MainWindow
from desk.rules.chain import new_id
from desk.rules.intake import Intake
from tests.app.at_work import Clock
from tests.gui.desk_window import focus, main_window, press, write
from tests.gui.exchange_shops import befriend, open_shop


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    made = set_up(Home(tmp_path / "desk"), wanted)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        yield shown


def take_in(desk: Desk, nota: str = "1234", name: str = "Bapak Hari") -> Registered:
    intake = Intake(id=new_id(desk.now()), name=name, nota=nota, what_happened="Rem berat")
    taken = desk.do(Register(intake=intake))
    assert isinstance(taken, Registered)
    return taken


def test_the_desk_opens_at_the_counter_with_the_focus_in_the_first_field(
    window: MainWindow,
) -> None:
    assert window.stack.currentWidget() is window.counter
    assert focus().objectName() == "phone"


@pytest.mark.parametrize(
    ("key", "place"),
    [("Alt+2", "queue"), ("Alt+5", "exchange"), ("Ctrl+,", "settings"), ("Alt+1", "counter")],
)
def test_every_place_is_two_keys_away(window: MainWindow, key: str, place: str) -> None:
    press(key)
    assert getattr(window, f"go_{place}").isChecked()
    assert window.stack.currentWidget().objectName().lower().startswith(place)


@pytest.mark.parametrize("key", ["Alt+3", "Alt+4"])
def test_a_place_of_a_later_version_says_what_it_will_hold(window: MainWindow, key: str) -> None:
    press(key)
    words = " ".join(label.text() for label in window.stack.currentWidget().findChildren(QLabel))
    assert "later version" in words


def test_a_scan_from_anywhere_opens_its_complaint_and_dirties_no_field(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    taken = take_in(desk)
    press("Ctrl+N")
    handle = window.windowHandle()
    for letter in taken.number:
        QTest.keyClick(handle, letter)
    QTest.keyClick(handle, "\r")
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.case)
    assert window.case.number.text() == taken.grouped
    assert window.counter.phone.text() == ""


def test_an_unknown_code_gets_one_sentence_and_waits_in_the_search(window: MainWindow) -> None:
    window.scanned("8991234567890")
    assert "no complaint of this desk" in window.workplace.toast.accessibleName()
    assert window.search.text() == "8991234567890"
    assert window.stack.currentWidget() is window.counter


def test_a_scanned_receipt_that_is_not_known_here_says_whether_it_is_genuine(
    window: MainWindow, desk: Desk
) -> None:
    genuine = receipt_of(desk, desk.complaint(take_in(desk).id)).qr
    window.scanned(genuine.replace("0001234", "0007777"))
    assert "Not genuine" in window.workplace.toast.accessibleName()
    window.scanned(genuine.replace(":2026", ":2027", 1))  # a known number, another moment
    assert "Not genuine" in window.workplace.toast.accessibleName()


def test_the_search_finds_while_one_types(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    take_in(desk, name="Ibu Rita")
    press("Ctrl+F")
    write("rita")
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.queue)
    assert focus() is window.search


def test_what_another_program_wrote_appears_by_itself(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.waiting.text() == "No head office yet"
    with closing(open_shop(tmp_path, "9", "Pusat", Clock())) as office:
        befriend(desk, office)
    beside = Desk.open(desk.home)
    beside.sign_in()
    take_in(beside)
    beside.close()
    qtbot.waitUntil(lambda: "1 to export" in window.waiting.text(), timeout=4000)


def tile(window: MainWindow, name: str) -> None:
    """Chooses a tile of the sign-in, by keyboard."""
    next(one for one in window.sign_in._buttons if one.accessibleName() == name).setFocus()
    press("Space")


def test_somebody_else_takes_over_in_two_keys(window: MainWindow, desk: Desk) -> None:
    desk.do(AddStaff(name="Dedi", roles=("supervisor",)))
    press("Ctrl+L")
    assert window.locked
    tile(window, "Dedi")
    assert window.who.text() == "Dedi"
    assert not window.locked


def test_nothing_is_shown_and_nothing_works_after_the_lock(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    taken = take_in(desk)
    desk.do(AddStaff(name="Dedi", roles=("supervisor",), pin="4321"))
    press("Ctrl+L")
    assert not window.stack.isVisible()
    window.scanned(taken.number)
    press("Ctrl+N")
    assert window.locked
    assert desk.actor is None


def test_a_wrong_pin_is_told_and_a_right_one_lets_in(window: MainWindow, desk: Desk) -> None:
    desk.do(AddStaff(name="Dedi", roles=("supervisor",), pin="4321"))
    press("Ctrl+L")
    tile(window, "Dedi")
    write("1111")
    press("Return")
    assert "another one" in window.sign_in.pin_fault.text()
    write("4321")
    press("Return")
    assert window.who.text() == "Dedi"


def test_a_half_written_form_waits_for_its_owner(window: MainWindow, desk: Desk) -> None:
    desk.do(AddStaff(name="Dedi", roles=("supervisor",)))
    window.counter.go_to("name")
    write("Bapak Hari")
    press("Ctrl+L")
    tile(window, "Dedi")
    assert window.counter.findChild(QLineEdit, "name").text() == ""
    press("Ctrl+L")
    tile(window, "Sari")
    assert window.counter.findChild(QLineEdit, "name").text() == "Bapak Hari"


def test_the_window_speaks_the_other_language_at_once(
    window: MainWindow, speak: Callable[[str], None]
) -> None:
    speak("id")
    assert window.go_queue.text() == "Antrean"
    assert window.windowTitle() == "Toko Sepeda – Meja Komplain"
    speak("en")
    assert window.go_queue.text() == "Queue"


def test_every_command_is_found_by_its_name(window: MainWindow) -> None:
    press("Ctrl+K")
    write("exch")
    assert "Exchange" in window._palette.names()
    window._palette.close()


def test_help_lists_the_keys_and_escape_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    press("F1")
    qtbot.waitUntil(lambda: focus() is window._help._keys)
    names = [window._help._keys.topLevelItem(at).text(0) for at in range(3)]
    assert "New complaint" in names
    press("Esc")
    qtbot.waitUntil(lambda: not window._help.isVisible())
