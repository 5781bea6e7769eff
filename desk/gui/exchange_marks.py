"""Rows of the Exchange place's lists: words, the shape and colour of a tone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desk.gui import icons
from desk.gui.badge import TONES
from desk.gui.colours import colours
from desk.words import Text

LINE = Qt.ItemDataRole.UserRole
_SIDE = 16  # pixels
_WIDEST = 280  # pixels of one column


def mark(tone: str) -> QIcon:
    """The shape of a tone in its colour, in the theme shown now."""
    shown = TONES[tone]
    ink = QColor(getattr(colours(), shown.ink))
    return QIcon(icons.pixmap(shown.icon, colour=ink, size=_SIDE, ratio=2.0))


def row(
    words: Sequence[Text | str | int], line: object, *, more: Text | str = ""
) -> QTreeWidgetItem:
    """A row that knows its line; it is read out whole, with what stands elsewhere."""
    shown = [str(each) for each in words]
    item = QTreeWidgetItem(shown)
    item.setData(0, LINE, line)
    spoken = ", ".join(filter(None, (*shown, str(more))))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
    for column, text in enumerate(shown):
        item.setData(column, Qt.ItemDataRole.ToolTipRole, None if len(text) < 30 else text)
    return item


def chosen(tree: QTreeWidget) -> object:
    """The line of the chosen row; None where none is."""
    item = tree.currentItem()
    return item.data(0, LINE) if item is not None else None


def fill(
    tree: QTreeWidget, headers: Sequence[Text], rows: Sequence[QTreeWidgetItem], *, keep: int = -1
) -> None:
    """Shows the rows instead of those before; the same row stays chosen, or the first."""
    current = tree.currentItem()
    at = keep if keep >= 0 or current is None else tree.indexOfTopLevelItem(current)
    scrolled = tree.verticalScrollBar().value()
    tree.setHeaderLabels([str(each) for each in headers])
    tree.clear()
    tree.addTopLevelItems(list(rows))
    for column in range(len(headers)):
        tree.resizeColumnToContents(column)
        tree.setColumnWidth(column, min(tree.columnWidth(column) + 8, _WIDEST))
    if rows:
        tree.setCurrentItem(rows[min(max(at, 0), len(rows) - 1)])
        tree.verticalScrollBar().setValue(scrolled)
