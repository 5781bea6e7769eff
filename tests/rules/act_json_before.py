"""The reader of details as it was, for one comparison."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import fields, replace

from desk.rules.acts import ACTS, Act, Contact, Extend, MakePromise
from desk.rules.errors import Invalid
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
    act = _typed(kind, _object(document, "details"))
    return replace(act, promise=new_id) if isinstance(act, MakePromise) else act


def _typed(kind: type[Act], values: Mapping[str, Any]) -> Act:
    names = {item.encode_name: item for item in fields(kind) if item.name != _LOOKED_UP}
    strange = sorted(set(values) - set(names))
    if strange:
        raise Invalid(
            say("act_json", "“{name}” is not a detail of this action.")(name=strange[0][:40]),
            field=strange[0][:40] or "details",
        )
    typed: dict[str, Any] = {
        names[name].name: _checked(kind, name, names[name].default, value)
        for name, value in values.items()
        if value is not None
    }
    return kind(**typed)


def _checked(kind: type[Act], name: str, default: object, value: Any) -> object:
    if kind is Extend and name == "contact":
        return _typed(Contact, _object(value, name))
    wanted = int if name in {"score", "ease"} else type(default)
    if type(value) is not wanted:
        raise Invalid(_wrong_kind(name), field=name)
    return value


def _object(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Invalid(_wrong_kind(name), field=name)
    return value


def _wrong_kind(name: str) -> Any:
    return say("act_json", "“{name}” holds something else than expected.")(name=name)
