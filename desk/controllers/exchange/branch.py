"""The Exchange place of a branch: what head office lacks, and the file that brings it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desk.app import overview
from desk.app.desk import Desk
from desk.app.overview import Standing
from desk.controllers.exchange.incoming import at_least
from desk.journal import known
from desk.journal.exchanged import Unconfirmed
from desk.journal.known import Shipped
from desk.moments import near, span
from desk.rules.errors import DeskError, Steps, Trouble
from desk.rules.people import Action
from desk.telling.standing import Told
from desk.words import Text, counted, say

if TYPE_CHECKING:
    from desk.app.exporting import Plan
    from desk.exchange.package import Written


@dataclass(frozen=True)
class Sent:
    """One line of the list of files: when, for whom, how much."""

    when: Text
    receiver: Text | str
    entries: int
    personal: Text


class BranchScreen(Protocol):
    """What the controller needs of the screen."""

    def show_standing(self, sentence: Text, receiver: Text, *, has_card: bool) -> None:
        """What is not at head office, and for whom files are written."""

    def show_facts(self, facts: Sequence[Told]) -> None:
        """What is in no file, what is not confirmed, what is."""

    def show_overdue(self, text: Text | None) -> None:
        """What has waited too long for a confirmation."""

    def show_sent(self, sent: Sequence[Sent]) -> None:
        """The files written here, newest first."""

    def may_export(self, reason: Text | None) -> None:
        """Whether the main button can be pressed, and why not."""


class Exchange:
    """Says how a branch stands with head office."""

    def __init__(self, desk: Desk, view: BranchScreen) -> None:
        self._desk = desk
        self._view = view

    def refresh(self, *, days: int) -> None:
        """Shows how things stand now; `days` without a confirmation are too many."""
        now, stands = self._desk.now(), overview.standing(self._desk)
        self._view.show_standing(
            sentence(stands, now),
            _receiver(stands.receiver),
            has_card=stands.receiver is not None,
        )
        self._view.show_facts(facts(stands, now))
        self._view.show_overdue(overdue(stands, now, days))
        self._view.may_export(self._desk.can(Action.EXPORT))
        self._view.show_sent(sent_files(self._desk))


def sentence(stands: Standing, now: datetime) -> Text:
    """What is not yet at head office, and since when."""
    owed = stands.owed
    if stands.receiver is None:
        return say("exchange_place", "All complaints stay at this desk.")
    if not owed.missing or owed.since is None:
        if owed.confirmed_upto:
            return say("exchange_place", "Head office has everything.")
        return say("exchange_place", "No complaint waits for head office.")
    when = near(datetime.fromisoformat(owed.since), now)
    if not owed.to_export:
        return counted(
            owed.missing,
            say("exchange_place", "{n} complaint is on its way to head office, since {when}."),
            say("exchange_place", "{n} complaints are on their way to head office, since {when}."),
        )(when=when, n=at_least(owed.missing, owed))
    return counted(
        owed.missing,
        say("exchange_place", "{n} complaint is not yet at head office, since {when}."),
        say("exchange_place", "{n} complaints are not yet at head office, since {when}."),
    )(when=when, n=at_least(owed.missing, owed))


def facts(stands: Standing, now: datetime) -> list[Told]:
    """The three facts: in no file yet, in one but not confirmed, confirmed; none without a head
    office."""
    owed = stands.owed
    if stands.receiver is None:
        return []
    return [_in_no_file(owed, now), *_on_the_way(owed, now), *_confirmed(stands, now)]


def _in_no_file(owed: Unconfirmed, now: datetime) -> Told:
    if owed.to_export and owed.to_export_since:
        text = counted(
            owed.to_export,
            say("exchange_place", "In no file yet: {n} complaint, since {when}."),
            say("exchange_place", "In no file yet: {n} complaints, since {when}."),
        )(
            when=near(datetime.fromisoformat(owed.to_export_since), now),
            n=at_least(owed.to_export, owed),
        )
        return Told(text, "soon")
    if owed.others:
        return Told(
            say(
                "exchange_place",
                "Everything about complaints is in a file. Smaller news (people, receipts, "
                "settings) goes with the next one.",
            ),
            "calm",
        )
    return Told(say("exchange_place", "Everything is in a file for head office."), "good")


def _on_the_way(owed: Unconfirmed, now: datetime) -> list[Told]:
    if not owed.unconfirmed or not owed.exported_at:
        return []
    text = counted(
        owed.unconfirmed,
        say("exchange_place", "Written, not yet confirmed: {n} complaint, in the file of {when}."),
        say(
            "exchange_place",
            "Written, not yet confirmed: {n} complaints, the first in the file of {when}.",
        ),
    )(
        when=near(datetime.fromisoformat(owed.exported_at), now),
        n=at_least(owed.unconfirmed, owed),
    )
    return [Told(text, "waiting")]


def _confirmed(stands: Standing, now: datetime) -> list[Told]:
    upto = stands.owed.confirmed_upto
    if upto is None:
        text = say(
            "exchange_place",
            "Confirmed by head office: nothing yet. It confirms with each file that it sends back.",
        )
        return [Told(text, "calm")]
    when = near(datetime.fromisoformat(upto), now)
    text = say("exchange_place", "Confirmed by head office: everything up to {when}.")(when=when)
    return [Told(text, "good")]


def overdue(stands: Standing, now: datetime, days: int) -> Text | None:
    """What is said unmistakably where a confirmation has been missing for too long."""
    owed = stands.owed
    if not stands.overdue(now, days) or owed.since is None:
        return None
    return counted(
        owed.missing,
        say(
            "exchange_place",
            "Head office has not confirmed {n} complaint for {span}. Please write a file today, "
            "bring or send it there, and ask for the file that comes back. Nothing is lost.",
        ),
        say(
            "exchange_place",
            "Head office has not confirmed {n} complaints for {span}. Please write a file today, "
            "bring or send it there, and ask for the file that comes back. Nothing is lost.",
        ),
    )(span=span(now - datetime.fromisoformat(owed.since)), n=at_least(owed.missing, owed))


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


def sent_files(desk: Desk) -> list[Sent]:
    """The files written here, newest first."""
    store = desk.journal.store
    names = {card.node: card.name for card in known.trusted(store)}
    return [_sent(one, names, desk.now()) for one in known.shipments(store)]


def _sent(shipped: Shipped, names: dict[str, str], now: datetime) -> Sent:
    nobody = say("exchange_place", "nobody in particular")
    return Sent(
        when=near(datetime.fromisoformat(shipped.at), now),
        receiver=names.get(shipped.receiver, shipped.receiver) or nobody,
        entries=shipped.entries,
        personal=say("exchange_place", "complete")
        if shipped.personal
        else say("exchange_place", "without personal data"),
    )


@dataclass(frozen=True)
class Order:
    """One file to be written: for which desk (head office where it is empty), and how."""

    node: str = ""
    without_personal: bool = False


class Sending:
    """Plans files for other desks, and notes in the journal that they are whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def plan(self, order: Order, folder: Path) -> Plan:
        """What would be written now. Raises DeskError.

        Only the desk's own folder is made; one that was chosen and is gone (a stick) is not.
        """
        from desk.app import exporting

        try:
            if folder == self._desk.home.outbox:
                folder.mkdir(parents=True, exist_ok=True)
            elif not folder.is_dir():
                raise _not_there(folder)
        except OSError as fault:
            raise exporting.no_folder(folder, fault) from fault
        return exporting.plan(
            self._desk, folder=folder, node=order.node, without_personal=order.without_personal
        )

    def noted(self, planned: Plan, written: Written) -> None:
        """The file is whole: keeps that in the journal. Raises DeskError."""
        from desk.app import exporting

        self._desk.do(exporting.noted(planned, written))

    def workbook(self, written: Written, *, without_personal: bool) -> Steps[Path]:
        """Writes the workbook beside a file. Raises DeskError."""
        from desk.app.workbook import write_workbook

        path = written.path.with_suffix(".xlsx")
        return write_workbook(self._desk, path, without_personal=without_personal)


def _not_there(folder: Path) -> Trouble:
    return Trouble(
        say(
            "exchange_place",
            "The folder {folder} is not there. Nothing was written; everything is kept at this "
            "desk. Plug in the stick, or choose another folder.",
        )(folder=folder)
    )


def written_text(written: Sequence[Written]) -> Text:
    """What is said of files that are whole."""
    if len(written) == 1:
        return say("exchange_place", "Written, read back and verified: {file}")(
            file=written[0].path.name
        )
    return say("exchange_place", "Written, read back and verified: {n} files in {folder}")(
        n=len(written), folder=written[0].path.parent if written else ""
    )


def explain(fault: DeskError, done: int, total: int) -> Text:
    """What is said where one file of several could not be written."""
    if total <= 1:
        return fault.text
    return say("exchange_place", "{done} of {total} files were written. {why}")(
        done=done, total=total, why=fault.text
    )
