"""A scan is recognised anywhere and reaches no field; what a person types always does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desk.gui.kit.scanner import Scanner

Key = Qt.Key
NUMBER = "K1202606180001234"
KEYS = {"\r": Key.Key_Return, "\n": Key.Key_Enter, "\t": Key.Key_Tab, " ": Key.Key_Space}


class Form(QWidget):
    """A form with a field, a second one, and a button that would save it."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.nota, self.save = QLineEdit(), QLineEdit(), QPushButton("Save")
        layout = QVBoxLayout(self)
        for child in (self.name, self.nota, self.save):
            layout.addWidget(child)
        self.saved = 0
        self.save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)

    def _save(self) -> None:
        self.saved += 1


@dataclass
class Keyboard:
    """Presses keys at a window, each a given time after the last one, by a clock of its own."""

    form: Form
    now: int = 1000
    scans: list[str] = field(default_factory=list)

    def clock(self, _event: object) -> int:
        return self.now

    def press(self, key: Key, *, after: int, held: Qt.KeyboardModifier | None = None) -> None:
        self.now += after
        window = self.form.windowHandle()
        QTest.keyClick(window, key, held or Qt.KeyboardModifier.NoModifier)

    def types(self, text: str, *, every: int) -> None:
        for letter in text:
            self.now += every
            window = self.form.windowHandle()
            if letter in KEYS:
                QTest.keyClick(window, KEYS[letter])
            else:
                QTest.keyClick(window, letter)


@pytest.fixture
def keyboard(qtbot: QtBot, qapp: QApplication) -> Iterator[Keyboard]:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    form.name.setFocus()
    qtbot.waitUntil(form.name.hasFocus)
    keys = Keyboard(form)
    scanner = Scanner(qapp, grace=30_000, clock=keys.clock)  # the test's own time decides
    scanner.scanned.connect(keys.scans.append)
    yield keys
    scanner.setParent(None)


@pytest.fixture
def typed(qtbot: QtBot, qapp: QApplication, keyboard: Keyboard) -> Callable[[str], None]:
    """Waits until the field holds what was typed; no key is held back longer than usual."""
    qapp.findChild(Scanner).grace = 0
    return lambda text: qtbot.waitUntil(lambda: keyboard.form.name.text() == text)


@pytest.mark.parametrize("end", ["\r", "\n", "\t"])
def test_a_scan_is_told_and_reaches_no_field(keyboard: Keyboard, end: str) -> None:
    keyboard.types(NUMBER + end, every=8)
    assert keyboard.scans == [NUMBER]
    assert (keyboard.form.name.text(), keyboard.form.saved) == ("", 0)
    assert keyboard.form.name.hasFocus()


def test_carriage_return_and_line_feed_are_one_end(keyboard: Keyboard) -> None:
    keyboard.types(NUMBER + "\r", every=8)
    keyboard.press(Key.Key_J, after=8, held=Qt.KeyboardModifier.ControlModifier)
    keyboard.types(NUMBER + "\r\n", every=8)
    assert keyboard.scans == [NUMBER, NUMBER]
    assert (keyboard.form.name.text(), keyboard.form.saved) == ("", 0)


def test_a_slow_scanner_within_the_gap_is_still_one(keyboard: Keyboard) -> None:
    keyboard.types(NUMBER + "\r", every=55)
    assert keyboard.scans == [NUMBER]


def test_a_person_types_as_ever(keyboard: Keyboard, typed: Callable[[str], None]) -> None:
    keyboard.types("Bapak Hari\r", every=120)
    typed("Bapak Hari")
    assert (keyboard.scans, keyboard.form.saved) == ([], 1)


def test_the_last_letter_of_a_person_arrives_without_another_key(
    keyboard: Keyboard, typed: Callable[[str], None]
) -> None:
    keyboard.types("R", every=120)
    typed("R")


def test_two_keys_in_quick_succession_keep_their_order(
    keyboard: Keyboard, typed: Callable[[str], None]
) -> None:
    keyboard.types("Ibu", every=30)
    typed("Ibu")
    keyboard.types(" Rita", every=20)
    typed("Ibu Rita")
    assert keyboard.scans == []


def test_few_characters_and_enter_are_a_person(
    keyboard: Keyboard, typed: Callable[[str], None]
) -> None:
    keyboard.types("1234\r", every=20)
    typed("1234")
    assert (keyboard.scans, keyboard.form.saved) == ([], 1)


