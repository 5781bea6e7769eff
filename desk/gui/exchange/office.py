"""Head office's side of the Exchange place: branches, files, contradictions, doubles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from desk.controllers.exchange.branch import Order
from desk.controllers.exchange.office import BranchLine, ConflictLine, DoubleLine, Office
from desk.gui.exchange.incoming import IncomingList, chosen, fill, mark, row
from desk.gui.exchange.settings import ExchangeChoices, FolderRow, Sticks
from desk.gui.kit import forms
from desk.gui.kit.widgets import ElidedLabel, ToneLabel, tip
from desk.gui.kit.workplace import Workplace
from desk.journal.doubles import Double
from desk.rules.errors import DeskError
from desk.words import Text, say

_BRANCHES = (
    say("exchange_office", "Branch"),
    say("exchange_office", "Missing"),
    say("exchange_office", "Card"),
    say("exchange_office", "Last file"),
    say("exchange_office", "They have"),
)
_CONFLICTS = (
    say("exchange_office", "Number"),
    say("exchange_office", "Customer"),
    say("exchange_office", "Product"),
    say("exchange_office", "What contradicts itself"),
)
_DOUBLES = (
    say("exchange_office", "Newer"),
    say("exchange_office", "Older"),
    say("exchange_office", "Alike"),
    say("exchange_office", "Customer"),
    say("exchange_office", "Product"),
)
_KEYS = {
    "F9": say("exchange_office", "Write the file for this branch"),
    "Shift+F9": say("exchange_office", "Write files for all branches"),
    "F2": say("exchange_office", "These two are the same matter"),
    "F3": say("exchange_office", "These two are related"),
    "F4": say("exchange_office", "These two have nothing to do with each other"),
}


class OfficeSide(QWidget):
    """Shows and emits; `desk.controllers.exchange.office` decides."""

    standing = Signal(object, object)
    write_wanted = Signal(object)
    case_wanted = Signal(str)
    told = Signal(object)
    failed = Signal(object)

    drop_host: QFrame
    tabs: QTabWidget
    no_branches: QLabel
    branches: QTreeWidget
    folder: ElidedLabel
    choose_folder: QPushButton
    sticks: QComboBox
    stick_note: ToneLabel
    write_one: QPushButton
    write_all: QPushButton
    came_page: QWidget
    no_conflicts: QLabel
    conflicts_words: QLabel
    conflicts: QTreeWidget
    doubles_page: QWidget
    no_doubles: QLabel
    doubles: QTreeWidget
    same_matter: QPushButton
    related: QPushButton
    different: QPushButton

    def __init__(
        self, workplace: Workplace, incoming: IncomingList, choices: ExchangeChoices, sticks: Sticks
    ) -> None:
        super().__init__()
        forms.load(self, "exchange_office")
        self._jobs = workplace.jobs
        self._choices = choices
        self._controller = Office(workplace.desk, self)
        self._free = True
        self._looking = self._again = False
        self._pairs: Sequence[Double] = ()
        self._may_write: Text | None = None
        self._may_link: Text | None = None
        self._take_in(incoming)
        self.folder_row = FolderRow(
            self, choices, sticks, (self.folder, self.choose_folder, self.sticks, self.stick_note)
        )
        self._join()
        forms.language.changed.connect(self._retell)

    def _take_in(self, incoming: IncomingList) -> None:
        for host, guest in ((self.drop_host, incoming.drop_card), (self.came_page, incoming)):
            layout = host.layout()
            assert layout is not None  # noqa: S101 - the form says so
            layout.addWidget(guest)
        incoming.lead()
        self._incoming = incoming

    def _join(self) -> None:
        self.write_one.clicked.connect(self._write_one)
        self.write_all.clicked.connect(self._write_all)
        self.conflicts.itemActivated.connect(lambda _item, _column: self._open_conflict())
        self.doubles.itemActivated.connect(lambda _item, _column: self._open_double())
        self.branches.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.tabs.currentChanged.connect(lambda _at: self._turned())
        for name in ("same_matter", "related", "different"):
            button: QPushButton = getattr(self, name)
            button.clicked.connect(lambda _checked=False, link=name: self._link(link))
        do = (
            self.write_one.click,
            self.write_all.click,
            self.same_matter.click,
            self.related.click,
            self.different.click,
        )
        self._keys: list[tuple[QAction, Text]] = []
        for (key, text), deed in zip(_KEYS.items(), do, strict=True):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(lambda _checked=False, deed=deed: deed())
            self.addAction(action)
            self._keys.append((action, text))

    def first(self) -> QWidget | None:
        """What gets the focus when the place is opened."""
        return self._incoming.read_files

    def refresh(self) -> None:
        """Shows how things stand now; doubles are looked for beside the window."""
        for action, text in self._keys:
            action.setText(str(text))
        self.folder_row.refresh()
        self._controller.refresh(days=self._choices.days)
        self._controller.found(self._pairs)
        self.look_for_doubles()

    def look_for_doubles(self) -> None:
        """Looks on the worker, once at a time."""
        self._again = self._looking
        if not self._looking:
            self._looking = True
            self._jobs.run(self._controller.looking(), self._found, self._not_found)

    def primary(self) -> None:
        """Reads files in: that is what comes first here."""
        self._incoming.read_files.click()

    def show_files(self) -> None:
        """The verdicts come to the front."""
        self.tabs.setCurrentWidget(self.came_page)

    def busy(self, *, busy: bool) -> None:
        """While files are written or read, no other is begun."""
        self._free = not busy
        self._enable()

    def show_standing(self, sentences: Sequence[Text]) -> None:
        self.standing.emit(sentences[0], " ".join(map(str, sentences[1:])))

    def show_branches(self, lines: Sequence[BranchLine]) -> None:
        self.no_branches.setVisible(not lines)
        self.branches.setVisible(bool(lines))
        rows = []
        for one in lines:
            item = row((one.name, one.missing, one.card, one.came, one.confirmed), one)
            item.setIcon(1, mark(one.tone))
            item.setIcon(2, mark(one.card_tone))
            rows.append(item)
        fill(self.branches, _BRANCHES, rows)
        self._enable()

    def show_conflicts(self, lines: Sequence[ConflictLine]) -> None:
        self.no_conflicts.setVisible(not lines)
        for part in (self.conflicts, self.conflicts_words):
            part.setVisible(bool(lines))
        rows = [row((one.number, one.name, one.product, one.what), one) for one in lines]
        for item in rows:
            item.setIcon(0, mark("soon"))
        fill(self.conflicts, _CONFLICTS, rows)
        word = say("exchange_office", "Contrad&ictions ({n})")(n=len(lines))
        self._name(2, word, say("exchange_office", "Contrad&ictions"), len(lines))

    def show_doubles(self, lines: Sequence[DoubleLine]) -> None:
        self.no_doubles.setVisible(not lines)
        self.doubles.setVisible(bool(lines))
        rows = [
            row((one.newer, one.older, one.why, one.customer, one.product), one) for one in lines
        ]
        fill(self.doubles, _DOUBLES, rows)
        word = say("exchange_office", "D&oubles ({n})")(n=len(lines))
        self._name(3, word, say("exchange_office", "D&oubles"), len(lines))
        self._enable()

    def _name(self, tab: int, counted: Text, empty: Text, number: int) -> None:
        self.tabs.setTabText(tab, str(counted if number else empty))

    def may_write(self, reason: Text | None) -> None:
        """Greys the buttons; the reason is the tooltip."""
        self._may_write = reason
        for button in (self.write_one, self.write_all):
            tip(button, reason or "")
        self._enable()

    def may_link(self, reason: Text | None) -> None:
        """Greys the buttons; the reason is the tooltip."""
        self._may_link = reason
        for button in (self.same_matter, self.related, self.different):
            tip(button, reason or "")
        self._enable()

    def show_refusal(self, fault: DeskError) -> None:
        self.failed.emit(fault)

    def tell(self, text: Text) -> None:
        self.told.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        """Everything again in the colours shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_keys"):
            self._retell()

    def _retell(self) -> None:
        if self.isVisible():
            self.refresh()

    def _enable(self) -> None:
        free = self._free and self._may_write is None
        line = chosen(self.branches)
        self.write_one.setEnabled(free and isinstance(line, BranchLine) and line.counts)
        self.write_all.setEnabled(free and bool(self.branches.topLevelItemCount()))
        for button in (self.same_matter, self.related, self.different):
            button.setVisible(bool(self.doubles.topLevelItemCount()))
            button.setEnabled(self._may_link is None)

    def _turned(self) -> None:
        """The list of the page that came to the front gets the focus."""
        lists = (self.branches, self._incoming.came, self.conflicts, self.doubles)
        shown = lists[self.tabs.currentIndex()]
        if not shown.isHidden() and not self.tabs.tabBar().hasFocus():
            shown.setFocus()

    def _write_one(self) -> None:
        line = chosen(self.branches)
        if isinstance(line, BranchLine):
            self.write_wanted.emit([Order(node=line.node)])

    def _write_all(self) -> None:
        self.write_wanted.emit([Order(node=node) for node in self._controller.counting()])

    def _open_conflict(self) -> None:
        line = chosen(self.conflicts)
        if isinstance(line, ConflictLine):
            self.case_wanted.emit(line.id)

    def _open_double(self) -> None:
        line = chosen(self.doubles)
        if isinstance(line, DoubleLine):
            self.case_wanted.emit(line.double.newer.id)

    def _link(self, link: str) -> None:
        line = chosen(self.doubles)
        if isinstance(line, DoubleLine) and self.tabs.currentWidget() is self.doubles_page:
            pairs = [one for one in self._pairs if one != line.double]
            if self._controller.link(line.double, link):
                self._pairs = pairs
                self._controller.found(pairs)
                if pairs:
                    self.doubles.setFocus()

    def _found(self, pairs: Sequence[Double]) -> None:
        self._looking = False
        if self._again:  # something was decided meanwhile
            self.look_for_doubles()
        elif list(pairs) != list(self._pairs):
            self._pairs = pairs
            self._controller.found(pairs)

    def _not_found(self, fault: DeskError) -> None:
        self._looking = False
        self.failed.emit(fault)
