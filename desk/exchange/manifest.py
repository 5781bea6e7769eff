"""What a package says about itself: canonical JSON, signed, without any personal data."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from msgspec import Struct, field

from desk.exchange.cards import Card, utc_text
from desk.exchange.keys import DeskKeys
from desk.exchange.lines import Range
from desk.exchange.schema import (
    Branch,
    Hash,
    Moment,
    Name,
    Node,
    canonical_object,
    check_moment,
    check_recipient,
    fits,
    one_line,
    only,
)
from desk.exchange.zips import ENTRIES, FILES, not_a_package
from desk.rules.chain import canonical
from desk.rules.errors import Refused
from desk.words import say

TYPE = "desk-export/1"
BINDING_TYPE = "desk-entries/1"
FORMAT = "1.0"
MAX_MANIFEST = 64 * 1024
MAX_MEMBER = 320
"""Bytes that one member takes in the manifest, at most."""


class _Sender(Struct, frozen=True):
    node: Node
    branch: Branch
    name: Name
    key: Hash


class _Receiver(Struct, frozen=True):
    node: Node
    recipient: str | None

    def __post_init__(self) -> None:
        if self.recipient is not None:
            check_recipient(self.recipient)


class _Range(Struct, frozen=True):
    node: Node
    first: int = field(name="from")
    last: int = field(name="to")
    prev_hash: Hash
    head_hash: Hash
    count: int


class _Member(Struct, frozen=True):
    name: Annotated[str, only(rf"{re.escape(ENTRIES)}|{FILES}[0-9a-f]{{64}}")]
    size: int
    sha256: Hash
    plain_size: int
    plain_sha256: Hash


class _Ack(Struct, frozen=True):
    node: Node
    seq: int
    head_hash: Hash


class _Manifest(Struct, frozen=True):
    type: Annotated[str, only(TYPE)]
    format: Annotated[str, only(r"1\.[0-9]{1,4}")]
    package: Annotated[str, only("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    made_at: Moment
    tick: int
    sender: _Sender
    receiver: _Receiver | None
    personal: bool
    ranges: list[_Range]
    members: list[_Member]
    acknowledgements: list[_Ack]
    needs: list[Hash]

    def __post_init__(self) -> None:
        check_moment(self.made_at)


class _Other(Struct, frozen=True):
    """What stays the same in every version."""

    type: Annotated[str, only("desk-export/[1-9][0-9]{0,3}")]
    format: Annotated[str, only(r"[1-9][0-9]{0,3}\.[0-9]{1,4}")]
    sender: _Sender


@dataclass(frozen=True)
class Ack:
    """Up to where the sender has a desk's chain; `head_hash` is hex."""

    node: str
    seq: int
    head_hash: str


@dataclass(frozen=True)
class Member:
    """One member as it is stored, and what it is when opened."""

    name: str
    size: int
    sha256: str
    plain_size: int
    plain_sha256: str


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """All that a manifest says before its members are known."""

    keys: DeskKeys
    receiver: Card | None
    branch: str
    name: str
    package_id: str
    now: datetime
    tick: int
    ranges: tuple[Range, ...]
    acknowledgements: tuple[Ack, ...] = ()
    needs: tuple[str, ...] = ()
    without_personal: bool = False

    @property
    def recipients(self) -> tuple[str, ...]:
        """For whom the members are encrypted; nobody, where they hold no personal data."""
        if self.without_personal or self.receiver is None:
            return ()
        return (self.receiver.recipient, self.keys.recovery_recipient)

    def manifest(self, members: Iterable[Member]) -> dict[str, object]:
        """The manifest of a package with these members."""
        return {
            "type": TYPE,
            "format": FORMAT,
            "package": self.package_id,
            "made_at": utc_text(self.now),
            "tick": self.tick,
            "sender": {
                "node": self.keys.node,
                "branch": self.branch,
                "name": one_line(self.name),
                "key": hashlib.sha256(self.keys.public).hexdigest(),
            },
            "receiver": self._receiver(),
            "personal": not self.without_personal,
            "ranges": [each.told() for each in sorted(self.ranges, key=lambda one: one.node)],
            "members": [vars(member) for member in members],
            "acknowledgements": [
                vars(each) for each in sorted(self.acknowledgements, key=lambda one: one.node)
            ],
            "needs": sorted(self.needs),
        }

    def _receiver(self) -> dict[str, object] | None:
        if self.receiver is None:
            return None
        key = None if self.without_personal else self.receiver.recipient
        return {"node": self.receiver.node, "recipient": key}


def binding(manifest: Mapping[str, Any]) -> bytes:
    """The first line of the entries, which follows from the manifest and ties them to it."""
    receiver = manifest["receiver"]
    return canonical(
        {
            "type": BINDING_TYPE,
            "package": manifest["package"],
            "sender": manifest["sender"]["node"],
            "receiver": receiver and receiver["node"],
            "personal": manifest["personal"],
            "ranges": manifest["ranges"],
            "count": sum(each["count"] for each in manifest["ranges"]),
        }
    )


def _newer(told: Mapping[str, Any]) -> bool:
    return fits(told, _Other) and (told["type"] != TYPE or not told["format"].startswith("1."))


def fitting(manifest: Mapping[str, object]) -> bool:
    """Whether a manifest has the shape and size that every reader takes."""
    return fits(manifest, _Manifest) and len(canonical(manifest)) <= MAX_MANIFEST


class Newer(Refused):
    """A package of a newer major version: kept unread until the program is updated.

    It is the word of `sender` only if the signature says so; that never changes with the version.
    """

    def __init__(self, sender: Mapping[str, Any]) -> None:
        super().__init__(
            say(
                "exchange",
                "This file was written by a newer version of the program. It is kept and nothing "
                "was taken from it. Install the newest version, and read it in again.",
            )
        )
        self.sender = sender


def read_manifest(data: bytes) -> dict[str, Any]:
    """The manifest in these bytes. Raises Invalid unless it is canonical and of the right shape.

    Raises Newer where another program than ours is needed to read it.
    """
    told = canonical_object(data) if len(data) <= MAX_MANIFEST else None
    if told is not None and _newer(told):
        raise Newer(told["sender"])
    if told is None or not fitting(told):
        raise not_a_package("manifest")
    return told
