"""What each kind of entry does to a complaint; `folding.fold` applies them in order.

Deadlines are measured by the tick of an entry, which never goes back, and not by the PC's clock.
Once a round was late it stays late: nothing that comes later, and no clock, makes it timely.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import singledispatch
from typing import Any

from desk.rules import case_entries as case
from desk.rules import clock
from desk.rules.chain import Entry
from desk.rules.complaint import Complaint, Promise
from desk.rules.event import Event, Unknown
from desk.rules.ticks import time_of
from desk.words import Text, say

_NEWS = timedelta(hours=24)
"""A case without news for so long is a broken promise too (domain.md, section 4)."""


def moment_of(entry: Entry) -> datetime:
    """When an entry counts as written, UTC: its tick's time, which never goes back."""
    try:
        return time_of(entry.tick)
    except (ValueError, OverflowError, OSError):  # written elsewhere, by a program that is wrong
        return datetime.fromtimestamp(0, UTC)


def lateness(complaint: Complaint, moment: datetime) -> Complaint:
    """A case that is open past its due moment is late for good."""
    due = complaint.due_at
    late = due is not None and complaint.ended_at is None and complaint.open and moment > due
    return replace(complaint, was_late=True, round_late=True) if late else complaint


def _conflict(complaint: Complaint, text: Text) -> Complaint:
    return replace(complaint, conflicts=(*complaint.conflicts, text))


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


@singledispatch
def apply(event: Event, complaint: Complaint, entry: Entry) -> Complaint:
    """The complaint after this entry. Never raises."""
    return complaint


