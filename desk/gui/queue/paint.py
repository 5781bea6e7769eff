"""How a cell of the queue looks: a badge or words, and a smaller line below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.controllers.queue.controller import Cell
from desk.gui.kit import icons
from desk.gui.kit.badge import TONES, badge_size, paint_badge
from desk.gui.kit.theme import colours
from desk.telling.standing import Told

CELL = Qt.ItemDataRole.UserRole
"""The role under which a `Cell` is found."""

_EDGE = 10  # pixels left of the words
_TOP = 5
_GAP = 3  # pixels between the two lines
_BAR = 4  # pixels: the bar at the row where the keyboard is


def row_height(font: QFont) -> int:
    """The height of every row."""
    first = badge_size(QFontMetrics(font), "").height()
    return _TOP + first + _GAP + QFontMetrics(_small(font)).height() + _TOP


class CellPainter(QStyledItemDelegate):
    """Paints cells; the row with the keyboard has a bar at its left."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, first line, second line, the thin line to the next row."""
        table = self.parent()
        if not isinstance(table, QAbstractItemView):
            return
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        table.style().drawPrimitive(panel, option, painter, table)
        painter.save()
        painter.setClipRect(option.rect)
        room = option.rect.adjusted(_EDGE, _TOP, -4, -_TOP)
        cell: Cell = index.data(CELL)
        if cell.long:
            painter.setFont(option.font)
            _paint_both(painter, room, str(cell.first.words))
        else:
            height = _paint_first(painter, room, cell.first, option.font, bold=index.column() == 1)
            below = room.adjusted(0, height + _GAP, 0, 0)
            _paint_below(painter, below, cell, _small(option.font))
        painter.setPen(QColor(colours().divider))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.column() == 0 and table.hasFocus() and table.currentIndex().row() == index.row():
            bar = QRect(option.rect.topLeft(), option.rect.bottomLeft() + QPoint(_BAR - 1, 0))
            painter.fillRect(bar, QColor(colours().focus))
        painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _paint_first(painter: QPainter, room: QRect, told: Told, font: QFont, *, bold: bool) -> int:
    """Badge or words; the height it took."""
    painter.setFont(font)
    words = str(told.words)
    height = badge_size(painter.fontMetrics(), words).height()
    if told.tone:
        paint_badge(painter, room.topLeft() - QPoint(2, 0), words, told.tone)
        return height
    ink = QFont(font)
    ink.setBold(bold)
    painter.setFont(ink)
    painter.setPen(QColor(colours().text))
    _line(painter, QRect(room.left(), room.top(), room.width(), height), words)
    return height


def _paint_both(painter: QPainter, room: QRect, words: str) -> None:
    """Words that take both lines; what does not fit ends in “…”."""
    painter.setPen(QColor(colours().text))
    layout = QTextLayout(" ".join(words.split()), painter.font())
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(room.width())
    rest = layout.text()[first.textLength() :]
    layout.endLayout()
    height = painter.fontMetrics().height()
    top = QRect(room.left(), room.top() + 3, room.width(), height)
    _line(painter, top, layout.text()[: first.textLength()])
    _line(painter, top.translated(0, height + 2), rest)


def _paint_below(painter: QPainter, room: QRect, cell: Cell, font: QFont) -> None:
    painter.setFont(font)
    height = painter.fontMetrics().height()
    line = QRect(room.left(), room.top(), room.width(), height)
    for told in cell.below:
        words = str(told.words)
        ink = _ink(told.tone)
        if told.tone:
            mark = QRect(line.left(), line.top(), height, height)
            icons.paint(painter, told.icon or TONES[told.tone].icon, mark, colour=ink)
            line.setLeft(line.left() + height + 4)
        painter.setPen(ink)
        _line(painter, line, words)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(words) + 10)


def _ink(tone: str) -> QColor:
    """The colour of a tone on the ground of the table; safety is white on red elsewhere."""
    shown = colours()
    if not tone:
        return QColor(shown.muted)
    return QColor(shown.late if tone == "safety" else getattr(shown, TONES[tone].ink))


def _line(painter: QPainter, room: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(
        " ".join(words.split()), Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
