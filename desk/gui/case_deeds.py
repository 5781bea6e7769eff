"""The buttons of what can be done to a case, each with the key that presses it, two in a row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desk.controllers.case import Offered
from desk.controllers.case_acts import GROUPS
from desk.gui.colours import colours
from desk.gui.widgets import tip
from desk.words import say

_EDGE = 10
_HIGH = 30


class DeedButton(QPushButton):
    """Its name on the left, its key on the right; a dot where something is half typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self._begun = False
        self.setFixedHeight(_HIGH)

    def show_deed(self, offered: Offered) -> None:
        """Show it, in the language shown; the tooltip says why it cannot be done now."""
        self.key, self._begun = offered.deed.key, offered.begun
        self.setText(str(offered.deed.label))
        self.setEnabled(offered.refused is None)
        begun = say("case_deeds", "{deed}; something is half typed")
        told = begun(deed=offered.deed.do) if offered.begun else offered.deed.do
        self.setAccessibleName(f"{told} {self.key}")
        tip(self, offered.refused or told)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both."""
        words = self.fontMetrics().horizontalAdvance(f"{self.text()}   {self.key}")
        return QSize(words + 2 * _EDGE, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """May be narrow: the words end in “…” then."""
        return QSize(80, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style draws the ground."""
        painter, option, shown = QStylePainter(self), QStyleOptionButton(), colours()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        able = self.isEnabled()
        inside = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
        painter.setPen(QColor(shown.muted if able else shown.faint))
        usual, small = painter.font(), QFont(painter.font())
        small.setPointSizeF(small.pointSizeF() * 0.9)
        painter.setFont(small)
        at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside, at_right, self.key)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(self.key) - 6
        painter.setFont(usual)
        words = f"{self.text()} …" if self._begun else self.text()
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(shown.text if able else shown.faint))
        place = QRect(inside.left(), 0, room, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)


class DeedGrid(QWidget):
    """All that this person's roles allow, in fixed places; `wanted` names what was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, DeedButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 6, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(5)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        for group in GROUPS:
            for deed in group:
                button = DeedButton(self)
                button.hide()
                button.setAutoDefault(True)
                button.clicked.connect(partial(self._pressed, deed.name))
                self.buttons[deed.name] = button

    def show_deeds(self, groups: Sequence[Sequence[Offered]]) -> None:
        """Show these; those that the roles never allow are not there."""
        shown = {offered.deed.name for group in groups for offered in group}
        for name, button in self.buttons.items():
            if name not in shown and not button.isHidden():
                button.hide()
            self._grid.removeWidget(button)
        row = 0
        for group in filter(None, groups):
            for at, offered in enumerate(group):
                button = self.buttons[offered.deed.name]
                self._grid.addWidget(button, row + at // 2, at % 2)
                button.show_deed(offered)
                button.show()
            row += (len(group) + 1) // 2
            self._grid.setRowMinimumHeight(row, 8)
            row += 1
        self._grid.setRowStretch(row, 1)

    def _pressed(self, name: str, *_checked: bool) -> None:
        self.wanted.emit(name)
