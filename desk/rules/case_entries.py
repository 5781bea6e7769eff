"""What can happen to a complaint (design.md, section 8). Times are ISO 8601 with an offset."""

from __future__ import annotations

from dataclasses import dataclass

from desk.rules.event import Event, personal


@dataclass(frozen=True, kw_only=True)
class Deed(Event):
    """Something done to a complaint: each takes a note for the colleagues.

    `happened_at` is when it really was, where it was written down later; it moves no deadline.
    """

    happened_at: str = ""
    note: str = personal()


@dataclass(frozen=True, kw_only=True)
class ReceiptPrinted(Event):
    """A receipt went to paper; `way` is “printer” or “file”."""

    KIND = "receipt.printed"
    paper: str
    way: str
    copy: int


@dataclass(frozen=True, kw_only=True)
class ComplaintRegistered(Event):
    """A complaint came in. Times are ISO 8601 with the branch's offset, dates ISO 8601."""

    KIND = "complaint.registered"
    number: str
    branch: str
    received_at: str
    nota: int
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
    name: str = personal()
    phone: str = personal()
    email: str = personal()
    address: str = personal()
    what_happened: str = personal()
    expected: str = personal()
    understood: str = personal()
    serial: str = personal()
    condition: str = personal()
    accessories: tuple[str, ...] = personal(())


@dataclass(frozen=True, kw_only=True)
class ComplaintNoted(Deed):
    """Somebody wrote a line for their colleagues.

    `message` names the prepared message that was sent to them, if it was one.
    """

    KIND = "complaint.noted"
    message: str = ""
    roadblock: str = ""
    text: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintWithdrawn(Deed):
    """The customer took it back, or it was entered by mistake."""

    KIND = "complaint.withdrawn"
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintPassedOn(Deed):
    """The giver hands over to somebody (`to`, a staff id), or to whoever works at `branch`.

    The receiver still has to accept.
    """

    KIND = "complaint.passed_on"
    to: str
    branch: str = ""


@dataclass(frozen=True, kw_only=True)
class ComplaintAccepted(Deed):
    """The receiver takes the case on."""

    KIND = "complaint.accepted"


@dataclass(frozen=True, kw_only=True)
class ComplaintDeclined(Deed):
    """The receiver gives the case back, with a reason."""

    KIND = "complaint.declined"
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintStarted(Deed):
    """Somebody began to handle it."""

    KIND = "complaint.started"


@dataclass(frozen=True, kw_only=True)
class ComplaintContacted(Deed):
    """A call, message or visit, in or out; `answered` is False where nobody was reached.

    `message` names the prepared message that was sent, if it was one.
    """

    KIND = "complaint.contacted"
    direction: str
    how: str
    answered: bool
    message: str = ""
    said: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintExtended(Deed):
    """More time, agreed with the customer in a contact that is logged with it.

    `roadblock` is what delays the case, where somebody said so.
    """

    KIND = "complaint.extended"
    until: str
    direction: str
    how: str
    roadblock: str = ""
    said: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintExamined(Deed):
    """What the technician found, as against what the customer says is wrong."""

    KIND = "complaint.examined"
    found: str
    cause: str = ""
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class ComplaintJudged(Deed):
    """Whose fault it was: shop, product, customer, nobody."""

    KIND = "complaint.judged"
    fault: str


@dataclass(frozen=True, kw_only=True)
class JudgementConfirmed(Deed):
    """Somebody other than the analyst agrees with the judgement; `alone` where there is nobody."""

    KIND = "complaint.judgement_confirmed"
    alone: bool = False


@dataclass(frozen=True, kw_only=True)
class ComplaintPromised(Deed):
    """What was promised to the customer, by when, by whom (a staff id)."""

    KIND = "complaint.promised"
    promise: str
    by: str
    who: str
    what: str = personal()


@dataclass(frozen=True, kw_only=True)
class PromiseKept(Deed):
    """A promise was kept."""

    KIND = "complaint.promise_kept"
    promise: str


@dataclass(frozen=True, kw_only=True)
class PromiseBroken(Deed):
    """A promise was not kept, and why."""

    KIND = "complaint.promise_broken"
    promise: str
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintWaiting(Deed):
    """Who or what is waited for: customer, part, maker, other. The clock goes on."""

    KIND = "complaint.waiting"
    waits_for: str
    roadblock: str = ""
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintSolved(Deed):
    """It is solved, and waits for the customer's word."""

    KIND = "complaint.solved"
    cause: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class ComplaintClosed(Deed):
    """Closed with the customer's own word.

    `score` and `ease` are 1 to 5, 0 where declined; `alone` where who repaired also closed, since
    nobody else works there.
    """

    KIND = "complaint.closed"
    answer: str
    score: int = 0
    ease: int = 0
    entered_by: str
    alone: bool = False
    words: str = personal()
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintNotAgreed(Deed):
    """The customer does not agree: it goes up to `level` (cro, head_office) and stays open."""

    KIND = "complaint.not_agreed"
    level: str
    score: int = 0
    entered_by: str = "staff"
    words: str = personal()
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintReopened(Deed):
    """The customer brings it back: the same number, a new 24 hours."""

    KIND = "complaint.reopened"
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintCorrected(Deed):
    """A field holds another value from now on; the old line stays readable."""

    KIND = "complaint.corrected"
    field: str
    value: str = personal()
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintAttached(Deed):
    """A photo or document, by its digest."""

    KIND = "complaint.attached"
    file: str
    name: str = personal()
    caption: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintLinked(Deed):
    """It belongs together with the complaint `other` (id): same_matter, related, or different.

    “different” says that somebody looked, and the two have nothing to do with each other.
    """

    KIND = "complaint.linked"
    other: str
    number: str
    link: str


@dataclass(frozen=True, kw_only=True)
class ConflictSettled(Deed):
    """Somebody looked at what contradicts itself; `entries` are those that made it, node:seq."""

    KIND = "complaint.conflict_settled"
    entries: tuple[str, ...]
    text: str = personal()


@dataclass(frozen=True, kw_only=True)
class FeedbackTaken(Event):
    """A suggestion, question or praise: without number and clock; the subject is its own id."""

    KIND = "feedback.taken"
    kind: str
    branch: str
    channel: str = "walk_in"
    received_at: str
    text: str = personal()
    name: str = personal()
    phone: str = personal()
