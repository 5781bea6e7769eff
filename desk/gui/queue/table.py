"""The table of the queue: rows fetched as somebody scrolls, keys of a list, its place kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain

from PySide6.QtCore import (
    QAbstractTableModel,
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk.controllers.queue import words
from desk.controllers.queue.controller import PAGE, Cell, Pages, cells
from desk.gui.kit import theme
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import TONES, Index, badge_size, paint_badge, paint_line, smaller
from desk.gui.kit.work import Pump
from desk.journal.queue import QueueRow
from desk.rules.errors import DeskError, Steps
from desk.rules.number import parse_number
from desk.telling.standing import Told

_REMEMBERED = 400  # rows whose words are kept; more than any screen shows
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

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows were fetched."""
        return 0 if parent.isValid() else len(self._pages.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Due, number, customer, product, branch."""
        return 0 if parent.isValid() else len(words.COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether rows follow."""
        return not parent.isValid() and self._pages.more

    def fetchMore(self, parent: Index) -> None:
        """The next page."""
        if not parent.isValid():
            self._pages.load(self)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
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
            return str(words.COLUMNS[section])
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
        self.beginInsertRows(QModelIndex(), first, last)
        self._told.clear()
        yield
        self.endInsertRows()

    @contextmanager
    def removing(self, first: int, last: int) -> Iterator[None]:
        self.beginRemoveRows(QModelIndex(), first, last)
        self._told.clear()
        yield
        self.endRemoveRows()

    def changed(self, row: int) -> None:
        self._told.pop(row, None)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))


_WIDTHS = (154, 172, 156)
_WIDTHS_WITH_BRANCHES = (142, 168, 124, 118)
_CUSTOMER, _PRODUCT, _BRANCH = 2, 3, 4
_ROOM_FOR_PRODUCT = 560  # pixels; in a narrower table the product is read in the case
_ROOM_BESIDE_BRANCHES = 640
_ROOM_FOR_BRANCH = 540  # in a narrower one the number alone begins with the code of its branch
_FARTHEST = 10 * PAGE  # rows fetched at most to find what was typed ahead
_Move = QAbstractItemView.CursorAction


