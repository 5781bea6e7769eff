"""The queue as Qt's tables want it: rows fetched as somebody scrolls, changed one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desk.controllers import queue_words
from desk.controllers.queue_cells import Cell, cells
from desk.controllers.queue_pages import Pages
from desk.journal.queue import QueueRow
from desk.rules.steps import Steps

CELL = Qt.ItemDataRole.UserRole
"""The role under which a `Cell` is found."""

_REMEMBERED = 400  # rows whose words are kept; more than any screen shows
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class QueueModel(QAbstractTableModel):
    """What the table shows: `Pages`, told as of a moment."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = Pages(lambda _after, _limit: [])
        self._now = datetime.now(UTC)
        self._told: dict[int, tuple[Cell, ...]] = {}
        self.branches: Mapping[str, str] = {}

    def show(self, pages: Pages, now: datetime) -> None:
        """Another list."""
        self.beginResetModel()
        self._pages, self._now = pages, now
        self._told.clear()
        self.endResetModel()

    def retell(self, now: datetime) -> None:
        """The same rows as of `now`, in the language shown."""
        self._now = now
        self._told.clear()
        if self._pages.rows:
            last = self.index(len(self._pages.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def renew(self, first: int, last: int) -> None:
        """Asks again for what may have changed in the rows `first` to `last`."""
        self._pages.renew(first, last, self)

    def doubtful(self, first: int, last: int) -> bool:
        """Whether the rows `first` to `last` may have changed."""
        return self._pages.doubtful(first, last)

    def load_all(self, total: int) -> Steps[None]:
        """Fetches all rows; yields (rows there, `total`)."""
        return self._pages.load_all(self, total=total)

    @property
    def rows(self) -> list[QueueRow]:
        """The rows fetched so far."""
        return self._pages.rows

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many rows were fetched."""
        return 0 if parent.isValid() else len(self._pages.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Due, number, customer, product, branch."""
        return 0 if parent.isValid() else len(queue_words.COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether rows follow."""
        return not parent.isValid() and self._pages.more

    def fetchMore(self, parent: _Index) -> None:
        """The next page."""
        if not parent.isValid():
            self._pages.load(self)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell for our delegate, its first line, or all of it for those who hear it."""
        if not index.isValid() or not 0 <= index.row() < len(self._pages.rows):
            return None
        if role == CELL:
            return self._cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self._cells(index.row())[index.column()].first.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._cells(index.row())[index.column()].spoken()
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What the columns are called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return str(queue_words.COLUMNS[section])
        return None

    def _cells(self, row: int) -> tuple[Cell, ...]:
        told = self._told.get(row)
        if told is None:
            if len(self._told) >= _REMEMBERED:
                self._told.clear()
            told = self._told[row] = cells(self._pages.rows[row], self._now, self.branches)
        return told

    @contextmanager
    def inserting(self, first: int, last: int) -> Iterator[None]:
        """Around new rows."""
        self.beginInsertRows(QModelIndex(), first, last)
        self._told.clear()
        yield
        self.endInsertRows()

    @contextmanager
    def removing(self, first: int, last: int) -> Iterator[None]:
        """Around rows that go."""
        self.beginRemoveRows(QModelIndex(), first, last)
        self._told.clear()
        yield
        self.endRemoveRows()

    def changed(self, row: int) -> None:
        """A row says something else."""
        self._told.pop(row, None)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
