"""Who may do what: the one table of roles and actions (domain.md, section 2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from desk.rules.choices import Choices
from desk.rules.errors import Invalid, Refused
from desk.words import Text, say


class Action(StrEnum):
    """Everything that somebody can do here; the name of permission, menu item, command and test."""

    REGISTER = "register"
    FEEDBACK = "feedback"
    PASS_ON = "pass_on"  # noqa: S105 - no password
    ACCEPT = "accept"
    DECLINE = "decline"
    START = "start"
    CONTACT = "contact"
    EXTEND = "extend"
    EXAMINE = "examine"
    JUDGE = "judge"
    CONFIRM_JUDGEMENT = "confirm_judgement"
    PROMISE = "promise"
    KEEP = "keep"
    BREAK = "break"
    WAIT = "wait"
    SOLVE = "solve"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    NOTE = "note"
    CORRECT = "correct"
    ATTACH = "attach"
    LINK = "link"
    SETTLE = "settle"
    PRINT_RECEIPT = "print_receipt"
    EXPORT = "export"
    IMPORT = "import"
    READ_SALES = "read_sales"
    TRUST = "trust"
    STAFF = "staff"
    SETTINGS = "settings"
    BACKUP = "backup"
    RESTORE = "restore"
    REBUILD = "rebuild"


ROLES: Choices = MappingProxyType(
    {
        "staff": say("people", "Staff"),
        "cro": say("people", "Customer relations officer"),
        "supervisor": say("people", "Shop supervisor"),
        "technician": say("people", "Technician"),
        "head_office": say("people", "Head office"),
        "admin": say("people", "Administrator"),
    }
)

_EVERYBODY = frozenset(
    {
        Action.ACCEPT,
        Action.DECLINE,
        Action.NOTE,
        Action.ATTACH,
        Action.LINK,
        Action.CONTACT,
        Action.KEEP,
        Action.BREAK,
        Action.BACKUP,
    }
)
_COUNTER = _EVERYBODY | {
    Action.REGISTER,
    Action.FEEDBACK,
    Action.PASS_ON,
    Action.WITHDRAW,
    Action.CORRECT,
    Action.PROMISE,
    Action.PRINT_RECEIPT,
    Action.EXPORT,
    Action.IMPORT,
}
_LEADING = _COUNTER | {
    Action.START,
    Action.EXTEND,
    Action.CONFIRM_JUDGEMENT,
    Action.WAIT,
    Action.REOPEN,
    Action.SETTLE,
    Action.READ_SALES,
}
_ALLOWED = MappingProxyType(
    {
        "staff": _COUNTER,
        "cro": _LEADING | {Action.CLOSE},
        "supervisor": _LEADING | {Action.EXAMINE, Action.JUDGE, Action.SOLVE},
        "technician": _EVERYBODY | {Action.START, Action.EXAMINE},
        "head_office": _LEADING
        | {Action.JUDGE, Action.CLOSE, Action.SOLVE, Action.TRUST, Action.STAFF},
        "admin": frozenset(
            {
                Action.EXPORT,
                Action.IMPORT,
                Action.READ_SALES,
                Action.TRUST,
                Action.STAFF,
                Action.SETTINGS,
                Action.BACKUP,
                Action.RESTORE,
                Action.REBUILD,
            }
        ),
    }
)

_DEEDS = MappingProxyType(
    {
        Action.REGISTER: say("people", "register a complaint"),
        Action.FEEDBACK: say("people", "take in a suggestion, question or praise"),
        Action.PASS_ON: say("people", "pass a complaint on"),
        Action.ACCEPT: say("people", "accept a hand-over"),
        Action.DECLINE: say("people", "give a hand-over back"),
        Action.START: say("people", "begin handling a complaint"),
        Action.CONTACT: say("people", "log a contact"),
        Action.EXTEND: say("people", "agree on more time"),
        Action.EXAMINE: say("people", "examine the product"),
        Action.JUDGE: say("people", "judge whose fault it was"),
        Action.CONFIRM_JUDGEMENT: say("people", "confirm a judgement"),
        Action.PROMISE: say("people", "make a promise"),
        Action.KEEP: say("people", "mark a promise as kept"),
        Action.BREAK: say("people", "mark a promise as broken"),
        Action.WAIT: say("people", "set a complaint to waiting"),
        Action.SOLVE: say("people", "call a complaint solved"),
        Action.CLOSE: say("people", "close with the customer"),
        Action.REOPEN: say("people", "reopen a complaint"),
        Action.CORRECT: say("people", "correct a complaint"),
        Action.ATTACH: say("people", "attach a photo"),
        Action.LINK: say("people", "link two complaints"),
        Action.SETTLE: say("people", "settle a contradiction"),
        Action.NOTE: say("people", "add a note"),
        Action.WITHDRAW: say("people", "withdraw a complaint"),
        Action.PRINT_RECEIPT: say("people", "print a receipt"),
        Action.EXPORT: say("people", "write the file for head office"),
        Action.IMPORT: say("people", "read in the file of another desk"),
        Action.READ_SALES: say("people", "read in a sales list"),
        Action.TRUST: say("people", "accept the card of another desk"),
        Action.STAFF: say("people", "add or switch off people"),
        Action.SETTINGS: say("people", "change the settings of the shop"),
        Action.BACKUP: say("people", "make a backup"),
        Action.RESTORE: say("people", "restore a backup"),
        Action.REBUILD: say("people", "rebuild the tables"),
    }
)


def may(roles: Iterable[str], action: Action) -> bool:
    """Whether somebody with these roles may do it; an unknown role allows nothing."""
    return any(action in _ALLOWED.get(role, frozenset()) for role in roles)


def who_may(action: Action) -> tuple[str, ...]:
    """The roles that may do it, in the order of the table."""
    return tuple(role for role in ROLES if action in _ALLOWED[role])


def refusal(roles: Iterable[str], action: Action) -> Text | None:
    """Why somebody with these roles may not do it, or None where they may."""
    if may(roles, action):
        return None
    allowed = who_may(action)
    names = ROLES[allowed[0]]
    for role in allowed[1:]:
        names = say("people", "{first}, {next}")(first=names, next=ROLES[role])
    return say("people", "To {deed} takes another role: {roles}. Nothing was changed.")(
        deed=_DEEDS[action], roles=names
    )


def check(roles: Iterable[str], action: Action) -> None:
    """Raises Refused where somebody with these roles may not do it."""
    reason = refusal(tuple(roles), action)
    if reason is not None:
        raise Refused(reason)


def parse_roles(typed: str) -> tuple[str, ...]:
    """“staff,cro” as role keys, each once. Raises Invalid for the field `roles`."""
    roles = tuple(dict.fromkeys(part.strip() for part in typed.split(",") if part.strip()))
    unknown = [role for role in roles if role not in ROLES]
    if unknown or not roles:
        raise Invalid(
            say("people", "“{typed}” is not a list of roles. Known roles: {known}.")(
                typed=typed[:80], known=", ".join(ROLES)
            ),
            field="roles",
        )
    return roles


@dataclass(frozen=True)
class Colleague:
    """Somebody who works here now, or elsewhere, at `branch`."""

    id: str
    name: str
    roles: tuple[str, ...]
    branch: str = ""


@dataclass(frozen=True)
class Circle:
    """Who acts, who else works here, and who is known elsewhere.

    `branch` is this desk's, `branches` all that are known; `sees` are those whose cases the actor
    may see, every one where it is empty.
    """

    actor: str
    roles: tuple[str, ...]
    colleagues: tuple[Colleague, ...] = ()
    elsewhere: tuple[Colleague, ...] = ()
    branch: str = ""
    branches: tuple[str, ...] = ()
    sees: frozenset[str] = frozenset()

    def name_of(self, staff: str) -> str:
        """A name for an id; the id itself where it is nobody known."""
        everybody = (*self.colleagues, *self.elsewhere)
        return next((one.name for one in everybody if one.id == staff), staff)

    def others_who_may(self, action: Action, besides: Iterable[str]) -> list[str]:
        """The names of those who may do it and are not among `besides`."""
        left_out = {*besides}
        return [
            one.name for one in self.colleagues if one.id not in left_out and may(one.roles, action)
        ]

    def find(self, typed: str, field: str) -> Colleague:
        """Somebody by id or name. Raises Invalid for `field`."""
        wanted = typed.strip()
        for one in (*self.colleagues, *self.elsewhere):
            if wanted == one.id or wanted.casefold() == one.name.casefold():
                return one
        raise Invalid(
            say("people", "Nobody called “{typed}” works here. Known: {names}.")(
                typed=wanted[:60], names=", ".join(one.name for one in self.colleagues)
            ),
            field=field,
        )
