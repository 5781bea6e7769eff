"""What can be asked of the desk: each command a value, with what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.rules.intake import Intake


@dataclass(frozen=True, kw_only=True)
class Register:
    """Takes in a complaint; gives `Registered`. The same intake id twice gives the same number."""

    intake: Intake


@dataclass(frozen=True, kw_only=True)
class Registered:
    """The complaint is safe on the disk under this number. Times are aware."""

    id: str
    number: str
    grouped: str
    received_at: datetime
    due_at: datetime
    known: bool = False


@dataclass(frozen=True, kw_only=True)
class AddNote:
    """Writes a line for the colleagues."""

    complaint: str
    text: str
    seen: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """The customer takes it back, or it was entered by mistake."""

    complaint: str
    why: str
    seen: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class NotePrinted:
    """A receipt went to paper: `way` is “printer” or “file”."""

    complaint: str
    paper: str
    way: str


@dataclass(frozen=True, kw_only=True)
class AddStaff:
    """Somebody begins to work here; gives their staff id. An empty PIN sets none."""

    name: str
    roles: tuple[str, ...]
    pin: str = ""


@dataclass(frozen=True, kw_only=True)
class SwitchOffStaff:
    """Somebody left; their name stays on what they did."""

    staff: str


@dataclass(frozen=True, kw_only=True)
class DescribeShop:
    """How the company and this branch are named on papers."""

    company: str
    branch_name: str
    address: str = ""
    reach: str = ""


@dataclass(frozen=True, kw_only=True)
class TrustCard:
    """Accepts another desk's card, after the fingerprint was compared."""

    node: str
    company: str
    name: str
    branch: str
    head_office: bool
    signing_key: str
    recipient: str


@dataclass(frozen=True, kw_only=True)
class NoteExported:
    """A file is whole on the disk, read back and verified."""

    package: str
    receiver: str
    sha256: str
    entries: int
    upto: int
    personal: bool


@dataclass(frozen=True, kw_only=True)
class NoteSalesRead:
    """A sales list was read in; the counts add up to `rows`."""

    rows: int
    taken: int
    remarked: int
    known: int
    refused: int


Command = (
    Register
    | AddNote
    | Withdraw
    | NotePrinted
    | AddStaff
    | SwitchOffStaff
    | DescribeShop
    | TrustCard
    | NoteExported
    | NoteSalesRead
)
