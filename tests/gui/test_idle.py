"""Whoever scrolls, types or moves the mouse is at the desk: nothing is locked under their hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.kit.scanner import Idle


@pytest.fixture
def idle(qtbot: QtBot, qapp: QApplication) -> Iterator[Idle]:
    """A guard who waits for ten minutes."""
    window, owner = QWidget(), QObject()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    guard = Idle(10, owner)
    yield guard
    guard.wait(0)


def wheel() -> QEvent:
    at, none = QPointF(5, 5), QPoint()
    return QWheelEvent(
        at,
        at,
        none,
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def mouse(kind: QEvent.Type) -> QEvent:
    at, left = QPointF(5, 5), Qt.MouseButton.LeftButton
    return QMouseEvent(kind, at, at, left, left, Qt.KeyboardModifier.NoModifier)


SIGNS: dict[str, tuple[Callable[[], QEvent], bool]] = {
    "a key": (
        lambda: QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        True,
    ),
    "a click": (lambda: mouse(QEvent.Type.MouseButtonPress), True),
    "the mouse moves": (lambda: mouse(QEvent.Type.MouseMove), True),
    "the wheel": (wheel, True),
    "another window": (lambda: QFocusEvent(QEvent.Type.FocusOut), False),
}


@pytest.mark.parametrize("sign", SIGNS)
def test_what_somebody_does_begins_the_wait_anew(idle: Idle, sign: str) -> None:
    make, counts = SIGNS[sign]
    timer = idle.findChild(QTimer)
    before = timer.timerId()
    QApplication.sendEvent(QApplication.focusWindow(), make())
    assert (timer.timerId() != before) is counts
    assert timer.isActive()


def test_a_window_that_opens_later_is_watched_too(qtbot: QtBot, idle: Idle) -> None:
    later, timer = QWidget(), idle.findChild(QTimer)
    qtbot.addWidget(later)
    later.show()
    later.activateWindow()
    qtbot.waitUntil(later.isActiveWindow)
    before = timer.timerId()
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    assert timer.timerId() != before


def test_who_never_locks_is_never_away(idle: Idle) -> None:
    idle.wait(0)
    QApplication.sendEvent(QApplication.focusWindow(), wheel())
    assert not idle.findChild(QTimer).isActive()
