"""Today: three lists of what burns, whom to call after closing, and what ended well.

Reminders are told in the window and, where the system has a place for them, beside its clock.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import (
    QObject,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QSystemTrayIcon,
    QWidget,
)

from desk.controllers.today import Day, DayRow, Listed, Reminder, Reminders, Today
from desk.gui.kit import forms, theme
from desk.gui.kit.notify import Offer
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import TONES, Index, paint_line
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import say

LISTS = ("burning", "aftercare", "ended")
_ROW = Qt.ItemDataRole.UserRole
_EDGE = 8
_GAP = 3
_MINUTE = 60_000  # milliseconds after which “in 2 hours” may be told otherwise


class DayList(QListWidget):
    """Lines with a shape; Enter or a double click opens the case."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RowPainter(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[DayRow]) -> None:
        """Show these; what was chosen stays chosen while it is there."""
        before, at = self.chosen_row, self.currentRow()
        kept = next((i for i, each in enumerate(rows) if _same(each, before)), at)
        self.clear()
        for each in rows:
            item = QListWidgetItem(self)
            item.setData(_ROW, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, each.heard)
            item.setToolTip(f"<qt>{escape(each.heard)}</qt>")
        if rows:
            self.setCurrentRow(min(max(kept, 0), len(rows) - 1))

    @property
    def chosen_row(self) -> DayRow | None:
        """What is chosen."""
        item = self.currentItem()
        found = item.data(_ROW) if item else None
        return found if isinstance(found, DayRow) else None

    def open_current(self) -> None:
        """Opens the case of the line that is chosen; thanks have none."""
        row = self.chosen_row
        if row is not None and row.number:
            self.chosen.emit(row.number)

    def _open(self, _item: QListWidgetItem) -> None:
        self.open_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and plain == Qt.KeyboardModifier.NoModifier:
            self.open_current()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a line to go on from."""
        super().focusInEvent(event)
        if self.count() and self.currentRow() < 0:
            self.setCurrentRow(0)


def _same(one: DayRow, other: DayRow | None) -> bool:
    return other is not None and (one.number, one.name, one.words) == (
        other.number,
        other.name,
        other.words,
    )


class _RowPainter(QStyledItemDelegate):
    """The moment with its shape, then who and what, then their own words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, three with words."""
        row: DayRow = index.data(_ROW)
        lines = 3 if row.words else 2
        height = QFontMetrics(option.font).height() + _GAP
        return QSize(80, lines * height + 2 * _EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Ground, lines, and a bar where the keyboard is."""
        view = self.parent()
        if not isinstance(view, QListWidget):
            return
        row: DayRow = index.data(_ROW)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        ground = QStyleOptionViewItem(option)
        if not view.hasFocus():
            ground.state &= ~QStyle.StateFlag.State_Selected
        view.style().drawPrimitive(panel, ground, painter, view)
        painter.save()
        painter.setClipRect(option.rect)
        height = QFontMetrics(option.font).height()
        room = option.rect.adjusted(_EDGE + 4, _EDGE, -_EDGE, 0)
        line = QRect(room.left(), room.top(), room.width(), height)
        _paint_mark(painter, line, row, option.font)
        line.translate(0, height + _GAP)
        _paint_who(painter, line, row, option.font)
        line.translate(0, height + _GAP)
        if row.words:
            painter.setPen(QColor(colours().muted))
            painter.setFont(option.font)
            paint_line(painter, line, f"“{row.words}”")
        painter.setPen(QColor(colours().divider))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if view.hasFocus() and view.currentRow() == index.row():
            bar = QRect(option.rect.left(), option.rect.top(), 4, option.rect.height())
            painter.fillRect(bar, QColor(colours().focus))
        painter.restore()


def _paint_mark(painter: QPainter, line: QRect, row: DayRow, font: QFont) -> None:
    tone = TONES[row.mark.tone]
    ink = QColor(getattr(colours(), tone.ink))
    side = line.height()
    mark = QRect(line.left(), line.top(), side, side)
    theme.paint(painter, row.mark.icon or tone.icon, mark, colour=ink)
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(ink)
    paint_line(painter, line.adjusted(side + 6, 0, 0, 0), str(row.mark.words))


def _paint_who(painter: QPainter, line: QRect, row: DayRow, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colours().text))
    paint_line(painter, line, f"{row.name}: {row.what}")


class TodayView(QWidget):
    """Shows the day; `desk.controllers.today` asks for it."""

    open_case = Signal(str)

    title: QLabel
    burning: DayList
    burning_count: QLabel
    burning_empty: QLabel
    aftercare: DayList
    aftercare_count: QLabel
    aftercare_empty: QLabel
    ended: DayList
    ended_count: QLabel
    ended_empty: QLabel

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "today")
        self._controller = Today(workplace.desk, self)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()
        for name in LISTS:
            self._list(name).chosen.connect(self.open_case)
        forms.language.changed.connect(self._retell)

    def _list(self, name: str) -> DayList:
        found: DayList = getattr(self, name)
        return found

    def opened(self) -> None:
        """It was brought to the front: the day is asked for, and what burns has the focus."""
        self._controller.show()
        lists = [self._list(name) for name in LISTS]
        full = next((each for each in lists if each.count()), None)
        if full is not None:
            full.setFocus()
        else:
            self.setFocus()

    def refresh(self) -> None:
        """Something changed at the desk; a day that nobody sees is asked for when it is opened."""
        if self.isVisible():
            self._controller.show()

    def primary(self) -> None:
        """Ctrl+Enter opens the case of the list that has the focus."""
        lists = [self._list(name) for name in LISTS]
        next((each for each in lists if each.hasFocus()), self.burning).open_current()

    def back(self) -> bool:
        """There is no step back."""
        return False

    def show_day(self, day: Day) -> None:
        self.title.setText(str(day.title))
        for name, listed in zip(LISTS, (day.burning, day.aftercare, day.ended), strict=True):
            self._show(name, listed)

    def _show(self, name: str, listed: Listed) -> None:
        shown, count, empty = (
            self._list(name),
            getattr(self, f"{name}_count"),
            getattr(self, f"{name}_empty"),
        )
        had_focus = shown.hasFocus()
        shown.show_rows(listed.rows)
        shown.setVisible(bool(listed.rows))
        if had_focus and not listed.rows:
            self.setFocus()
        count.setText(str(listed.count) if listed.rows else "")
        empty.setText(str(listed.empty))
        empty.setVisible(not listed.rows)

    def _retell(self) -> None:
        self._controller.show()


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
