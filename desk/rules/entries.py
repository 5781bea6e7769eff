"""The one vocabulary of the journal, and how an entry is read.

Reading never fails: what this program does not understand comes back as `Unknown`, is carried and
stays chained. A key that a newer program added to a known kind is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from desk.rules import case_entries, desk_entries
from desk.rules.chain import Entry
from desk.rules.event import Event, Unknown, personal_names

_VOCABULARY: Mapping[str, type[Event]] = {
    event.KIND: event
    for module in (desk_entries, case_entries)
    for event in vars(module).values()
    if isinstance(event, type) and issubclass(event, Event) and event.KIND
}
_OBJECT = msgspec.json.Decoder(dict[str, Any])


def read(entry: Entry) -> Event:
    """The event in an entry; `Unknown` where kind, version or form are not understood."""
    return understood(entry)[0]


def understood(entry: Entry) -> tuple[Event, bool]:
    """The event in an entry, and whether that is all the entry says."""
    unknown = Unknown(kind=entry.kind)
    event = _VOCABULARY.get(entry.kind)
    try:
        body = _OBJECT.decode(entry.body)
        secret = _OBJECT.decode(entry.personal) if entry.personal else {}
        if event is None or body.pop("v", None) != event.VERSION:
            return unknown, False
        apart, public = personal_names(event), _public_names(event)
        if not (apart.isdisjoint(body) and public.isdisjoint(secret)):
            return unknown, False  # what stands among the others could not be erased
        whole = public.issuperset(body) and apart.issuperset(secret)
        return msgspec.convert({**body, **secret}, event), whole
    except (ValueError, RecursionError):
        return unknown, False


@cache
def _public_names(event: type[Event]) -> frozenset[str]:
    return frozenset(event.__struct_fields__) - personal_names(event)
