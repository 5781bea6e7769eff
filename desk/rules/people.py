"""Who may do what: the one table of roles and actions (domain.md, section 2)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType

from desk.rules.choices import Choices
from desk.rules.errors import Invalid, Refused
from desk.words import Text, say


class Action(StrEnum):
    """Everything that somebody can do here; the name of permission, menu item and test."""

    REGISTER = "register"
    NOTE = "note"
    WITHDRAW = "withdraw"
    PRINT_RECEIPT = "print_receipt"
    EXPORT = "export"
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

_COUNTER = frozenset(
    {
        Action.REGISTER,
        Action.NOTE,
        Action.WITHDRAW,
        Action.PRINT_RECEIPT,
        Action.EXPORT,
        Action.BACKUP,
    }
)
_OFFICE = _COUNTER | {Action.READ_SALES}
_ALLOWED = MappingProxyType(
    {
        "staff": _COUNTER,
        "cro": _OFFICE,
        "supervisor": _OFFICE,
        "technician": frozenset({Action.NOTE, Action.BACKUP}),
        "head_office": _OFFICE | {Action.TRUST, Action.STAFF},
        "admin": frozenset(
            {
                Action.EXPORT,
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
        Action.NOTE: say("people", "add a note"),
        Action.WITHDRAW: say("people", "withdraw a complaint"),
        Action.PRINT_RECEIPT: say("people", "print a receipt"),
        Action.EXPORT: say("people", "write the file for head office"),
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
