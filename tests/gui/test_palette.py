"""Ctrl+K finds every command by a part of its name and runs it with Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from desk.gui.commands import CommandPalette

Key = Qt.Key


class Window(QMainWindow):
    """A window with a handful of commands."""

    def __init__(self) -> None:
        super().__init__()
        self.ran: list[str] = []
        for name, keys in (
            ("&New complaint", "Ctrl+N"),
            ("Print again…", "F7"),
            ("&Reports", "Alt+4"),
            ("Report of the month", ""),
        ):
            action = QAction(name, self)
            action.setShortcut(keys)
            action.triggered.connect(lambda _on, name=name: self.ran.append(name))
            self.addAction(action)
        off = QAction("Erase a customer", self)
        off.setEnabled(False)
        self.setCentralWidget(QLineEdit())
        self.resize(800, 600)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def commands(qtbot: QtBot, window: Window) -> CommandPalette:
    made = CommandPalette(window)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.search.hasFocus)
    return made


def test_all_that_can_be_done_now_is_listed_by_name(commands: CommandPalette) -> None:
    assert commands.names() == ["New complaint", "Print again", "Report of the month", "Reports"]


def test_typing_a_part_of_the_name_finds_it(qtbot: QtBot, commands: CommandPalette) -> None:
    qtbot.keyClicks(commands.search, "rep")
    assert commands.names() == ["Report of the month", "Reports"]
    qtbot.keyClicks(commands.search, " mon")
    assert commands.names() == ["Report of the month"]


def test_enter_runs_the_first_one_and_closes(
    qtbot: QtBot, window: Window, commands: CommandPalette
) -> None:
    qtbot.keyClicks(commands.search, "again")
    qtbot.keyClick(commands.search, Key.Key_Return)
    assert window.ran == ["Print again…"]
    assert not commands.isVisible()


def test_arrows_choose_another_while_one_types(
    qtbot: QtBot, window: Window, commands: CommandPalette
) -> None:
    qtbot.keyClicks(commands.search, "rep")
    qtbot.keyClick(commands.search, Key.Key_Down)
    qtbot.keyClick(commands.search, Key.Key_Return)
    assert window.ran == ["&Reports"]


def test_keys_are_shown_beside_the_names(commands: CommandPalette) -> None:
    model = commands.found.model()
    assert model.index(0, 1).data() == "Ctrl+N"


def test_a_name_that_does_not_exist_is_told_and_runs_nothing(
    qtbot: QtBot, window: Window, commands: CommandPalette
) -> None:
    qtbot.keyClicks(commands.search, "xyz")
    assert commands.names() == []
    qtbot.keyClick(commands.search, Key.Key_Return)
    assert (window.ran, commands.isVisible()) == ([], True)


def test_esc_closes_and_the_next_time_begins_empty(
    qtbot: QtBot, window: Window, commands: CommandPalette
) -> None:
    qtbot.keyClicks(commands.search, "rep")
    qtbot.keyClick(commands.search, Key.Key_Escape)
    assert not commands.isVisible()
    commands.open()
    assert (commands.search.text(), len(commands.names())) == ("", 4)
