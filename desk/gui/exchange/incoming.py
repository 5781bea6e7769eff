"""The list of files that came in, each row with its verdict; it reads new ones between events."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desk.controllers.exchange.incoming import UNREAD, FileLine, Incoming
from desk.gui.kit import forms, theme
from desk.gui.kit.theme import colours
from desk.gui.kit.widgets import TONES, ToneLabel, tip
from desk.gui.kit.work import Pump
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.words import Text, say

LINE = Qt.ItemDataRole.UserRole
_SIDE = 16  # pixels
_WIDEST = 280  # pixels of one column


def mark(tone: str) -> QIcon:
    """The shape of a tone in its colour, in the theme shown now."""
    shown = TONES[tone]
    ink = QColor(getattr(colours(), shown.ink))
    return QIcon(theme.pixmap(shown.icon, colour=ink, size=_SIDE, ratio=2.0))


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


_HEADERS = (
    say("exchange_incoming", "Verdict"),
    say("exchange_incoming", "File"),
    say("exchange_incoming", "From"),
    say("exchange_incoming", "Entries"),
    say("exchange_incoming", "Came"),
)
_MOST = 200
"""Files of one session that stand on top."""


class IncomingList(QWidget):
    """Shows and reads; `desk.controllers.exchange.incoming` decides."""

    began = Signal()
    progress = Signal(int, int)
    ended = Signal()
    told = Signal(object)
    failed = Signal(object)

    drop_card: QFrame
    read_files: QPushButton
    drop_words: QLabel
    came_title: QLabel
    nothing_came: QLabel
    came: QTreeWidget
    verdict: ToneLabel

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "exchange_incoming")
        self._workplace = workplace
        self._controller = Incoming(workplace.desk, self)
        self._pump = Pump(self)
        self._titled = True
        self._waiting: list[Path] = []
        self._session: list[FileLine] = []
        self._shown: list[FileLine] = []
        self.read_files.clicked.connect(self.choose)
        self.came.currentItemChanged.connect(self._show_verdict)
        forms.language.changed.connect(self.refresh)

    def lead(self) -> None:
        """On a page of its own to read in is the main thing, and needs no title."""
        self.read_files.setProperty("role", "primary")
        theme.wear(self.read_files, "import")
        self._titled = False

    @property
    def running(self) -> bool:
        """Whether files are being read."""
        return self._pump.running

    def refresh(self) -> None:
        """Shows how things stand now; while files are read, each one tells of itself."""
        if not self._pump.running:
            self._controller.refresh()

    def choose(self) -> None:
        """Asks for files."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            str(say("exchange_incoming", "Read in files of other desks")),
            "",
            str(say("exchange_incoming", "Files of desks (*.desk)")),
        )
        self.read([Path(one) for one in chosen])

    def read(self, files: Sequence[Path]) -> None:
        """Reads files in; those that come while others are read have their turn after them."""
        if not files:
            return
        if self._pump.running:
            self._waiting += files
            return
        self._begin(files)

    def _begin(self, files: Sequence[Path]) -> None:
        self.began.emit()
        self._pump.start(
            self._controller.read(files),
            progress=self.progress.emit,
            done=self._done,
            failed=self._fail,
        )

    def resume(self) -> None:
        """Goes on with files whose reading was interrupted, where there are any."""
        desk = self._workplace.desk
        left = any(desk.home.inbox.glob("*.desk"))
        if left and not self._pump.running and desk.can(Action.IMPORT) is None:
            self._begin([])

    def stop(self) -> None:
        """Stops between two steps: what was taken in stays."""
        if self._pump.running:
            self._waiting = []
            self._pump.cancel()
            self.ended.emit()
            self.told.emit(self._controller.stopped())

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        keys = {one.key for one in self._session}
        kept = [one for one in lines if one.key not in keys]
        self._show([*self._session, *kept], keep=-1)

    def add_line(self, line: FileLine) -> None:
        """One more file, on top; what was told of the same file before goes."""
        shown = [one for one in self._shown if not _same(one, line)]
        self._session = [one for one in self._session if not _same(one, line)][:_MOST]
        self._session.insert(0, line)
        self._show([line, *shown], keep=0)

    def may_read(self, reason: Text | None) -> None:
        """Greys the button; the reason is the tooltip."""
        self.read_files.setEnabled(reason is None)
        tip(self.read_files, reason or "")

    def changeEvent(self, event: QEvent) -> None:
        """Everything again in the colours shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_shown"):
            self.refresh()

    def _show(self, lines: Sequence[FileLine], *, keep: int) -> None:
        self._shown = list(lines)
        self.came.setVisible(bool(lines))
        self.came_title.setVisible(self._titled and bool(lines))
        self.nothing_came.setVisible(not lines)
        fill(self.came, _HEADERS, [_item(one) for one in lines], keep=keep)
        if not lines:
            self.verdict.tell("")

    def _show_verdict(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            line: FileLine = item.data(0, LINE)
            self.verdict.tell(line.text, line.tone)

    def _done(self, lines: list[FileLine]) -> None:
        self.ended.emit()
        self.told.emit(self._controller.finished(lines))
        waiting, self._waiting = self._waiting, []
        self.read(waiting)

    def _fail(self, fault: DeskError) -> None:
        self._waiting = []
        self.ended.emit()
        self.failed.emit(fault)


def _same(one: FileLine, other: FileLine) -> bool:
    never_read = UNREAD in (one.verdict, other.verdict)
    return one.key == other.key or (never_read and one.name == other.name)


def _item(line: FileLine) -> QTreeWidgetItem:
    words = (line.word, line.name, line.sender, line.counts, line.when)
    item = row(words, line, more=line.text)
    item.setIcon(0, mark(line.tone))
    return item
