"""JSON from elsewhere is taken only in its canonical form and only in the shape that is expected.

A shape is a type, a pattern for text, a test, a tuple (one of these), a list of one (a list of
such), a mapping of keys to shapes, or the value itself. Keys that a newer version added are let
through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from types import FunctionType
from typing import Any

from pyrage import RecipientError
from pyrage.x25519 import Recipient

from desk.rules.chain import canonical

NODE = re.compile(r"[0-9a-f]{16}", re.ASCII)
HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
SALT = re.compile(r"[0-9a-f]{32}", re.ASCII)
SIGNED = re.compile(r"[0-9a-f]{128}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
BRANCH = re.compile(r"[0-9A-Z]{1,8}", re.ASCII)
_UNSHOWN = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
NAME = re.compile(f"[^{_UNSHOWN}]{{0,200}}")
"""What a person is shown: no control characters and none that turn the writing direction."""


def moment(value: object) -> bool:
    """UTC, ISO 8601, milliseconds and a Z, on a day that is in the calendar."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def recipient(value: object) -> bool:
    """Whom age can encrypt for, by X25519."""
    if not isinstance(value, str) or not value.startswith("age1"):
        return False
    try:
        return str(Recipient.from_str(value)) == value
    except RecipientError:
        return False


def canonical_object(data: bytes) -> dict[str, Any] | None:
    """The JSON object that has exactly these bytes as its canonical form; None for all else."""
    try:
        value = json.loads(data.decode())
        return value if isinstance(value, dict) and canonical(value) == data else None
    except (ValueError, RecursionError):
        return None


def fits(value: object, shape: object) -> bool:
    """Whether `value` has the shape. A whole number is not a truth value, nor the other way."""
    match shape:
        case re.Pattern():
            found = isinstance(value, str) and shape.fullmatch(value) is not None
        case type():
            found = type(value) is shape
        case tuple():
            found = any(fits(value, one) for one in shape)
        case list():
            found = isinstance(value, list) and all(fits(each, shape[0]) for each in value)
        case Mapping():
            found = isinstance(value, Mapping) and all(
                key in value and fits(value[key], inner) for key, inner in shape.items()
            )
        case FunctionType():
            found = shape(value)
        case _:
            found = type(value) is type(shape) and value == shape
    return found


def one_line(text: str) -> str:
    """A name as it fits into NAME."""
    return re.sub(f"[{_UNSHOWN}]", " ", text)[:200]
