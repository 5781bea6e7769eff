"""The Settings place: window, receipts, shop, people, data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desk.app.commands import DescribeShop
from desk.controllers.settings import ListedPerson, Settings
from desk.gui.kit import forms, i18n, notify
from desk.gui.kit.theme import THEMES
from desk.gui.kit.widgets import choose, offer, tip
from desk.gui.kit.work import Pump
from desk.gui.kit.workplace import Workplace
from desk.gui.print import printing
from desk.gui.settings.branches import BranchesCard
from desk.gui.settings.people import People
from desk.gui.settings.printers import Printers, PrintersForm
from desk.journal.known import Place, Shop
from desk.journal.verify import Verdict
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.telling.standing import branch_name
from desk.words import Text, say

LANGUAGE = "window/language"
THEME = "window/theme"
GAP = "scanner/gap"
LOCK = "window/lock"
LOCK_MINUTES = 5
"""Minutes without a key or the mouse after which the window locks itself; 0: never."""
_NAMES = {
    "system": say("settings", "As the system"),
    "light": say("settings", "Light"),
    "dark": say("settings", "Dark"),
    "": say("settings", "As the window"),
}


class SettingsView(PrintersForm):
    """Shows and emits; `desk.controllers.settings` decides."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    gap_chosen = Signal(int)
    lock_chosen = Signal(int)

    language: QComboBox
    theme: QComboBox
    gap: QSpinBox
    lock: QSpinBox
    paper_language: QComboBox
    ground: QWidget
    data_words: QLabel
    read_sales: QPushButton
    back_up: QPushButton
    check_data: QPushButton
    progress: QProgressBar
    company: QLineEdit
    branch_name: QLineEdit
    address: QLineEdit
    reach: QLineEdit
    save_shop: QPushButton
    branches_card: BranchesCard

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "settings")
        self._workplace = workplace
        self._controller = Settings(workplace.desk, self)
        self._people = People(self, self._controller)
        self._pump = Pump(self)
        self._shown: Shop | None = None
        self._fill_choices()
        self._join()
        self._printers = Printers(self, workplace)
        self.progress.hide()
        self.refresh()
        forms.language.changed.connect(self._retell)

    def _fill_choices(self) -> None:
        settings = self._workplace.settings
        offer(self.language, {"system": _NAMES["system"]} | i18n.NAMES)
        offer(self.theme, {key: _NAMES[key] for key in THEMES})
        offer(self.paper_language, {"": _NAMES[""]} | i18n.NAMES)
        choose(self.language, str(settings.value(LANGUAGE, "system")))
        choose(self.theme, str(settings.value(THEME, "system")))
        choose(self.paper_language, str(settings.value(printing.LANGUAGE, "")))
        self.gap.setValue(int(settings.value(GAP, 55)))  # type: ignore[call-overload] # an INI text
        self.lock.setValue(int(str(settings.value(LOCK, LOCK_MINUTES))))

    def _join(self) -> None:
        self.language.activated.connect(lambda _at: self._language())
        self.theme.activated.connect(lambda _at: self._theme())
        self.gap.valueChanged.connect(self._gap)
        self.lock.valueChanged.connect(self._lock)
        self.paper_language.activated.connect(lambda _at: self._paper_language())
        self.save_shop.clicked.connect(self.primary)
        self.branches_card.named.connect(self._name_place)
        self.read_sales.clicked.connect(self._read_sales)
        self.back_up.clicked.connect(self._back_up)
        self.check_data.clicked.connect(self._check_data)

    def opened(self) -> None:
        """Printers may have come or gone."""
        self._printers.look()
        self.language.setFocus()

    def refresh(self) -> None:
        """Shows how things stand now."""
        self._controller.refresh()

    def _retell(self) -> None:
        self.refresh()
        self._printers.show()

    def primary(self) -> None:
        """Saves the description of the shop."""
        notify.clear_faults(self)
        self.refusal.tell("")
        described = DescribeShop(
            company=self.company.text(),
            branch_name=self.branch_name.text(),
            address=self.address.text(),
            reach=self.reach.text(),
        )
        self._shown = None
        self._controller.save_shop(described)

    def back(self) -> bool:
        """Nobody is switched off, where that was asked; there is no other step back."""
        return self._people.stay()

    def show_shop(self, shop: Shop) -> None:
        """Fills the form when the shop is another than the one shown last."""
        if shop != self._shown:
            self._shown = shop
            for name in ("company", "branch_name", "address", "reach"):
                getattr(self, name).setText(getattr(shop, name))

    def show_places(self, places: Sequence[Place], chosen: str) -> None:
        self.branches_card.setVisible(bool(places))
        self.branches_card.show_places(places)
        names = {place.code: place.name for place in places}
        words = {code: str(branch_name(code, names)) for code in names}
        self._people.show_branches(words, chosen)

    def _name_place(self, place: Place) -> None:
        if self._controller.name_place(place):
            self.branches_card.saved(place.code.strip())

    def show_place_fault(self, fault: DeskError) -> None:
        self.branches_card.refuse(fault)

    def show_people(self, people: Sequence[ListedPerson]) -> None:
        self._people.show_people(people)

    def show_data(self, words: Text) -> None:
        self.data_words.setText(str(words))

    def may(self, action: Action, reason: Text | None) -> None:
        """Greys what this person may not do; the reason is the tooltip."""
        buttons = {
            Action.SETTINGS: (self.save_shop,),
            Action.READ_SALES: (self.read_sales,),
            Action.BACKUP: (self.back_up,),
        }
        for button in buttons[action]:
            button.setEnabled(reason is None)
            tip(button, reason or "")
        if action is Action.SETTINGS:
            self.branches_card.may(reason)

    def show_fault(self, fault: DeskError) -> None:
        """At the field, or on top."""
        if not notify.at_field(self, fault):
            self.refusal.tell(fault.text, "late")

    def tell(self, text: Text) -> None:
        self._workplace.toast.tell(text)

    def _paper_language(self) -> None:
        self._workplace.settings.setValue(printing.LANGUAGE, self.paper_language.currentData())
        self.paper_chosen.emit()

    def _language(self) -> None:
        self._workplace.settings.setValue(LANGUAGE, self.language.currentData())
        self.language_chosen.emit(self.language.currentData())

    def _theme(self) -> None:
        self._workplace.settings.setValue(THEME, self.theme.currentData())
        self.theme_chosen.emit(self.theme.currentData())

    def _gap(self, milliseconds: int) -> None:
        self._workplace.settings.setValue(GAP, milliseconds)
        self.gap_chosen.emit(milliseconds)

    def _lock(self, minutes: int) -> None:
        self._workplace.settings.setValue(LOCK, minutes)
        self.lock_chosen.emit(minutes)

    def _read_sales(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            str(say("settings", "Read in a sales list")),
            "",
            str(say("settings", "Lists (*.csv *.txt *.xlsx *.xls *.ods)")),
        )
        if chosen:
            from desk.gui.read_sales import ReadSalesDialog  # lists are read seldom

            ReadSalesDialog(self._workplace, Path(chosen), self.window()).begin()

    def _back_up(self) -> None:
        title = str(say("settings", "Folder for the backup"))
        folder = QFileDialog.getExistingDirectory(self, title)
        write = self._controller.back_up(Path(folder)) if folder else None
        if write is not None:
            self.progress.setMaximum(0)
            self.progress.show()
            self._workplace.jobs.run(write, self._backed_up, self._not_backed_up)

    def _backed_up(self, made: Path) -> None:
        self.progress.hide()
        self._controller.backed_up(made)

    def _not_backed_up(self, fault: DeskError) -> None:
        self.progress.hide()
        self.show_fault(fault)

    def _check_data(self) -> None:
        if self._pump.running:
            return
        self.progress.show()
        self._pump.start(
            self._controller.check_data(),
            progress=self._progressed,
            done=self._checked,
            failed=self.show_fault,
        )

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def _checked(self, verdict: Verdict) -> None:
        self.progress.hide()
        self._controller.checked(verdict)
