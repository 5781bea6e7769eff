"""A toast tells what was done, offers to take it back, and is never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.gui.kit.notify import Toast, undo
from desk.words import say

SAVED = say("test", "Saved: {number}.")(number="K1 2026-06-18 0001234")


class Window(QMainWindow):
    """A window with one field and a toast."""

    def __init__(self) -> None:
        super().__init__()
        centre = QWidget()
        self.field = QLineEdit()
        QVBoxLayout(centre).addWidget(self.field)
        self.setCentralWidget(centre)
        self.resize(900, 600)
        self.toast = Toast(self)
        self.undone = 0

    def take_back(self) -> None:
        """What the toast offers."""
        self.undone += 1


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def words(window: Window) -> list[str]:
    return [label.text() for label in window.toast.findChildren(QLabel) if label.text()]


def test_it_says_what_was_done_and_leaves_the_focus_alone(window: Window) -> None:
    window.toast.tell(SAVED)
    assert window.toast.isVisible()
    assert words(window) == ["Saved: K1 2026-06-18 0001234."]
    assert window.toast.accessibleName() == words(window)[0]
    assert window.field.hasFocus()


def test_it_shows_what_was_typed_as_it_was_typed(window: Window) -> None:
    window.toast.tell("<b>Rita</b> & co")
    assert words(window) == ["<b>Rita</b> & co"]
    label = next(each for each in window.toast.findChildren(QLabel) if each.text())
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_undo_is_one_click_away(qtbot: QtBot, window: Window) -> None:
    window.toast.tell(SAVED, offer=undo(window.take_back))
    button = window.toast.findChild(QPushButton)
    assert button.text() == "Undo"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (window.undone, window.toast.isVisible()) == (1, False)


def test_undo_is_reached_by_tab_and_gives_the_focus_back(qtbot: QtBot, window: Window) -> None:
    window.toast.tell(SAVED, offer=undo(window.take_back))
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    button = window.toast.findChild(QPushButton)
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.undone == 1
    qtbot.waitUntil(window.field.hasFocus)


def test_ctrl_z_takes_the_offer_when_the_field_has_nothing_to_undo(
    qtbot: QtBot, window: Window
) -> None:
    window.toast.tell(SAVED, offer=undo(window.take_back))
    qtbot.keyClick(window.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.undone == 1)
    qtbot.keyClick(window.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.undone == 1


def test_ctrl_z_first_undoes_what_is_being_typed(qtbot: QtBot, window: Window) -> None:
    window.toast.tell(SAVED, offer=undo(window.take_back))
    qtbot.keyClicks(window.field, "Ri")
    qtbot.keyClick(window.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (window.field.text(), window.undone) == ("", 0)


def test_esc_sends_it_away_and_takes_nothing_back(qtbot: QtBot, window: Window) -> None:
    window.toast.tell(SAVED, offer=undo(window.take_back))
    qtbot.keyClick(window.toast.findChild(QPushButton), Qt.Key.Key_Escape)
    assert (window.undone, window.toast.isVisible()) == (0, False)


def test_a_new_sentence_takes_the_place_of_the_last(window: Window) -> None:
    window.toast.tell(SAVED, offer=undo(window.take_back))
    window.toast.tell("Printed.")
    assert words(window) == ["Printed."]
    assert not window.toast.findChild(QPushButton).isVisible()


def test_its_cross_has_a_name(window: Window) -> None:
    window.toast.tell(SAVED)
    cross = window.toast.findChild(QToolButton)
    assert cross.accessibleName() == cross.toolTip() == "Dismiss"
    cross.click()
    assert not window.toast.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (640, 480)])
def test_it_stays_inside_the_window(window: Window, size: tuple[int, int]) -> None:
    window.toast.tell(say("test", "A long sentence. ").source * 12)
    window.resize(*size)
    QApplication.sendPostedEvents()
    assert window.rect().contains(window.toast.geometry())
