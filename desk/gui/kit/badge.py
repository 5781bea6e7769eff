"""States and lateness told by word, shape and colour, alone or inside a table.

A tone is one of `TONES`: “late” octagon, “soon” clock, “good” tick, “calm” ring, “safety” shield.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desk.gui.kit import i18n, icons
from desk.gui.kit.theme import Colours, colours
from desk.telling.standing import Told
from desk.words import Text

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
    icons.paint(painter, icon or TONES[tone].icon, mark, colour=ink)
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
        i18n.language.changed.connect(self._reword)

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
        i18n.language.changed.connect(self._retell)

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
        icons.paint(QPainter(self), TONES[self._tone].icon, place, colour=ink)

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
        icons.paint(painter, self._told.icon or tone.icon, mark, colour=ink)
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
