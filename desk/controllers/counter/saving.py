"""From a finished form to a number on the screen and a receipt: what may be in the way, and the way
back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import cast

from desk import phones
from desk.app.commands import InOneSitting, OnCase, Register, Registered
from desk.app.desk import Desk
from desk.app.papers import asked, receipt_of
from desk.controllers.counter import solve
from desk.controllers.counter.form import Typed, intake_of
from desk.controllers.counter.screen import Answer, CounterView, Question, Result
from desk.journal import queue
from desk.journal.queue import QueueRow
from desk.moments import clock, day
from desk.paper.receipt import Receipt
from desk.rules import intake as rules
from desk.rules.acts import Withdraw
from desk.rules.clock import due_after
from desk.rules.deciding import short_way
from desk.rules.errors import DeskError, Invalid, Refused, Stale
from desk.rules.intake import Intake
from desk.rules.number import ComplaintNumber, nota_in
from desk.rules.people import Action
from desk.telling.standing import grouped
from desk.telling.typed import day_in, moment_in
from desk.words import Text, say

_BY_MISTAKE = say("counter", "Entered by mistake")


class Saving:
    """Saves one form after the other; `again` saves what is in the form then."""

    def __init__(
        self,
        desk: Desk,
        view: CounterView,
        *,
        again: Callable[[], None],
        keep: Callable[[], bool],
        begin: Callable[[Typed | None], None],
    ) -> None:
        self._desk = desk
        self._view = view
        self._again = again
        self._keep = keep
        self._begin = begin
        self._other_matters: set[tuple[date, int]] = set()
        self._last: tuple[Result, Typed] | None = None
        self.showing = False
        """Whether the number of the last complaint is on the screen."""

    def put_away(self) -> bool:
        """The number of the last complaint leaves the screen; whether it was there."""
        was, self.showing = self.showing, False
        if was:
            self._view.show_result(None)
            self._view.show_paper(None)
        return was

    def forget(self) -> None:
        """Another form: what was answered about the last one does not count."""
        self._other_matters.clear()

    def save(self, typed: Typed, subject: str) -> None:
        """Registers the complaint; whatever is in the way is said, and the form stays."""
        intake = intake_of(typed, subject, self._desk.now())
        way = short_way(self._desk.circle) if typed.solution.now else None
        faults: list[DeskError] = [*rules.faults(intake, self._desk.now())]
        if way is not None:
            faults += solve.faults(typed.solution, way)
        if faults:
            self._view.show_faults(faults)
            return
        if self.same_matter(typed, subject, saving=True):
            return
        command: Register | InOneSitting = Register(intake=intake)
        if way is not None:
            command = InOneSitting(intake=intake, acts=solve.acts_of(typed.solution, way))
        try:
            registered = cast(Registered, self._desk.do(command))
        except DeskError as fault:
            self._explain(fault)
            return
        self._saved(typed, registered)

    def same_matter(self, typed: Typed, subject: str, *, saving: bool = False) -> bool:
        """Asks where this nota was complained about on the same day already; whether it asked."""
        now = self._desk.now()
        nota, on = nota_of(intake_of(typed, subject, now)), received_at(typed, now).date()
        first = self._first(on, nota, but=subject) if nota else None
        if first is None or nota is None:
            self._view.settle()
            return False
        told = say(
            "counter",
            "Complaint {number} of {name} is about this nota and from the same day. Is it the "
            "same matter?",
        )(number=grouped(first.number), name=first.name)
        answers = (
            Answer(say("counter", "Open that one"), lambda: self._open(first.number)),
            Answer(
                say("counter", "It is another matter"),
                lambda: self._another(on, nota, saving=saving),
            ),
        )
        self._view.ask(Question(told, answers), at_once=saving)
        return True

    def _first(self, on: date, nota: int, *, but: str) -> QueueRow | None:
        """The first other complaint with this nota on this day that still stands."""
        if (on, nota) in self._other_matters:
            return None
        store = self._desk.journal.store
        same = queue.same_nota(store, self._desk.shop.branch, on, nota)
        rows = (queue.by_id(store, subject) for subject, _ in same if subject != but)
        return next((row for row in rows if row and row.state != "withdrawn"), None)

    def _open(self, number: str) -> None:
        self._keep()
        self._view.settle()
        self._view.show_case(number)

    def _another(self, on: date, nota: int, *, saving: bool) -> None:
        self._other_matters.add((on, nota))
        self._view.settle()
        if saving:
            self._again()

    def _explain(self, fault: DeskError) -> None:
        """Says why it was not saved; nothing typed is lost."""
        if isinstance(fault, Invalid):
            self._view.show_faults([fault])
            return
        answers = [Answer(say("counter", "Try again"), self._again)]
        if isinstance(fault, Stale) and fault.field == "clock":
            answers = [Answer(say("counter", "The clock is right, save"), self._confirm), *answers]
        self._view.ask(Question(fault.text, tuple(answers), tone="late"), at_once=True)

    def _confirm(self) -> None:
        self._desk.clock_confirmed = True
        self._again()

    def _saved(self, typed: Typed, registered: Registered) -> None:
        """The number is on the screen first; paper comes beside it, and never in the way."""
        complaint = self._desk.complaint(registered.id)
        result = Result(
            id=registered.id,
            number=registered.number,
            grouped=registered.grouped,
            lead=solve.lead(self._desk, complaint) or _hears(typed.name.strip()),
            promise=_promise(complaint.next_contact_at) if complaint.open else "",
            safety=typed.safety,
            may_undo=self._desk.can(Action.WITHDRAW, complaint) is None,
        )
        self._last = (result, typed)
        self._view.remember_channel(typed.channel)
        self._begin(None)
        self.showing = True
        self._view.show_result(result)
        self._view.show_paper(self._real_receipt(registered.id))
        self._view.go_to("phone")
        self._view.print_receipt(registered.id)

    def _real_receipt(self, subject: str) -> Receipt | None:
        try:
            return receipt_of(self._desk, self._desk.complaint(subject), copy=1)
        except DeskError:  # printing, which needs the same, says why
            return None

    def print_again(self) -> None:
        """The receipt of the last complaint once more."""
        if self._last is not None:
            self._view.print_receipt(self._last[0].id)

    def undo(self) -> None:
        """Withdraws the last complaint as entered by mistake; what was typed is there again."""
        if self._last is None:
            return
        result, typed = self._last
        try:
            self._desk.do(OnCase(complaint=result.id, act=Withdraw(why=str(_BY_MISTAKE))))
        except DeskError as fault:
            self._view.tell(fault.text)
            return
        self._last = None
        self.put_away()
        self._begin(typed)
        self._view.go_to("phone")
        told = say("counter", "{number} is withdrawn. What was typed is in the form again.")
        self._view.tell(told(number=result.grouped))


def _hears(name: str) -> Text:
    return say("counter", "{name} will hear from us by")(name=name)


def _promise(due: datetime | None) -> Text | str:
    """“Saturday 20 June 2026 at 09.12”."""
    if due is None:
        return ""
    return say("counter", "{day} at {clock}")(day=day(due), clock=clock(due))


NOT_REAL = "PREVIEW"
"""What both codes say until the complaint is saved."""
_UNKNOWN = "·······"


def preview_of(desk: Desk, typed: Typed) -> Receipt:
    """The receipt as it would print now; its codes say only that it is not real."""
    now = desk.now()
    intake = intake_of(typed, "", now)
    received = received_at(typed, now)
    number = _predicted(desk, intake, received.date())
    shop = desk.shop
    return Receipt(
        **asked(intake, Receipt) | {"what_happened": intake.what_happened or "…"},
        company=shop.company,
        branch=shop.branch_name,
        address=shop.address,
        reach=shop.reach,
        number=NOT_REAL,
        grouped=number.grouped if number else f"K{shop.branch} {received.date()} {_UNKNOWN}",
        received_at=received,
        due_at=due_after(received),
        customer=intake.name,
        phone=phones.masked(phones.normal(intake.phone) or intake.phone),
        nota=_nota(intake),
        bought_at=day_in(typed.bought_at, now.astimezone().date()),
        served_by=desk.actor.name if desk.actor else "",
        qr=NOT_REAL,
    )


def received_at(typed: Typed, now: datetime) -> datetime:
    """The moment typed for a late entry, in local time; now where none can be read."""
    return moment_in(typed.received_at, now, ahead=False) or now.astimezone()


def nota_of(intake: Intake) -> int | None:
    """The nota that goes into the number; None where there is none, or none yet."""
    return None if intake.no_nota else nota_in(intake.nota) or None


def _predicted(desk: Desk, intake: Intake, day: date) -> ComplaintNumber | None:
    """The number that saving would take now; None while it is not known."""
    nota = nota_of(intake)
    if nota is None and not intake.no_nota and not _order(intake):
        return None
    shop = desk.shop
    try:
        return queue.free_number(
            desk.journal.store,
            node=desk.journal.node,
            branch=shop.branch,
            letter=shop.letter,
            day=day,
            nota=nota,
        )
    except Refused:  # the series is used up: saving says so
        return None


def _nota(intake: Intake) -> str:
    nota = nota_of(intake)
    return _order(intake) if nota is None else f"{nota:07}"


def _order(intake: Intake) -> str:
    """The reference of an order that is kept in place of a nota."""
    return intake.nota if intake.no_nota or intake.channel == "marketplace" else ""
