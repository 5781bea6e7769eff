"""What can happen to a complaint (design.md, section 8). Times are ISO 8601 with an offset."""

from __future__ import annotations

from typing import Annotated

from desk.rules.event import PERSONAL, Event, Personal, Whole


class Deed(Event, frozen=True, kw_only=True):
    """Something done to a complaint: each takes a note for the colleagues.

    `happened_at` is when it really was, where it was written down later; it moves no deadline.
    """

    happened_at: str = ""
    note: Personal = ""


class ReceiptPrinted(Event, frozen=True, kw_only=True):
    """A receipt went to paper; `way` is “printer” or “file”."""

    KIND = "receipt.printed"
    paper: str
    way: str
    copy: Whole


class ComplaintRegistered(Event, frozen=True, kw_only=True):
    """A complaint came in. Times are ISO 8601 with the branch's offset, dates ISO 8601."""

    KIND = "complaint.registered"
    number: str
    branch: str
    received_at: str
    nota: Whole
    no_nota: bool = False
    order: str = ""
    channel: str = "walk_in"
    kind: str = "complaint"
    asked_for: str = ""
    factor: str = ""
    product: str = ""
    bought_at: str = ""
    sold_branch: str = ""
    safety: bool = False
    customer: str
    files: tuple[str, ...] = ()
    name: Personal = ""
    phone: Personal = ""
    email: Personal = ""
    address: Personal = ""
    what_happened: Personal = ""
    expected: Personal = ""
    understood: Personal = ""
    serial: Personal = ""
    condition: Personal = ""
    accessories: Annotated[tuple[str, ...], PERSONAL] = ()


class ComplaintNoted(Deed, frozen=True, kw_only=True):
    """Somebody wrote a line for their colleagues.

    `message` names the prepared message that was sent to them, if it was one.
    """

    KIND = "complaint.noted"
    message: str = ""
    roadblock: str = ""
    text: Personal = ""


class ComplaintWithdrawn(Deed, frozen=True, kw_only=True):
    """The customer took it back, or it was entered by mistake."""

    KIND = "complaint.withdrawn"
    why: Personal = ""


class ComplaintPassedOn(Deed, frozen=True, kw_only=True):
    """The giver hands over to somebody (`to`, a staff id), or to whoever works at `branch`.

    The receiver still has to accept.
    """

    KIND = "complaint.passed_on"
    to: str
    branch: str = ""


class ComplaintAccepted(Deed, frozen=True, kw_only=True):
    """The receiver takes the case on."""

    KIND = "complaint.accepted"


class ComplaintDeclined(Deed, frozen=True, kw_only=True):
    """The receiver gives the case back, with a reason."""

    KIND = "complaint.declined"
    why: Personal = ""


class ComplaintStarted(Deed, frozen=True, kw_only=True):
    """Somebody began to handle it."""

    KIND = "complaint.started"


class ComplaintContacted(Deed, frozen=True, kw_only=True):
    """A call, message or visit, in or out; `answered` is False where nobody was reached.

    `message` names the prepared message that was sent, if it was one.
    """

    KIND = "complaint.contacted"
    direction: str
    how: str
    answered: bool
    message: str = ""
    said: Personal = ""


class ComplaintExtended(Deed, frozen=True, kw_only=True):
    """More time, agreed with the customer in a contact that is logged with it.

    `roadblock` is what delays the case, where somebody said so.
    """

    KIND = "complaint.extended"
    until: str
    direction: str
    how: str
    roadblock: str = ""
    said: Personal = ""


class ComplaintExamined(Deed, frozen=True, kw_only=True):
    """What the technician found, as against what the customer says is wrong."""

    KIND = "complaint.examined"
    found: str
    cause: str = ""
    remedy: str = ""


class ComplaintJudged(Deed, frozen=True, kw_only=True):
    """Whose fault it was: shop, product, customer, nobody."""

    KIND = "complaint.judged"
    fault: str


class JudgementConfirmed(Deed, frozen=True, kw_only=True):
    """Somebody other than the analyst agrees with the judgement; `alone` where there is nobody."""

    KIND = "complaint.judgement_confirmed"
    alone: bool = False


class ComplaintPromised(Deed, frozen=True, kw_only=True):
    """What was promised to the customer, by when, by whom (a staff id)."""

    KIND = "complaint.promised"
    promise: str
    by: str
    who: str
    what: Personal = ""


class PromiseKept(Deed, frozen=True, kw_only=True):
    """A promise was kept."""

    KIND = "complaint.promise_kept"
    promise: str


class PromiseBroken(Deed, frozen=True, kw_only=True):
    """A promise was not kept, and why."""

    KIND = "complaint.promise_broken"
    promise: str
    why: Personal = ""


class ComplaintWaiting(Deed, frozen=True, kw_only=True):
    """Who or what is waited for: customer, part, maker, other. The clock goes on."""

    KIND = "complaint.waiting"
    waits_for: str
    roadblock: str = ""
    why: Personal = ""


class ComplaintSolved(Deed, frozen=True, kw_only=True):
    """It is solved, and waits for the customer's word."""

    KIND = "complaint.solved"
    cause: str
    remedy: str


class ComplaintClosed(Deed, frozen=True, kw_only=True):
    """Closed with the customer's own word.

    `score` and `ease` are 1 to 5, 0 where declined; `alone` where who repaired also closed, since
    nobody else works there.
    """

    KIND = "complaint.closed"
    answer: str
    score: Whole = 0
    ease: Whole = 0
    entered_by: str
    alone: bool = False
    words: Personal = ""
    why: Personal = ""


class ComplaintNotAgreed(Deed, frozen=True, kw_only=True):
    """The customer does not agree: it goes up to `level` (cro, head_office) and stays open."""

    KIND = "complaint.not_agreed"
    level: str
    score: Whole = 0
    entered_by: str = "staff"
    words: Personal = ""
    why: Personal = ""


class ComplaintReopened(Deed, frozen=True, kw_only=True):
    """The customer brings it back: the same number, a new 24 hours."""

    KIND = "complaint.reopened"
    why: Personal = ""


class ComplaintCorrected(Deed, frozen=True, kw_only=True):
    """A field holds another value from now on; the old line stays readable."""

    KIND = "complaint.corrected"
    field: str
    value: Personal = ""
    why: Personal = ""


class ComplaintAttached(Deed, frozen=True, kw_only=True):
    """A photo or document, by its digest."""

    KIND = "complaint.attached"
    file: str
    name: Personal = ""
    caption: Personal = ""


class ComplaintLinked(Deed, frozen=True, kw_only=True):
    """It belongs together with the complaint `other` (id): same_matter, related, or different.

    “different” says that somebody looked, and the two have nothing to do with each other.
    """

    KIND = "complaint.linked"
    other: str
    number: str
    link: str


class ConflictSettled(Deed, frozen=True, kw_only=True):
    """Somebody looked at what contradicts itself; `entries` are those that made it, node:seq."""

    KIND = "complaint.conflict_settled"
    entries: tuple[str, ...]
    text: Personal = ""


class FeedbackTaken(Event, frozen=True, kw_only=True):
    """A suggestion, question or praise: without number and clock; the subject is its own id."""

    KIND = "feedback.taken"
    kind: str
    branch: str
    channel: str = "walk_in"
    received_at: str
    text: Personal = ""
    name: Personal = ""
    phone: Personal = ""
