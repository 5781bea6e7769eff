"""The details of an action as JSON become an act (design.md, section 8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import ValidationError, convert
from msgspec.structs import replace

from desk.rules.acts import ACTS, Act, Contact, Extend, MakePromise
from desk.rules.errors import Invalid, name_of
from desk.rules.intake import storable
from desk.rules.people import Action
from desk.words import say

_LOOKED_UP = "other"
"""The id behind a number: no detail that somebody types."""

BY_COMMAND = frozenset(ACTS) - {Action.PRINT_RECEIPT}
"""The actions of the command `act`."""


def from_json(action: str, document: object, *, new_id: str) -> Act:
    """The act with these details; `new_id` names a promise. Raises Invalid with the field's name.

    Raises Invalid for the field `action` where it is none that can be done to a complaint.
    """
    if action not in BY_COMMAND:
        raise Invalid(
            say("act_json", "“{typed}” is not an action. It can be: {known}.")(
                typed=action[:40], known=", ".join(sorted(BY_COMMAND))
            ),
            field="action",
        )
    kind = ACTS[Action(action)]
    if not isinstance(document, dict):
        raise _misfit("details")
    try:
        act = convert(_given(kind, document), kind)
    except ValidationError as fault:
        raise _misfit(name_of(fault)) from fault
    return replace(act, promise=new_id) if isinstance(act, MakePromise) else act


def _misfit(name: str) -> Invalid:
    return Invalid(
        say("act_json", "“{name}” holds something else than expected.")(name=name), field=name
    )


def _given(kind: type[Act], values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is null. Raises Invalid for a name that is no detail."""
    strange = sorted({*values} - ({*kind.__struct_encode_fields__} - {_LOOKED_UP}))
    if strange:
        raise Invalid(
            say("act_json", "“{name}” is not a detail of this action.")(name=strange[0][:40]),
            field=strange[0][:40] or "details",
        )
    given = {name: storable(value) for name, value in values.items() if value is not None}
    if kind is Extend and isinstance(contact := given.get("contact"), dict):
        given["contact"] = _given(Contact, contact)
    return given
