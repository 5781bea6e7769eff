"""The one vocabulary of the journal: what can be said in it, and how an entry is read.

An event is a value with a kind and a version. A field that is `Personal` is stored apart from the
others, so that it can be erased. Times are ISO 8601 with an offset.

Reading never fails: what this program does not understand comes back as `Unknown`, is carried and
stays chained. A key that a newer program added to a known kind is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import fields

from desk.rules.chain import Entry

PERSONAL = Meta(extra={"personal": True})
"""Marks a field with personal data: its default is what is read once it was erased."""

Personal = Annotated[str, PERSONAL]

Whole = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
"""A number that has its place in a table."""


class Event(Struct, frozen=True, kw_only=True):
    """Something that happened, without the envelope of who, where and when."""

    KIND: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1


class Unknown(Event, frozen=True, kw_only=True):
    """An entry of a newer program, or one that is not well-formed."""

    kind: str


@cache
def personal_names(event: type[Event]) -> frozenset[str]:
    """The fields that are stored apart."""
    return frozenset(
        item.name for item in fields(event) if PERSONAL in getattr(item.type, "__metadata__", ())
    )


@cache
def _defaults(event: type[Event]) -> dict[str, object]:
    return {item.name: item.default for item in fields(event)}


def parts(event: Event) -> tuple[dict[str, object], dict[str, object]]:
    """The event as (body, personal), ready for JSON; defaults are left out."""
    body: dict[str, object] = {"v": event.VERSION}
    secret: dict[str, object] = {}
    apart = personal_names(type(event))
    for name, default in _defaults(type(event)).items():
        value = getattr(event, name)
        if value != default:
            (secret if name in apart else body)[name] = value
    return body, secret


# What can happen to a desk: set up, named, staffed, connected; and what it wrote or read.


class DeskSetUp(Event, frozen=True, kw_only=True):
    """A desk came to be; the subject is its node."""

    KIND = "desk.set_up"
    branch: str
    letter: str = ""
    head_office: bool = False
    sample: bool = False


class NodeSucceeded(Event, frozen=True, kw_only=True):
    """This desk goes on where another left off, after a restore; the subject is the old node."""

    KIND = "node.succeeded"
    seq: Whole
    no_nota_from: Whole


class CompanyNamed(Event, frozen=True, kw_only=True):
    """What the company calls itself, and its logo by digest; the subject is “company”."""

    KIND = "company.named"
    name: str
    logo: str = ""


class BranchNamed(Event, frozen=True, kw_only=True):
    """A branch as its receipts show it; the subject is the branch code."""

    KIND = "branch.named"
    name: str
    address: str = ""
    reach: str = ""


class StaffAdded(Event, frozen=True, kw_only=True):
    """Somebody began to work; the subject is the staff id.

    `branch` where head office added them for a branch; else they work at the desk that wrote it.
    """

    KIND = "staff.added"
    roles: tuple[str, ...]
    branch: str = ""
    name: Personal = ""


class StaffSwitchedOff(Event, frozen=True, kw_only=True):
    """Somebody left; their name stays on what they did."""

    KIND = "staff.switched_off"


class CardTrusted(Event, frozen=True, kw_only=True):
    """Another desk's card was accepted; the subject is its node. Keys are hex and age text."""

    KIND = "card.trusted"
    company: str
    name: str
    branch: str
    head_office: bool
    signing_key: str
    recipient: str


class CardRevoked(Event, frozen=True, kw_only=True):
    """A card counts no more: the PC was lost, or replaced by the node `replaced_by`."""

    KIND = "card.revoked"
    why: str = ""
    replaced_by: str = ""


class SalesRead(Event, frozen=True, kw_only=True):
    """A sales list was read in; `rows` is the sum of the four counts."""

    KIND = "sales.read"
    rows: Whole
    taken: Whole
    remarked: Whole
    known: Whole
    refused: Whole


class ExportWritten(Event, frozen=True, kw_only=True):
    """A file for another desk is whole on the disk; the subject is the package id."""

    KIND = "export.written"
    receiver: str
    sha256: str
    entries: Whole
    upto: Whole
    personal: bool


class StaffRolesChanged(Event, frozen=True, kw_only=True):
    """Somebody's roles are others from now on."""

    KIND = "staff.roles_changed"
    roles: tuple[str, ...]


class StaffPinSet(Event, frozen=True, kw_only=True):
    """Somebody has a new PIN; the PIN itself never comes into the journal."""

    KIND = "staff.pin_set"


class StaffPinWrong(Event, frozen=True, kw_only=True):
    """Somebody typed a wrong PIN, so many times in a row."""

    KIND = "staff.pin_wrong"
    tries: Whole


class StaffBranchesSet(Event, frozen=True, kw_only=True):
    """Whose cases somebody at head office sees, by branch code; none: every branch's."""

    KIND = "staff.branches_set"
    branches: tuple[str, ...] = ()


class ImportApplied(Event, frozen=True, kw_only=True):
    """A file of another desk brought something new; the subject is the package id."""

    KIND = "import.applied"
    sender: str
    sha256: str
    applied: Whole
    known: Whole
    doubtful: Whole = 0


# What can happen to a complaint (design.md, section 8).


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


# How an entry is read.

_VOCABULARY: Mapping[str, type[Event]] = {
    event.KIND: event
    for event in [*globals().values()]
    if isinstance(event, type) and issubclass(event, Event) and event.KIND
}
_OBJECT = msgspec.json.Decoder(dict[str, Any])


def read(entry: Entry) -> Event:
    """The event in an entry; `Unknown` where kind, version or form are not understood."""
    return understood(entry)[0]


def understood(entry: Entry) -> tuple[Event, bool]:
    """The event in an entry, and whether that is all the entry says."""
    unknown = Unknown(kind=entry.kind)
    event = _VOCABULARY.get(entry.kind)
    try:
        body = _OBJECT.decode(entry.body)
        secret = _OBJECT.decode(entry.personal) if entry.personal else {}
        if event is None or body.pop("v", None) != event.VERSION:
            return unknown, False
        apart, public = personal_names(event), _public_names(event)
        if not (apart.isdisjoint(body) and public.isdisjoint(secret)):
            return unknown, False  # what stands among the others could not be erased
        whole = public.issuperset(body) and apart.issuperset(secret)
        return msgspec.convert({**body, **secret}, event), whole
    except (ValueError, RecursionError):
        return unknown, False


@cache
def _public_names(event: type[Event]) -> frozenset[str]:
    return frozenset(event.__struct_fields__) - personal_names(event)
