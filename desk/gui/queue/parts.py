"""The pieces of the Queue: the row of filters with counts, coloured sentences, a photo."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QLocale, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QImageReader,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.gui.kit import icons
from desk.gui.kit.badge import TONES
from desk.gui.kit.theme import colours
from desk.telling.standing import Told
from desk.words import Text

_LONG_RUN = re.compile(r"\S{16}(?=\S)")
_BREAK = "\u200b"  # a place where a line may break, without any width
_MARGIN = 12
_LARGEST_PHOTO = QSize(1600, 1200)


def breakable(text: str) -> str:
    """The text with places to break in what has no spaces, so that no label grows too wide."""
    return _LONG_RUN.sub(rf"\g<0>{_BREAK}", text)


class FilterButton(QPushButton):
    """One filter: its word and how many complaints it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, word: Text, count: int, *, key: str) -> None:
        """Show the word with its count; the tooltip names the key."""
        shown = f"{word}  {QLocale().toString(count)}"
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(f"{word} {count}")
        self.setToolTip(f"{word}  {key}")


class Mark(QWidget):
    """A few words with their shape, in the colour of their tone; hidden without words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Told("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, told: Told) -> None:
        """Show the words, in the language shown."""
        self._told = told
        self.setAccessibleName(str(told.words))
        self.setVisible(bool(str(told.words)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        height = self.fontMetrics().height()
        return QSize(
            height + 12 + self.fontMetrics().horizontalAdvance(str(self._told.words)), height
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shape and words."""
        painter, tone = QPainter(self), TONES[self._told.tone]
        ink, _ground = tone.colours(colours())
        side = self.fontMetrics().height()
        icons.paint(painter, self._told.icon or tone.icon, QRect(2, 0, side, side), colour=ink)
        painter.setPen(ink)
        painter.drawText(
            self.rect().adjusted(side + 8, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter,
            str(self._told.words),
        )


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


class PhotoWindow(QDialog):
    """One photo, as large as the window allows; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photo = QPixmap()
        self._shown = QLabel(self)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumSize(200, 150)
        layout = QVBoxLayout(self)
        layout.addWidget(self._shown)
        self.resize(parent.window().size() * 0.8)

    def show_photo(self, image: QImage, name: str) -> None:
        """Show this one."""
        self.setWindowTitle(name)
        self._shown.setAccessibleName(name)
        self._photo = QPixmap.fromImage(image)
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._photo.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.contentsRect().adjusted(12, 12, -12, -12).size() * ratio
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted = self._photo.scaled(room.boundedTo(self._photo.size()), keep, smooth)
        fitted.setDevicePixelRatio(ratio)
        self._shown.setPixmap(fitted)


def read_photo(path: Path) -> QImage:
    """On the worker: the picture in a file, turned upright; a null image where it is none."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.boundedTo(_LARGEST_PHOTO) != size:
        reader.setScaledSize(size.scaled(_LARGEST_PHOTO, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


_GAP = 6


class FilterRow(QWidget):
    """Holds the filters and the choice of a branch in the order in which the form names them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def begin(self, *parts: QWidget) -> None:
        """Lays these out, from left to right."""
        lines = _Lines(self)
        for part in parts:
            lines.addWidget(part)


class _Lines(QLayout):
    """Widgets beside each other in as many lines as they need; hidden ones take no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are, in sight or not."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item there; None behind the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """The item, which is not laid out any more."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow row has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        return self._placed(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Puts everything in its place."""
        super().setGeometry(rect)
        self._placed(rect, move=True)

    def sizeHint(self) -> QSize:
        """All of it in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + _GAP for size in sizes) - _GAP
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest part can always be seen."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _placed(self, rect: QRect, *, move: bool) -> int:
        """Goes through the lines; gives their height."""
        left, top, high = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, high = rect.left(), top + high + _GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + _GAP
            high = max(high, size.height())
        return top + high - rect.top()
