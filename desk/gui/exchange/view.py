"""The Exchange place: a branch's side or head office's, files in and out, a way to stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStackedWidget, QWidget

from desk.gui.exchange.branch import BranchSide
from desk.gui.exchange.incoming import IncomingList
from desk.gui.exchange.office import OfficeSide
from desk.gui.exchange.settings import ExchangeChoices, Sticks
from desk.gui.exchange.work import DayEndExport, FolderWatch, Writing
from desk.gui.kit import forms
from desk.gui.kit.widgets import ToneLabel
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import Text, say

_KEYS = {
    "F6": say("exchange_place", "Cards of desks"),
    "F7": say("exchange_place", "How files go and come"),
    "F8": say("exchange_place", "Read in files of other desks"),
}
_READING = say("exchange_place", "Reading…")
_WRITING = say("exchange_place", "Writing…")


class ExchangeView(QWidget):
    """Joins the parts of the place; each of them has its own file."""

    case_wanted = Signal(str)
    choices_changed = Signal()

    standing: QLabel
    receiver: QLabel
    overdue: ToneLabel
    refusal: ToneLabel
    sides: QStackedWidget
    working: QLabel
    progress: QProgressBar
    cancel: QPushButton
    cards: QPushButton
    settings: QPushButton
    watching: QLabel

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "exchange")
        self._workplace = workplace
        self.choices = ExchangeChoices(workplace.settings, workplace.desk.home.outbox)
        self.sticks = Sticks(self)
        self.incoming = IncomingList(workplace)
        self.writing = Writing(workplace, self)
        self.side: BranchSide | OfficeSide = self._build_side()
        self.sides.addWidget(self.side)
        self.watch = FolderWatch(workplace, self.choices, self.incoming, self)
        self.day_end = DayEndExport(workplace, self.choices, self.writing, self)
        self._stale = True
        self._resumed = False
        self._join()
        self.setAcceptDrops(True)
        self._show_working(None)
        forms.language.changed.connect(self.refresh)

    def _build_side(self) -> BranchSide | OfficeSide:
        parts = (self._workplace, self.incoming, self.choices, self.sticks)
        if not self._workplace.desk.shop.head_office:
            branch = BranchSide(*parts)
            branch.standing.connect(self._stand)
            branch.overdue.connect(lambda text: self.overdue.tell(text or "", "late"))
            return branch
        office = OfficeSide(*parts)
        office.standing.connect(self._stand)
        office.case_wanted.connect(self.case_wanted)
        office.told.connect(self._tell)
        office.failed.connect(self._failed)
        self.incoming.began.connect(office.show_files)
        return office

    def _join(self) -> None:
        self.side.write_wanted.connect(self._write)
        self.incoming.began.connect(lambda: self._show_working(_READING))
        self.day_end.began.connect(lambda: self._show_working(_WRITING))
        for work in (self.incoming, self.writing):
            work.progress.connect(self._progressed)
            work.ended.connect(lambda: self._show_working(None))
            work.told.connect(self._tell)
            work.failed.connect(self._failed)
        self.watch.told.connect(self._workplace.toast.tell)
        self.cancel.clicked.connect(self.stop)
        self.cards.clicked.connect(self.open_cards)
        self.settings.clicked.connect(self.open_settings)
        do = (self.open_cards, self.open_settings, self.incoming.read_files.click)
        self._keys: list[tuple[QAction, Text]] = []
        for (key, text), deed in zip(_KEYS.items(), do, strict=True):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(lambda _checked=False, deed=deed: deed())
            self.addAction(action)
            self._keys.append((action, text))

    def opened(self) -> None:
        """The main button waits for Enter; without a card, the way to the cards does."""
        (self.side.first() or self.cards).setFocus()

    def refresh(self) -> None:
        """Shows how things stand now, as soon as somebody sees it."""
        self._stale = True
        if self.isVisible():
            self._show()
        if not self._resumed and self._workplace.desk.actor is not None:
            self._resumed = True
            self.incoming.resume()
        self.day_end.look()
        self.watch.look()

    def _show(self) -> None:
        self._stale = False
        for action, text in self._keys:
            action.setText(str(text))
        self.side.refresh()
        self.incoming.refresh()
        watched = self.choices.watched
        words = say("exchange_place", "Files in {folder} are taken in by themselves.")
        self.watching.setText(str(words(folder=watched)) if watched else "")

    def primary(self) -> None:
        """The main button of this side."""
        self.refusal.tell("")
        if not self._busy:
            self.side.primary()

    def back(self) -> bool:
        """Esc stops work that is under way."""
        if self._busy:
            self.stop()
            return True
        return False

    def stop(self) -> None:
        """Ends the work between two steps; nothing half stays, and nothing is lost."""
        self.incoming.stop()
        self.writing.stop()

    def end(self) -> None:
        """The window closes: what is under way stops, and nothing new begins by itself."""
        self.sticks.watch(on=False)
        self.day_end.end()
        self.watch.end()
        self.stop()

    def open_cards(self) -> None:
        """Cards of desks."""
        from desk.gui.exchange.cards import CardsDialog

        CardsDialog(self._workplace, self.choices, self).begin()

    def open_settings(self) -> None:
        """How files go and come."""
        from desk.gui.exchange.settings import ExchangeSettings

        dialog = ExchangeSettings(self._workplace.desk, self.choices, self)
        dialog.finished.connect(self._chosen)
        dialog.begin()

    def _chosen(self) -> None:
        self.choices_changed.emit()
        self.watch.renew()
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of desks may be dropped anywhere on the page."""
        if _files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As above."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped is read in; a folder stands for the files in it."""
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.read(files)

    def read(self, files: list[Path]) -> None:
        """Reads files in."""
        self.refusal.tell("")
        if not self.writing.running:
            self.incoming.read(files)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: sticks are looked for, and all is as it stands now."""
        super().showEvent(event)
        self.sticks.watch(on=True)
        if self._stale:
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self.sticks.watch(on=False)

    def _write(self, orders: object) -> None:
        self.refusal.tell("")
        if isinstance(orders, list) and not self._busy:
            self._show_working(_WRITING)
            self.writing.start(orders, self.choices.folder, workbook=self._with_workbook)

    @property
    def _with_workbook(self) -> bool:
        return self.choices.workbook and isinstance(self.side, BranchSide)

    @property
    def _busy(self) -> bool:
        return self.incoming.running or self.writing.running

    def _show_working(self, words: Text | None) -> None:
        self.working.setText(str(words or ""))
        for part in (self.working, self.progress, self.cancel):
            part.setVisible(words is not None)
        self.progress.setMaximum(0 if words else 1)
        self.side.busy(busy=words is not None)
        if words is None and self.isVisible():
            self._show()

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)

    def _stand(self, sentence: Text | str, receiver: Text | str) -> None:
        self.standing.setText(str(sentence))
        self.receiver.setText(str(receiver))
        self.receiver.setVisible(bool(str(receiver)))

    def _tell(self, text: Text) -> None:
        self._workplace.toast.tell(text)

    def _failed(self, fault: DeskError) -> None:
        self.refusal.tell(fault.text, "late")


def _files(event: QDropEvent) -> list[Path]:
    files: list[Path] = []
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is not None and path.is_dir():
            files += sorted(path.glob("*.desk"))
        elif path is not None:
            files.append(path)
    return files
