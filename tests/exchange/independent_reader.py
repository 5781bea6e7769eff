"""Reads a `*.desk` file with nothing but FORMAT.md in hand: no line of the program is used.

independent_reader.py PACKAGE CARD [AGE-SECRET-KEY]     → {"manifest", "entries", "files"}
"""

import hashlib
import io
import json
import re
import sys
import zipfile

import pyrage
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def canonical(value):
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def sha(data):
    return hashlib.sha256(data).hexdigest()


def key_of(card_path):
    """The public signing key in a card, after the card was checked."""
    with open(card_path, "rb") as file:
        card = json.loads(file.read())
    signature = bytes.fromhex(card.pop("signature"))
    key = bytes.fromhex(card["signing_key"])
    assert card["type"] == "desk-card/1"
    assert sha(key)[:16] == card["node"]
    Ed25519PublicKey.from_public_bytes(key).verify(
        signature, b"complaint-desk/card/1\n" + canonical(card)
    )
    return key


def opened(archive, member, identity):
    """The plain bytes of a member."""
    data = archive.read(member["name"])
    assert (len(data), sha(data)) == (member["size"], member["sha256"])
    if identity:
        data = pyrage.decrypt(data, [identity])
    if member["name"] == "entries.jsonl.zst":
        data = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data)).read()
    assert (len(data), sha(data)) == (member["plain_size"], member["plain_sha256"])
    return data


def hash_of(entry):
    """The chain's formula; also checks the digest of the personal part."""
    digest = bytes.fromhex(entry["personal_digest"] or "00" * 32)
    if entry["personal"] is not None:
        salt = bytes.fromhex(entry["salt"])
        assert hashlib.sha256(salt + entry["personal"].encode()).digest() == digest
    names = ("node", "seq", "tick", "seen", "at", "actor", "kind", "subject")
    header = canonical([entry[name] for name in names])
    body = hashlib.sha256(entry["body"].encode()).digest()
    return sha(bytes.fromhex(entry["prev"]) + header + body + digest)


def read(path, card_path, secret=None):
    archive = zipfile.ZipFile(path)
    data = archive.read("manifest.json")
    manifest = json.loads(data)
    key = key_of(card_path)
    Ed25519PublicKey.from_public_bytes(key).verify(
        archive.read("manifest.sig"), b"complaint-desk/export/1\n" + data
    )
    assert manifest["sender"]["node"] == sha(key)[:16]
    identity = pyrage.x25519.Identity.from_str(secret) if manifest["personal"] else None
    plain = {each["name"]: opened(archive, each, identity) for each in manifest["members"]}
    binding, *entries = map(json.loads, plain.pop("entries.jsonl.zst").splitlines())
    assert binding["package"] == manifest["package"]
    assert binding["sender"] == manifest["sender"]["node"]
    assert binding["ranges"] == manifest["ranges"]
    assert binding["count"] == len(entries)
    for stretch in manifest["ranges"]:
        inside = [each for each in entries if each["node"] == stretch["node"]]
        assert len(inside) == stretch["count"]
        head, seq = stretch["prev_hash"], stretch["from"] - 1
        for entry in inside:
            assert seq < entry["seq"] <= stretch["to"]
            assert seq + 1 < entry["seq"] or entry["prev"] == head, "between them some are left out"
            assert entry["hash"] == hash_of(entry)
            head, seq = entry["hash"], entry["seq"]
        assert seq < stretch["to"] or head == stretch["head_hash"]
    assert {each["node"] for each in entries} == {each["node"] for each in manifest["ranges"]}
    assert all(re.sub("^files/", "", name) == sha(content) for name, content in plain.items())
    files = {name: content.hex() for name, content in plain.items()}
    return {"manifest": manifest, "entries": entries, "files": files}


if __name__ == "__main__":
    sys.stdout.buffer.write(canonical(read(*sys.argv[1:])))