def test_a_burst_without_an_end_is_typed(keyboard: Keyboard, typed: Callable[[str], None]) -> None:
    keyboard.types(NUMBER, every=8)
    typed(NUMBER)
    assert keyboard.scans == []


def test_enter_long_after_a_burst_is_a_person_pressing_enter(
    keyboard: Keyboard, typed: Callable[[str], None]
) -> None:
    keyboard.types(NUMBER, every=8)
    keyboard.press(Key.Key_Return, after=400)
    typed(NUMBER)
    assert (keyboard.scans, keyboard.form.saved) == ([], 1)


def test_a_scan_after_typing_leaves_what_was_typed(keyboard: Keyboard) -> None:
    keyboard.types("Rita", every=120)
    keyboard.now += 1000
    keyboard.types(NUMBER + "\r", every=8)
    assert (keyboard.form.name.text(), keyboard.scans) == ("Rita", [NUMBER])


def test_tab_moves_on_as_ever(qtbot: QtBot, keyboard: Keyboard) -> None:
    keyboard.types("Ri\t", every=20)
    qtbot.waitUntil(keyboard.form.nota.hasFocus)
    assert keyboard.form.name.text() == "Ri"


def test_a_scan_presses_no_button_and_no_shortcut(qtbot: QtBot, keyboard: Keyboard) -> None:
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Return), keyboard.form)
    shortcut.activated.connect(lambda: pressed.append("enter"))
    keyboard.form.save.setFocus()
    qtbot.waitUntil(keyboard.form.save.hasFocus)
    keyboard.types(NUMBER + "\r", every=8)
    assert (keyboard.scans, pressed, keyboard.form.saved) == ([NUMBER], [], 0)
    keyboard.press(Key.Key_Return, after=500)
    assert pressed == ["enter"]


def test_space_presses_the_button_that_has_the_focus(
    qtbot: QtBot, qapp: QApplication, keyboard: Keyboard
) -> None:
    qapp.findChild(Scanner).grace = 0
    keyboard.form.save.setFocus()
    qtbot.waitUntil(keyboard.form.save.hasFocus)
    keyboard.press(Key.Key_Space, after=200)
    qtbot.waitUntil(lambda: keyboard.form.saved == 1)
    assert not keyboard.form.save.isDown()


def test_ctrl_enter_is_never_the_end_of_a_scan(keyboard: Keyboard) -> None:
    keyboard.types(NUMBER, every=8)
    keyboard.press(Key.Key_Return, after=8, held=Qt.KeyboardModifier.ControlModifier)
    assert (keyboard.form.name.text(), keyboard.scans) == (NUMBER, [])


def test_shift_enter_begins_a_new_line_and_ends_no_scan(
    keyboard: Keyboard, typed: Callable[[str], None]
) -> None:
    keyboard.types(NUMBER, every=8)
    keyboard.press(Key.Key_Return, after=8, held=Qt.KeyboardModifier.ShiftModifier)
    typed(NUMBER)
    assert keyboard.scans == []


def test_capitals_sent_with_shift_belong_to_the_scan(keyboard: Keyboard) -> None:
    window = keyboard.form.windowHandle()
    for letter in "RITA-99":
        keyboard.now += 8
        QTest.keyPress(window, Key.Key_Shift)
        QTest.keyClick(window, letter, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyRelease(window, Key.Key_Shift)
    keyboard.press(Key.Key_Return, after=8)
    assert [scan.upper() for scan in keyboard.scans] == ["RITA-99"]
    assert keyboard.form.name.text() == ""


def test_the_gap_can_be_set_for_a_slow_scanner(qapp: QApplication, keyboard: Keyboard) -> None:
    keyboard.types(NUMBER + "\r", every=90)
    assert keyboard.scans == []
    qapp.findChild(Scanner).gap = 100
    keyboard.form.name.setText("")
    keyboard.now += 1000
    keyboard.types(NUMBER + "\r", every=90)
    assert keyboard.scans == [NUMBER]


def test_a_window_closed_meanwhile_is_not_written_to(qtbot: QtBot, keyboard: Keyboard) -> None:
    other = QLineEdit()
    with qtbot.waitExposed(other):
        other.show()
    keyboard.now += 500
    QTest.keyClick(other.windowHandle(), "x")
    delete(other)
    keyboard.types(NUMBER + "\r", every=8)
    assert keyboard.scans == [NUMBER]
