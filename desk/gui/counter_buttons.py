"""The small parts of the counter's form: buttons that show their key, steps, choices, the notice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desk.controllers.counter_screen import Question
from desk.gui import i18n, icons
from desk.gui.badge import ToneLabel
from desk.gui.colours import colours
from desk.rules.choices import Choices
from desk.words import Text

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
        if self._asked("fold"):
            painter_left = left
            return QRect(painter_left, 0, self.width() - left, self.height())
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


class StepMark(QLabel):
    """The number of a step in a ring; a tick once it is done. The form gives the number as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = False

    def set_done(self, *, done: bool) -> None:
        """Whether the step has been taken."""
        if done != self._done:
            self._done = done
            self.update()

    def sizeHint(self) -> QSize:
        """Round."""
        side = self.fontMetrics().height() + 4
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Soft while it is to be done, full when it is done."""
        shown, painter, side = colours(), QPainter(self), self.sizeHint().height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRect(0, (self.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.accent if self._done else shown.accent_soft))
        painter.drawEllipse(ring)
        if self._done:
            inner = ring.adjusted(4, 4, -4, -4)
            icons.paint(painter, "check", inner, colour=QColor(shown.on_accent))
            return
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(shown.accent))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, self.text())


class Segments(QWidget):
    """A few words of which one, or none, is chosen: by its digit, with the arrows, or the mouse."""

    changed = Signal()

    columns = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons: dict[str, KeyButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)

    def offer(self, choices: Choices) -> None:
        """The words for the keys, in the language shown."""
        for at, key in enumerate(choices):
            button = KeyButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("key", str(at + 1))
            button.clicked.connect(lambda _checked=False, key=key: self._pressed(key))
            self._buttons[key] = button
            self._grid.addWidget(button, at // self.columns, at % self.columns)

        def reword() -> None:
            for key, text in choices.items():
                self._buttons[key].setText(str(text).replace("&", "&&"))
            self._describe()

        i18n.live(self, reword)

    @property
    def chosen(self) -> str:
        """The key, or nothing."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")

    def choose(self, key: str) -> None:
        """Chooses a key; one that is not offered chooses nothing."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, the same once more takes it back; arrows move."""
        keys = list(self._buttons)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
        }
        digit = event.text()
        if digit.isdecimal() and 0 < int(digit) <= len(keys):
            self._pressed(keys[int(digit) - 1])
        elif event.key() in steps:
            at = keys.index(self.chosen) + steps[Qt.Key(event.key())] if self.chosen else 0
            self._take(keys[min(max(at, 0), len(keys) - 1)])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take("")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Where the focus is."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours().focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)

    def _pressed(self, key: str) -> None:
        self._take("" if self._pressed_again(key) else key)

    def _pressed_again(self, key: str) -> bool:
        return self.chosen == key and not self._buttons[key].isDown()

    def _take(self, key: str) -> None:
        self.choose(key)
        self.changed.emit()

    def _describe(self) -> None:
        chosen = self._buttons.get(self.chosen)
        self.setAccessibleDescription(chosen.text().replace("&&", "&") if chosen else "")


class Notice(QFrame):
    """A sentence above the form with the ways to go on; away while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "soft")
        self._words = ToneLabel(self)
        self._ways: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 10, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self.hide()

    def ask(self, question: Question) -> None:
        """Shows a question in place of the last one."""
        self.settle()
        self._words.tell(question.text, question.tone)
        for answer in question.answers:
            self._add(answer.label, answer.do)
        self.setAccessibleName(str(question.text))
        self.show()

    def _add(self, label: Text, do: Callable[[], None]) -> None:
        way = QPushButton(self)
        i18n.live(way, lambda: way.setText(str(label)))
        way.clicked.connect(lambda _checked=False: do())
        way.setAutoDefault(True)
        self._row.addWidget(way)
        self._ways.append(way)

    def settle(self) -> None:
        """No question any more."""
        for way in self._ways:
            way.hide()
            way.deleteLater()
        self._ways.clear()
        self.hide()

    def take_focus(self) -> None:
        """To the first way to go on."""
        if self._ways:
            self._ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self._words.text())
