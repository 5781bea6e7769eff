"""The chain: each entry of a desk carries the hash of the one before it (design.md, section 3).

Personal data are hashed with a salt of their own, so that they can be erased and the chain still
verifies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from msgspec import Struct

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
