"""From a finished form to a number and a receipt, or to all that “Solve now” does in one go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import cast

from msgspec.structs import replace

from desk import phones
from desk.app.commands import InOneSitting, OnCase, Register, Registered
from desk.app.desk import Desk
from desk.app.papers import asked, receipt_of
from desk.controllers.counter.form import Solution, Typed, intake_of
from desk.controllers.counter.screen import Answer, CounterScreen, Question, Result
from desk.journal import queue
from desk.journal.queue import QueueRow
from desk.moments import clock, day
from desk.paper.receipt import Receipt
from desk.rules import intake as rules
from desk.rules.acts import Act, Close, Withdraw
from desk.rules.choices import Choices
from desk.rules.complaint import Complaint
from desk.rules.deciding import ShortWay, short_way, steps
from desk.rules.details import clean
from desk.rules.errors import DeskError, Invalid, Refused, Stale
from desk.rules.intake import Intake, due_after
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
        view: CounterScreen,
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
            faults += unsolved(typed.solution, way)
        if faults:
            self._view.show_faults(faults)
            return
        if self.same_matter(typed, subject, saving=True):
            return
        command: Register | InOneSitting = Register(intake=intake)
        if way is not None:
            command = InOneSitting(intake=intake, acts=acts_of(typed.solution, way))
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
            lead=lead(self._desk, complaint) or _hears(typed.name.strip()),
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


DECLINED = "declined"
SCORES: Choices = {
    "1": say("counter", "Not at all satisfied"),
    "2": say("counter", "Hardly satisfied"),
    "3": say("counter", "Fairly satisfied"),
    "4": say("counter", "Satisfied"),
    "5": say("counter", "Very satisfied"),
    DECLINED: say("counter", "Rather not say"),
}
_LOW = frozenset({"1", "2"})


def asks_why(solution: Solution) -> bool:
    """Whether the customer is asked what was missing."""
    return solution.score in _LOW


def with_receiver(solution: Solution, way: ShortWay) -> Solution:
    """Whom it goes to: the one who was chosen, or the first who could."""
    known = {one.id for one in way.receivers}
    first = way.receivers[0].id if way.receivers else ""
    return replace(solution, to=solution.to if solution.to in known else first)


def unsolved(solution: Solution, way: ShortWay) -> list[DeskError]:
    """What is missing in the panel; of a case that is handed over nothing is asked."""
    if way.no_solving is not None:
        return []
    asked = {"cause": solution.cause, "remedy": solution.remedy}
    if way.no_closing is None:
        asked |= {"answer": solution.answer, "score": solution.score}
        if asks_why(solution):
            asked["why"] = solution.why
    return [
        Invalid(_MISSING[name], field=name) for name, typed in asked.items() if not clean(typed)
    ]


_MISSING = {
    "cause": say("counter", "What was the cause? A few words are enough."),
    "remedy": say("counter", "What helped? A few words are enough."),
    "answer": say("counter", "What does the customer say? Choose one of the three."),
    "score": say("counter", "How satisfied are they? “Rather not say” is an answer too."),
    "why": say("counter", "A low score asks why. Please ask the customer, and write it down."),
}


def acts_of(solution: Solution, way: ShortWay) -> tuple[Act, ...]:
    """What follows the registration."""
    word = Close(
        answer=solution.answer,
        score=int(solution.score) if solution.score.isdecimal() else None,
        entered_by=solution.entered_by,
        why=solution.why if asks_why(solution) else "",
    )
    return steps(
        way,
        cause=solution.cause,
        remedy=solution.remedy,
        word=word,
        to=with_receiver(solution, way).to,
        note=_note(solution),
    )


def _note(solution: Solution) -> str:
    """What was seen at the counter, for the colleague who goes on."""
    lines = []
    if clean(solution.cause):
        lines.append(say("counter", "Cause, as seen at the counter: {cause}")(cause=solution.cause))
    if clean(solution.remedy):
        told = say("counter", "Remedy, as seen at the counter: {remedy}")
        lines.append(told(remedy=solution.remedy))
    return "\n".join(map(str, lines))


def reason(way: ShortWay) -> Text | None:
    """Why the whole way is not this person's to go, and what happens instead."""
    if way.no_solving is not None and way.receivers:
        return say(
            "counter",
            "Another role calls it solved: the case is handed over at once, with what you write "
            "here.",
        )
    if way.no_solving is not None:
        return say(
            "counter", "Another role calls it solved, and nobody here has it. It is taken in."
        )
    if way.closers:
        told = say(
            "counter",
            "It is saved as solved. The customer’s word is asked by somebody else: {names}.",
        )
        return told(names=", ".join(way.closers))
    if way.no_closing is not None:
        return say(
            "counter", "It is saved as solved. Closing with the customer takes another role."
        )
    return None


def label(way: ShortWay) -> Text:
    """What the button promises."""
    return say("counter", "Hand over now") if way.no_solving else say("counter", "Solve now")


def title(way: ShortWay) -> Text:
    """What the panel is for."""
    if way.no_solving is not None:
        return say("counter", "Hand over now, with what was seen at the counter")
    return say("counter", "Solve now, while the customer is here")


def main_label(way: ShortWay) -> Text:
    """What the main button of the panel does."""
    if way.no_solving is not None:
        return say("counter", "Save, hand over and print   Ctrl+Enter")
    if way.no_closing is not None:
        return say("counter", "Save as solved and print   Ctrl+Enter")
    return say("counter", "Save, close and print   Ctrl+Enter")


def lead(desk: Desk, complaint: Complaint) -> Text | None:
    """What is said of a complaint that went on in the same sitting; None of one that did not."""
    name = complaint.registered.name if complaint.registered else ""
    if complaint.state == "closed":
        return say("counter", "Solved and closed with {name}’s own word. Thank you.")(name=name)
    if complaint.answer == "not_agreed":
        told = say("counter", "{name} does not agree: it stays open and goes up. They hear by")
        return told(name=name)
    if complaint.state == "solved":
        told = say("counter", "Solved. A colleague asks {name} whether they agree, by")
        return told(name=name)
    if complaint.offered_to:
        told = say("counter", "Handed over to {colleague}. {name} will hear from us by")
        return told(colleague=desk.name_of(complaint.offered_to), name=name)
    return None
