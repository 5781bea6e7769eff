"""From an act to the entries it writes: checks the details, raises DeskError, changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch

from msgspec.structs import asdict, replace

from desk.rules import acts, case_entries, choices, clock, deciding
from desk.rules.acts import Act
from desk.rules.case_entries import Deed
from desk.rules.complaint import Complaint, Promise
from desk.rules.errors import Invalid, Refused
from desk.rules.event import Event
from desk.rules.facts import CORRECTABLE
from desk.rules.folding import lateness
from desk.rules.intake import Intake, check_length, clean, faults
from desk.rules.people import Action, Circle, Colleague, may
from desk.words import Text, say


def decide(act: Act, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    """The event that `act` leads to. Raises Refused (not now, not by you) or Invalid (a field)."""
    deciding.check(act.ACTION, circle, lateness(complaint, now))
    _check_lengths(act)
    event = _event(act, complaint, circle, now)
    if not isinstance(event, Deed):
        return event
    notes = (clean(act.note), clean(event.note))
    return replace(
        event,
        happened_at=_happened(act.happened_at or event.happened_at, now),
        note="\n".join(filter(None, notes)),
    )


def _check_lengths(act: Act) -> None:
    for name, value in asdict(act).items():
        if isinstance(value, str):
            check_length(value, name)


def _happened(typed: str, now: datetime) -> str:
    """When it was, with an offset; empty where nobody said. Raises Invalid for the future."""
    if not typed.strip():
        return ""
    when = clock.parse_time(typed, field="happened_at")
    clock.check_happened(when, now)
    return when.isoformat(timespec="seconds")


def _needed(text: str, field: str, missing: Text) -> str:
    cleaned = clean(text)
    if not cleaned:
        raise Invalid(missing, field=field)
    return cleaned


_WHY = say("deeds", "Why? Please give the reason in a few words.")


@singledispatch
def _event(act: Act, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    raise TypeError(type(act).__name__)


@_event.register
def _pass_on(act: acts.PassOn, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    if act.branch.strip() and not act.to.strip():
        return case_entries.ComplaintPassedOn(to="", branch=_branch(act, complaint, circle))
    missing = say("deeds", "To whom? Please choose a colleague.")
    receiver = circle.find(_needed(act.to, "to", missing), "to")
    if receiver.id == circle.actor:
        raise Invalid(
            say("deeds", "That is yourself. Choose the colleague who goes on with it."), field="to"
        )
    if not may(receiver.roles, Action.ACCEPT):
        raise Invalid(
            say("deeds", "{name} takes no complaints on. Choose another colleague.")(
                name=receiver.name
            ),
            field="to",
        )
    elsewhere = receiver.branch if receiver.branch != complaint.at_branch else ""
    return case_entries.ComplaintPassedOn(to=receiver.id, branch=elsewhere)


def _branch(act: acts.PassOn, complaint: Complaint, circle: Circle) -> str:
    code = act.branch.strip()
    if code not in circle.branches or code == complaint.at_branch:
        known = (each for each in circle.branches if each != complaint.at_branch)
        raise Invalid(
            say("deeds", "It cannot be passed on to branch “{typed}”. Known branches: {known}.")(
                typed=code[:20], known=", ".join(known) or "–"
            ),
            field="branch",
        )
    return code


@_event.register
def _accept(act: acts.Accept, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    return case_entries.ComplaintAccepted()


@_event.register
def _decline(act: acts.Decline, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    return case_entries.ComplaintDeclined(why=_needed(act.why, "why", _WHY))


@_event.register
def _start(act: acts.Start, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    return case_entries.ComplaintStarted()


@_event.register
def _contact(act: acts.Contact, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    _check_contact(act)
    return case_entries.ComplaintContacted(
        direction=act.direction,
        how=act.how,
        answered=act.answered,
        said=clean(act.said),
        message=act.message,
    )


def _check_contact(act: acts.Contact) -> None:
    _check_lengths(act)
    choices.check_choice(act.direction, choices.DIRECTIONS, "direction")
    choices.check_choice(act.how, choices.WAYS, "how")
    if act.answered and not act.message:
        _needed(act.said, "said", _SAID)


_SAID = say("deeds", "What was said? One sentence is enough.")


@_event.register
def _extend(act: acts.Extend, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    contact = act.contact
    if contact is None or not contact.answered or not act.agreed:
        raise Refused(
            say(
                "deeds",
                "More time is never taken in silence: it needs a contact in which the customer "
                "agreed. Nothing was changed. Call the customer, then write down what was said.",
            ),
            field="contact",
        )
    _check_contact(contact)
    due = complaint.due_at
    until = clock.parse_time(act.until, field="until").replace(microsecond=0)
    if until <= now or (due is not None and until <= due):
        raise Invalid(
            say("deeds", "The new moment has to lie after the one that was promised before."),
            field="until",
        )
    return case_entries.ComplaintExtended(
        until=until.isoformat(timespec="seconds"),
        direction=contact.direction,
        how=contact.how,
        roadblock=_roadblock(act.roadblock),
        said=_needed(contact.said, "said", _SAID),
        happened_at=contact.happened_at,
        note=contact.note,
    )


def _roadblock(key: str) -> str:
    """What delays the case; nothing where nobody says so."""
    return choices.check_choice(key, choices.ROADBLOCKS, "roadblock") if key else ""


@_event.register
def _examine(act: acts.Examine, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    missing = say("deeds", "What did you find? Please write it down.")
    return case_entries.ComplaintExamined(
        found=_needed(act.found, "found", missing),
        cause=clean(act.cause),
        remedy=clean(act.remedy),
    )


@_event.register
def _judge(act: acts.Judge, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    choices.check_choice(act.fault, choices.FAULTS, "fault")
    return case_entries.ComplaintJudged(fault=act.fault)


@_event.register
def _confirm(
    act: acts.ConfirmJudgement, complaint: Complaint, circle: Circle, now: datetime
) -> Event:
    return case_entries.JudgementConfirmed(alone=deciding.alone(act.ACTION, circle, complaint))


@_event.register
def _promise(act: acts.MakePromise, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    by = clock.parse_time(act.by, field="by").replace(microsecond=0)
    if by <= now:
        raise Invalid(say("deeds", "A promise lies in the future."), field="by")
    missing = say("deeds", "What is promised? Please write it as the customer heard it.")
    return case_entries.ComplaintPromised(
        promise=act.promise,
        what=_needed(act.what, "what", missing),
        by=by.isoformat(timespec="seconds"),
        who=circle.find(act.who, "who").id if act.who.strip() else circle.actor,
    )


@_event.register
def _keep(act: acts.KeepPromise, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    promise = _open_promise(complaint, act.promise)
    return case_entries.PromiseKept(promise=promise.id)


@_event.register
def _break(act: acts.BreakPromise, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    promise = _open_promise(complaint, act.promise)
    return case_entries.PromiseBroken(promise=promise.id, why=_needed(act.why, "why", _WHY))


def _open_promise(complaint: Complaint, wanted: str) -> Promise:
    """The open promise with this id; the only open one where none is named."""
    owed = complaint.open_promises
    if not wanted.strip() and len(owed) == 1:
        return owed[0]
    for promise in owed:
        if promise.id == wanted.strip():
            return promise
    raise Invalid(
        say("deeds", "There is no such open promise. Nothing was changed."), field="promise"
    )


@_event.register
def _wait(act: acts.Wait, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    choices.check_choice(act.waits_for, choices.WAITED_FOR, "for")
    return case_entries.ComplaintWaiting(
        waits_for=act.waits_for,
        roadblock=_roadblock(act.roadblock),
        why=_needed(act.why, "why", _WHY),
    )


@_event.register
def _solve(act: acts.Solve, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    no_cause = say("deeds", "What was the cause? Please write it down.")
    no_remedy = say("deeds", "What was done about it? Please write it down.")
    return case_entries.ComplaintSolved(
        cause=_needed(clean(act.cause) or complaint.cause, "cause", no_cause),
        remedy=_needed(clean(act.remedy) or complaint.remedy, "remedy", no_remedy),
    )


@_event.register
def _close(act: acts.Close, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    choices.check_choice(act.answer, choices.ANSWERS, "answer")
    choices.check_choice(act.entered_by, choices.ENTERED_BY, "entered_by")
    for name in ("score", "ease"):
        value = getattr(act, name)
        if value is not None and value not in range(1, 6):
            raise Invalid(say("deeds", "A score goes from 1 to 5."), field=name)
    if act.score in {1, 2} and not clean(act.why):
        raise Invalid(
            say("deeds", "A low score asks why. Please ask the customer, and write it down."),
            field="why",
        )
    if act.answer == "not_agreed" and "head_office" not in circle.roles:
        return case_entries.ComplaintNotAgreed(
            level="head_office" if complaint.level != "shop" else "cro",
            score=act.score or 0,
            entered_by=act.entered_by,
            words=clean(act.words),
            why=clean(act.why),
        )
    return case_entries.ComplaintClosed(
        answer=act.answer,
        score=act.score or 0,
        ease=act.ease or 0,
        entered_by=act.entered_by,
        alone=deciding.alone(act.ACTION, circle, complaint),
        words=clean(act.words),
        why=clean(act.why),
    )


@_event.register
def _reopen(act: acts.Reopen, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    return case_entries.ComplaintReopened(why=_needed(act.why, "why", _WHY))


@_event.register
def _withdraw(act: acts.Withdraw, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    return case_entries.ComplaintWithdrawn(why=_needed(act.why, "why", _WHY))


@_event.register
def _note(act: acts.Note, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    return case_entries.ComplaintNoted(
        roadblock=_roadblock(act.roadblock),
        text=_needed(act.text, "text", say("deeds", "The note is empty.")),
        message=act.message,
    )


@_event.register
def _correct(act: acts.Correct, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    if act.field not in CORRECTABLE or complaint.registered is None:
        raise Invalid(
            say(
                "deeds",
                "“{field}” is not corrected: the number, the nota and the moment it came in "
                "stay. It can be one of: {known}.",
            )(field=act.field[:40], known=", ".join(CORRECTABLE)),
            field="field",
        )
    value = clean(act.value)
    if act.field == "safety" and value not in {"true", "false"}:
        raise Invalid(
            say("deeds", "Is it a matter of safety? It can be: true, false."), field="value"
        )
    _check_corrected(complaint, act.field, value, now)
    return case_entries.ComplaintCorrected(
        field=act.field, value=value, why=_needed(act.why, "why", _WHY)
    )


def _check_corrected(complaint: Complaint, field: str, value: str, now: datetime) -> None:
    """The corrected complaint has to pass what a new one has to pass."""
    known = complaint.registered
    if known is None:
        return
    typed = {name: getattr(known, name) for name in CORRECTABLE}
    typed |= {field: value == "true" if field == "safety" else value}
    intake = Intake(id=complaint.id, nota=known.order, no_nota=True, **typed)
    for fault in faults(intake, now):
        if fault.field == field:
            raise Invalid(fault.text, field="value")


@_event.register
def _attach(act: acts.Attach, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    return case_entries.ComplaintAttached(
        file=act.file, name=clean(act.name), caption=clean(act.caption)
    )


@_event.register
def _link(act: acts.LinkTo, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    choices.check_choice(act.link, choices.LINKS, "as")
    if not act.other or act.other == complaint.id:
        raise Invalid(say("deeds", "With which complaint? Please give its number."), field="number")
    return case_entries.ComplaintLinked(other=act.other, number=act.number, link=act.link)


@_event.register
def _settle(act: acts.Settle, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    missing = say("deeds", "What holds? Please write it down in a few words.")
    return case_entries.ConflictSettled(
        entries=tuple(one.entry for one in complaint.conflicts),
        text=_needed(act.text, "text", missing),
    )


@_event.register
def _print(act: acts.PrintReceipt, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    return case_entries.ReceiptPrinted(paper=act.paper, way=act.way, copy=complaint.receipts + 1)


@dataclass(frozen=True, kw_only=True)
class ShortWay:
    """Why this person may not solve, or not close; None where they may.

    `receivers` could go on instead; `closers` are the names of those who may ask the customer.
    """

    no_solving: Text | None
    no_closing: Text | None
    receivers: tuple[Colleague, ...] = ()
    closers: tuple[str, ...] = ()


def short_way(circle: Circle) -> ShortWay:
    """What the one table of roles, and who repaired, leave open to the person who acts."""
    taken_in = Complaint(id="", number="-", state="received")
    repaired = frozenset({circle.actor})
    solved = Complaint(id="", number="-", state="solved", repaired_by=repaired)
    no_solving = deciding.refusal(Action.SOLVE, circle, taken_in)
    no_closing = deciding.refusal(Action.CLOSE, circle, solved)
    return ShortWay(
        no_solving=no_solving,
        no_closing=no_closing,
        receivers=_receivers(circle) if no_solving else (),
        closers=tuple(circle.others_who_may(Action.CLOSE, repaired)) if no_closing else (),
    )


def _receivers(circle: Circle) -> tuple[Colleague, ...]:
    """Who may solve it, supervisors first; where nobody may, who takes complaints on at all."""
    others = [one for one in circle.colleagues if one.id != circle.actor]
    takers = [one for one in others if may(one.roles, Action.ACCEPT)]
    solvers = [one for one in takers if may(one.roles, Action.SOLVE)]
    return tuple(sorted(solvers or takers, key=lambda one: "supervisor" not in one.roles))


def steps(
    way: ShortWay, *, cause: str, remedy: str, word: acts.Close, to: str, note: str
) -> tuple[acts.Act, ...]:
    """What is done after registering: all the way, up to the customer's word, or handed over."""
    if way.no_solving is not None:
        return (acts.PassOn(to=to, note=note),) if way.receivers else ()
    solved = (acts.Start(), acts.Solve(cause=cause, remedy=remedy))
    return solved if way.no_closing is not None else (*solved, word)
