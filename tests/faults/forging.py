"""Packages as a hostile hand makes them: taken apart, changed at any layer, and put together again.

`Forger` has the keys of a desk that is trusted, so that all it makes may be validly signed.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import pyrage
import zstandard
from pyrage.x25519 import Identity, Recipient

from desk.exchange.keys import DeskKeys, node_of, sign
from desk.exchange.lines import told
from desk.exchange.zips import ENTRIES, FILES, MANIFEST, SIGNATURE, ZipWriter
from desk.rules import entries
from desk.rules.chain import START, Entry, canonical, chained
from desk.rules.entries import Event

EVENTS: dict[str, type[Event]] = {
    event.KIND: event
    for event in vars(entries).values()
    if isinstance(event, type) and issubclass(event, Event) and event.KIND
}
"""The vocabulary of the journal, by kind."""
HEAD = ("node", "seq", "tick", "seen", "at", "actor", "kind", "subject")
ANY_HASH = "ab" * 32


@dataclass(frozen=True)
class Parts:
    """What is in a package, opened. `lines` are the entries, without the line that binds them."""

    manifest: dict[str, Any]
    lines: tuple[bytes, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The entries as objects, each a new one."""
        return [json.loads(line) for line in self.lines]


def members_of(raw: bytes) -> dict[str, bytes]:
    """The members of a package as they are stored, in their order."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: Mapping[str, bytes] | Sequence[tuple[str, bytes]]) -> bytes:
    """A package of these members, in the one form that is taken."""
    out = io.BytesIO()
    archive = ZipWriter(out)
    for name, content in members.items() if isinstance(members, Mapping) else members:
        archive.add(name, content)
    archive.close()
    return out.getvalue()


def opened(raw: bytes, identity: Identity) -> Parts:
    """A real package, taken apart."""
    members = members_of(raw)
    manifest = json.loads(members[MANIFEST])
    plain = {
        name: pyrage.decrypt(content, [identity]) if manifest["personal"] else content
        for name, content in members.items()
        if name not in {MANIFEST, SIGNATURE}
    }
    lines = zstandard.ZstdDecompressor().decompressobj().decompress(plain.pop(ENTRIES))
    files = {name.removeprefix(FILES): content for name, content in plain.items()}
    return Parts(manifest, tuple(lines.splitlines()[1:]), files)


def squeezed(plain: bytes, *, window: int = 0) -> bytes:
    """One zstd frame, if wanted with a window of 2 to the power of `window`."""
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=window)
    frame = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    return frame.compress(plain) + frame.flush()


def bound(manifest: Mapping[str, Any]) -> bytes:
    """The line that binds entries to a manifest, as FORMAT.md has it."""
    receiver = manifest["receiver"]
    return canonical(
        {
            "type": "desk-entries/1",
            "package": manifest["package"],
            "sender": manifest["sender"]["node"],
            "receiver": receiver and receiver["node"],
            "personal": manifest["personal"],
            "ranges": manifest["ranges"],
            "count": sum(each["count"] for each in manifest["ranges"]),
        }
    )


def rehashed(entry: Mapping[str, Any], **changes: object) -> dict[str, Any]:
    """An entry with other values and the digest and hash that belong to them."""
    made = {**entry, **changes}
    digest = None
    if made["personal"] is not None:
        digest = hashlib.sha256(bytes.fromhex(made["salt"]) + made["personal"].encode()).digest()
        made["personal_digest"] = digest.hex()
    elif made["personal_digest"] is not None:
        digest = bytes.fromhex(made["personal_digest"])
    whole = bytes.fromhex(made["prev"]) + canonical([made[name] for name in HEAD])
    whole += hashlib.sha256(made["body"].encode()).digest() + (digest or START)
    return {**made, "hash": hashlib.sha256(whole).hexdigest()}


def chain(entries: Sequence[Mapping[str, Any]], prev: str) -> list[dict[str, Any]]:
    """The same entries, each continuing the one before, the first continuing `prev`."""
    made: list[dict[str, Any]] = []
    for entry in entries:
        made.append(rehashed(entry, prev=prev))
        prev = made[-1]["hash"]
    return made


def range_over(entries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The range of a manifest that these entries of one desk fill."""
    first, last = entries[0], entries[-1]
    return {
        "node": first["node"],
        "from": first["seq"],
        "to": last["seq"],
        "prev_hash": first["prev"],
        "head_hash": last["hash"],
        "count": len(entries),
    }


