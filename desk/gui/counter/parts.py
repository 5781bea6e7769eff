"""Parts of the counter's form: the steps, choices by key, a field for days, the notice above."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desk.controllers.counter.screen import Question
from desk.gui.kit import forms, theme
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import ToneLabel, smaller
from desk.rules.choices import Choices
from desk.telling import typed
from desk.words import Text

_NARROW = 72  # pixels that a choice can do with where there is little room


class DayEdit(QLineEdit):
    """A day, typed short and completed on leaving; Up and Down go to the next and the last day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock: Callable[[], datetime] = datetime.now
        self.editingFinished.connect(self._complete)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A day more or less."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        day = self._day()
        self._write(typed.written_day(day + timedelta(days=step) if day else self._today()))

    def _day(self) -> date | None:
        return typed.day_in(self.text(), self._today())

    def _today(self) -> date:
        return self.clock().astimezone().date()

    def _complete(self) -> None:
        day = self._day() if self.text().strip() else None
        if day is not None:
            self._write(typed.written_day(day))

    def _write(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
            self.textEdited.emit(text)


class MomentEdit(DayEdit):
    """A day and an hour; empty means now."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An hour is typed, not counted."""
        QLineEdit.keyPressEvent(self, event)

    def _complete(self) -> None:
        text = self.text().strip()
        moment = typed.moment_in(text, self.clock(), ahead=False) if text else None
        if moment is not None:
            self._write(typed.written_moment(moment))


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
            theme.paint(painter, "check", inner, colour=QColor(shown.on_accent))
            return
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(shown.accent))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, self.text())


class Segments(QWidget):
    """A few words of which one, or none, is chosen: by its digit, with the arrows, or the mouse.

    Its digit is its place, or what `keys` of `offer` says.
    """

    changed = Signal()

    columns = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons: dict[str, KeyButton] = {}
        self._digits: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)

    def offer(self, choices: Choices, *, keys: str = "123456789") -> None:
        """The words for the keys, in the language shown."""
        self._digits = dict(zip(keys, choices, strict=False))
        for at, key in enumerate(choices):
            button = KeyButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("key", keys[at])
            button.setMinimumWidth(_NARROW)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._grid.setColumnStretch(at % self.columns, 1)
            button.clicked.connect(lambda on, key=key: self._take(key if on else ""))
            self._buttons[key] = button
            self._grid.addWidget(button, at // self.columns, at % self.columns)

        def reword() -> None:
            for key, text in choices.items():
                self._buttons[key].setText(str(text).replace("&", "&&"))
            self._describe()

        forms.live(self, reword)

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
        key = self._digits.get(event.text(), "")
        if key:
            self._take("" if key == self.chosen else key)
        elif event.key() in steps:
            at = keys.index(self.chosen) + steps[Qt.Key(event.key())] if self.chosen else 0
            self._take(keys[min(max(at, 0), len(keys) - 1)])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take("")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring at the chosen one, else at the first."""
        super().focusInEvent(event)
        self._ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._ring()

    def _ring(self) -> None:
        at = self.chosen or next(iter(self._buttons), "")
        for key, button in self._buttons.items():
            button.setProperty("ring", self.hasFocus() and key == at)
            button.update()

    def _take(self, key: str) -> None:
        self.choose(key)
        self.changed.emit()

    def _describe(self) -> None:
        self._ring()
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
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        forms.language.changed.connect(self._retell)

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
        forms.live(way, lambda: way.setText(str(label)))
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

    def _retell(self) -> None:
        self.setAccessibleName(self._words.text())


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
            theme.paint(painter, str(self.property("icon_name")), place, colour=self._ink())
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
            theme.paint(painter, name, place, colour=ink)
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
            painter.setFont(smaller(self.font()))
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

    def _words_width(self, words: str) -> int:
        flags = Qt.TextFlag.TextShowMnemonic
        return self.fontMetrics().size(flags, words).width()

    def _behind(self) -> int:
        key = self._key()
        return self.fontMetrics().horizontalAdvance(key) + _GAP if key else 0

    def _before(self) -> int:
        return _CHEVRON + _GAP if self._asked("fold") else 0
