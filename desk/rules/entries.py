"""The vocabulary of the journal: what can have happened, each a typed dataclass with a version.

A field marked `personal()` is stored apart from the others, so that it can be erased. Reading never
fails: what this program does not understand comes back as `Unknown`, is carried and stays chained.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, ClassVar, cast, get_args, get_origin, get_type_hints

from desk.rules.chain import Entry


def personal(default: Any = "") -> Any:
    """A field with personal data: its default is what is read once it was erased."""
    return field(default=default, metadata={"personal": True})


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened, without the envelope of who, where and when."""

    KIND: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1


@dataclass(frozen=True, kw_only=True)
class DeskSetUp(Event):
    """A desk came to be; the subject is its node."""

    KIND = "desk.set_up"
    branch: str
    letter: str = ""
    head_office: bool = False
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class NodeSucceeded(Event):
    """This desk goes on where another left off, after a restore; the subject is the old node."""

    KIND = "node.succeeded"
    seq: int
    no_nota_from: int


@dataclass(frozen=True, kw_only=True)
class CompanyNamed(Event):
    """What the company calls itself; the subject is “company”."""

    KIND = "company.named"
    name: str


@dataclass(frozen=True, kw_only=True)
class BranchNamed(Event):
    """A branch as its receipts show it; the subject is the branch code."""

    KIND = "branch.named"
    name: str
    address: str = ""
    reach: str = ""


@dataclass(frozen=True, kw_only=True)
class StaffAdded(Event):
    """Somebody began to work here; the subject is the staff id."""

    KIND = "staff.added"
    roles: tuple[str, ...]
    name: str = personal()


@dataclass(frozen=True, kw_only=True)
class StaffSwitchedOff(Event):
    """Somebody left; their name stays on what they did."""

    KIND = "staff.switched_off"


@dataclass(frozen=True, kw_only=True)
class CardTrusted(Event):
    """Another desk's card was accepted; the subject is its node. Keys are hex and age text."""

    KIND = "card.trusted"
    company: str
    name: str
    branch: str
    head_office: bool
    signing_key: str
    recipient: str


@dataclass(frozen=True, kw_only=True)
class SalesRead(Event):
    """A sales list was read in; `rows` is the sum of the four counts."""

    KIND = "sales.read"
    rows: int
    taken: int
    remarked: int
    known: int
    refused: int


@dataclass(frozen=True, kw_only=True)
class ExportWritten(Event):
    """A file for another desk is whole on the disk; the subject is the package id."""

    KIND = "export.written"
    receiver: str
    sha256: str
    entries: int
    upto: int
    personal: bool


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
class ComplaintNoted(Event):
    """Somebody wrote a line for their colleagues."""

    KIND = "complaint.noted"
    happened_at: str = ""
    text: str = personal()


@dataclass(frozen=True, kw_only=True)
class ComplaintWithdrawn(Event):
    """The customer took it back, or it was entered by mistake."""

    KIND = "complaint.withdrawn"
    why: str = personal()


@dataclass(frozen=True, kw_only=True)
class Unknown(Event):
    """An entry of a newer program, or one that is not well-formed."""

    kind: str


_VOCABULARY: Mapping[str, type[Event]] = {
    event.KIND: event for event in Event.__subclasses__() if event.KIND
}
_LARGEST = 2**63
"""Numbers beyond have no place in a table."""


def parts(event: Event) -> tuple[dict[str, object], dict[str, object]]:
    """The event as (body, personal), ready for JSON; defaults are left out."""
    body: dict[str, object] = {"v": event.VERSION}
    secret: dict[str, object] = {}
    for item in fields(event):
        value = getattr(event, item.name)
        if value != item.default:
            (secret if item.metadata.get("personal") else body)[item.name] = value
    return body, secret


def read(entry: Entry) -> Event:
    """The event in an entry; `Unknown` where kind, version or form are not understood."""
    event = _VOCABULARY.get(entry.kind)
    try:
        body = json.loads(entry.body)
        secret = json.loads(entry.personal) if entry.personal else {}
        if event is None or body.pop("v") != event.VERSION:
            return Unknown(kind=entry.kind)
        return _typed(event, body, secret)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Unknown(kind=entry.kind)


@cache
def _hints(event: Any) -> dict[str, Any]:
    return get_type_hints(event)


@cache
def _personal(event: Any) -> frozenset[str]:
    return frozenset(item.name for item in fields(event) if item.metadata.get("personal"))


def _typed(event: type[Event], body: Mapping[str, Any], secret: Mapping[str, Any]) -> Event:
    kept_apart = _personal(cast(Hashable, event))
    if not (kept_apart.isdisjoint(body) and kept_apart.issuperset(secret)):
        raise TypeError(event)  # what stands among the others could not be erased
    hints = _hints(cast(Hashable, event))
    values = {**body, **secret}
    return event(**{name: _checked(value, hints[name]) for name, value in values.items()})


def _checked(value: Any, wanted: Any) -> Any:
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise TypeError(value)
        return tuple(_checked(item, get_args(wanted)[0]) for item in value)
    if type(value) is not wanted:
        raise TypeError(value)
    if wanted is str:
        value.encode()  # half a surrogate pair can be read from JSON, but not stored
    elif wanted is int and not -_LARGEST <= value < _LARGEST:
        raise ValueError(value)
    return value