@dataclass(frozen=True)
class Forger:
    """Makes packages under the name of one desk, for another."""

    keys: DeskKeys
    receiver: str
    recipient: str

    def sealed(self, plain: bytes, *, personal: bool = True) -> bytes:
        """As a member is stored."""
        return pyrage.encrypt(plain, [Recipient.from_str(self.recipient)]) if personal else plain

    def package(
        self,
        parts: Parts,
        *,
        entries: Sequence[Mapping[str, Any]] | None = None,
        says: Mapping[str, Any] | Callable[[dict[str, Any]], object] = MappingProxyType({}),
        plain: Callable[[bytes], bytes] = bytes,
        frame: Callable[[bytes], bytes] = squeezed,
        stored: Callable[[bytes], bytes] = bytes,
        member: Mapping[str, object] = MappingProxyType({}),
        manifest_bytes: Callable[[bytes], bytes] = bytes,
    ) -> bytes:
        """A validly signed package. `entries` replace those in `parts`, with their ranges;
        `says` changes the manifest before it binds, the others each the bytes of their layer."""
        lines = parts.lines
        manifest = json.loads(json.dumps(parts.manifest))
        if entries is not None:
            lines = tuple(canonical(entry) for entry in entries)
            manifest["ranges"] = _ranges(entries)
        manifest |= says if isinstance(says, Mapping) else {}
        if callable(says):
            says(manifest)
        whole = plain(b"".join(line + b"\n" for line in (bound(manifest), *lines)))
        personal = bool(manifest["personal"])
        contents = {ENTRIES: (whole, frame(whole))}
        contents |= {FILES + name: (each, each) for name, each in sorted(parts.files.items())}
        members = {
            name: stored(self.sealed(packed, personal=personal))
            for name, (_, packed) in contents.items()
        }
        if "members" not in (says if isinstance(says, Mapping) else {}):
            manifest["members"] = [
                {
                    "name": name,
                    "size": len(members[name]),
                    "sha256": hashlib.sha256(members[name]).hexdigest(),
                    "plain_size": len(opened_),
                    "plain_sha256": hashlib.sha256(opened_).hexdigest(),
                }
                for name, (opened_, _) in contents.items()
            ]
            manifest["members"][0] |= member
        return self.signed(members, manifest_bytes(canonical(manifest)))

    def signed(self, members: Mapping[str, bytes], manifest: bytes) -> bytes:
        """Members under a manifest, whatever it says, validly signed."""
        signature = sign(self.keys, "export", manifest)
        return zipped({**members, MANIFEST: manifest, SIGNATURE: signature})


def _ranges(entries: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    by_node: dict[str, list[Mapping[str, Any]]] = {}
    for entry in entries:
        by_node.setdefault(entry["node"], []).append(entry)
    return [range_over(some) for _, some in sorted(by_node.items())]


def written(node: str, seq: int, prev: str, **changes: Any) -> dict[str, Any]:
    """One more entry of a desk, as it goes between desks."""
    facts: dict[str, Any] = {
        "tick": 1781921700000 << 16,
        "seen": None,
        "at": "2026-06-20T02:15:00.000Z",
        "actor": "0197-staff",
        "kind": "complaint.noted",
        "subject": "01978a5c-0000-7000-8000-000000000001",
        "body": {"v": 1},
        "personal": {},
        "salt": bytes(16),
    }
    entry: Entry = chained(node=node, seq=seq, prev=bytes.fromhex(prev), **(facts | changes))
    return told(entry)


def resigned(parts: Parts, keys: DeskKeys) -> Parts:
    """The same, under the name of another desk."""
    key = hashlib.sha256(keys.public).hexdigest()
    sender = {**parts.manifest["sender"], "node": node_of(keys.public), "key": key}
    return replace(parts, manifest={**parts.manifest, "sender": sender})
