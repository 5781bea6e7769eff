"""Ids of complaints, customers, staff: UUIDv7 (RFC 9562), which sort by their time."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime

_VERSION = 0x7 << 76
_VARIANT = 0b10 << 62
_NAMESPACE = uuid.UUID("6f0c1a52-3f1e-5c9b-9d0a-5b2f8f6f3c11")


def new_id(now: datetime) -> str:
    """A fresh id made at `now` (aware)."""
    milliseconds = int(now.timestamp() * 1000) & (2**48 - 1)
    random = secrets.randbits(74)
    low, high = random & (2**62 - 1), random >> 62
    return str(uuid.UUID(int=milliseconds << 80 | _VERSION | high << 64 | _VARIANT | low))


def id_of_draft(draft: str, node: str) -> str:
    """The id of the complaint that grows from `draft`: the draft's own where it is a UUID already.

    Any other text gives the same id each time at the same desk, so that a line registered twice
    after a crash is the same complaint.
    """
    try:
        return str(uuid.UUID(draft))
    except ValueError:
        return str(uuid.uuid5(_NAMESPACE, f"{node}/{draft}"))