@apply.register
def _unknown(event: Unknown, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(complaint, update_needed=True)


@apply.register
def _registered(event: case.ComplaintRegistered, complaint: Complaint, entry: Entry) -> Complaint:
    if complaint.registered is not None:
        return _conflict(complaint, say("complaint", "It was registered twice."))
    received = _time(event.received_at)
    if received is None:
        return replace(complaint, update_needed=True)
    try:
        due = clock.due_after(received)
    except OverflowError:
        return replace(complaint, update_needed=True)
    began = replace(
        complaint,
        registered=event,
        number=event.number,
        received_at=received,
        round_began_at=received,
        first_due_at=due,
        due_at=due,
        next_contact_at=due if complaint.open else None,
        files=event.files,
        served_by=entry.actor,
        node=entry.node,
        holder=complaint.holder or entry.actor,
    )
    return lateness(began, moment_of(entry))


@apply.register
def _passed_on(event: case.ComplaintPassedOn, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open:
        return _conflict(complaint, _NOT_OPEN(kind=entry.kind))
    fresh = complaint.state in {"received", "reopened"}
    return replace(
        complaint,
        state="passed_on" if fresh else complaint.state,
        offered_to=event.to,
        offered_by=entry.actor,
    )


@apply.register
def _accepted(event: case.ComplaintAccepted, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(complaint, holder=entry.actor, offered_to="", offered_by="")


@apply.register
def _declined(event: case.ComplaintDeclined, complaint: Complaint, entry: Entry) -> Complaint:
    before = "reopened" if complaint.reopened else "received"
    return replace(
        complaint,
        state=before if complaint.state == "passed_on" else complaint.state,
        offered_to="",
        offered_by="",
    )


@apply.register
def _started(event: case.ComplaintStarted, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open or complaint.state == "solved":
        return _conflict(complaint, _NOT_OPEN(kind=entry.kind))
    return replace(
        complaint,
        state="in_handling",
        waits_for="",
        holder=entry.actor,
        offered_to="",
        offered_by="",
    )


_NOT_OPEN = say("complaint", "“{kind}” came when it was not open any more.")


@apply.register
def _contacted(event: case.ComplaintContacted, complaint: Complaint, entry: Entry) -> Complaint:
    if not event.answered:
        return complaint
    return _heard(complaint, moment_of(entry))


def _heard(complaint: Complaint, moment: datetime) -> Complaint:
    """The customer has news: the next is due before the promised moment, or in a day."""
    if complaint.state == "closed":
        return replace(complaint, aftercare_done=True)
    if not complaint.open:
        return complaint
    following = (moment + _NEWS).astimezone()
    due = complaint.due_at
    if complaint.state != "solved" and due is not None and moment < due < following:
        following = due
    return replace(complaint, next_contact_at=following)


@apply.register
def _extended(event: case.ComplaintExtended, complaint: Complaint, entry: Entry) -> Complaint:
    until, due, moment = _time(event.until), complaint.due_at, moment_of(entry)
    if until is None or due is None:
        return replace(complaint, update_needed=True)
    complaint = _heard(complaint, moment)
    if complaint.round_late or complaint.ended_at is not None or until <= due:
        return _conflict(
            complaint, say("complaint", "An extension came too late; the first moment stands.")
        )
    return replace(
        complaint, due_at=until, extensions=complaint.extensions + 1, next_contact_at=until
    )


@apply.register
def _examined(event: case.ComplaintExamined, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(
        complaint,
        found=event.found,
        cause=event.cause or complaint.cause,
        remedy=event.remedy or complaint.remedy,
        repaired_by=complaint.repaired_by | {entry.actor},
    )


@apply.register
def _judged(event: case.ComplaintJudged, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(complaint, fault=event.fault, judged_by=entry.actor, confirmed_by="")


@apply.register
def _confirmed(event: case.JudgementConfirmed, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.fault:
        return _conflict(complaint, say("complaint", "A judgement was confirmed before it came."))
    return replace(complaint, confirmed_by=entry.actor, alone=complaint.alone or event.alone)


@apply.register
def _promised(event: case.ComplaintPromised, complaint: Complaint, entry: Entry) -> Complaint:
    by = _time(event.by)
    if by is None or any(known.id == event.promise for known in complaint.promises):
        return complaint
    promise = Promise(id=event.promise, what=event.what, by=by, who=event.who)
    return replace(complaint, promises=(*complaint.promises, promise))


@apply.register
def _kept(event: case.PromiseKept, complaint: Complaint, entry: Entry) -> Complaint:
    return _promise_ended(complaint, event.promise, "kept", moment_of(entry))


@apply.register
def _broken(event: case.PromiseBroken, complaint: Complaint, entry: Entry) -> Complaint:
    return _promise_ended(complaint, event.promise, "broken", moment_of(entry))


def _promise_ended(complaint: Complaint, promise: str, state: str, moment: datetime) -> Complaint:
    promises = tuple(
        replace(known, state=state, kept_late=state == "kept" and moment > known.by)
        if known.id == promise and known.state == "open"
        else known
        for known in complaint.promises
    )
    if promises == complaint.promises:
        return _conflict(complaint, say("complaint", "A promise was ended that was not open."))
    return replace(complaint, promises=promises)


@apply.register
def _waiting(event: case.ComplaintWaiting, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open or complaint.state == "solved":
        return _conflict(complaint, _NOT_OPEN(kind=entry.kind))
    state = "waiting_customer" if event.waits_for == "customer" else "in_handling"
    return replace(complaint, state=state, waits_for=event.waits_for)


@apply.register
def _solved(event: case.ComplaintSolved, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open or complaint.state == "solved":
        return _conflict(complaint, say("complaint", "It was solved twice."))
    moment = moment_of(entry)
    return replace(
        complaint,
        state="solved",
        cause=event.cause,
        remedy=event.remedy,
        waits_for="",
        ended_at=moment,
        next_contact_at=(moment + _NEWS).astimezone(),
        repaired_by=complaint.repaired_by | {entry.actor},
    )


@apply.register
def _closed(event: case.ComplaintClosed, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open:
        return _conflict(complaint, say("complaint", "It was closed twice."))
    if complaint.state != "solved":  # written where nobody knew yet that it went on
        complaint = _conflict(complaint, say("complaint", "It was closed while it was not solved."))
    moment = moment_of(entry)
    return replace(
        complaint,
        state="closed",
        answer=event.answer,
        score=event.score or None,
        ease=event.ease or None,
        entered_by=event.entered_by,
        alone=complaint.alone or event.alone,
        ended_at=complaint.ended_at or moment,
        closed_at=moment,
        aftercare_done=False,
        next_contact_at=None,
        offered_to="",
        offered_by="",
    )


@apply.register
def _not_agreed(event: case.ComplaintNotAgreed, complaint: Complaint, entry: Entry) -> Complaint:
    """It is not solved after all: the clock goes on as if it had never stopped."""
    if complaint.state != "solved":
        return _conflict(complaint, _NOT_OPEN(kind=entry.kind))
    again = replace(
        complaint,
        state="in_handling",
        answer="not_agreed",
        score=event.score or None,
        entered_by=event.entered_by,
        level=event.level,
        ended_at=None,
    )
    return _heard(lateness(again, moment_of(entry)), moment_of(entry))


@apply.register
def _reopened(event: case.ComplaintReopened, complaint: Complaint, entry: Entry) -> Complaint:
    if complaint.state != "closed":
        return _conflict(complaint, say("complaint", "It was reopened while it was open."))
    moment = moment_of(entry).astimezone()
    due = clock.due_after(moment)
    late = complaint.was_late or (
        complaint.ended_at is not None
        and complaint.due_at is not None
        and complaint.ended_at > complaint.due_at
    )
    return replace(
        complaint,
        state="reopened",
        was_late=late,
        round_late=False,
        reopened=complaint.reopened + 1,
        round_began_at=moment,
        due_at=due,
        next_contact_at=due,
        ended_at=None,
        closed_at=None,
        answer="",
        waits_for="",
        holder=entry.actor,
    )


@apply.register
def _withdrawn(event: case.ComplaintWithdrawn, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open:
        return _conflict(complaint, _NOT_OPEN(kind=entry.kind))
    return replace(
        complaint,
        state="withdrawn",
        ended_at=complaint.ended_at or moment_of(entry),
        next_contact_at=None,
        waits_for="",
        offered_to="",
        offered_by="",
    )


@apply.register
def _corrected(event: case.ComplaintCorrected, complaint: Complaint, entry: Entry) -> Complaint:
    known, field = complaint.registered, event.field
    if known is None or field not in CORRECTABLE:
        return replace(complaint, update_needed=True)
    value: Any = event.value == "true" if field == "safety" else event.value
    return replace(complaint, registered=replace(known, **{field: value}))


CORRECTABLE = (
    "name",
    "phone",
    "email",
    "address",
    "product",
    "serial",
    "bought_at",
    "sold_branch",
    "channel",
    "asked_for",
    "factor",
    "safety",
    "what_happened",
    "expected",
    "understood",
    "condition",
)
"""What may be corrected: never the number, the nota, the moment it came in, or the branch."""


@apply.register
def _attached(event: case.ComplaintAttached, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(complaint, files=(*complaint.files, event.file))


@apply.register
def _printed(event: case.ReceiptPrinted, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(complaint, receipts=complaint.receipts + 1)
