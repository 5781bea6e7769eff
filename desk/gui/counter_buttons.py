"""Buttons of the counter that show the key which presses them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from desk.gui import icons
from desk.gui.colours import colours

_GAP = 8
_CHEVRON = 12
_LINK_EDGE = 6


class KeyButton(QPushButton):
    """A button with the key that presses it, quietly behind its words.

    Properties: `key` (“F4”), `fold` (opens and closes something: a chevron), `alarm` (pressed, it
    is told in the colour of danger), `soft` (on a tinted ground), `ring` (the focus of its group).
    """

    def sizeHint(self) -> QSize:
        """Room for the key too."""
        hint = super().sizeHint()
        more = self._behind() + self._before()
        if self._link():
            icon = 0 if self.icon().isNull() else self.iconSize().height() + _GAP
            words = self._words_width(self.text())
            return QSize(icon + words + more + 2 * _LINK_EDGE, hint.height())
        return QSize(hint.width() + more, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never cut, but for a link, whose words may be long."""
        return QSize(60, self.sizeHint().height()) if self._link() else self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style draws the button, its words stand left of the key."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        picture, option.icon = self.icon(), QIcon()
        self._paint_ground(painter, option)
        content = self._content(words, picture.isNull())
        if not picture.isNull():
            side = option.iconSize.height()
            place = QRect(content.left(), (self.height() - side) // 2, side, side)
            icons.paint(painter, str(self.property("icon_name")), place, colour=self._ink())
            content.setLeft(place.right() + _GAP)
        self._paint_words(painter, content, words)

    def _paint_ground(self, painter: QStylePainter, option: QStyleOptionButton) -> None:
        shown, alarmed = colours(), self._alarmed()
        if self._asked("soft"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.accent_soft))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if not alarmed:
            painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if alarmed or self.property("ring"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(shown.late if alarmed else shown.focus), 2))
            painter.setBrush(QColor(shown.late_soft) if alarmed else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _content(self, words: str, iconless: bool) -> QRect:
        """Words, chevron and key in the middle, at the left edge where it is a link."""
        icon = 0 if iconless else self.iconSize().height() + _GAP
        width = self._words_width(words) + self._behind() + self._before() + icon
        left = max(_LINK_EDGE, (self.width() - width) // 2)
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
        room = content.width() - self._behind()
        if self._words_width(words) > room:
            elide, shown = Qt.TextElideMode.ElideRight, Qt.TextFlag.TextShowMnemonic
            words = self.fontMetrics().elidedText(words, elide, room, shown)
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

    def _link(self) -> bool:
        return str(self.property("role")) == "quiet"

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
