"""The widgets of our own that screens share. All of them show plain text, whatever is in it.

States and lateness are told by word, shape and colour, alone or inside a table. A tone is one of
`TONES`: “late” octagon, “soon” clock, “good” tick, “calm” ring, “safety” shield.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk import phones
from desk.gui.kit import forms, theme
from desk.gui.kit.theme import Colours, colours
from desk.telling.standing import Told
from desk.words import Text


class PhoneEdit(QLineEdit):
    """A phone number that takes its dashes while it is typed; nothing typed is ever refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._before = ""
        self.textEdited.connect(self._group)

    def _group(self, typed: str) -> None:
        """The cursor stays behind the same digit."""
        grouped = phones.as_typed(self._without_our_dashes(typed))
        if grouped != typed:
            before = len(_bare(typed[: self.cursorPosition()]))
            self.setText(grouped)
            self.setCursorPosition(_behind(grouped, before))
        self._before = grouped

    def _without_our_dashes(self, typed: str) -> str:
        """Dashes move when a digit comes or goes; those that a person put elsewhere are left."""
        ours = self._before == phones.as_typed(_bare(self._before))
        return _bare(typed) if ours and _bare(typed) != _bare(self._before) else typed


def _bare(text: str) -> str:
    return text.replace("-", "").replace(" ", "")


def _behind(text: str, digits: int) -> int:
    """The place in `text` right behind so many characters that are no dashes."""
    return next(at for at in range(len(text) + 1) if len(_bare(text[:at])) == digits)


class PlainEdit(QPlainTextEdit):
    """What somebody says, in as many lines as it takes: Tab leaves it, Ctrl+Enter is not typed.

    Without a fixed size it grows with its text, from `fewest` lines to `most`.
    """

    fewest = 3
    most = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.document().documentLayout().documentSizeChanged.connect(self._grown)
        self._lines = self.fewest

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a new line, here and nowhere else; Ctrl+Enter belongs to the screen."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin())) + 8
        height = self.fontMetrics().lineSpacing() * self._lines + frame
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Two lines can always be seen."""
        lines = self.fontMetrics().lineSpacing() * 2
        return QSize(super().minimumSizeHint().width(), lines + 16)

    def _grown(self) -> None:
        lines = round(self.document().size().height())
        self._lines = min(max(lines, self.fewest), self.most)
        self.updateGeometry()


class ElidedLabel(QLabel):
    """One line that ends in “…” where there is no room; the whole of it is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show as much as fits; line breaks become spaces."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less fits now."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, mode, self.contentsRect().width())
        super().setText(shown)
        tip(self, self._whole if shown != self._whole else "")


_EDGE = 2  # pixels that stay free on either side of a large number
_SMALLEST = 6.0  # points under which nobody reads


