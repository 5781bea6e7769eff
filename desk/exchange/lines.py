"""Entries as lines of JSON, and the check that they are the chain the manifest promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desk.exchange.schema import HASH, NODE, SALT, fits
from desk.rules.chain import Entry, canonical, is_whole
from desk.rules.errors import Trouble
from desk.words import say

MAX_LINE = 1 << 24
_BATCH = 64

_SHAPE = {
    "node": NODE,
    "seq": int,
    "tick": int,
    "seen": (HASH, None),
    "at": str,
    "actor": str,
    "kind": str,
    "subject": str,
    "body": str,
    "personal": (str, None),
    "salt": (SALT, None),
    "personal_digest": (HASH, None),
    "prev": HASH,
    "hash": HASH,
}


@dataclass(frozen=True)
class Range:
    """A stretch of one desk's chain, without a gap. Hashes are hex; the first `prev` is zeros."""

    node: str
    first: int
    last: int
    prev_hash: str
    head_hash: str
    count: int

    def told(self) -> dict[str, object]:
        """As it stands in the manifest."""
        return {
            "node": self.node,
            "from": self.first,
            "to": self.last,
            "prev_hash": self.prev_hash,
            "head_hash": self.head_hash,
            "count": self.count,
        }


def told(entry: Entry) -> dict[str, object]:
    """A stored entry as it goes between desks: the same fields, raw bytes in hex."""
    return {
        "node": entry.node,
        "seq": entry.seq,
        "tick": entry.tick,
        "seen": _hex(entry.seen),
        "at": entry.at,
        "actor": entry.actor,
        "kind": entry.kind,
        "subject": entry.subject,
        "body": entry.body,
        "personal": entry.personal,
        "salt": _hex(entry.salt),
        "personal_digest": _hex(entry.personal_digest),
        "prev": entry.prev.hex(),
        "hash": entry.hash.hex(),
    }


def entry_of(line: Mapping[str, Any]) -> Entry:
    """The entry in a line of the right shape."""
    return Entry(
        node=line["node"],
        seq=line["seq"],
        tick=line["tick"],
        seen=_raw(line["seen"]),
        at=line["at"],
        actor=line["actor"],
        kind=line["kind"],
        subject=line["subject"],
        body=line["body"],
        personal=line["personal"],
        salt=_raw(line["salt"]),
        personal_digest=_raw(line["personal_digest"]),
        prev=bytes.fromhex(line["prev"]),
        hash=bytes.fromhex(line["hash"]),
    )


def _hex(raw: bytes | None) -> str | None:
    return None if raw is None else raw.hex()


def _raw(text: str | None) -> bytes | None:
    return None if text is None else bytes.fromhex(text)


def followed(
    entries: Iterable[Mapping[str, object]], ranges: Iterable[Range]
) -> Iterator[Mapping[str, object]]:
    """The same entries, as long as each continues its desk's chain and all ranges get filled.

    Raises Trouble at the first that does not: a chain that is broken here is refused elsewhere.
    """
    ranges = tuple(ranges)
    heads: dict[object, object] = {each.node: (each.first - 1, each.prev_hash) for each in ranges}
    for entry in entries:
        if not fits(entry, _SHAPE) or len(entry) != len(_SHAPE):
            raise _broken(entry)
        whole = entry_of(entry)
        if heads.get(whole.node) != (whole.seq - 1, entry["prev"]) or not is_whole(whole):
            raise _broken(entry)
        heads[whole.node] = (whole.seq, entry["hash"])
        yield entry
    for each in ranges:
        if heads[each.node] != (each.last, each.head_hash):
            raise _broken({"node": each.node, "seq": each.last})


def lines(
    first: bytes, entries: Iterable[Mapping[str, object]], *, personal: bool
) -> Iterator[tuple[int, bytes]]:
    """(how many entries, their lines), some at a time, after the line `first`.

    Without `personal`, personal data and salts are left out; the chain can still be verified.
    """
    batch = [first]
    for entry in entries:
        line = canonical(entry if personal else {**entry, "personal": None, "salt": None})
        if len(line) > MAX_LINE:
            raise _broken(entry)
        batch.append(line)
        if len(batch) >= _BATCH:
            yield len(batch), b"\n".join([*batch, b""])
            batch = []
    yield len(batch), b"\n".join([*batch, b""])


def _broken(entry: Mapping[str, object]) -> Trouble:
    return Trouble(
        say(
            "exchange",
            "Entry {seq} of desk {node} does not fit into the chain of entries, so no file was "
            "written. Everything is kept at this desk. Run the check of all entries (verify), and "
            "show its answer to the person who looks after this computer.",
        )(seq=entry.get("seq"), node=entry.get("node"))
    )
