"""The branches in the Settings of head office: how receipts name each, with a desk or without."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from desk.gui.kit import forms, notify
from desk.gui.kit.widgets import ToneLabel, tip
from desk.journal.known import Place
from desk.rules.errors import DeskError
from desk.words import Text, say

_KEY = Qt.ItemDataRole.UserRole
_FIELDS = {"branch": "place_code", "name": "place_name"}
"""Where a fault names a detail that this form calls otherwise."""


class BranchesCard(QFrame):
    """Shows one branch of the list, or an empty form for another; `named` when it is to be kept."""

    named = Signal(Place)

    places: QTreeWidget
    place_code: QLineEdit
    place_name: QLineEdit
    place_address: QLineEdit
    place_reach: QLineEdit
    place_refusal: ToneLabel
    save_place: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "settings_branches")
        self._places: Sequence[Place] = ()
        self._shown: Place | None = None
        self.places.currentItemChanged.connect(lambda _now, _before: self._choose())
        self.save_place.clicked.connect(self._save)
        for field in (self.place_code, self.place_name, self.place_address, self.place_reach):
            field.returnPressed.connect(self._save)
        self._reword()
        forms.language.changed.connect(self._reword)

    def show_places(self, places: Sequence[Place]) -> None:
        """These branches; who is chosen stays chosen, what is typed stays typed."""
        if [*places] != [*self._places] or not self.places.topLevelItemCount():
            self._places = places
            self._fill()

    def _fill(self) -> None:
        tree, before = self.places, self._shown.code if self._shown else ""
        tree.blockSignals(True)
        tree.clear()
        tree.addTopLevelItem(QTreeWidgetItem())
        for place in self._places:
            item = QTreeWidgetItem([place.code, place.name, place.address])
            item.setData(0, _KEY, place)
            item.setToolTip(2, place.address)
            tree.addTopLevelItem(item)
        codes = ["", *(place.code for place in self._places)]
        current = tree.topLevelItem(codes.index(before) if before in codes else 0)
        if current is not None:
            tree.setCurrentItem(current)
        tree.blockSignals(False)
        self._reword()
        if before:
            self._choose()

    def _choose(self) -> None:
        item = self.places.currentItem()
        self._shown = place = item.data(0, _KEY) if item is not None else None
        self._clear()
        for name in ("code", "name", "address", "reach"):
            field: QLineEdit = getattr(self, f"place_{name}")
            field.setText(getattr(place, name) if place else "")
        self.place_code.setReadOnly(place is not None)

    def _save(self) -> None:
        self._clear()
        if self.save_place.isEnabled():
            typed = Place(
                code=self.place_code.text(),
                name=self.place_name.text(),
                address=self.place_address.text(),
                reach=self.place_reach.text(),
            )
            self.named.emit(typed)

    def saved(self, code: str) -> None:
        """This one was kept: it is the chosen one, and what comes next begins at the list."""
        codes = [place.code for place in self._places]
        if code in codes:
            item = self.places.topLevelItem(codes.index(code) + 1)
            if item is not None:
                self.places.setCurrentItem(item)
        self.places.setFocus()

    def may(self, reason: Text | None) -> None:
        """Greys what this person may not do."""
        self.save_place.setEnabled(reason is None)
        tip(self.save_place, reason or "")

    def refuse(self, fault: DeskError) -> None:
        here = DeskError(fault.text, field=_FIELDS.get(fault.field or "", fault.field))
        if not notify.at_field(self, here):
            self.place_refusal.tell(fault.text, "late")

    def _clear(self) -> None:
        notify.clear_faults(self)
        self.place_refusal.tell("")

    def _reword(self) -> None:
        headings = (say("settings", "Code"), say("settings", "Name"), say("settings", "Address"))
        self.places.setHeaderLabels([*map(str, headings)])
        first = self.places.topLevelItem(0)
        if first is not None:
            first.setText(0, "+")
            first.setText(1, str(say("settings", "Another branch")))
        self.places.resizeColumnToContents(0)
        self.places.resizeColumnToContents(1)
