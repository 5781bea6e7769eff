"""The one vocabulary of the journal, and how an entry is read.

Reading never fails: what this program does not understand comes back as `Unknown`, is carried and
stays chained. A key that a newer program added to a known kind is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints

from desk.rules import case_entries, desk_entries
from desk.rules.chain import Entry
from desk.rules.event import Event, Unknown

_VOCABULARY: Mapping[str, type[Event]] = {
    event.KIND: event
    for module in (desk_entries, case_entries)
    for event in vars(module).values()
    if isinstance(event, type) and issubclass(event, Event) and event.KIND
}
_LARGEST = 2**63
"""Numbers beyond have no place in a table."""


def read(entry: Entry) -> Event:
    """The event in an entry; `Unknown` where kind, version or form are not understood."""
    return understood(entry)[0]


def understood(entry: Entry) -> tuple[Event, bool]:
    """The event in an entry, and whether that is all the entry says."""
    event = _VOCABULARY.get(entry.kind)
    try:
        body = json.loads(entry.body)
        secret = json.loads(entry.personal) if entry.personal else {}
        if event is None or body.pop("v") != event.VERSION:
            return Unknown(kind=entry.kind), False
        return _typed(event, body, secret)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Unknown(kind=entry.kind), False


@cache
def _hints(event: Any) -> dict[str, Any]:
    return get_type_hints(event)


@cache
def _personal(event: Any) -> frozenset[str]:
    return frozenset(item.name for item in fields(event) if item.metadata.get("personal"))


@cache
def _public(event: Any) -> frozenset[str]:
    return frozenset(item.name for item in fields(event)) - _personal(event)


def _typed(
    event: type[Event], body: Mapping[str, Any], secret: Mapping[str, Any]
) -> tuple[Event, bool]:
    public, personal = _public(cast(Hashable, event)), _personal(cast(Hashable, event))
    if not (personal.isdisjoint(body) and public.isdisjoint(secret)):
        raise TypeError(event)  # what stands among the others could not be erased
    hints = _hints(cast(Hashable, event))
    known = {name: value for name, value in body.items() if name in public}
    known |= {name: value for name, value in secret.items() if name in personal}
    whole = len(known) == len(body) + len(secret)
    return event(**{name: _checked(value, hints[name]) for name, value in known.items()}), whole


def _checked(value: Any, wanted: Any) -> Any:
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise TypeError(value)
        return tuple(_checked(item, get_args(wanted)[0]) for item in value)
    if type(value) is not wanted:
        raise TypeError(value)
    if wanted is str:
        value.encode()  # half a surrogate pair can be read from JSON, but not stored
    elif wanted is int and not -_LARGEST <= value < _LARGEST:
        raise ValueError(value)
    return value
