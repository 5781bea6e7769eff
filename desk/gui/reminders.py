"""Reminders in the window and, where the system has a place for them, beside its clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desk.controllers.today import Reminder, Reminders
from desk.gui.kit import theme
from desk.gui.kit.notify import Offer
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import say

LOOK = 30_000
"""Milliseconds between two looks."""

_TITLE = say("reminders", "Complaint Desk")
_OPEN = say("reminders", "Open")


class ReminderBell(QObject):
    """Looks every half minute and tells each moment once; nothing depends on the system's part.

    `open_case` gets the number of the complaint that “Open” leads to.
    """

    def __init__(self, workplace: Workplace, open_case: Callable[[str], None]) -> None:
        super().__init__(workplace.toast)
        self._toast = workplace.toast
        self._open_case = open_case
        self._reminders = Reminders(workplace.desk)
        self._tray: QSystemTrayIcon | None = None
        self._number = ""
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Looks now, unless an “Undo” may still be offered; a broken desk says so elsewhere."""
        if self._toast.isVisible():
            return
        try:
            reminder = self._reminders.next()
        except DeskError:
            return
        if reminder is not None:
            self._tell(reminder)

    def stop(self) -> None:
        """No more reminders: the window closes."""
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()

    def _tell(self, reminder: Reminder) -> None:
        self._number = reminder.number
        number = self._number
        offer = Offer(_OPEN, lambda: self._open_case(number))
        self._toast.tell(reminder.words, offer=offer, icon="late" if reminder.late else "bell")
        self._notify(reminder)

    def _notify(self, reminder: Reminder) -> None:
        """As a notification of the system, without names; many systems have no place for it."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(_icon(), self)
            self._tray.messageClicked.connect(self._clicked)
        self._tray.show()
        self._tray.showMessage(str(_TITLE), str(reminder.outside), _icon())

    def _clicked(self) -> None:
        window = self._toast.window()
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        self._open_case(self._number)


def _icon() -> QIcon:
    """The window's own, or the bell."""
    own = QApplication.windowIcon()
    return theme.icon("bell") if own.isNull() else own
