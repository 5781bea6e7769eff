"""The keys of a desk: one to sign, one to receive, one to read its own files again.

They are made once, at setup, as a whole folder or not at all, and are never overwritten.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from pyrage import IdentityError
from pyrage.x25519 import Identity

from desk.exchange.safely import reason_of, sync_folder
from desk.rules.errors import Invalid, Refused, Trouble
from desk.words import say

Purpose = Literal["export", "card", "receipt"]

_SIGNING, _RECEIVING, _RECOVERY = "signing.pem", "receiving.age", "recovery.age"
_GROUPS, _GROUP_BYTES, _GROUP_DIGITS = 6, 5, 5


@dataclass(frozen=True)
class DeskKeys:
    """What only this desk has. `node` names the desk everywhere."""

    node: str
    signing: Ed25519PrivateKey = field(repr=False)
    receiving: Identity = field(repr=False)
    recovery: Identity = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public signing key, 32 raw bytes."""
        return self.signing.public_key().public_bytes_raw()

    @property
    def recipient(self) -> str:
        """The age recipient that others encrypt for."""
        return str(self.receiving.to_public())

    @property
    def recovery_recipient(self) -> str:
        """The age recipient that this desk's own files are encrypted for as well."""
        return str(self.recovery.to_public())


def node_of(public: bytes) -> str:
    """The first 16 hex digits of the SHA-256 of a public signing key."""
    return hashlib.sha256(public).hexdigest()[:16]


def fingerprint(public: bytes) -> str:
    """Six groups of five digits that two people compare by telephone."""
    digest = hashlib.sha256(b"complaint-desk/fingerprint/1\n" + public).digest()
    starts = range(0, _GROUPS * _GROUP_BYTES, _GROUP_BYTES)
    numbers = (int.from_bytes(digest[start : start + _GROUP_BYTES]) for start in starts)
    return " ".join(f"{number % 10**_GROUP_DIGITS:0{_GROUP_DIGITS}}" for number in numbers)


def sign(keys: DeskKeys, purpose: Purpose, data: bytes) -> bytes:
    """The Ed25519 signature (64 bytes) over the purpose's prefix and `data`."""
    return keys.signing.sign(_prefixed(purpose, data))


def verify(public: bytes, purpose: Purpose, data: bytes, signature: bytes) -> bool:
    """Whether the owner of `public` signed `data` for this purpose and no other."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _prefixed(purpose, data))
    except (InvalidSignature, ValueError):
        return False
    return True


def _prefixed(purpose: Purpose, data: bytes) -> bytes:
    return f"complaint-desk/{purpose}/1\n".encode() + data


def make_keys(folder: Path) -> DeskKeys:
    """Makes a desk's keys in a new or empty folder that only its owner may read.

    Raises Refused where the folder holds anything already, Trouble where it cannot be written.
    """
    signing = Ed25519PrivateKey.generate()
    keys = _of(signing, Identity.generate(), Identity.generate())
    try:
        if folder.exists() and any(folder.iterdir()):
            raise Refused(
                say(
                    "exchange",
                    "“{folder}” is not empty. A desk's keys are never overwritten; nothing was "
                    "changed. Choose another folder for the new desk.",
                )(folder=folder)
            )
        _write_folder(keys, folder)
    except OSError as problem:
        raise Trouble(
            say(
                "exchange",
                "The desk's keys could not be kept in “{folder}”: {reason}. No desk was made. "
                "Choose another folder, or let this user write there, and set the desk up again.",
            )(folder=folder, reason=reason_of(problem))
        ) from problem
    return keys


def _of(signing: Ed25519PrivateKey, receiving: Identity, recovery: Identity) -> DeskKeys:
    public = signing.public_key().public_bytes_raw()
    return DeskKeys(node_of(public), signing, receiving, recovery)


def _write_folder(keys: DeskKeys, folder: Path) -> None:
    """All three files under another name, then one rename. `mkdtemp` makes the folder 0700."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        pem = keys.signing.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        _write_secret(draft / _SIGNING, pem)
        _write_secret(draft / _RECEIVING, f"{keys.receiving}\n".encode())
        _write_secret(draft / _RECOVERY, f"{keys.recovery}\n".encode())
        sync_folder(draft)
        if folder.exists():  # Windows does not rename onto a folder, not even an empty one
            folder.rmdir()
        draft.rename(folder)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def _write_secret(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def load_keys(folder: Path) -> DeskKeys:
    """The keys that `make_keys` wrote. Raises Trouble (not to be read) or Invalid (not keys)."""
    try:
        signing = load_pem_private_key((folder / _SIGNING).read_bytes(), None)
        receiving = Identity.from_str((folder / _RECEIVING).read_text("ascii").strip())
        recovery = Identity.from_str((folder / _RECOVERY).read_text("ascii").strip())
    except OSError as problem:
        raise Trouble(
            say(
                "exchange",
                "The desk's keys in “{folder}” could not be read: {reason}. The complaints are "
                "untouched. Bring the folder back from a backup, or let this user read it.",
            )(folder=folder, reason=reason_of(problem))
        ) from problem
    except (ValueError, TypeError, IdentityError) as problem:
        raise _not_keys(folder) from problem
    if not isinstance(signing, Ed25519PrivateKey):
        raise _not_keys(folder)
    return _of(signing, receiving, recovery)


def _not_keys(folder: Path) -> Invalid:
    return Invalid(
        say(
            "exchange",
            "The files in “{folder}” are not the keys of a desk, or they are damaged. The "
            "complaints are untouched. Bring the folder back from a backup.",
        )(folder=folder)
    )
