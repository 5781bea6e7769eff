"""Cards of desks: this desk's own, those accepted here, and one that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desk.app.believing import accept, own_card, revoke_of
from desk.app.desk import Desk
from desk.exchange.cards import Card, read_card, write_card
from desk.journal import known
from desk.journal.known import Trusted
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.words import Text, say


@dataclass(frozen=True)
class CardLine:
    """One accepted card."""

    node: str
    name: str
    branch: Text | str
    state: Text
    tone: str
    counts: bool


class CardsScreen(Protocol):
    """What the controller needs of the screen."""

    def show_cards(self, lines: Sequence[CardLine]) -> None:
        """The cards that were accepted here."""

    def show_own(self, fingerprint: str) -> None:
        """This desk's fingerprint, to be read aloud."""

    def show_card(self, card: Card, words: Text, places: Sequence[tuple[str, str]]) -> None:
        """A card to be compared; it may take the place of one of these (node, name)."""

    def may_trust(self, reason: Text | None) -> None:
        """Whether cards may be accepted and revoked, and why not."""

    def show_refusal(self, fault: DeskError) -> None:
        """One sentence on the screen."""

    def tell(self, text: Text) -> None:
        """Says quietly what was done."""


class Cards:
    """Turns the gestures of the cards' dialog into commands."""

    def __init__(self, desk: Desk, view: CardsScreen) -> None:
        self._desk = desk
        self._view = view
        self._card: Card | None = None

    def refresh(self) -> None:
        """Shows how things stand now."""
        self._view.may_trust(self._desk.can(Action.TRUST))
        self._view.show_cards([_line(card) for card in self._accepted()])
        try:
            self._view.show_own(own_card(self._desk).fingerprint)
        except DeskError as fault:
            self._view.show_refusal(fault)

    def _accepted(self) -> list[Trusted]:
        return [card for card in known.trusted(self._desk.journal.store) if card.direct]

    def write_own(self, file: Path) -> None:
        """Writes this desk's card for another desk."""
        try:
            write_card(own_card(self._desk), self._desk.home.foreign(file))
        except DeskError as fault:
            self._view.show_refusal(fault)
            return
        self._view.tell(
            say("exchange_cards", "Written: {file}. Give it to the other desk.")(file=file.name)
        )

    def read(self, file: Path) -> None:
        """Reads a card and shows whom it names, before anything is accepted."""
        try:
            self._card = card = read_card(file)
        except DeskError as fault:
            self._view.show_refusal(fault)
            return
        words = say(
            "exchange_cards",
            "This card names {name}, branch {branch}, {company}. Call them and let them read "
            "their fingerprint aloud. It must be this one:",
        )(name=card.name, branch=card.branch, company=card.company)
        self._view.show_card(card, words, self._replaceable(card))

    def _replaceable(self, card: Card) -> list[tuple[str, str]]:
        return [
            (old.node, f"{old.name} ({old.node[:8]})")
            for old in self._accepted()
            if not old.revoked
            and old.node != card.node
            and old.head_office == card.head_office
            and (card.head_office or old.branch == card.branch)
        ]

    def accept(self, replaces: str = "") -> bool:
        """The fingerprint was compared: the card counts from now on."""
        card = self._card
        if card is None:
            return False
        try:
            accept(self._desk, card, fingerprint=card.fingerprint, replaces=replaces)
        except DeskError as fault:
            self._view.show_refusal(fault)
            return False
        self._card = None
        self._view.tell(say("exchange_cards", "Accepted: {name}.")(name=card.name))
        self.refresh()
        return True

    def put_away(self) -> None:
        """The fingerprint differs, or somebody thought better of it."""
        self._card = None

    def revoke(self, node: str, why: str) -> bool:
        """The card counts no more."""
        try:
            self._desk.do(revoke_of(node, why=why.strip()))
        except DeskError as fault:
            self._view.show_refusal(fault)
            return False
        self._view.tell(
            say(
                "exchange_cards",
                "Revoked. New files of that desk are refused; what it wrote so far stays.",
            )
        )
        self.refresh()
        return True


def _line(card: Trusted) -> CardLine:
    state, tone = say("exchange_cards", "counts"), "good"
    if card.revoked:
        state, tone = say("exchange_cards", "revoked"), "late"
    if card.replaced_by:
        state, tone = say("exchange_cards", "replaced by another"), "calm"
    branch: Text | str = card.branch
    if card.head_office:
        branch = say("exchange_cards", "Head office")
    return CardLine(card.node, card.name, branch, state, tone, not card.revoked)
