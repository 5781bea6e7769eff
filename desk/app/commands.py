"""What can be asked of the desk: each command a value, with what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.rules.acts import Act
from desk.rules.entries import CardTrusted, ExportWritten, SalesRead
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
class InOneSitting:
    """Takes in a complaint and does all of `acts` to it, or nothing; gives `Registered`."""

    intake: Intake
    acts: tuple[Act, ...]


@dataclass(frozen=True, kw_only=True)
class OnCase:
    """Does something to a complaint; `seen` is its head on the actor's screen."""

    complaint: str
    act: Act
    seen: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class TakeFeedback:
    """Takes in a suggestion, question or praise: kept, without number and clock; gives its id."""

    kind: str
    text: str
    name: str = ""
    phone: str = ""
    channel: str = "walk_in"


@dataclass(frozen=True, kw_only=True)
class ChangeRoles:
    """Somebody's roles are others from now on."""

    staff: str
    roles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SetPin:
    """Somebody gets a new PIN: one's own, or anybody's with the right to add people."""

    staff: str
    pin: str


@dataclass(frozen=True, kw_only=True)
class AddStaff:
    """Somebody begins to work here; gives their staff id. An empty PIN sets none.

    At head office, `branch` is the one where they work; they get their PIN there.
    """

    name: str
    roles: tuple[str, ...]
    pin: str = ""
    branch: str = ""


@dataclass(frozen=True, kw_only=True)
class LimitToBranches:
    """Whose cases somebody at head office sees, by branch code; none: every branch's."""

    staff: str
    branches: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NameBranch:
    """Head office names a branch, also one that has no desk yet."""

    code: str
    name: str
    address: str = ""
    reach: str = ""


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
class SetLogo:
    """Papers show this picture, by the digest of a kept file; empty for none (`app/logo.py`)."""

    digest: str


@dataclass(frozen=True, kw_only=True)
class TrustCard:
    """Accepts another desk's card, after the fingerprint was compared.

    `replaces` is a desk whose card is revoked with it: a lost PC, or the head office before.
    """

    node: str
    card: CardTrusted
    replaces: str = ""


@dataclass(frozen=True, kw_only=True)
class RevokeCard:
    """A desk's card counts no more: its later files are refused, what it wrote stays."""

    node: str
    why: str = ""
    replaced_by: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteExported:
    """A file is whole on the disk, read back and verified."""

    package: str
    written: ExportWritten


@dataclass(frozen=True, kw_only=True)
class NoteSalesRead:
    """A sales list was read in."""

    read: SalesRead


Command = (
    Register
    | InOneSitting
    | OnCase
    | TakeFeedback
    | ChangeRoles
    | SetPin
    | AddStaff
    | SwitchOffStaff
    | LimitToBranches
    | NameBranch
    | DescribeShop
    | SetLogo
    | TrustCard
    | RevokeCard
    | NoteExported
    | NoteSalesRead
)
