"""What can be said in the journal: an event is a dataclass with a kind and a version.

A field marked `personal()` is stored apart from the others, so that it can be erased.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, ClassVar


def personal(default: Any = "") -> Any:
    """A field with personal data: its default is what is read once it was erased."""
    return field(default=default, metadata={"personal": True})


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened, without the envelope of who, where and when."""

    KIND: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1


@dataclass(frozen=True, kw_only=True)
class Unknown(Event):
    """An entry of a newer program, or one that is not well-formed."""

    kind: str


def parts(event: Event) -> tuple[dict[str, object], dict[str, object]]:
    """The event as (body, personal), ready for JSON; defaults are left out."""
    body: dict[str, object] = {"v": event.VERSION}
    secret: dict[str, object] = {}
    for item in fields(event):
        value = getattr(event, item.name)
        if value != item.default:
            (secret if item.metadata.get("personal") else body)[item.name] = value
    return body, secret
