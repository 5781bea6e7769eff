"""What somebody does to a complaint: one value for each action of design.md, section 8.

What belongs to an action stands together in its class: the details and what each has to be, in
which state and by whom it is done (`WHEN`, `WHO`), and the entry that it becomes. The roles stand
in the one table of `people.py`; `deciding.decide` asks for all of it.

All but the first two words of each class are what was typed. What is a word of Python goes by
another name in JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar

from msgspec import Struct, convert, field
from msgspec.structs import asdict

from desk.rules import choices, details, entries, intake
from desk.rules.complaint import Complaint, Promise
from desk.rules.details import clean, needed, not_empty, one_of
from desk.rules.entries import Event
from desk.rules.errors import Invalid, Refused
from desk.rules.facts import CORRECTABLE
from desk.rules.intake import Intake, faults
from desk.rules.people import Action, Circle, may
from desk.words import Text, say

_SOLVED = say(
    "deciding",
    "Complaint {number} is solved and waits for the customer's word. Nothing was changed.",
)
_NOT_OPEN = say("deciding", "Complaint {number} is not open any more. Nothing was changed.")


def anytime(_case: Complaint) -> Text | None:
    """Whatever its state is."""
    return None


def while_open(case: Complaint) -> Text | None:
    """Until it is closed or withdrawn."""
    return None if case.open else _NOT_OPEN(number=case.number)


def while_handled(case: Complaint) -> Text | None:
    """Until it is solved."""
    solved = case.state == "solved"
    return _SOLVED(number=case.number) if solved else while_open(case)


def anybody(_case: Complaint, _circle: Circle) -> Text | None:
    """Whoever's role allows it."""
    return None


_SAID = say("deeds", "What was said? One sentence is enough.")
Why = Annotated[str, needed(say("deeds", "Why? Please give the reason in a few words."))]
Roadblock = Annotated[str, one_of(choices.ROADBLOCKS, if_any=True)]


@dataclass(frozen=True)
class Scene:
    """The complaint as it stands, who acts and who else is there, and when."""

    case: Complaint
    circle: Circle
    now: datetime


