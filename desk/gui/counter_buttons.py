"""Buttons of the counter that show the key which presses them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from desk.gui import icons
from desk.gui.colours import colours

_GAP = 8
_CHEVRON = 14


class KeyButton(QPushButton):
    """A button with the key that presses it, quietly behind its words.

    Properties of the form: `key` (“F4”), `fold` (opens and closes something: a chevron), `alarm`
    (pressed, it is told in the colour of danger).
    """

    def sizeHint(self) -> QSize:
        """Room for the key too."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._behind() + self._before(), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style draws the button, its words stand left of the key."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        picture, option.icon = option.icon, type(option.icon)()
        self._paint_ground(painter, option)
        content = self._content(words, picture.isNull())
        if not picture.isNull():
            side = option.iconSize.height()
            mode = picture.Mode.Normal if self.isEnabled() else picture.Mode.Disabled
            place = QRect(content.left(), (self.height() - side) // 2, side, side)
            picture.paint(painter, place, mode=mode)
            content.setLeft(place.right() + _GAP)
        self._paint_words(painter, content, words)

    def _paint_ground(self, painter: QStylePainter, option: QStyleOptionButton) -> None:
        if not self._alarmed():
            painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
            return
        shown = colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(shown.late), 2))
        painter.setBrush(QColor(shown.late_soft))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _content(self, words: str, iconless: bool) -> QRect:
        """Words, chevron and key in the middle, at the left edge where it is a link."""
        icon = 0 if iconless else self.iconSize().height() + _GAP
        width = self._words_width(words) + self._behind() + self._before() + icon
        left = max(8, (self.width() - width) // 2)
        return QRect(left, 0, self.width() - left, self.height())

    def _paint_words(self, painter: QPainter, content: QRect, words: str) -> None:
        ink = self._ink()
        if self._asked("fold"):
            name = "down" if self.isChecked() else "forward"
            place = QRect(content.left(), (self.height() - _CHEVRON) // 2, _CHEVRON, _CHEVRON)
            icons.paint(painter, name, place, colour=ink)
            content.setLeft(place.right() + _GAP)
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(content, flags, words)
        if self._key():
            content.setLeft(content.left() + self._words_width(words) + _GAP)
            painter.setFont(self._small())
            painter.setPen(ink if self._alarmed() else QColor(colours().muted))
            painter.drawText(content, Qt.AlignmentFlag.AlignVCenter, self._key())

    def _ink(self) -> QColor:
        shown = colours()
        if not self.isEnabled():
            return QColor(shown.faint)
        if self._alarmed():
            return QColor(shown.late)
        accent = self.isChecked() or self.property("role") == "quiet"
        return QColor(shown.accent if accent else shown.text)

    def _alarmed(self) -> bool:
        return self._asked("alarm") and self.isChecked()

    def _asked(self, name: str) -> bool:
        return bool(self.property(name))

    def _key(self) -> str:
        return str(self.property("key") or "")

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _words_width(self, words: str) -> int:
        flags = Qt.TextFlag.TextShowMnemonic
        return self.fontMetrics().size(flags, words).width()

    def _behind(self) -> int:
        key = self._key()
        return self.fontMetrics().horizontalAdvance(key) + _GAP if key else 0

    def _before(self) -> int:
        return _CHEVRON + _GAP if self._asked("fold") else 0
