"""From entries to the complaint they add up to: the same at every desk, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import singledispatch
from typing import Any

from msgspec.structs import asdict, replace

from desk.moments import time_in
from desk.rules import entries as case
from desk.rules import intake
from desk.rules.chain import Entry, time_of
from desk.rules.complaint import Complaint, Conflict, Line, Link, Promise
from desk.rules.entries import Event, understood
from desk.rules.facts import CORRECTABLE
from desk.words import Text, say

NEWS = timedelta(hours=24)
"""A case without news for so long is a broken promise too (domain.md, section 4)."""


def moment_of(entry: Entry) -> datetime:
    """When an entry counts as written, UTC: its tick's time, which never goes back."""
    try:
        return time_of(entry.tick)
    except (ValueError, OverflowError, OSError):  # written elsewhere, by a program that is wrong
        return datetime.fromtimestamp(0, UTC)


def lateness(complaint: Complaint, moment: datetime) -> Complaint:
    """A case that is open past its due moment is late for good."""
    if complaint.was_late and complaint.round_late:
        return complaint
    due = complaint.due_at
    late = due is not None and complaint.ended_at is None and complaint.open and moment > due
    return replace(complaint, was_late=True, round_late=True) if late else complaint


def conflict(complaint: Complaint, entry: Entry, text: Text) -> Complaint:
    """What cannot be honoured is shown, until somebody settled just this."""
    name = entry_name(entry)
    if name in complaint.settled:
        return complaint
    return replace(complaint, conflicts=(*complaint.conflicts, Conflict(text, name)))


def entry_name(entry: Entry) -> str:
    """How an entry is named in another one: node:seq."""
    return f"{entry.node}:{entry.seq}"


def concerns(complaint: Complaint, branch: str, entry: Entry) -> Complaint:
    """From this entry on the complaint is this branch's business too."""
    if not branch or any(code == branch for code, _, _ in complaint.branches):
        return complaint
    return replace(complaint, branches=(*complaint.branches, (branch, entry.node, entry.seq)))


def heard(complaint: Complaint, moment: datetime) -> Complaint:
    """The customer has news: the next is due before the promised moment, or in a day."""
    if complaint.state == "closed":
        return replace(complaint, aftercare_done=True)
    if not complaint.open:
        return complaint
    following = (moment + NEWS).astimezone()
    due = complaint.due_at
    if complaint.state != "solved" and due is not None and moment < due < following:
        following = due
    return replace(complaint, next_contact_at=following)


_NOT_OFFERED: dict[str, Any] = dict.fromkeys(
    ("offered_to", "offered_by", "offered_branch", "offered_from"), ""
)


@singledispatch
def apply(event: Event, complaint: Complaint, entry: Entry) -> Complaint:
    """The complaint after this entry. Never raises."""
    return complaint


@apply.register
def _registered(event: case.ComplaintRegistered, complaint: Complaint, entry: Entry) -> Complaint:
    if complaint.registered is not None:
        return conflict(complaint, entry, say("complaint", "It was registered twice."))
    received = time_in(event.received_at)
    if received is None:
        return replace(complaint, update_needed=True)
    try:
        due = intake.due_after(received)
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
        at_branch=complaint.at_branch or event.branch,
    )
    return lateness(concerns(began, event.branch, entry), moment_of(entry))


