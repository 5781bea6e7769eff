"""What can happen to a desk: set up, named, staffed, connected; and what it wrote or read."""

from __future__ import annotations

from dataclasses import dataclass

from desk.rules.event import Event, personal


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
    """What the company calls itself, and its logo by digest; the subject is “company”."""

    KIND = "company.named"
    name: str
    logo: str = ""


@dataclass(frozen=True, kw_only=True)
class BranchNamed(Event):
    """A branch as its receipts show it; the subject is the branch code."""

    KIND = "branch.named"
    name: str
    address: str = ""
    reach: str = ""


@dataclass(frozen=True, kw_only=True)
class StaffAdded(Event):
    """Somebody began to work; the subject is the staff id.

    `branch` where head office added them for a branch; else they work at the desk that wrote it.
    """

    KIND = "staff.added"
    roles: tuple[str, ...]
    branch: str = ""
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
class CardRevoked(Event):
    """A card counts no more: the PC was lost, or replaced by the node `replaced_by`."""

    KIND = "card.revoked"
    why: str = ""
    replaced_by: str = ""


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
class StaffRolesChanged(Event):
    """Somebody's roles are others from now on."""

    KIND = "staff.roles_changed"
    roles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class StaffPinSet(Event):
    """Somebody has a new PIN; the PIN itself never comes into the journal."""

    KIND = "staff.pin_set"


@dataclass(frozen=True, kw_only=True)
class StaffPinWrong(Event):
    """Somebody typed a wrong PIN, so many times in a row."""

    KIND = "staff.pin_wrong"
    tries: int


@dataclass(frozen=True, kw_only=True)
class StaffBranchesSet(Event):
    """Whose cases somebody at head office sees, by branch code; none: every branch's."""

    KIND = "staff.branches_set"
    branches: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ImportApplied(Event):
    """A file of another desk brought something new; the subject is the package id."""

    KIND = "import.applied"
    sender: str
    sha256: str
    applied: int
    known: int
    doubtful: int = 0
