"""JSON from elsewhere is taken only in its canonical form and only in the shape that is expected.

A shape is a type that msgspec checks. Keys that a newer version added are let through, where the
type does not forbid them.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from pyrage import RecipientError
from pyrage.x25519 import Recipient

from desk.rules.chain import canonical

_UNSHOWN = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"


def only(pattern: str) -> Meta:
    """For a text that is nothing but this."""
    return Meta(pattern=rf"\A(?:{pattern})\Z")


Node = Annotated[str, only("[0-9a-f]{16}")]
Hash = Annotated[str, only("[0-9a-f]{64}")]
Salt = Annotated[str, only("[0-9a-f]{32}")]
Signed = Annotated[str, only("[0-9a-f]{128}")]
Branch = Annotated[str, only("[0-9A-Z]{1,8}")]
Name = Annotated[str, only(f"[^{_UNSHOWN}]{{0,200}}")]
"""What a person is shown: no control characters and none that turn the writing direction."""

Moment = Annotated[str, only(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")]
"""UTC, ISO 8601, milliseconds and a Z; see `check_moment`."""


def check_moment(text: str) -> None:
    """Raises ValueError for a day that is not in the calendar."""
    datetime.fromisoformat(text)


def check_recipient(text: str) -> None:
    """Raises ValueError for whom age cannot encrypt by X25519."""
    try:
        known = text.startswith("age1") and str(Recipient.from_str(text)) == text
    except RecipientError:
        known = False
    if not known:
        raise ValueError(text)


def canonical_object(data: bytes) -> dict[str, Any] | None:
    """The JSON object that has exactly these bytes as its canonical form; None for all else."""
    try:
        value = json.loads(data.decode())
        return value if isinstance(value, dict) and canonical(value) == data else None
    except (ValueError, RecursionError):
        return None


def fits(value: object, shape: Any) -> bool:
    """Whether `value` has the shape. A whole number is not a truth value, nor the other way."""
    try:
        msgspec.convert(value, shape)
    except ValueError:
        return False
    return True


def one_line(text: str) -> str:
    """A name as it fits into NAME."""
    return re.sub(f"[{_UNSHOWN}]", " ", text)[:200]