@apply.register
def _passed_on(event: case.ComplaintPassedOn, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open:  # the branch that was named sees it all the same
        return concerns(conflict(complaint, entry, _NOT_OPEN(kind=entry.kind)), event.branch, entry)
    fresh = complaint.state in {"received", "reopened"}
    passed = replace(
        complaint,
        state="passed_on" if fresh else complaint.state,
        offered_to=event.to,
        offered_by=entry.actor,
        offered_branch=event.branch,
        offered_from=complaint.at_branch,
        at_branch=event.branch or complaint.at_branch,
    )
    return concerns(passed, event.branch, entry)


@apply.register
def _accepted(event: case.ComplaintAccepted, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(complaint, holder=entry.actor, **_NOT_OFFERED)


@apply.register
def _declined(event: case.ComplaintDeclined, complaint: Complaint, entry: Entry) -> Complaint:
    before = "reopened" if complaint.reopened else "received"
    return replace(
        complaint,
        state=before if complaint.state == "passed_on" else complaint.state,
        at_branch=complaint.offered_from or complaint.at_branch,
        **_NOT_OFFERED,
    )


@apply.register
def _started(event: case.ComplaintStarted, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open or complaint.state == "solved":
        return conflict(complaint, entry, _NOT_OPEN(kind=entry.kind))
    return replace(
        complaint,
        state="in_handling",
        waits_for="",
        holder=entry.actor,
        **_NOT_OFFERED,
    )


_NOT_OPEN = say("complaint", "“{kind}” came when it was not open any more.")


@apply.register
def _contacted(event: case.ComplaintContacted, complaint: Complaint, entry: Entry) -> Complaint:
    if not event.answered:
        return complaint
    return heard(complaint, moment_of(entry))


@apply.register
def _extended(event: case.ComplaintExtended, complaint: Complaint, entry: Entry) -> Complaint:
    until, due, moment = time_in(event.until), complaint.due_at, moment_of(entry)
    if until is None or due is None:
        return replace(complaint, update_needed=True)
    complaint = heard(complaint, moment)
    if complaint.round_late or complaint.ended_at is not None or until <= due:
        return conflict(
            complaint,
            entry,
            say("complaint", "An extension came too late; the first moment stands."),
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
        return conflict(
            complaint, entry, say("complaint", "A judgement was confirmed before it came.")
        )
    return replace(complaint, confirmed_by=entry.actor, alone=complaint.alone or event.alone)


@apply.register
def _promised(event: case.ComplaintPromised, complaint: Complaint, entry: Entry) -> Complaint:
    by = time_in(event.by)
    if by is None or any(known.id == event.promise for known in complaint.promises):
        return complaint
    promise = Promise(id=event.promise, what=event.what, by=by, who=event.who)
    return replace(complaint, promises=(*complaint.promises, promise))


@apply.register
def _kept(event: case.PromiseKept, complaint: Complaint, entry: Entry) -> Complaint:
    return _promise_ended(complaint, event.promise, "kept", entry)


@apply.register
def _broken(event: case.PromiseBroken, complaint: Complaint, entry: Entry) -> Complaint:
    return _promise_ended(complaint, event.promise, "broken", entry)


def _promise_ended(complaint: Complaint, promise: str, state: str, entry: Entry) -> Complaint:
    moment = moment_of(entry)
    promises = tuple(
        replace(known, state=state, kept_late=state == "kept" and moment > known.by)
        if known.id == promise and known.state == "open"
        else known
        for known in complaint.promises
    )
    if promises == complaint.promises:
        return conflict(
            complaint, entry, say("complaint", "A promise was ended that was not open.")
        )
    return replace(complaint, promises=promises)


@apply.register
def _waiting(event: case.ComplaintWaiting, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open or complaint.state == "solved":
        return conflict(complaint, entry, _NOT_OPEN(kind=entry.kind))
    state = "waiting_customer" if event.waits_for == "customer" else "in_handling"
    return replace(complaint, state=state, waits_for=event.waits_for)


@apply.register
def _solved(event: case.ComplaintSolved, complaint: Complaint, entry: Entry) -> Complaint:
    if complaint.state in {"solved", "closed"}:
        return conflict(complaint, entry, say("complaint", "It was solved twice."))
    if not complaint.open:
        return conflict(complaint, entry, _NOT_OPEN(kind=entry.kind))
    moment = moment_of(entry)
    return replace(
        complaint,
        state="solved",
        cause=event.cause,
        remedy=event.remedy,
        waits_for="",
        ended_at=moment,
        next_contact_at=(moment + NEWS).astimezone(),
        repaired_by=complaint.repaired_by | {entry.actor},
    )


@apply.register
def _closed(event: case.ComplaintClosed, complaint: Complaint, entry: Entry) -> Complaint:
    if not complaint.open:
        return conflict(complaint, entry, say("complaint", "It was closed twice."))
    if complaint.state != "solved":  # written where nobody knew yet that it went on
        complaint = conflict(
            complaint, entry, say("complaint", "It was closed while it was not solved.")
        )
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
        **_NOT_OFFERED,
    )


@apply.register
def _not_agreed(event: case.ComplaintNotAgreed, complaint: Complaint, entry: Entry) -> Complaint:
    """It is not solved after all: the clock goes on as if it had never stopped."""
    if complaint.state != "solved":
        return conflict(complaint, entry, _NOT_OPEN(kind=entry.kind))
    again = replace(
        complaint,
        state="in_handling",
        answer="not_agreed",
        score=event.score or None,
        entered_by=event.entered_by,
        level=event.level,
        ended_at=None,
    )
    return heard(lateness(again, moment_of(entry)), moment_of(entry))


@apply.register
def _reopened(event: case.ComplaintReopened, complaint: Complaint, entry: Entry) -> Complaint:
    if complaint.state != "closed":
        return conflict(complaint, entry, say("complaint", "It was reopened while it was open."))
    moment = moment_of(entry).astimezone()
    due = intake.due_after(moment)
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
        return conflict(complaint, entry, _NOT_OPEN(kind=entry.kind))
    return replace(
        complaint,
        state="withdrawn",
        ended_at=complaint.ended_at or moment_of(entry),
        next_contact_at=None,
        waits_for="",
        **_NOT_OFFERED,
    )


@apply.register
def _corrected(event: case.ComplaintCorrected, complaint: Complaint, entry: Entry) -> Complaint:
    known, field = complaint.registered, event.field
    if known is None or field not in CORRECTABLE:
        return replace(complaint, update_needed=True)
    value: Any = event.value == "true" if field == "safety" else event.value
    return replace(complaint, registered=replace(known, **{field: value}))


@apply.register
def _attached(event: case.ComplaintAttached, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(complaint, files=(*complaint.files, event.file))


@apply.register
def _printed(event: case.ReceiptPrinted, complaint: Complaint, entry: Entry) -> Complaint:
    return replace(complaint, receipts=complaint.receipts + 1)


@apply.register
def _linked(event: case.ComplaintLinked, complaint: Complaint, entry: Entry) -> Complaint:
    others = tuple(link for link in complaint.links if link.other != event.other)
    link = Link(other=event.other, number=event.number, link=event.link)
    return replace(complaint, links=(*others, link))


@apply.register
def _settled(event: case.ConflictSettled, complaint: Complaint, entry: Entry) -> Complaint:
    settled = complaint.settled | {*event.entries}
    left = tuple(one for one in complaint.conflicts if one.entry not in settled)
    return replace(complaint, settled=settled, conflicts=left)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry once, in the one order of folding, the same at every desk: tick, node, seq."""
    return sorted(set(entries), key=lambda entry: (entry.tick, entry.node, entry.seq, entry.hash))


def fold(subject: str, entries: Iterable[Entry]) -> Complaint:
    """The complaint `subject` as its entries tell it. Never raises.

    What cannot be honoured (a second registration, two closings) stays in the timeline and becomes
    a conflict that a person sees. Where a newer program said more, an update is needed.
    """
    complaint, lines, head, tick = Complaint(id=subject), list[Line](), None, 0
    for entry in in_order(entries):
        event, whole = understood(entry)
        complaint = lateness(complaint, moment_of(entry))
        lines.append(_line(complaint, event, entry, head))
        complaint = apply(event, complaint, entry)
        if not whole:
            complaint = replace(complaint, update_needed=True)
        head, tick = entry.hash, entry.tick
    return replace(complaint, timeline=tuple(lines), head=head, tick=tick)


_OWN_WORDS = ("what_happened", "said", "text", "why", "what", "found", "words", "caption", "value")


def _line(complaint: Complaint, event: Event, entry: Entry, head: bytes | None) -> Line:
    values = asdict(event)
    words = [str(values[name]) for name in _OWN_WORDS if values.get(name)]
    return Line(
        at=_at(entry),
        actor=entry.actor,
        kind=entry.kind,
        text="\n".join(words),
        note=str(values.get("note", "")),
        happened_at=str(values.get("happened_at", "")),
        detail=_details(complaint, event, values),
        crossed=entry.seen is not None and entry.seen != head,
        node=entry.node,
        seq=entry.seq,
    )


def _details(
    complaint: Complaint, event: Event, values: Mapping[str, object]
) -> tuple[tuple[str, str], ...]:
    """The facts that are not words; of a correction also what stood there `was` before."""
    facts = complaint.registered
    if isinstance(event, case.ComplaintRegistered):
        return ()
    if isinstance(event, case.ComplaintCorrected) and event.field in CORRECTABLE and facts:
        values = {**values, "was": getattr(facts, event.field)}
    return tuple(
        (name, _plain(value))
        for name, value in values.items()
        if name not in {*_OWN_WORDS, "note", "happened_at"} and value not in ("", (), None)
    )


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def _at(entry: Entry) -> datetime:
    try:
        return datetime.fromisoformat(entry.at).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return moment_of(entry)
