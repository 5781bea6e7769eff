"""The dialog of cards: this desk's own, those that count, and one that is being compared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from desk.controllers.exchange.cards import CardLine, Cards
from desk.exchange.cards import Card
from desk.gui.exchange.incoming import chosen, fill, mark, row
from desk.gui.exchange.settings import ExchangeChoices
from desk.gui.kit import forms
from desk.gui.kit.widgets import ToneLabel, tip
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import Text, say

_HEADERS = (
    say("exchange_cards", "Desk"),
    say("exchange_cards", "Branch"),
    say("exchange_cards", "Card"),
)


class CardsDialog(QDialog):
    """Shows and emits; `desk.controllers.exchange.cards` decides."""

    refusal: ToneLabel
    own_fingerprint: QLabel
    own_card: QPushButton
    read_card: QPushButton
    revoke: QPushButton
    check_card: QFrame
    check_words: QLabel
    fingerprint: QLabel
    replaces_label: QLabel
    replaces: QComboBox
    compared: QCheckBox
    accept_card: QPushButton
    refuse_card: QPushButton
    revoke_card: QFrame
    revoke_words: QLabel
    why: QLineEdit
    keep_card: QPushButton
    revoke_now: QPushButton
    no_cards: QLabel
    cards: QTreeWidget
    close_button: QPushButton

    def __init__(self, workplace: Workplace, choices: ExchangeChoices, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "exchange_cards")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workplace = workplace
        self._choices = choices
        self._may: Text | None = None
        self.controller = Cards(workplace.desk, self)
        self._join()
        self.check_card.hide()
        self.revoke_card.hide()

    def _join(self) -> None:
        self.own_card.clicked.connect(self._write_own)
        self.read_card.clicked.connect(self._choose_card)
        self.revoke.clicked.connect(self._ask_to_revoke)
        self.compared.toggled.connect(self.accept_card.setEnabled)
        self.accept_card.clicked.connect(self._accept)
        self.refuse_card.clicked.connect(self._put_away)
        self.keep_card.clicked.connect(self._keep)
        self.revoke_now.clicked.connect(self._revoke)
        self.cards.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.close_button.clicked.connect(self.accept)

    def begin(self) -> None:
        """Opens, with the focus where a card is read in."""
        self.controller.refresh()
        self.open()
        self.read_card.setFocus()

    def show_own(self, fingerprint: str) -> None:
        self.own_fingerprint.setText(fingerprint)

    def show_cards(self, lines: Sequence[CardLine]) -> None:
        self.no_cards.setVisible(not lines)
        self.cards.setVisible(bool(lines))
        rows = []
        for one in lines:
            item = row((f"{one.name} ({one.node[:8]})", one.branch, one.state), one)
            item.setIcon(2, mark(one.tone))
            rows.append(item)
        fill(self.cards, _HEADERS, rows)
        self._enable()

    def may_trust(self, reason: Text | None) -> None:
        """Greys what this person may not do; the reason is the tooltip."""
        self._may = reason
        self.read_card.setEnabled(reason is None)
        for button in (self.read_card, self.revoke):
            tip(button, reason or "")
        self._enable()

    def show_card(self, card: Card, words: Text, places: Sequence[tuple[str, str]]) -> None:
        """Asks for the fingerprint to be compared."""
        self.revoke_card.hide()
        self.check_words.setText(str(words))
        self.fingerprint.setText(card.fingerprint)
        self.replaces.clear()
        self.replaces.addItem(str(say("exchange_cards", "no other desk")), "")
        for node, name in places:
            self.replaces.addItem(name, node)
        for part in (self.replaces, self.replaces_label):
            part.setVisible(bool(places))
        self.compared.setChecked(False)
        self.accept_card.setEnabled(False)
        self.check_card.show()
        self.compared.setFocus()

    def show_refusal(self, fault: DeskError) -> None:
        self.refusal.tell(fault.text, "late")

    def tell(self, text: Text) -> None:
        """Here, and as a toast for when the dialog is closed."""
        self.refusal.tell(text, "good")
        self._workplace.toast.tell(text)

    def _enable(self) -> None:
        line = chosen(self.cards)
        counts = isinstance(line, CardLine) and line.counts
        self.revoke.setEnabled(self._may is None and counts)

    def _accept(self) -> None:
        self.refusal.tell("")
        if self.controller.accept(str(self.replaces.currentData() or "")):
            self.check_card.hide()
            self.close_button.setFocus()

    def _put_away(self) -> None:
        self.controller.put_away()
        self.check_card.hide()
        self.refusal.tell(
            say(
                "exchange_cards",
                "Not accepted; nothing was changed. Ask that desk for its card once more, by "
                "another way, and compare again.",
            ),
            "soon",
        )
        self.read_card.setFocus()

    def _ask_to_revoke(self) -> None:
        line = chosen(self.cards)
        if isinstance(line, CardLine):
            self.check_card.hide()
            words = say(
                "exchange_cards",
                "The card of {name} is to count no more: new files of that desk will be refused. "
                "This cannot be taken back; the desk would need a new card. What it wrote stays.",
            )
            self.revoke_words.setText(str(words(name=line.name)))
            self.why.clear()
            self.revoke_card.show()
            self.why.setFocus()

    def _keep(self) -> None:
        self.revoke_card.hide()
        self.cards.setFocus()

    def _revoke(self) -> None:
        line = chosen(self.cards)
        self.refusal.tell("")
        if isinstance(line, CardLine) and self.controller.revoke(line.node, self.why.text()):
            self.revoke_card.hide()
            self.cards.setFocus()

    def _write_own(self) -> None:
        name = f"{self._workplace.desk.shop.branch_name}.deskcard".replace("/", "-")
        chosen_file, _ = QFileDialog.getSaveFileName(
            self,
            str(say("exchange_cards", "Save this desk's card")),
            str(self._choices.folder / name),
            _cards(),
        )
        if chosen_file:
            self.refusal.tell("")
            self.controller.write_own(Path(chosen_file))

    def _choose_card(self) -> None:
        chosen_file, _ = QFileDialog.getOpenFileName(
            self,
            str(say("exchange_cards", "Read in a card")),
            str(self._choices.folder),
            _cards(),
        )
        if chosen_file:
            self.refusal.tell("")
            self.controller.read(Path(chosen_file))


def _cards() -> str:
    return str(say("exchange_cards", "Cards (*.deskcard)"))
