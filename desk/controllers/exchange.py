"""The Exchange place: what head office lacks, the file that brings it, and the cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desk.app.desk import Desk
from desk.journal import known
from desk.journal.known import Shipped
from desk.moments import near
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.words import Text, counted, say

if TYPE_CHECKING:  # how files are written is fetched when one is: the window opens without it
    from desk.app.exporting import Plan
    from desk.exchange.cards import Card
    from desk.exchange.package import Written


@dataclass(frozen=True)
class Sent:
    """One line of the list of files: when, for whom, how much."""

    when: Text
    receiver: Text | str
    entries: int
    personal: Text


class ExchangeView(Protocol):
    """What the controller needs of the screen."""

    def show_standing(self, sentence: Text, receiver: Text, *, has_card: bool) -> None:
        """What waits and since when; for whom files are written; whether that card is known."""

    def show_sent(self, sent: Sequence[Sent]) -> None:
        """The files written here, newest first."""

    def show_refusal(self, fault: DeskError) -> None:
        """One sentence on the screen."""

    def show_card(self, card: Card) -> None:
        """A card that was read: its fingerprint is to be compared before it is accepted."""

    def may_export(self, reason: Text | None) -> None:
        """Whether the main button can be pressed, and why not."""

    def work(self, plan: Plan) -> None:
        """Runs the export beside the window, with progress."""

    def tell(self, text: Text) -> None:
        """Says quietly what was done."""


class Exchange:
    """Turns the gestures of the Exchange place into commands."""

    def __init__(self, desk: Desk, view: ExchangeView) -> None:
        self._desk = desk
        self._view = view
        self._card: Card | None = None

    def refresh(self) -> None:
        """Shows how things stand now."""
        store = self._desk.journal.store
        count, since = known.waiting(store, self._desk.journal.node)
        receiver = known.head_office(store)
        self._view.show_standing(
            self._standing(count, since), _receiver(receiver), has_card=receiver is not None
        )
        self._view.may_export(self._desk.can(Action.EXPORT))
        self._view.show_sent([self._sent(one) for one in known.shipments(store)])

    def _standing(self, count: int, since: str | None) -> Text:
        if not count or since is None:
            return say("exchange_place", "Everything is exported. Nothing waits.")
        when = near(datetime.fromisoformat(since), self._desk.now())
        return counted(
            count,
            say("exchange_place", "{n} complaint is not yet at head office, since {when}."),
            say("exchange_place", "{n} complaints are not yet at head office, since {when}."),
        )(when=when)

    def _sent(self, shipped: Shipped) -> Sent:
        names = {card.node: card.name for card in known.trusted(self._desk.journal.store)}
        nobody = say("exchange_place", "nobody in particular")
        return Sent(
            when=near(datetime.fromisoformat(shipped.at), self._desk.now()),
            receiver=names.get(shipped.receiver, shipped.receiver) or nobody,
            entries=shipped.entries,
            personal=say("exchange_place", "complete")
            if shipped.personal
            else say("exchange_place", "without personal data"),
        )

    def export(self, folder: Path, *, without_personal: bool = False) -> None:
        """Plans the export and hands it to the view's worker."""
        from desk.app import exporting

        try:
            folder.mkdir(parents=True, exist_ok=True)
            planned = exporting.plan(self._desk, folder=folder, without_personal=without_personal)
        except DeskError as fault:
            self._view.show_refusal(fault)
        except OSError as fault:
            self._view.show_refusal(exporting.no_folder(folder, fault))
        else:
            self._view.work(planned)

    def exported(self, planned: Plan, written: Written) -> None:
        """The file is whole: keeps that in the journal and says so."""
        from desk.app import exporting

        try:
            self._desk.do(exporting.noted(planned, written))
        except DeskError as fault:
            self._view.show_refusal(fault)
            return
        self._view.tell(
            say("exchange_place", "Written, read back and verified: {file}")(file=written.path.name)
        )

    def read_card(self, file: Path) -> None:
        """Reads a card and shows whom it names, before anything is accepted."""
        from desk.exchange.cards import read_card

        try:
            self._card = read_card(file)
        except DeskError as fault:
            self._view.show_refusal(fault)
        else:
            self._view.show_card(self._card)

    def accept_card(self) -> None:
        """The fingerprint was compared: the card is accepted."""
        from desk.app.cards import trust_of

        card, self._card = self._card, None
        if card is None:
            return
        try:
            self._desk.do(trust_of(card))
        except DeskError as fault:
            self._view.show_refusal(fault)
            return
        self._view.tell(say("exchange_place", "Accepted: {name}.")(name=card.name))

    def write_own_card(self, file: Path) -> None:
        """Writes this desk's card for another desk."""
        from desk.app.cards import own_card
        from desk.exchange.cards import write_card

        try:
            card = own_card(self._desk)
            write_card(card, file)
        except DeskError as fault:
            self._view.show_refusal(fault)
            return
        self._view.tell(
            say(
                "exchange_place",
                "Written: {file}. Its fingerprint, to compare by telephone: {fingerprint}",
            )(file=file.name, fingerprint=card.fingerprint)
        )


def _receiver(receiver: known.Trusted | None) -> Text:
    if receiver is None:
        return say(
            "exchange_place",
            "Head office's card is not known here yet. Everything is kept until it is: read in "
            "the card that head office gave you, or write a file without personal data.",
        )
    return say(
        "exchange_place", "For {name}, {company}: encrypted, so that only they can read it."
    )(name=receiver.name, company=receiver.company)