class BigLabel(QLabel):
    """A number to be read aloud across the counter; it shrinks rather than being cut."""

    times = 2.6  # the size of the usual type

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line of the largest type; the width is what it is given."""
        return QSize(120, round(self.fontMetrics().height() * self.times))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the largest type that fits the width."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(self.font().pointSizeF() * self.times)
        room = self.width() - 2 * _EDGE
        # A hinted font does not shrink by the step that was asked for, so it is measured again.
        while (wide := QFontMetrics(font).horizontalAdvance(self.text())) > room > 0:
            size = font.pointSizeF()
            if size <= _SMALLEST:
                break
            font.setPointSizeF(max(_SMALLEST, min(size * room / wide, size - 0.5)))
        painter.setFont(font)
        painter.drawText(self.rect(), self.alignment(), self.text())


class EmptyState(QFrame):
    """What will stand here and how to begin: an icon, a sentence, the next step as a button."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._sentence = QLabel(self), QLabel(self)
        self._step = QPushButton(self)
        self._step.clicked.connect(self.chosen)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("role", "lead")
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        layout.addWidget(self._step, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        for label in (self._picture, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said: tuple[Text | str, Text | str] = ("", "")
        forms.language.changed.connect(self._reword)

    def tell(self, icon: str, sentence: Text | str, step: Text | str = "") -> None:
        """Show an icon and a sentence; `step` names the button, which stays away without one."""
        theme.wear(self._picture, icon, size=48)
        self._said = (sentence, step)
        self._reword()

    def _reword(self) -> None:
        sentence, step = map(str, self._said)
        self._sentence.setText(sentence)
        self._step.setText(step)
        self._step.setVisible(bool(step))


def tip(widget: QWidget, text: Text | str) -> None:
    """A tooltip that shows the text as it is, markup and all."""
    shown = str(text)
    widget.setToolTip(f"<qt>{escape(shown)}</qt>" if shown else "")


def offer(combo: QComboBox, choices: Mapping[str, Text]) -> None:
    """Fill a combo box with words for keys, in the language shown; `currentData` is the key."""
    combo.clear()
    for key in choices:
        combo.addItem("", key)

    def reword() -> None:
        for at, text in enumerate(choices.values()):
            combo.setItemText(at, str(text))

    forms.live(combo, reword)


def choose(combo: QComboBox, key: str) -> None:
    """Select a key; one that is not offered leaves nothing selected."""
    combo.setCurrentIndex(combo.findData(key))


Index = QModelIndex | QPersistentModelIndex
Each = TypeVar("Each")


class FoundModel(QAbstractListModel, Generic[Each]):
    """What was found, their words in the language shown; each itself is for who paints it."""

    def __init__(self, parent: QObject, said: Callable[[Each], str]) -> None:
        super().__init__(parent)
        self._said = said
        self.found: list[Each] = []

    def show_rows(self, found: Sequence[Each]) -> None:
        """These in place of the last ones."""
        self.beginResetModel()
        self.found = list(found)
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        """How many there are."""
        return len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """All that is known, for the eye and for the ear."""
        each = self.found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(each)
        return each if role == Qt.ItemDataRole.UserRole else None


def paint_line(painter: QPainter, room: QRect, words: str) -> None:
    """The words at the left in one line; what does not fit ends in “…”."""
    line, right = " ".join(words.split()), Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(line, right, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def smaller(font: QFont) -> QFont:
    """For what stands below or beside the words that matter."""
    small = QFont(font)
    small.setPointSizeF(small.pointSizeF() * 0.9)
    return small


_LONG_RUN = re.compile(r"\S{16}(?=\S)")
_BREAK = "\u200b"  # a place where a line may break, without any width
_MARGIN = 12


@dataclass(frozen=True)
class Tone:
    """How one tone looks: its icon, and which of the theme's colours it takes."""

    icon: str
    ink: str
    ground: str

    def colours(self, shown: Colours) -> tuple[QColor, QColor]:
        """(ink, ground) in a theme."""
        return QColor(getattr(shown, self.ink)), QColor(getattr(shown, self.ground))


TONES = {
    "late": Tone("late", "late", "late_soft"),
    "soon": Tone("clock", "soon", "soon_soft"),
    "good": Tone("done", "good", "good_soft"),
    "calm": Tone("open", "calm", "calm_soft"),
    "waiting": Tone("waiting", "calm", "calm_soft"),
    "safety": Tone("safety", "on_late", "late"),
}


def badge_size(metrics: QFontMetrics, word: str) -> QSize:
    """The room a badge needs."""
    height = metrics.height() + 6
    return QSize(metrics.horizontalAdvance(word) + height + 14, height)


def paint_badge(painter: QPainter, at: QPoint, word: str, tone: str, icon: str = "") -> QRect:
    """Draw a badge with its top left corner at `at`; the room it took. For tables."""
    ink, ground = TONES[tone].colours(colours())
    size = badge_size(painter.fontMetrics(), word)
    place = QRect(at, size)
    side = painter.fontMetrics().height()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, size.height() / 2, size.height() / 2)
    mark = QRect(place.left() + 7, place.top() + 3, side, side)
    theme.paint(painter, icon or TONES[tone].icon, mark, colour=ink)
    painter.setPen(ink)
    words = place.adjusted(side + 12, 0, -6, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()
    return place


class Badge(QWidget):
    """One badge by itself; hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word: Text | str = ""
        self._tone, self._icon = "calm", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        forms.language.changed.connect(self._reword)

    def tell(self, word: Text | str, tone: str = "calm", icon: str = "") -> None:
        """Show a word in a tone, or with a shape of its own; an empty word hides the badge."""
        self._word, self._tone, self._icon = word, tone, icon
        self.setVisible(bool(str(word)))
        self._reword()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return badge_size(self.fontMetrics(), str(self._word))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Word, shape and colour."""
        paint_badge(QPainter(self), QPoint(0, 0), str(self._word), self._tone, self._icon)

    def _reword(self) -> None:
        self.setAccessibleName(str(self._word))
        self.updateGeometry()
        self.update()


class ToneLabel(QLabel):
    """One sentence with the shape and colour of its tone: beside a field, or as a status line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: Text | str = ""
        self._tone = "calm"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()
        forms.language.changed.connect(self._retell)

    def tell(self, text: Text | str, tone: str = "calm") -> None:
        """Show the sentence; an empty one hides the label."""
        self._text, self._tone = text, tone
        self.setVisible(bool(str(text)))
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shape stands at the first line."""
        super().paintEvent(event)
        ink, _ground = TONES[self._tone].colours(colours())
        side = self.fontMetrics().height()
        place = QRect(0, self.contentsRect().top(), side, side)
        theme.paint(QPainter(self), TONES[self._tone].icon, place, colour=ink)

    def _retell(self) -> None:
        self.setText(str(self._text))

    def _dress(self) -> None:
        self.setText(str(self._text))
        self.setIndent(self.fontMetrics().height() + 6)
        self.setProperty("tone", self._tone)
        style = self.style()
        style.unpolish(self)
        style.polish(self)


def breakable(text: str) -> str:
    """The text with places to break in what has no spaces, so that no label grows too wide."""
    return _LONG_RUN.sub(rf"\g<0>{_BREAK}", text)


class Banner(QLabel):
    """A sentence on the ground of its tone, with its shape: the next thing to do, or a warning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Told("")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def tell(self, told: Told) -> None:
        """Show the words in their tone."""
        self._told = told
        self.setText(breakable(str(told.words)))
        self.make_room()
        self.update()

    def make_room(self) -> None:
        """The shape stands left of the words, as high as their first line."""
        self.setContentsMargins(_MARGIN + self._side() + 10, 8, _MARGIN, 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, shape, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone, shown = TONES[self._told.tone], colours()
        ink, ground = tone.colours(shown)
        if self._told.tone == "calm":
            ink, ground = QColor(shown.text), QColor(shown.accent_soft)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 8, 8)
        side = self._side()
        mark = QRect(_MARGIN, self.contentsRect().top() + 1, side, side)
        theme.paint(painter, self._told.icon or tone.icon, mark, colour=ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(self.contentsRect(), flags, self.text())

    def _side(self) -> int:
        return self.fontMetrics().height()


class NextStep(Banner):
    """The next thing to do, as large as it can be said in two lines."""

    _sizes = (1.6, 1.4, 1.2)  # of the usual type

    def tell(self, told: Told) -> None:
        """Show the words in their tone."""
        super().tell(told)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        font = QFont(QApplication.font())
        font.setBold(True)
        usual = font.pointSizeF()
        for size in self._sizes:
            font.setPointSizeF(usual * size)
            if self._lines(QFontMetrics(font)) <= 2:
                break
        if font.pointSizeF() != self.font().pointSizeF() or not self.font().bold():
            self.setFont(font)
            self.make_room()

    def _lines(self, metrics: QFontMetrics) -> int:
        room = QRect(0, 0, max(1, self.contentsRect().width()), 0)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
        return round(height / metrics.lineSpacing())
