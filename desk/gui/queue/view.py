"""The Queue: filters, the list of what burns first, and beside it the case to read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QByteArray, QLocale, QMargins, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from desk.controllers.queue import words as queue_words
from desk.controllers.queue.controller import Pages, Queue
from desk.controllers.queue.words import Nothing
from desk.gui.kit import forms
from desk.gui.kit.widgets import ElidedLabel, EmptyState, choose, tip
from desk.gui.kit.workplace import Workplace
from desk.gui.queue.pane import CasePane
from desk.gui.queue.table import QueueTable
from desk.journal.queue import Filter
from desk.telling.standing import branch_name
from desk.words import Text

_FILTER = "queue/filter"
_BRANCH = "queue/branch"
_COLUMNS = "queue/columns"
_COLUMNS_OF_BRANCHES = "queue/columns_of_branches"
_SPLIT = "queue/split"
_SIZES = (690, 540)
_TICK = 30_000  # milliseconds between two tellings of the time
_GAP = 6  # pixels between two filters


class QueueView(QWidget):
    """The place “Queue” of the window, which owns the search field: it calls `search` or `scan`,
    and empties the field at `search_cleared`.
    """

    search_cleared = Signal()
    new_wanted = Signal()
    case_wanted = Signal(str)

    filters: FilterRow
    filter_open: FilterButton
    filter_mine: FilterButton
    filter_late: FilterButton
    filter_due_today: FilterButton
    filter_waiting: FilterButton
    filter_to_be_closed: FilterButton
    filter_safety: FilterButton
    filter_not_printed: FilterButton
    filter_conflicts: FilterButton
    filter_all: FilterButton
    branch: QComboBox
    show_open: QAction
    show_late: QAction
    show_mine: QAction
    show_waiting: QAction
    show_to_be_closed: QAction
    show_due_today: QAction
    show_safety: QAction
    show_not_printed: QAction
    show_conflicts: QAction
    show_all: QAction
    choose_branch: QAction
    search_line: QFrame
    search_found: ElidedLabel
    search_everywhere: QPushButton
    clear_search: QPushButton
    split: QSplitter
    list_pages: QStackedWidget
    list_page: QWidget
    table: QueueTable
    empty_page: QWidget
    empty: EmptyState
    total: QLabel
    right: QWidget
    pane: CasePane

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "queue")
        self._settings = workplace.settings
        self._desk = workplace.desk
        self._counts: tuple[Mapping[Filter, int], Filter] | None = None
        self._found: Text | str = ""
        self._sum: Text | str = ""
        self._started = self._outdated = False
        self._reading = self.pane.begin(workplace)
        self._every: Text | str = ""
        self._queue = Queue(
            workplace.desk,
            self,
            chosen=str(self._settings.value(_FILTER, "")),
            branch=str(self._settings.value(_BRANCH, "")),
        )
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._tick)
        self._join()
        self._restore()
        forms.language.changed.connect(self._retell)

    def _join(self) -> None:
        self._filters: dict[Filter, FilterButton] = {}
        for each in queue_words.FILTERS:
            button: FilterButton = getattr(self, f"filter_{each}")
            action: QAction = getattr(self, f"show_{each}")
            button.toggled.connect(partial(self._toggled, each))
            action.triggered.connect(partial(self._choose_filter, button))
            self._filters[each] = button
        self.branch.activated.connect(self._choose_branch)
        self.choose_branch.triggered.connect(lambda _on=False: self.branch.setFocus())
        self.branch.hide()
        self.filters.begin(*self._filters.values(), self.branch)
        self.table.chosen.connect(self._choose)
        self.table.entered_case.connect(self.focus_case)
        self.table.copy_wanted.connect(self._reading.copy_numbers)
        self.table.loading.connect(self._loading)
        self.empty.chosen.connect(self._queue.take_step)
        self.search_everywhere.clicked.connect(self._queue.search_everywhere)
        self.clear_search.clicked.connect(self._clear_search)
        self.pane.left.connect(self.focus_list)
        self.pane.known.link_wanted.connect(self.case_wanted)
        for step in self.empty.findChildren(QPushButton):
            self.empty.setFocusProxy(step)
        self._actions = self.findChildren(QAction)
        for each_button in self.findChildren(QPushButton):
            each_button.setAutoDefault(True)  # Enter presses the button that has the keyboard

    def _restore(self) -> None:
        self._use_columns()
        split = self._settings.value(_SPLIT)
        if not (isinstance(split, QByteArray) and self.split.restoreState(split)):
            self.split.setSizes(_SIZES)

    def _use_columns(self) -> None:
        """As wide as somebody made them, with the column of branches or without it."""
        columns = self._settings.value(self._columns)
        if isinstance(columns, list):
            self.table.use_widths([int(width) for width in columns if str(width).isdecimal()])

    @property
    def _columns(self) -> str:
        return _COLUMNS_OF_BRANCHES if self.table.with_branches else _COLUMNS

    def open_chosen(self) -> None:
        """Asks for the whole of the case that is shown."""
        if self._reading.case.shown:
            self.case_wanted.emit(self._reading.case.shown)

    def search(self, text: str) -> None:
        """Narrow the list to what stands in the search field."""
        self._start()
        self._queue.search(text)

    def scan(self, code: str) -> None:
        """Show the complaint of a scanned code, or say that there is none."""
        self._start()
        self._queue.scan(code)

    def opened(self) -> None:
        """The keyboard goes to the list; to the case, if a search has found just one."""
        self._start()
        self._queue.opened()

    def refresh(self) -> None:
        """The desk changed; what cannot be seen is renewed when it can."""
        self._outdated = not self.isVisible()
        if not self._outdated and self._started:
            self._queue.refresh()
            self._reading.refresh()

    def primary(self) -> None:
        """Ctrl+Enter: save what is being typed; else begin a note."""
        self._reading.primary()

    def back(self) -> bool:
        """Esc: the nearest of what is open is put away."""
        if self.table.stop_loading() or self._reading.put_away():
            return True
        focus = QApplication.focusWidget()
        if focus is not None and self.pane.isAncestorOf(focus):
            self.focus_list()
            return True
        return self._clear_search() or self.table.choose_one()

    def show_filters(self, counts: Mapping[Filter, int], chosen: Filter) -> None:
        self._counts = (counts, chosen)
        for each, button in self._filters.items():
            key = getattr(self, f"show_{each}").shortcut().toString()
            button.tell(queue_words.FILTERS[each], counts[each], key=key)
            now_and_then = each in queue_words.NOW_AND_THEN
            button.setVisible(not now_and_then or each is chosen or counts[each] > 0)
        button = self._filters[chosen]
        button.blockSignals(True)
        button.setChecked(True)
        button.blockSignals(False)

    def show_branches(self, branches: Mapping[str, str], chosen: str, every: Text) -> None:
        """The choice and the column are there where there is more than one."""
        self._every = every
        names = [("", str(every))]
        names += [(code, str(branch_name(code, branches))) for code in branches]
        there = [(self.branch.itemData(at), self.branch.itemText(at)) for at in range(len(names))]
        if there != names or self.branch.count() != len(names):
            self.branch.clear()
            for code, words in names:
                self.branch.addItem(words, code)
        choose(self.branch, chosen)
        key = self.choose_branch.shortcut().toString()
        tip(self.branch, f"{self.branch.accessibleName()}  {key}")
        self.branch.setVisible(bool(branches))
        if bool(branches) is not self.table.with_branches:
            self._settings.setValue(self._columns, self.table.widths())
            self.table.show_branches(branches)
            self._use_columns()
        else:
            self.table.show_branches(branches)

    def show_list(self, pages: Pages, now: datetime) -> None:
        self.table.show_list(pages, now)

    def renew_list(self, now: datetime) -> None:
        """The same list, renewed where it can be seen."""
        self.table.renew(now)

    def retell_list(self, now: datetime) -> None:
        self.table.retell(now)

    def show_nothing(self, nothing: Nothing | None) -> None:
        had_focus = self.list_pages.isAncestorOf(QApplication.focusWidget() or self)
        page = self.list_page if nothing is None else self.empty_page
        self.right.setVisible(nothing is None)
        if nothing is not None:
            self.empty.tell(nothing.icon, nothing.sentence, nothing.step)
        if page is not self.list_pages.currentWidget():
            self.list_pages.setCurrentWidget(page)
            if had_focus:
                self.focus_list()

    def show_search(self, sentence: Text | None, *, more_elsewhere: bool) -> None:
        self._found = sentence or ""
        self.search_line.setVisible(sentence is not None)
        self.search_found.setText(str(self._found))
        self.search_everywhere.setVisible(more_elsewhere)

    def show_total(self, sentence: Text | str, number: int) -> None:
        self._sum, self.table.total = sentence, number
        self.total.setText(str(sentence))

    def focus_list(self) -> None:
        """To the table, or to the button that stands there instead."""
        empty = self.list_pages.currentWidget() is self.empty_page
        (self.empty if empty else self.table).setFocus()

    def focus_case(self) -> None:
        self.pane.focus_case()

    def clear_search_field(self) -> None:
        self.search_cleared.emit()

    def new_complaint(self) -> None:
        self.new_wanted.emit()

    def _start(self) -> None:
        """The first look at the desk is taken when somebody looks at the queue."""
        if not self._started:
            self._started, self._outdated = True, False
            self._queue.start()
        elif self._outdated and self.isVisible():
            self.refresh()

    def _toggled(self, chosen: Filter, on: bool) -> None:
        if on:
            self._settings.setValue(_FILTER, str(chosen))
            self._queue.choose(chosen)

    def _choose_branch(self, _at: int) -> None:
        code = str(self.branch.currentData() or "")
        self._settings.setValue(_BRANCH, code)
        self._queue.choose_branch(code)

    def _choose_filter(self, button: FilterButton, *_checked: bool) -> None:
        button.setChecked(True)
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.focus_list()

    def _clear_search(self) -> bool:
        cleared = self._queue.clear_search()
        if cleared:
            self.focus_list()
        return cleared

    def _choose(self) -> None:
        self._reading.choose(self.table.rows_chosen())

    def _loading(self, done: int, total: int) -> None:
        words = queue_words.LOADING(done=done, total=total) if total else self._sum
        self.total.setText(str(words))

    def _tick(self) -> None:
        self._queue.tick()
        self._reading.refresh()

    def _retell(self) -> None:
        if self._counts is not None:
            self.show_filters(*self._counts)
            self.branch.setItemText(0, str(self._every))
            self.table.retell(self._desk.now())
            self.search_found.setText(str(self._found))
            self.total.setText(str(self._sum))

    def showEvent(self, event: QShowEvent) -> None:
        """Its commands can be given, and its times go on."""
        super().showEvent(event)
        for action in self._actions:
            action.setVisible(True)
        self._start()
        self._reading.refresh()  # a note may have gone on in the case's own panel
        self.choose_branch.setVisible(not self.branch.isHidden())
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """No command works unseen; widths are remembered."""
        super().hideEvent(event)
        for action in self._actions:
            action.setVisible(False)
        self._clock.stop()
        self._settings.setValue(self._columns, self.table.widths())
        self._settings.setValue(_SPLIT, self.split.saveState())


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
