"""What can happen to a desk: set up, named, staffed, connected; and what it wrote or read."""

from __future__ import annotations

from desk.rules.event import Event, Personal, Whole


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
