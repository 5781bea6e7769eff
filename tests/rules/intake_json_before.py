"""The reader of a complaint in JSON as it was, for one comparison."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from desk.rules.errors import Invalid
from desk.rules.intake import Intake, clean
from desk.words import Text, say


def from_json(document: object, *, id_for: Callable[[str | None], str]) -> Intake:
    """The intake in one JSON document of design.md, section 8.

    `id_for(draft_id or None)` gives the complaint's id. Raises Invalid with the field's name.
    """
    values = _object(document, "complaint")
    customer, taken_in = _part(values, "customer"), _part(values, "taken_in")
    for part, known in ((values, _TOP), (customer, _CUSTOMER), (taken_in, _TAKEN_IN)):
        _only_known(part, known)
    draft = _text(values, "draft_id")
    if len(draft) > 200:
        raise Invalid(_wrong_kind("draft_id"), field="draft_id")
    fields: dict[str, Any] = {name: _text(customer, name) for name in _CUSTOMER}
    fields |= {name: _text(values, name) for name in _TEXTS if values.get(name) is not None}
    return Intake(
        id=id_for(draft or None),
        **fields,
        no_nota=_yes(values, "no_nota"),
        safety=_yes(values, "safety"),
        condition=_text(taken_in, "condition"),
        accessories=_texts(taken_in, "accessories"),
    )


_CUSTOMER = ("name", "phone", "email", "address")
_TAKEN_IN = ("condition", "accessories")
_TEXTS = (
    "nota",
    "received_at",
    "what_happened",
    "channel",
    "kind",
    "expected",
    "asked_for",
    "understood",
    "product",
    "serial",
    "bought_at",
    "sold_branch",
    "factor",
)
_TOP = frozenset({*_TEXTS, "customer", "no_nota", "safety", "taken_in", "draft_id"})


def _wrong_kind(name: str) -> Text:
    return say("intake", "“{name}” holds something else than expected.")(name=name)


def _object(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Invalid(_wrong_kind(name), field=name)
    return value


def _part(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = values.get(name)
    return {} if value is None else _object(value, name)


def _only_known(values: Mapping[str, Any], known: Collection[str]) -> None:
    strange = sorted(set(values).difference(known))
    if strange:
        raise Invalid(
            say("intake", "“{name}” is not a field of a complaint.")(name=strange[0][:40]),
            field=strange[0][:40],
        )


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and name in {"nota", "sold_branch"}:
        value = str(value)
    if not isinstance(value, str):
        raise Invalid(_wrong_kind(name), field=name)
    return clean(value)


def _texts(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = values.get(name) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Invalid(_wrong_kind(name), field=name)
    return tuple(filter(None, map(clean, value)))


def _yes(values: Mapping[str, Any], name: str) -> bool:
    value = values.get(name)
    if value is not None and not isinstance(value, bool):
        raise Invalid(_wrong_kind(name), field=name)
    return bool(value)
