"""The chain: each entry of a desk carries the hash of the one before it (design.md, section 3).

Personal data are hashed with a salt of their own, so that they can be erased and the chain still
verifies.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from desk.rules.errors import Stale
from desk.words import say

START = bytes(32)
SALT_BYTES = 16


class Entry(Struct, frozen=True):
    """One thing that happened, as it is stored and exchanged.

    `body` and `personal` are the exact JSON texts that were hashed. `at` is UTC, ISO 8601 with
    milliseconds. Hashes are 32 raw bytes. `personal` and `salt` are None once erased.
    """

    node: str
    seq: int
    tick: int
    seen: bytes | None
    at: str
    actor: str
    kind: str
    subject: str
    body: str
    personal: str | None
    salt: bytes | None
    personal_digest: bytes | None
    prev: bytes
    hash: bytes


def canonical(value: object) -> bytes:
    """JSON in the one form that is hashed and signed: keys sorted, no spaces, UTF-8, no NaN."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def personal_digest(salt: bytes, personal: str) -> bytes:
    """SHA-256(salt ‖ personal)."""
    return hashlib.sha256(salt + personal.encode()).digest()


def chained(
    *,
    node: str,
    seq: int,
    tick: int,
    seen: bytes | None,
    at: str,
    actor: str,
    kind: str,
    subject: str,
    body: Mapping[str, object],
    personal: Mapping[str, object],
    salt: bytes,
    prev: bytes,
) -> Entry:
    """The entry that follows the one whose hash is `prev`; an empty `personal` stores none."""
    header = (node, seq, tick, seen, at, actor, kind, subject)
    body_text = canonical(body).decode()
    personal_text = canonical(personal).decode() if personal else None
    digest = None if personal_text is None else personal_digest(salt, personal_text)
    return Entry(
        *header,
        body=body_text,
        personal=personal_text,
        salt=None if personal_text is None else salt,
        personal_digest=digest,
        prev=prev,
        hash=_hash(header, body_text, digest, prev),
    )


def is_whole(entry: Entry) -> bool:
    """Whether the entry's hash, and the digest of what is left of its personal data, are right."""
    header = (
        entry.node,
        entry.seq,
        entry.tick,
        entry.seen,
        entry.at,
        entry.actor,
        entry.kind,
        entry.subject,
    )
    if _hash(header, entry.body, entry.personal_digest, entry.prev) != entry.hash:
        return False
    if entry.personal is None:
        return entry.salt is None
    return (
        entry.salt is not None
        and personal_digest(entry.salt, entry.personal) == entry.personal_digest
    )


def _hash(header: tuple[object, ...], body: str, digest: bytes | None, prev: bytes) -> bytes:
    named = [part.hex() if isinstance(part, bytes) else part for part in header]
    whole = hashlib.sha256(prev)
    whole.update(canonical(named))
    whole.update(hashlib.sha256(body.encode()).digest())
    whole.update(digest or START)
    return whole.digest()


_COUNTER_BITS = 16
_BEHIND = timedelta(minutes=2)
_AHEAD = timedelta(days=30)
DOUBTFUL_AFTER = timedelta(hours=26)
"""How far an entry from elsewhere may be ahead: any time zone, and more (design.md, section 6)."""


def next_tick(last: int, now: datetime) -> int:
    """The tick after `last` at `now`: the clock's own time, or one more where it stands or lags."""
    return max(int(now.timestamp() * 1000) << _COUNTER_BITS, last + 1)


def time_of(tick: int) -> datetime:
    """The UTC time in a tick."""
    return datetime.fromtimestamp((tick >> _COUNTER_BITS) / 1000, UTC)


def check_clock(last: int, now: datetime) -> None:
    """Raises Stale where the PC's clock is behind the last entry, or far ahead of it."""
    if not last:
        return
    away = now - time_of(last)
    if away < -_BEHIND or away > _AHEAD:
        raise Stale(
            say(
                "rules",
                "This computer's clock says {now}, but the last entry here was made {last}. "
                "Nothing was written; what you typed is kept. Set the clock, or confirm that it is "
                "right, and do it again.",
            )(now=_plain(now), last=_plain(time_of(last))),
            field="clock",
        )


def _plain(when: datetime) -> str:
    return f"{when.astimezone():%Y-%m-%d %H:%M}"


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
