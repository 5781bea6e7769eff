"""The Exchange place: what waits for head office, one large button, the cards, the files sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStorageInfo
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desk.controllers.exchange import Exchange, Sent
from desk.gui import forms
from desk.gui.badge import ToneLabel
from desk.gui.beside import Beside
from desk.gui.widgets import ElidedLabel, tip
from desk.gui.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import Text, say

if TYPE_CHECKING:  # fetched when a file is written
    from desk.app.exporting import Plan
    from desk.exchange.cards import Card
    from desk.exchange.package import Written

_FOLDER = "exchange/folder"


class ExchangeView(QWidget):
    """Shows and emits; `desk.controllers.exchange` decides."""

    standing: QLabel
    receiver: QLabel
    refusal: ToneLabel
    folder: ElidedLabel
    choose_folder: QPushButton
    sticks: QComboBox
    export_button: QPushButton
    without_personal: QPushButton
    progress: QProgressBar
    cancel: QPushButton
    own_card: QPushButton
    read_card: QPushButton
    check_card: QFrame
    check_words: QLabel
    fingerprint: QLabel
    accept_card: QPushButton
    refuse_card: QPushButton
    nothing_sent: QLabel
    sent: QTreeWidget

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "exchange")
        self._workplace = workplace
        self._beside = Beside(workplace.jobs, self)
        self._beside.progress.connect(self._progressed)
        self._controller = Exchange(workplace.desk, self)
        self._working = False
        self._has_card = False
        self._reason: Text | None = None
        self._join()
        self.check_card.hide()
        self._show_working(working=False)
        self.refresh()

    def _join(self) -> None:
        self.export_button.clicked.connect(self.primary)
        self.without_personal.clicked.connect(self._export_without)
        self.cancel.clicked.connect(self.stop)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.sticks.activated.connect(self._take_stick)
        self.own_card.clicked.connect(self._write_card)
        self.read_card.clicked.connect(self._read_card)
        self.accept_card.clicked.connect(self._accept)
        self.refuse_card.clicked.connect(self.check_card.hide)
        self._key = QAction(self)
        self._key.setShortcut("F9")
        self._key.triggered.connect(self.primary)
        self.addAction(self._key)

    def opened(self) -> None:
        """The main button waits for Enter."""
        self._find_sticks()
        (self.export_button if self._has_card else self.read_card).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """A stick may have been plugged in meanwhile."""
        super().showEvent(event)
        self._find_sticks()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the language shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and hasattr(self, "_controller"):
            self.refresh()

    def refresh(self) -> None:
        """Shows how things stand now."""
        self.sent.setHeaderLabels(
            [
                str(say("exchange_place", "When")),
                str(say("exchange_place", "For")),
                str(say("exchange_place", "Entries")),
                str(say("exchange_place", "Contents")),
            ]
        )
        self._key.setText(str(say("exchange_place", "Write the file for head office")))
        self.folder.setText(str(self._folder()))
        self._controller.refresh()

    def primary(self) -> None:
        """Writes the file for head office."""
        self.refusal.tell("")
        if not self._working and self._has_card and self._reason is None:
            self._controller.export(self._folder())

    def back(self) -> bool:
        """Esc stops an export that is under way, or puts a card away."""
        if self._working:
            self.stop()
            return True
        shown = self.check_card.isVisible()
        self.check_card.hide()
        return shown

    def stop(self) -> None:
        """Ends an export between two steps; nothing half stays on the stick."""
        self._beside.stop()

    def show_standing(self, sentence: Text, receiver: Text, *, has_card: bool) -> None:
        """What waits and for whom."""
        self.standing.setText(str(sentence))
        self.receiver.setText(str(receiver))
        self._has_card = has_card

    def show_sent(self, sent: Sequence[Sent]) -> None:
        """The files written here, newest first."""
        self.nothing_sent.setVisible(not sent)
        self.sent.setVisible(bool(sent))
        self.sent.clear()
        for one in sent:
            words = [str(one.when), str(one.receiver), str(one.entries), str(one.personal)]
            self.sent.addTopLevelItem(QTreeWidgetItem(words))
        for column in range(3):
            self.sent.resizeColumnToContents(column)

    def show_refusal(self, fault: DeskError) -> None:
        """One sentence where everybody sees it."""
        self.refusal.tell(fault.text, "late")

    def may_export(self, reason: Text | None) -> None:
        """Greys the buttons; the reason is the tooltip."""
        self._reason = reason
        self._enable()
        tip(self.export_button, reason or "")

    def work(self, plan: Plan) -> None:
        """Writes the file on the worker."""
        self._show_working(working=True)
        self._beside.run(
            plan.steps(), done=lambda written: self._ended(plan, written), failed=self._failed
        )

    def tell(self, text: Text) -> None:
        """A quiet toast."""
        self._workplace.toast.tell(text)

    def _ended(self, plan: Plan, written: Written | None) -> None:
        self._show_working(working=False)
        if written is None:
            self.tell(say("exchange_place", "Cancelled. No file was written; nothing is lost."))
        else:
            self._controller.exported(plan, written)

    def _failed(self, fault: DeskError) -> None:
        self._show_working(working=False)
        self.show_refusal(fault)

    def _show_working(self, *, working: bool) -> None:
        self._working = working
        self.progress.setVisible(working)
        self.cancel.setVisible(working)
        self.progress.setValue(0)
        self._enable()

    def _enable(self) -> None:
        free = not self._working and self._reason is None
        self.export_button.setEnabled(free and self._has_card)
        self.without_personal.setEnabled(free)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def _export_without(self) -> None:
        self.refusal.tell("")
        self._controller.export(self._folder(), without_personal=True)

    def _folder(self) -> Path:
        chosen = str(self._workplace.settings.value(_FOLDER, ""))
        return Path(chosen) if chosen else self._workplace.desk.home.outbox

    def _use_folder(self, folder: str) -> None:
        self._workplace.settings.setValue(_FOLDER, folder)
        self.folder.setText(folder)

    def _choose_folder(self) -> None:
        title = str(say("exchange_place", "Folder for the file"))
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder()))
        if chosen:
            self._use_folder(chosen)

    def _find_sticks(self) -> None:
        self.sticks.clear()
        self.sticks.addItem(str(say("exchange_place", "USB stick…")), "")
        for volume in QStorageInfo.mountedVolumes():
            if _is_stick(volume):
                self.sticks.addItem(volume.displayName(), volume.rootPath())
        self.sticks.setVisible(self.sticks.count() > 1)

    def _take_stick(self, at: int) -> None:
        root = self.sticks.itemData(at)
        if root:
            self._use_folder(str(root))

    def _write_card(self) -> None:
        name = f"{self._workplace.desk.shop.branch_name}.deskcard"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            str(say("exchange_place", "Save this desk's card")),
            str(self._folder() / name),
            _cards(),
        )
        if chosen:
            self.refusal.tell("")
            self._controller.write_own_card(Path(chosen))

    def _read_card(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, str(say("exchange_place", "Read in a card")), str(self._folder()), _cards()
        )
        if chosen:
            self.refusal.tell("")
            self._controller.read_card(Path(chosen))

    def show_card(self, card: Card) -> None:
        """Asks for the fingerprint to be compared."""
        self.check_words.setText(
            str(
                say(
                    "exchange_place",
                    "This card names {name}, {company}. Call them and compare these numbers:",
                )(name=card.name, company=card.company)
            )
        )
        self.fingerprint.setText(card.fingerprint)
        self.check_card.show()
        self.refuse_card.setFocus()

    def _accept(self) -> None:
        self.check_card.hide()
        self._controller.accept_card()
        self.opened()


def _is_stick(volume: QStorageInfo) -> bool:
    usual = ("/media/", "/run/media/", "/Volumes/")
    root = volume.rootPath()
    windows_stick = len(root) == len("E:/") and root[0] > "C" and root[1:] == ":/"
    return (
        volume.isValid()
        and volume.isReady()
        and not volume.isReadOnly()
        and (root.startswith(usual) or windows_stick)
    )


def _cards() -> str:
    return str(say("exchange_place", "Cards (*.deskcard)"))
