"""What can be said in the journal: an event is a value with a kind and a version.

A field that is `Personal` is stored apart from the others, so that it can be erased.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, ClassVar

from msgspec import Meta, Struct
from msgspec.structs import fields

PERSONAL = Meta(extra={"personal": True})
"""Marks a field with personal data: its default is what is read once it was erased."""

Personal = Annotated[str, PERSONAL]

Whole = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
"""A number that has its place in a table."""


class Event(Struct, frozen=True, kw_only=True):
    """Something that happened, without the envelope of who, where and when."""

    KIND: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1


class Unknown(Event, frozen=True, kw_only=True):
    """An entry of a newer program, or one that is not well-formed."""

    kind: str


@cache
def personal_names(event: type[Event]) -> frozenset[str]:
    """The fields that are stored apart."""
    return frozenset(
        item.name for item in fields(event) if PERSONAL in getattr(item.type, "__metadata__", ())
    )


@cache
def _defaults(event: type[Event]) -> dict[str, object]:
    return {item.name: item.default for item in fields(event)}


def parts(event: Event) -> tuple[dict[str, object], dict[str, object]]:
    """The event as (body, personal), ready for JSON; defaults are left out."""
    body: dict[str, object] = {"v": event.VERSION}
    secret: dict[str, object] = {}
    apart = personal_names(type(event))
    for name, default in _defaults(type(event)).items():
        value = getattr(event, name)
        if value != default:
            (secret if name in apart else body)[name] = value
    return body, secret
