"""The Exchange place of head office: the branches, contradictions, and what may be doubles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desk.app import overview
from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.app.overview import Partner
from desk.journal import doubles
from desk.journal.doubles import Double, Side
from desk.journal.exchanged import Came, Went
from desk.journal.queue import Filter, Wanted
from desk.moments import near, short
from desk.rules import acts
from desk.rules.complaint import Complaint
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.telling.standing import conflict_words, grouped
from desk.words import Text, counted, say


@dataclass(frozen=True)
class BranchLine:
    """One desk of a branch; `tone` is that of what is missing."""

    node: str
    name: str
    counts: bool
    came: Text
    missing: Text
    tone: str
    confirmed: Text
    card: Text
    card_tone: str


@dataclass(frozen=True)
class ConflictLine:
    """One complaint that contradicts itself."""

    id: str
    number: str
    name: str
    product: str
    what: str


@dataclass(frozen=True)
class DoubleLine:
    """Two complaints that may be one matter."""

    double: Double
    why: Text
    older: Text
    newer: Text
    customer: str
    product: str


class OfficeScreen(Protocol):
    """What the controller needs of the screen."""

    def show_standing(self, sentences: Sequence[Text]) -> None:
        """How head office stands with its branches: what comes first, and the rest."""

    def show_branches(self, lines: Sequence[BranchLine]) -> None:
        """The desks whose cards were accepted."""

    def show_conflicts(self, lines: Sequence[ConflictLine]) -> None:
        """The complaints that contradict themselves."""

    def show_doubles(self, lines: Sequence[DoubleLine]) -> None:
        """The pairs that may be one matter."""

    def may_write(self, reason: Text | None) -> None:
        """Whether files may be written, and why not."""

    def may_link(self, reason: Text | None) -> None:
        """Whether pairs may be decided, and why not."""

    def show_refusal(self, fault: DeskError) -> None:
        """One sentence on the screen."""

    def tell(self, text: Text) -> None:
        """Says quietly what was done."""


class Office:
    """Says how head office stands with its branches, and decides about doubles."""

    def __init__(self, desk: Desk, view: OfficeScreen) -> None:
        self._desk = desk
        self._view = view

    def refresh(self, *, days: int) -> None:
        """Shows how things stand now; a desk silent for so many days is marked."""
        now, partners = self._desk.now(), overview.partners(self._desk)
        self._view.show_branches([_branch(one, now, days) for one in partners])
        conflicts = self._conflicts()
        self._view.show_conflicts(conflicts)
        self._view.show_standing(_sentences(partners, len(conflicts), now, days))
        self._view.may_write(self._desk.can(Action.EXPORT))
        self._view.may_link(self._desk.can(Action.LINK))

    def counting(self) -> list[str]:
        """The desks for which files are written: their cards count."""
        return [one.card.node for one in overview.partners(self._desk) if not one.card.revoked]

    def _conflicts(self) -> list[ConflictLine]:
        wanted = Wanted(filter=Filter.CONFLICTS, sees=self._desk.circle.sees)
        return [
            ConflictLine(
                id=row.id,
                number=grouped(row.number),
                name=row.name,
                product=row.product,
                what=_contradictions(self._desk.complaint(row.id)),
            )
            for row in self._desk.queue(wanted)
        ]

    def looking(self) -> Callable[[], list[Double]]:
        """What looks for doubles, on any one thread, on a connection of its own."""
        store, now = self._desk.journal.store, self._desk.now()
        sees = self._desk.circle.sees

        def look() -> list[Double]:
            own = store.again()
            try:
                return doubles.suggest(own, now=now, sees=sees)
            finally:
                own.close()

        return look

    def found(self, pairs: Sequence[Double]) -> None:
        """Shows the pairs that were found."""
        self._view.show_doubles([_double(one) for one in pairs])

    def link(self, double: Double, link: str) -> bool:
        """One key decides about a pair; whether it was written."""
        older = double.older
        act = acts.LinkTo(number=older.number, link=link, other=older.id)
        try:
            self._desk.do(OnCase(complaint=double.newer.id, act=act))
        except DeskError as fault:
            self._view.show_refusal(fault)
            return False
        self._view.tell(
            _LINKED[link](newer=grouped(double.newer.number), older=grouped(older.number))
        )
        return True


def _contradictions(case: Complaint) -> str:
    """In words, as the case itself tells them."""
    return " ".join(str(conflict_words(each, case.timeline)) for each in case.conflicts)


_LINKED = {
    "same_matter": say("exchange_office", "{newer} and {older} are the same matter."),
    "related": say("exchange_office", "{newer} and {older} are related."),
    "different": say("exchange_office", "{newer} and {older} have nothing to do with each other."),
}


def _sentences(partners: Sequence[Partner], conflicts: int, now: datetime, days: int) -> list[Text]:
    """What is to be done, the most urgent first; one sentence where there is nothing."""
    counting = [one for one in partners if not one.card.revoked]
    if not counting:
        return [say("exchange_office", "No branch's card is known here yet.")]
    waiting = sum(one.waiting for one in counting)
    silent = sum(one.silent(now, days) for one in counting)
    told = [
        (conflicts, _CONFLICTS[conflicts != 1]),
        (waiting, _WAITING[waiting != 1]),
        (silent, _SILENT[silent != 1](days=days)),
    ]
    found = [text(n=number) for number, text in told if number]
    return found or [_ALL[len(counting) != 1](n=len(counting))]


_CONFLICTS = (
    say("exchange_office", "{n} complaint contradicts itself: please decide."),
    say("exchange_office", "{n} complaints contradict themselves: please decide."),
)
_WAITING = (
    say("exchange_office", "{n} file waits for one that comes before it."),
    say("exchange_office", "{n} files wait for one that comes before them."),
)
_SILENT = (
    say("exchange_office", "{n} branch has sent nothing for more than {days} days."),
    say("exchange_office", "{n} branches have sent nothing for more than {days} days."),
)
_ALL = (
    say("exchange_office", "What came from {n} branch is all taken in."),
    say("exchange_office", "What came from {n} branches is all taken in."),
)


def _branch(partner: Partner, now: datetime, days: int) -> BranchLine:
    missing, tone = _missing(partner, now, days)
    card, card_tone = _card(partner)
    return BranchLine(
        node=partner.card.node,
        name=f"{partner.card.branch} · {partner.branch_name}",
        counts=not partner.card.revoked,
        came=_came(partner.came, now),
        missing=missing,
        tone=tone,
        confirmed=_confirmed(partner.went, now),
        card=card,
        card_tone=card_tone,
    )


def _came(came: Came | None, now: datetime) -> Text:
    if came is None:
        return say("exchange_office", "none yet")
    return say("exchange_office", "written {made}, came {came}")(
        made=near(datetime.fromisoformat(came.made_at), now),
        came=near(datetime.fromisoformat(came.at), now),
    )


def _missing(partner: Partner, now: datetime, days: int) -> tuple[Text, str]:
    if partner.apart:
        return counted(
            partner.apart,
            say("exchange_office", "{n} file kept apart"),
            say("exchange_office", "{n} files kept apart"),
        ), "late"
    if partner.waiting:
        files = counted(
            partner.waiting,
            say("exchange_office", "{n} file waits"),
            say("exchange_office", "{n} files wait"),
        )
        if not partner.missing:
            return files, "soon"
        return say("exchange_office", "{files}: {n} entries before")(
            files=files, n=partner.missing
        ), "soon"
    if partner.silent(now, days) and partner.came is not None:
        when = near(datetime.fromisoformat(partner.came.made_at), now)
        return say("exchange_office", "nothing since {when}")(when=when), "late"
    if partner.came is None:
        return say("exchange_office", "the first file"), "waiting"
    return say("exchange_office", "nothing"), "good"


def _confirmed(went: Went | None, now: datetime) -> Text:
    if went is None:
        return say("exchange_office", "no file written yet")
    if went.at and not went.confirmed:
        return say("exchange_office", "not yet: file of {when}")(
            when=near(datetime.fromisoformat(went.at), now)
        )
    if not went.has_upto:
        return say("exchange_office", "nothing yet")
    return say("exchange_office", "up to {when}")(
        when=near(datetime.fromisoformat(went.has_upto), now)
    )


def _card(partner: Partner) -> tuple[Text, str]:
    if partner.card.replaced_by:
        return say("exchange_office", "replaced"), "calm"
    if partner.card.revoked:
        return say("exchange_office", "revoked"), "late"
    return say("exchange_office", "trusted"), "good"


def _double(double: Double) -> DoubleLine:
    why = {
        "nota": say("exchange_office", "same nota and sale"),
        "phone": say("exchange_office", "same phone and product"),
    }[double.why]
    return DoubleLine(
        double=double,
        why=why,
        older=_side(double.older),
        newer=_side(double.newer),
        customer=_both(double.older.name, double.newer.name),
        product=_both(double.older.product, double.newer.product),
    )


def _both(older: str, newer: str) -> str:
    """Each once, where there is anything."""
    return " / ".join(filter(None, dict.fromkeys((older, newer))))


def _side(side: Side) -> Text:
    return say("exchange_office", "{number}, {day}")(
        number=grouped(side.number), day=short(side.received_at)
    )
