"""JSON from elsewhere is taken only in its canonical form and only in the shape that is expected.

A shape is a type, a pattern for text, None, a tuple (one of these), a list of one (a list of such)
or a mapping of keys to shapes. Keys that a newer minor version added are let through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from desk.rules.chain import canonical

NODE = re.compile(r"[0-9a-f]{16}", re.ASCII)
HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
SALT = re.compile(r"[0-9a-f]{32}", re.ASCII)
SIGNED = re.compile(r"[0-9a-f]{128}", re.ASCII)
MOMENT = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z", re.ASCII
)
RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}", re.ASCII)
BRANCH = re.compile(r"[0-9A-Z]{1,8}", re.ASCII)
_UNSHOWN = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
NAME = re.compile(f"[^{_UNSHOWN}]{{0,200}}")
"""What a person is shown: no control characters and none that turn the writing direction."""


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
            return isinstance(value, str) and shape.fullmatch(value) is not None
        case type():
            return type(value) is shape
        case tuple():
            return any(fits(value, one) for one in shape)
        case list():
            return isinstance(value, list) and all(fits(each, shape[0]) for each in value)
        case Mapping():
            return isinstance(value, Mapping) and all(
                key in value and fits(value[key], inner) for key, inner in shape.items()
            )
    return value is shape or value == shape


def one_line(text: str) -> str:
    """A name as it fits into NAME."""
    return re.sub(f"[{_UNSHOWN}]", " ", text)[:200]