class QueueTable(QTableView):
    """Tells what is chosen, and when Enter or a double click wants it read."""

    chosen = Signal()
    entered_case = Signal()
    copy_wanted = Signal()
    loading = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueueModel()
        self.queue.setParent(self)
        self.total = 0  # how many rows there are, fetched or not
        self._wide, self._customer, self._branch = True, 0, 0
        self.with_branches = False
        self._quiet = False
        self._typed, self._since = "", QElapsedTimer()
        self._pump = Pump(self)
        self._look_again = QTimer(self, singleShot=True, interval=0)
        self._look_again.timeout.connect(self._renew_in_sight)
        self.setModel(self.queue)
        self.setItemDelegate(CellPainter(self))
        self._behave()
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.activated.connect(self._enter)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    def _behave(self) -> None:
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(60)
        header.moveSection(_BRANCH, _PRODUCT)  # seen before the product, which takes the rest
        self.hideColumn(_BRANCH)
        self.use_widths(_WIDTHS)

    def show_branches(self, branches: Mapping[str, str]) -> None:
        """Their names; with any, there is a column for them."""
        self.queue.branches = branches
        if bool(branches) is self.with_branches:
            return
        self._customer = self.widths()[_CUSTOMER]
        self.with_branches = bool(branches)
        self.setColumnHidden(_BRANCH, not self.with_branches)
        self.use_widths(_WIDTHS_WITH_BRANCHES if branches else _WIDTHS)
        self._fit()

    def show_list(self, pages: Pages, now: datetime) -> None:
        self.stop_loading()
        with self._told_once():
            self.queue.show(pages, now)
            self.scrollToTop()
            self._choose_first()

    def retell(self, now: datetime) -> None:
        """The same rows, told as of `now`, in the language shown."""
        self.queue.retell(now)
        self.queue.headerDataChanged.emit(
            Qt.Orientation.Horizontal, 0, self.queue.columnCount() - 1
        )

    def renew(self, now: datetime) -> None:
        """The same list as it stands now: what is chosen and the place in it are kept."""
        with self._told_once(), self._place_kept():
            self.queue.renew(*self._in_sight())
            self.queue.retell(now)

    def rows_chosen(self) -> list[QueueRow]:
        """The chosen rows, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.queue.rows[place] for place in places]

    def choose_one(self) -> bool:
        """Of several chosen, only the one where the keyboard is; whether there were several."""
        if len(self.selectionModel().selectedRows()) < 2:
            return False
        self.setCurrentIndex(self.currentIndex())
        self.selectRow(self.currentIndex().row())
        return True

    def load_all(self) -> None:
        """Fetches whatever follows without freezing the window, then goes to the last row."""
        if self._pump.running:
            return
        self._pump.start(
            self.queue.load_all(self.total),
            progress=self.loading.emit,
            done=lambda _nothing: self._loaded(),
            failed=_fail,
        )

    def stop_loading(self) -> bool:
        """Stops fetching; whether it was under way."""
        running = self._pump.running
        self._pump.cancel()
        if running:
            self.loading.emit(0, 0)
        return running

    def _loaded(self) -> None:
        self.loading.emit(0, 0)
        self.setCurrentIndex(self.queue.index(self.queue.rowCount() - 1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C takes numbers; End means the very last complaint; any other key stops that."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        plain = event.modifiers() in (_NO_KEY, Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_End and plain and self.queue.canFetchMore(QModelIndex()):
            self.load_all()
            return
        self.stop_loading()
        super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go through the list, not through the columns."""
        if action is _Move.MoveHome:
            return self.queue.index(0, 0)
        if action is _Move.MoveEnd:
            return self.queue.index(self.queue.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Type-ahead: the next complaint whose customer or nota begins with what is typed."""
        again = self._since.isValid() and not self._since.hasExpired(_patience())
        self._typed = self._typed + search if again else search
        self._since.start()
        start = max(0, self.currentIndex().row() + (0 if again else 1))
        found = self._find(self._typed.casefold(), start)
        if found is not None:
            self.setCurrentIndex(self.queue.index(found, 0))

    def _find(self, typed: str, start: int) -> int | None:
        """Looks on from `start` and around, fetching a little more where it must."""
        while True:
            rows: list[QueueRow] = self.queue.rows
            for at in chain(range(start, len(rows)), range(min(start, len(rows)))):
                if _begins(rows[at], typed):
                    return at
            if len(rows) >= _FARTHEST or not self.queue.canFetchMore(QModelIndex()):
                return None
            start = len(rows)
            self.queue.fetchMore(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More may be in sight now."""
        super().resizeEvent(event)
        self._fit()
        self._moved()

    def widths(self) -> list[int]:
        """How wide somebody made the columns; the last one takes what is left."""
        header = self.horizontalHeader()
        found = [header.sectionSize(column) for column in self._sized]
        if not self._wide:
            found[_CUSTOMER] = self._customer
        if self.with_branches and self.isColumnHidden(_BRANCH):
            found[-1] = self._branch
        return found

    @property
    def _sized(self) -> tuple[int, ...]:
        """The columns that have a width of their own; the product takes what is left."""
        return (*range(_PRODUCT), _BRANCH) if self.with_branches else tuple(range(_PRODUCT))

    def use_widths(self, widths: Sequence[int]) -> None:
        """Columns as wide as these."""
        for column, width in zip(self._sized, widths, strict=False):
            self.horizontalHeader().resizeSection(column, width)
        self._customer = self.horizontalHeader().sectionSize(_CUSTOMER)
        if self.with_branches:
            self._branch = self.horizontalHeader().sectionSize(_BRANCH) or self._branch

    def _fit_branch(self, room: int) -> None:
        hidden = not self.with_branches or room < _ROOM_FOR_BRANCH
        if hidden and not self.isColumnHidden(_BRANCH):
            self._branch = self.horizontalHeader().sectionSize(_BRANCH)
        self.setColumnHidden(_BRANCH, hidden)

    def _fit(self) -> None:
        """In a narrow table the product is left to the case, and nothing is cut."""
        room, header = self.viewport().width(), self.horizontalHeader()
        self._fit_branch(room)
        wide = room >= (_ROOM_BESIDE_BRANCHES if self.with_branches else _ROOM_FOR_PRODUCT)
        if wide != self._wide:
            self._customer, self._wide = self.widths()[_CUSTOMER], wide
            if wide:
                self.showColumn(_PRODUCT)
                header.resizeSection(_CUSTOMER, self._customer)
            header.setStretchLastSection(wide)
            if not wide:
                self.hideColumn(_PRODUCT)
        if not wide:
            others = [column for column in self._sized if column != _CUSTOMER]
            before = sum(map(header.sectionSize, others))
            header.resizeSection(_CUSTOMER, max(room - before, header.minimumSectionSize()))

    def _enter(self, _index: QModelIndex | QPersistentModelIndex) -> None:
        if self.currentIndex().isValid():
            self.entered_case.emit()

    def _in_sight(self) -> tuple[int, int]:
        """(first, last) of the rows that can be seen."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else max(0, self.queue.rowCount() - 1)

    def _moved(self) -> None:
        if self.queue.doubtful(*self._in_sight()):
            self._look_again.start()

    def _renew_in_sight(self) -> None:
        with self._told_once(), self._place_kept():
            self.queue.renew(*self._in_sight())

    @contextmanager
    def _told_once(self) -> Iterator[None]:
        """Whatever happens to the selection within is told once, at the end."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        if not self._quiet:
            self.chosen.emit()

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        """Chosen rows, the current one and the row on top stay, wherever they stand afterwards."""
        chosen = {row.id for row in self.rows_chosen()}
        place = max(0, self.currentIndex().row())
        current = self._id_at(place)
        top, bar = self.rowAt(0), self.verticalScrollBar()
        on_top, offset = self._id_at(top), self.rowViewportPosition(max(0, top))
        at_top = bar.value() == 0
        yield
        places = {row.id: at for at, row in enumerate(self.queue.rows)}
        still = [places[each] for each in chosen if each in places]
        if chosen and not still and self.queue.rows:
            still = [min(place, len(self.queue.rows) - 1)]  # the next one, as it moved up
        self._choose_again(still, places.get(current, still[0] if still else None))
        if not at_top and on_top in places:
            bar.setValue(bar.value() + self.rowViewportPosition(places[on_top]) - offset)

    def _id_at(self, row: int) -> str:
        rows = self.queue.rows
        return rows[row].id if 0 <= row < len(rows) else ""

    def _choose_again(self, rows: Sequence[int], current: int | None) -> None:
        model, wanted = self.selectionModel(), QItemSelection()
        if not rows:
            self._choose_first()
            return
        for row in rows:
            wanted.select(self.queue.index(row, 0), self.queue.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        model.select(wanted, flags.ClearAndSelect | flags.Rows)
        if current is not None:
            model.setCurrentIndex(self.queue.index(current, 0), flags.NoUpdate)

    def _choose_first(self) -> None:
        if self.queue.rowCount():
            self.setCurrentIndex(self.queue.index(0, 0))


_NO_KEY = Qt.KeyboardModifier.NoModifier


def _patience() -> int:
    """Milliseconds within which typed letters belong together."""
    return QApplication.keyboardInputInterval()


def _begins(row: QueueRow, typed: str) -> bool:
    """Whether a word of the name, the number or the nota begins with what was typed."""
    name = row.name.casefold()
    number = parse_number(row.number)
    nota = str(number.nota) if number else ""
    starts = (name, *name.split(), row.number.casefold(), nota)
    return any(start.startswith(typed) for start in starts)


def _fail(fault: DeskError) -> None:
    raise fault


CELL = Qt.ItemDataRole.UserRole
"""The role under which a `Cell` is found."""

_EDGE = 10  # pixels left of the words
_TOP = 5
_GAP = 3  # pixels between the two lines
_BAR = 4  # pixels: the bar at the row where the keyboard is


def row_height(font: QFont) -> int:
    """The height of every row."""
    first = badge_size(QFontMetrics(font), "").height()
    return _TOP + first + _GAP + QFontMetrics(smaller(font)).height() + _TOP


class CellPainter(QStyledItemDelegate):
    """Paints cells; the row with the keyboard has a bar at its left."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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
            _paint_below(painter, below, cell, smaller(option.font))
        painter.setPen(QColor(colours().divider))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.column() == 0 and table.hasFocus() and table.currentIndex().row() == index.row():
            bar = QRect(option.rect.topLeft(), option.rect.bottomLeft() + QPoint(_BAR - 1, 0))
            painter.fillRect(bar, QColor(colours().focus))
        painter.restore()


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
    paint_line(painter, QRect(room.left(), room.top(), room.width(), height), words)
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
    paint_line(painter, top, layout.text()[: first.textLength()])
    paint_line(painter, top.translated(0, height + 2), rest)


def _paint_below(painter: QPainter, room: QRect, cell: Cell, font: QFont) -> None:
    painter.setFont(font)
    height = painter.fontMetrics().height()
    line = QRect(room.left(), room.top(), room.width(), height)
    for told in cell.below:
        words = str(told.words)
        ink = _ink(told.tone)
        if told.tone:
            mark = QRect(line.left(), line.top(), height, height)
            theme.paint(painter, told.icon or TONES[told.tone].icon, mark, colour=ink)
            line.setLeft(line.left() + height + 4)
        painter.setPen(ink)
        paint_line(painter, line, words)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(words) + 10)


def _ink(tone: str) -> QColor:
    """The colour of a tone on the ground of the table; safety is white on red elsewhere."""
    shown = colours()
    if not tone:
        return QColor(shown.muted)
    return QColor(shown.late if tone == "safety" else getattr(shown, TONES[tone].ink))
