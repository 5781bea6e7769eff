"""Lists of what was found: their model, and how a line of words is painted in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QFont, QPainter

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
