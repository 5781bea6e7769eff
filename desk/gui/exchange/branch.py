"""A branch's side of the Exchange place: how it stands with head office, and one large button."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from desk.controllers.exchange.branch import Exchange, Order, Sent
from desk.gui.exchange.incoming import IncomingList, fill, row
from desk.gui.exchange.settings import ExchangeChoices, FolderRow, Sticks
from desk.gui.kit import forms
from desk.gui.kit.widgets import ElidedLabel, ToneLabel, tip
from desk.gui.kit.workplace import Workplace
from desk.telling.standing import Told
from desk.words import Text, say

_HEADERS = (
    say("exchange_place", "When"),
    say("exchange_place", "For"),
    say("exchange_place", "Entries"),
    say("exchange_place", "Contents"),
)
_WRITE = say("exchange_place", "Write the file for head office")


class BranchSide(QWidget):
    """Shows and emits; `desk.controllers.exchange.branch` decides."""

    standing = Signal(object, object)
    overdue = Signal(object)
    write_wanted = Signal(object)

    fact_export: ToneLabel
    fact_way: ToneLabel
    fact_confirmed: ToneLabel
    folder: ElidedLabel
    choose_folder: QPushButton
    sticks: QComboBox
    stick_note: ToneLabel
    export_button: QPushButton
    with_workbook: QCheckBox
    without_personal: QPushButton
    nothing_sent: QLabel
    sent: QTreeWidget
    came_host: QFrame

    def __init__(
        self, workplace: Workplace, incoming: IncomingList, choices: ExchangeChoices, sticks: Sticks
    ) -> None:
        super().__init__()
        forms.load(self, "exchange_branch")
        self._choices = choices
        self._controller = Exchange(workplace.desk, self)
        self._has_card = False
        self._free = True
        self._reason: Text | None = None
        host = self.came_host.layout()
        assert host is not None  # noqa: S101 - the form says so
        host.addWidget(incoming)
        self.folder_row = FolderRow(
            self, choices, sticks, (self.folder, self.choose_folder, self.sticks, self.stick_note)
        )
        self.with_workbook.setChecked(choices.workbook)
        self.with_workbook.toggled.connect(lambda on: setattr(choices, "workbook", on))
        self.export_button.clicked.connect(self.primary)
        self.without_personal.clicked.connect(
            lambda: self.write_wanted.emit([Order(without_personal=True)])
        )
        self._key = QAction(self)
        self._key.setShortcut("F9")
        self._key.triggered.connect(self.primary)
        self.addAction(self._key)
        forms.language.changed.connect(self.refresh)

    def first(self) -> QWidget | None:
        """What gets the focus when the place is opened; None while a card is missing."""
        return self.export_button if self._has_card else None

    def refresh(self) -> None:
        """Shows how things stand now."""
        self._key.setText(str(_WRITE))
        self.folder_row.refresh()
        self._controller.refresh(days=self._choices.days)

    def primary(self) -> None:
        """Writes the file for head office."""
        if self.export_button.isEnabled():
            self.write_wanted.emit([Order()])

    def busy(self, *, busy: bool) -> None:
        """While files are written or read, no other is begun."""
        self._free = not busy
        self._enable()

    def show_standing(self, sentence: Text, receiver: Text, *, has_card: bool) -> None:
        self.standing.emit(sentence, receiver)
        self._has_card = has_card
        self._enable()

    def show_facts(self, facts: Sequence[Told]) -> None:
        labels = (self.fact_export, self.fact_way, self.fact_confirmed)
        for label, fact in zip_longest(labels, facts):
            label.tell(fact.words if fact else "", fact.tone if fact else "calm")

    def show_overdue(self, text: Text | None) -> None:
        self.overdue.emit(text)

    def show_sent(self, sent: Sequence[Sent]) -> None:
        self.nothing_sent.setVisible(not sent)
        self.sent.setVisible(bool(sent))
        rows = [row((one.when, one.receiver, one.entries, one.personal), one) for one in sent]
        fill(self.sent, _HEADERS, rows)

    def may_export(self, reason: Text | None) -> None:
        """Greys the buttons; the reason is the tooltip."""
        self._reason = reason
        self._enable()
        tip(self.export_button, reason or "")

    def _enable(self) -> None:
        free = self._free and self._reason is None
        self.export_button.setEnabled(free and self._has_card)
        self.without_personal.setEnabled(free)
