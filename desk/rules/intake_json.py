"""A complaint as JSON becomes an intake (design.md, section 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, ValidationError, convert
from msgspec.structs import asdict

from desk.rules.errors import Invalid, name_of
from desk.rules.intake import Intake, clean, storable
from desk.words import say


class _Customer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


class _TakenIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    condition: str = ""
    accessories: tuple[str, ...] = ()


class _Document(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields in the order in which they are looked at."""

    draft_id: str = ""
    customer: _Customer = _Customer()
    nota: str | int = ""
    received_at: str = ""
    what_happened: str = ""
    channel: str = "walk_in"
    kind: str = "complaint"
    expected: str = ""
    asked_for: str = ""
    understood: str = ""
    product: str = ""
    serial: str = ""
    bought_at: str = ""
    sold_branch: str | int = ""
    factor: str = ""
    no_nota: bool = False
    safety: bool = False
    taken_in: _TakenIn = _TakenIn()


_PARTS: Mapping[str, type[Struct]] = {"customer": _Customer, "taken_in": _TakenIn}


def from_json(document: object, *, id_for: Callable[[str | None], str]) -> Intake:
    """The intake in one JSON document of design.md, section 8.

    `id_for(draft_id or None)` gives the complaint's id. Raises Invalid with the field's name.
    """
    if not isinstance(document, dict):
        raise _misfit("complaint")
    try:
        told = convert(_given(document), _Document)
    except ValidationError as fault:
        raise _misfit(name_of(fault)) from fault
    values = asdict(told) | asdict(told.customer) | asdict(told.taken_in)
    typed = {name: _clean(value) for name, value in values.items() if name not in _PARTS}
    draft = typed.pop("draft_id")
    if len(draft) > 200:
        raise _misfit("draft_id")
    return Intake(id=id_for(draft or None), **typed)


def _misfit(name: str) -> Invalid:
    return Invalid(
        say("intake", "“{name}” holds something else than expected.")(name=name), field=name
    )


def _given(document: Mapping[str, Any]) -> dict[str, Any]:
    """In the order of the fields, without what is null. Raises Invalid for a name that is none."""
    parts = {name: document[name] for name in _PARTS if document.get(name) is not None}
    for name, part in parts.items():
        if not isinstance(part, dict):
            raise _misfit(name)
    given = _known(_Document, document)
    given |= {name: _known(_PARTS[name], part) for name, part in parts.items()}
    taken_in = given.get("taken_in", {})
    if not taken_in.get("accessories"):  # an empty text means none, too
        taken_in.pop("accessories", None)
    return given


def _known(kind: type[Struct], values: Mapping[str, Any]) -> dict[str, Any]:
    names = kind.__struct_fields__
    strange = sorted({*values}.difference(names))
    if strange:
        raise Invalid(
            say("intake", "“{name}” is not a field of a complaint.")(name=strange[0][:40]),
            field=strange[0][:40],
        )
    return {name: storable(values[name]) for name in names if values.get(name) is not None}


def _clean(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(filter(None, map(clean, value)))
    return value if isinstance(value, bool) else clean(str(value))