class Act(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that somebody wants to do. `note` is for the colleagues.

    `happened_at` is when it really was, where it is written down later; it moves no deadline.
    """

    ACTION: ClassVar[Action]
    ENTRY: ClassVar[type[Event]]
    WHEN: ClassVar[Callable[[Complaint], Text | None]] = while_open
    WHO: ClassVar[Callable[[Complaint, Circle], Text | None]] = anybody
    happened_at: str = ""
    note: str = ""

    def event(self, _on: Scene) -> Event:
        """What is written. Raises Refused, or Invalid with the field's name."""
        return self.entry()

    def entry(self, kind: type[Event] | None = None, **known: object) -> Event:
        """The entry (`ENTRY`, or another `kind`) with what was typed; `known` goes before that.

        Raises Invalid for the first detail that is not what it has to be.
        """
        told, kind = asdict(self) | {"happened_at": "", "note": ""} | known, kind or self.ENTRY
        details.check_marked(type(self), told)
        told |= {name: clean(value) for name, value in told.items() if isinstance(value, str)}
        names = [name for name in kind.__struct_fields__ if told.get(name) is not None]
        return convert({name: told[name] for name in names}, kind)


_NO_BRANCH = say("deeds", "It cannot be passed on to branch “{typed}”. Known branches: {known}.")


class PassOn(Act, frozen=True, kw_only=True):
    """Hands over to `to`, a staff id or name; or to whoever works at `branch`."""

    ACTION = Action.PASS_ON
    ENTRY = entries.ComplaintPassedOn
    WHEN = while_handled
    to: str = ""
    branch: str = ""

    def event(self, on: Scene) -> Event:
        if self.branch.strip() and not self.to.strip():
            return self.entry(to="", branch=self._elsewhere(on))
        missing = say("deeds", "To whom? Please choose a colleague.")
        receiver = on.circle.find(not_empty(self.to, "to", missing), "to")
        if receiver.id == on.circle.actor:
            own = say("deeds", "That is yourself. Choose the colleague who goes on with it.")
            raise Invalid(own, field="to")
        if not may(receiver.roles, Action.ACCEPT):
            other = say("deeds", "{name} takes no complaints on. Choose another colleague.")
            raise Invalid(other(name=receiver.name), field="to")
        elsewhere = receiver.branch if receiver.branch != on.case.at_branch else ""
        return self.entry(to=receiver.id, branch=elsewhere)

    def _elsewhere(self, on: Scene) -> str:
        code, here = self.branch.strip(), on.case.at_branch
        if code not in on.circle.branches or code == here:
            known = ", ".join(each for each in on.circle.branches if each != here) or "–"
            raise Invalid(_NO_BRANCH(typed=code[:20], known=known), field="branch")
        return code


def _offered(case: Complaint) -> Text | None:
    nobody = say("deciding", "Nobody hands this complaint over. Nothing was changed.")
    return None if case.offered_to or case.offered_branch else nobody


def _receiver(case: Complaint, circle: Circle) -> Text | None:
    """The one, or somebody at the branch, to whom it is handed over."""
    if case.offered_to == circle.actor or (
        not case.offered_to and case.offered_branch == circle.branch
    ):
        return None
    told = say("deciding", "It is handed over to {name}, who answers. Nothing was changed.")
    branch = say("deciding", "branch {code}")(code=case.offered_branch)
    return told(name=circle.name_of(case.offered_to) if case.offered_to else branch)


class Accept(Act, frozen=True, kw_only=True):
    """Takes a hand-over on."""

    ACTION = Action.ACCEPT
    ENTRY = entries.ComplaintAccepted
    WHEN, WHO = _offered, _receiver


class Decline(Act, frozen=True, kw_only=True):
    """Gives a hand-over back."""

    ACTION = Action.DECLINE
    ENTRY = entries.ComplaintDeclined
    WHEN, WHO = _offered, _receiver
    why: Why = ""


class Start(Act, frozen=True, kw_only=True):
    """Begins handling."""

    ACTION = Action.START
    ENTRY = entries.ComplaintStarted
    WHEN = while_handled


class Contact(Act, frozen=True, kw_only=True):
    """A call, message or visit. `answered` False: nobody was reached."""

    ACTION = Action.CONTACT
    ENTRY = entries.ComplaintContacted
    WHEN = anytime
    direction: Annotated[str, one_of(choices.DIRECTIONS)] = "out"
    how: Annotated[str, one_of(choices.WAYS)] = "phone"
    answered: bool = True
    said: str = ""
    message: str = ""

    def event(self, _on: Scene) -> Event:
        details.check_lengths(self)
        contacted = self.entry()
        if self.answered and not self.message:
            not_empty(self.said, "said", _SAID)
        return contacted


def _in_time(case: Complaint) -> Text | None:
    if case.round_late and while_handled(case) is None:
        return say(
            "deciding",
            "It is late already: more time is agreed before the moment passes. Nothing was "
            "changed. Call the customer, apologise, and promise a new moment.",
        )
    return while_handled(case)


class Extend(Act, frozen=True, kw_only=True):
    """More time until `until`, agreed in `contact`; without one it is refused.

    `roadblock` is what delays it, where somebody says so.
    """

    ACTION = Action.EXTEND
    ENTRY = entries.ComplaintExtended
    WHEN = _in_time
    until: str = ""
    contact: Contact | None = None
    agreed: bool = False
    roadblock: Roadblock = ""

    def event(self, on: Scene) -> Event:
        contact, due = self.contact, on.case.due_at
        if contact is None or not contact.answered or not self.agreed:
            raise Refused(
                say(
                    "deeds",
                    "More time is never taken in silence: it needs a contact in which the customer "
                    "agreed. Nothing was changed. Call the customer, then write down what was "
                    "said.",
                ),
                field="contact",
            )
        contact.event(on)
        until = intake.parse_time(self.until, field="until").replace(microsecond=0)
        if until <= on.now or (due is not None and until <= due):
            soon = say("deeds", "The new moment has to lie after the one that was promised before.")
            raise Invalid(soon, field="until")
        return self.entry(
            until=until.isoformat(timespec="seconds"),
            direction=contact.direction,
            how=contact.how,
            said=not_empty(contact.said, "said", _SAID),
            happened_at=contact.happened_at,
            note=contact.note,
        )


class Examine(Act, frozen=True, kw_only=True):
    """What the technician found."""

    ACTION = Action.EXAMINE
    ENTRY = entries.ComplaintExamined
    WHEN = while_handled
    found: Annotated[str, needed(say("deeds", "What did you find? Please write it down."))] = ""
    cause: str = ""
    remedy: str = ""


def _not_withdrawn(case: Complaint) -> Text | None:
    return _NOT_OPEN(number=case.number) if case.state == "withdrawn" else None


class Judge(Act, frozen=True, kw_only=True):
    """Whose fault it was."""

    ACTION = Action.JUDGE
    ENTRY = entries.ComplaintJudged
    WHEN = _not_withdrawn
    fault: Annotated[str, one_of(choices.FAULTS)] = ""


def _other_than(involved: Set[str], action: Action, circle: Circle, reason: Text) -> Text | None:
    """The reason where somebody else could do it; None where there is nobody else."""
    others = circle.others_who_may(action, involved) if circle.actor in involved else []
    return reason(names=", ".join(others)) if others else None


def _judged(case: Complaint) -> Text | None:
    if not case.fault:
        return say("deciding", "There is no judgement to confirm yet. Nothing was changed.")
    if case.confirmed_by:
        return say("deciding", "The judgement is confirmed already. Nothing was changed.")
    return None


def _not_the_analyst(case: Complaint, circle: Circle) -> Text | None:
    reason = say(
        "deciding",
        "Somebody other than the one who judged confirms the judgement: {names}. Nothing was "
        "changed.",
    )
    return _other_than({case.judged_by}, Action.CONFIRM_JUDGEMENT, circle, reason)


class ConfirmJudgement(Act, frozen=True, kw_only=True):
    """Somebody else agrees with the judgement."""

    ACTION = Action.CONFIRM_JUDGEMENT
    ENTRY = entries.JudgementConfirmed
    WHEN, WHO = _judged, _not_the_analyst

    def event(self, on: Scene) -> Event:
        return self.entry(alone=on.circle.actor == on.case.judged_by)


class MakePromise(Act, frozen=True, kw_only=True):
    """`what` by `by`, owed by `who` (id or name; empty: the actor), under the new id `promise`."""

    ACTION = Action.PROMISE
    ENTRY = entries.ComplaintPromised
    promise: str = ""
    what: Annotated[
        str, needed(say("deeds", "What is promised? Please write it as the customer heard it."))
    ] = ""
    by: str = ""
    who: str = ""

    def event(self, on: Scene) -> Event:
        by = intake.parse_time(self.by, field="by").replace(microsecond=0)
        if by <= on.now:
            raise Invalid(say("deeds", "A promise lies in the future."), field="by")
        who = on.circle.find(self.who, "who").id if self.who.strip() else on.circle.actor
        return self.entry(by=by.isoformat(timespec="seconds"), who=who)


def _open_promise(case: Complaint, wanted: str) -> Promise:
    """The open promise with this id; the only open one where none is named."""
    owed = case.open_promises
    if not wanted.strip() and len(owed) == 1:
        return owed[0]
    for promise in owed:
        if promise.id == wanted.strip():
            return promise
    raise Invalid(
        say("deeds", "There is no such open promise. Nothing was changed."), field="promise"
    )


class KeepPromise(Act, frozen=True, kw_only=True):
    """A promise was kept."""

    ACTION = Action.KEEP
    ENTRY = entries.PromiseKept
    WHEN = anytime
    promise: str = ""

    def event(self, on: Scene) -> Event:
        return self.entry(promise=_open_promise(on.case, self.promise).id)


class BreakPromise(Act, frozen=True, kw_only=True):
    """A promise was not kept."""

    ACTION = Action.BREAK
    ENTRY = entries.PromiseBroken
    WHEN = anytime
    promise: str = ""
    why: Why = ""

    def event(self, on: Scene) -> Event:
        return self.entry(promise=_open_promise(on.case, self.promise).id)


class Wait(Act, frozen=True, kw_only=True):
    """Waits for the customer, a part, the maker or something else; the clock goes on."""

    ACTION = Action.WAIT
    ENTRY = entries.ComplaintWaiting
    WHEN = while_handled
    waits_for: Annotated[str, one_of(choices.WAITED_FOR)] = field(name="for", default="")
    roadblock: Roadblock = ""
    why: Why = ""


class Solve(Act, frozen=True, kw_only=True):
    """It is solved."""

    ACTION = Action.SOLVE
    ENTRY = entries.ComplaintSolved
    WHEN = while_handled
    cause: Annotated[str, needed(say("deeds", "What was the cause? Please write it down."))] = ""
    remedy: Annotated[
        str, needed(say("deeds", "What was done about it? Please write it down."))
    ] = ""

    def event(self, on: Scene) -> Event:
        return self.entry(
            cause=clean(self.cause) or on.case.cause, remedy=clean(self.remedy) or on.case.remedy
        )


def _solved(case: Complaint) -> Text | None:
    if case.open and case.state != "solved":
        return say(
            "deciding",
            "Complaint {number} is not solved yet, so it cannot be closed. Nothing was changed.",
        )(number=case.number)
    return while_open(case)


def _not_the_repairer(case: Complaint, circle: Circle) -> Text | None:
    reason = say(
        "deciding",
        "Who repaired does not close; somebody else asks the customer: {names}. Nothing was "
        "changed.",
    )
    return _other_than(case.repaired_by, Action.CLOSE, circle, reason)


def _one_to_five(score: int | None, name: str) -> None:
    if score is not None and score not in range(1, 6):
        raise Invalid(say("deeds", "A score goes from 1 to 5."), field=name)


Score = Annotated[int | None, details.marked(_one_to_five)]


class Close(Act, frozen=True, kw_only=True):
    """The customer's word; `score` None where they would rather not say."""

    ACTION = Action.CLOSE
    ENTRY = entries.ComplaintClosed
    WHEN, WHO = _solved, _not_the_repairer
    answer: Annotated[str, one_of(choices.ANSWERS)] = ""
    entered_by: Annotated[str, one_of(choices.ENTERED_BY)] = "staff"
    score: Score = None
    ease: Score = None
    words: str = ""
    why: str = ""

    def event(self, on: Scene) -> Event:
        goes_up = self.answer == "not_agreed" and "head_office" not in on.circle.roles
        closed = self.entry(
            entries.ComplaintNotAgreed if goes_up else None,
            alone=on.circle.actor in on.case.repaired_by,
            level="head_office" if on.case.level != "shop" else "cro",
        )
        if self.score in {1, 2} and not clean(self.why):
            raise Invalid(
                say("deeds", "A low score asks why. Please ask the customer, and write it down."),
                field="why",
            )
        return closed


def _closed(case: Complaint) -> Text | None:
    other = say("deciding", "Only a closed complaint is reopened. Nothing was changed.")
    return None if case.state == "closed" else other


class Reopen(Act, frozen=True, kw_only=True):
    """The customer brings it back."""

    ACTION = Action.REOPEN
    ENTRY = entries.ComplaintReopened
    WHEN = _closed
    why: Why = ""


class Withdraw(Act, frozen=True, kw_only=True):
    """The customer takes it back, or it was entered by mistake."""

    ACTION = Action.WITHDRAW
    ENTRY = entries.ComplaintWithdrawn
    why: Why = ""


class Note(Act, frozen=True, kw_only=True):
    """A line for the colleagues; `message` names the prepared one that was sent to them."""

    ACTION = Action.NOTE
    ENTRY = entries.ComplaintNoted
    WHEN = anytime
    roadblock: Roadblock = ""
    text: Annotated[str, needed(say("deeds", "The note is empty."))] = ""
    message: str = ""


class Correct(Act, frozen=True, kw_only=True):
    """A field holds another value from now on."""

    ACTION = Action.CORRECT
    ENTRY = entries.ComplaintCorrected
    WHEN = anytime
    field: str = ""
    value: str = ""
    why: Why = ""

    def event(self, on: Scene) -> Event:
        known = on.case.registered
        if self.field not in CORRECTABLE or known is None:
            raise Invalid(
                say(
                    "deeds",
                    "“{field}” is not corrected: the number, the nota and the moment it came in "
                    "stay. It can be one of: {known}.",
                )(field=self.field[:40], known=", ".join(CORRECTABLE)),
                field="field",
            )
        value: str | bool = clean(self.value)
        if self.field == "safety":
            if value not in {"true", "false"}:
                either = say("deeds", "Is it a matter of safety? It can be: true, false.")
                raise Invalid(either, field="value")
            value = value == "true"
        typed = {name: getattr(known, name) for name in CORRECTABLE} | {self.field: value}
        intake = Intake(id=on.case.id, nota=known.order, no_nota=True, **typed)
        for fault in faults(intake, on.now):
            if fault.field == self.field:
                raise Invalid(fault.text, field="value")
        return self.entry()


class Attach(Act, frozen=True, kw_only=True):
    """A photo or document that is stored already under its digest `file`."""

    ACTION = Action.ATTACH
    ENTRY = entries.ComplaintAttached
    WHEN = anytime
    file: str = ""
    name: str = ""
    caption: str = ""


class LinkTo(Act, frozen=True, kw_only=True):
    """It belongs together with the complaint `number`; `other` is its id, looked up before."""

    ACTION = Action.LINK
    ENTRY = entries.ComplaintLinked
    WHEN = anytime
    number: str = ""
    link: Annotated[str, one_of(choices.LINKS)] = field(name="as", default="")
    other: str = ""

    def event(self, on: Scene) -> Event:
        linked = self.entry()
        if not self.other or self.other == on.case.id:
            which = say("deeds", "With which complaint? Please give its number.")
            raise Invalid(which, field="number")
        return linked


def _contradicted(case: Complaint) -> Text | None:
    nothing = say("deciding", "Nothing contradicts itself here. Nothing was changed.")
    return None if case.conflicts else nothing


class Settle(Act, frozen=True, kw_only=True):
    """Somebody looked at what contradicts itself, and says in `text` what holds."""

    ACTION = Action.SETTLE
    ENTRY = entries.ConflictSettled
    WHEN = _contradicted
    text: Annotated[
        str, needed(say("deeds", "What holds? Please write it down in a few words."))
    ] = ""

    def event(self, on: Scene) -> Event:
        return self.entry(entries=tuple(one.entry for one in on.case.conflicts))


class PrintReceipt(Act, frozen=True, kw_only=True):
    """A receipt went to paper: `way` is “printer” or “file”."""

    ACTION = Action.PRINT_RECEIPT
    ENTRY = entries.ReceiptPrinted
    WHEN = anytime
    paper: str = ""
    way: str = "printer"

    def event(self, on: Scene) -> Event:
        return self.entry(copy=on.case.receipts + 1)


ACTS: dict[Action, type[Act]] = {act.ACTION: act for act in Act.__subclasses__()}
"""The act of each action that can be done to a complaint."""
