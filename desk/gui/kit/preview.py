"""Paper on the screen: the pages of the very PDF that will be printed, as wide as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desk.gui.kit.theme import colours
from desk.words import Text

_MARGIN = 12  # pixels around and between the pages
_WIDEST = 900


class PdfPreview(QScrollArea):
    """Shows page images; without any, a sentence on an empty sheet that says what will stand here.

    Pages are drawn sharp if they come `wanted_width` pixels wide.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Sheet(self)
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show these, keeping the place where somebody was reading."""
        self._sheet.pages = list(pages)
        self._lay_out()

    def show_empty(self, sentence: Text | str) -> None:
        """Show an empty sheet with a sentence on it."""
        self._sheet.sentence = sentence
        self.show_pages([])

    @property
    def pages(self) -> list[QImage]:
        """What is shown now."""
        return self._sheet.pages

    def wanted_width(self) -> int:
        """The width, in pixels of the screen, in which a page is drawn at present."""
        return round(self._page_width() * self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        """Room for a receipt."""
        return QSize(340, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages take the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _page_width(self) -> int:
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _MARGIN
        return max(60, min(room, _WIDEST))

    def _lay_out(self) -> None:
        view = self.viewport().size()
        height = self._sheet.lay_out(self._page_width(), view.width())
        self._sheet.resize(view.width(), max(height, view.height()))
        self._sheet.update()


class _Sheet(QWidget):
    """The pages one below another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages: list[QImage] = []
        self.sentence: Text | str = ""
        self._places: list[QRect] = []

    def lay_out(self, width: int, room: int) -> int:
        """Give each page its place, in the middle of `room`; the height that all take."""
        left, top, self._places = (room - width) // 2, _MARGIN, []
        for page in self.pages:
            height = round(width * page.height() / max(1, page.width()))
            self._places.append(QRect(left, top, width, height))
            top += height + _MARGIN
        if not self.pages:
            self._places = [QRect(left, top, width, round(width * 1.3))]
            top = self._places[0].bottom() + _MARGIN
        return top

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper with a thin edge, in every theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QColor(colours().divider)
        for at, place in enumerate(self._places):
            painter.fillRect(place.adjusted(-1, -1, 1, 1), edge)
            if self.pages:
                painter.drawImage(place, self.pages[at])
            else:
                self._paint_empty(painter, place)

    def _paint_empty(self, painter: QPainter, place: QRect) -> None:
        painter.fillRect(place, QColor(colours().surface))
        painter.setPen(QColor(colours().muted))
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place.adjusted(24, 24, -24, -24), middle, str(self.sentence))
