"""The real main window on a real desk, for tests that use it by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.gui.kit.scanner import Scanner
from desk.gui.kit.work import Jobs
from desk.gui.window import MainWindow


def press(*keys: str) -> None:
    """Presses keys, each by its name, where the focus is."""
    for key in keys:
        combination = QKeySequence(key)[0]
        QTest.keyClick(focus(), combination.key(), combination.keyboardModifiers())


def write(text: str) -> None:
    """Types a text into whatever has the focus."""
    QTest.keyClicks(focus(), text)


def focus() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


@contextmanager
def main_window(qtbot: QtBot, qapp: QApplication, desk: Desk, folder: Path) -> Iterator[MainWindow]:
    """The window, active, with the counter in front; everything is finished afterwards."""
    jobs, scanner = Jobs(), Scanner(qapp, gap=500)  # a busy computer is not a person who types
    settings = QSettings(str(folder / "settings"), QSettings.Format.IniFormat)
    window = MainWindow(desk, jobs, settings, scanner)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield window
    finally:
        window.close()
        jobs.close()
        window.deleteLater()
        scanner.setParent(None)
        scanner.deleteLater()
