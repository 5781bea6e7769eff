"""The keys of a desk: one to sign, one to receive, one to read its own files again.

They are made once, at setup, as a whole folder or not at all, and are never overwritten. Where the
system has a key store, the two that others rely on (signing, receiving) are in it, and the folder
says so; else they are files that only the owner may read. The recovery key is always a file: it
opens nothing but what this desk wrote itself, whose data lie beside it anyway, and it must outlast
the key store. No backup holds any of them: a restored desk is a new one with new keys. So nothing
is ever lost with a key but the desk's name.

The text in a receipt's QR code is signed too, so that any branch can tell a real receipt while
offline: ``DESK1:number:received:due:head:node:signature``, only in characters that a QR code
stores densely (its alphanumeric mode). Times are UTC to the minute.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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

from desk.durable import flushed, into_place, only_this_user, reason_of, sync_folder
from desk.rules.chain import canonical
from desk.rules.errors import Invalid, Refused, Trouble
from desk.words import say

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend


_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


def make_private_folder(beside: Path) -> Path:
    """A new, empty folder next to `beside`, closed to others before anything is in it.

    Raises OSError, also where the disk (FAT, exFAT) cannot close anything to others on Windows.
    """
    beside.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{beside.name}-", dir=beside.parent))  # 0700
    if os.name == "nt":
        try:
            only_this_user(folder)
        except OSError:
            folder.rmdir()
            raise
    return folder


def write_secret(path: Path, content: bytes) -> None:
    """A new file that only its owner may read, on the disk when this returns. Raises OSError."""
    with flushed(path, _FILE_MODE) as file:
        file.write(content)


def close_to_others(folder: Path) -> None:
    """Takes away what a copy or an unpacked archive may have given to others, where it can."""
    if os.name == "nt":  # what is inherited there was cut when the folder was made
        return
    with suppress(OSError):
        for path, mode in (
            (folder, _FOLDER_MODE),
            *((one, _FILE_MODE) for one in folder.iterdir()),
        ):
            if path.stat().st_mode & 0o077:
                path.chmod(mode)


SERVICE = "complaint-desk"

_NO_STORES = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""What is no store: two that keep nothing, and those that keep secrets in files of their own."""

_FAULTS = (
    ("keyring.errors", "KeyringError"),
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("win32ctypes.pywin32.pywintypes", "error"),
)
"""What stores raise, each its own; none of it can be raised before its module was imported."""


class NoAnswer(Exception):
    """There is no key store, or it is locked or does not answer."""


def keep(name: str, secret: str) -> bool:
    """Whether the key store took the secret, and gives it back as it was."""
    try:
        store = _store()
        if store is None:
            return False
        store.set_password(SERVICE, name, secret)
        if store.get_password(SERVICE, name) == secret:
            return True
    except _faults():
        pass
    forget(name)
    return False


def fetch(name: str) -> str | None:
    """The secret; None where the key store lacks it. Raises NoAnswer."""
    try:
        store = _store()
        if store is not None:
            return store.get_password(SERVICE, name)
    except _faults():
        pass  # told below, without the words of the store: they might hold what it keeps
    raise NoAnswer


def forget(name: str) -> None:
    """Takes the secret out again, where it is there."""
    try:
        store = _store()
        if store is not None:
            store.delete_password(SERVICE, name)
    except _faults():
        return  # it stays there, of use to nobody


def _store() -> KeyringBackend | None:
    import keyring

    chosen = keyring.get_keyring()
    several: list[KeyringBackend] = getattr(chosen, "backends", [chosen])
    for one in several:
        if not type(one).__module__.startswith(_NO_STORES):
            return one
    return None


def _faults() -> tuple[type[Exception], ...]:
    """Asked only once something was raised: what a store may raise on this system."""
    theirs = (getattr(sys.modules.get(module), name, None) for module, name in _FAULTS)
    general = (ImportError, OSError, RuntimeError, ValueError, AttributeError)
    return (*general, *(fault for fault in theirs if fault is not None))


Purpose = Literal["export", "card", "receipt"]
KeptIn = Literal["file", "keystore"]

_SIGNING, _RECEIVING, _RECOVERY = "signing.pem", "receiving.age", "recovery.age"
_ELSEWHERE = "keystore.json"
"""Stands in the place of the two keys that are in the key store; it holds only public ones."""
_GROUPS, _GROUP_BYTES, _GROUP_DIGITS = 6, 5, 5


@dataclass(frozen=True)
class DeskKeys:
    """What only this desk has. `node` names the desk everywhere."""

    node: str
    signing: Ed25519PrivateKey = field(repr=False)
    receiving: Identity = field(repr=False)
    recovery: Identity = field(repr=False)
    kept_in: KeptIn = field(default="file", repr=False)

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


def check_compared(typed: str, shown: str) -> None:
    """Whether a fingerprint, as heard by telephone and typed, is the one that is `shown`.

    Spaces, dots and dashes between the digits do not matter. Raises Invalid, Refused.
    """
    digits = re.sub(r"[\s.,\-–—]", "", typed)
    if not re.fullmatch(r"[0-9]{30}", digits):
        raise Invalid(
            say(
                "exchange",
                "A fingerprint has six groups of five digits. The card was not accepted. Ask for "
                "all six by telephone, and type them.",
            ),
            field="fingerprint",
        )
    if digits != shown.replace(" ", ""):
        raise Refused(
            say(
                "exchange",
                "The fingerprint of this card is another one, so the card was not accepted. "
                "Compare again by telephone; if it differs again, the file is not from that desk. "
                "Ask for the card once more, in another way.",
            )
        )


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


def make_keys(folder: Path, fits: Callable[[str], bool] = bool) -> DeskKeys:
    """Makes a desk's keys in a new or empty folder that only its owner may read.

    They are drawn again until the node that follows from them `fits`. Raises Refused where the
    folder holds anything already, Trouble where it cannot be written.
    """
    signing = Ed25519PrivateKey.generate()
    while not fits(node_of(signing.public_key().public_bytes_raw())):
        signing = Ed25519PrivateKey.generate()
    receiving, recovery = Identity.generate(), Identity.generate()
    try:
        if folder.exists() and any(folder.iterdir()):
            raise Refused(
                say(
                    "exchange",
                    "“{folder}” is not empty. A desk's keys are never overwritten; nothing was "
                    "changed. Choose another folder for the new desk.",
                )(folder=folder)
            )
        kept_in = _write_folder(_of(signing, receiving, recovery, "file"), folder)
    except OSError as problem:
        raise Trouble(
            say(
                "exchange",
                "The desk's keys could not be kept in “{folder}”: {reason}. No desk was made. "
                "Choose another folder, or let this user write there, and set the desk up again.",
            )(folder=folder, reason=reason_of(problem))
        ) from problem
    return _of(signing, receiving, recovery, kept_in)


def _of(
    signing: Ed25519PrivateKey, receiving: Identity, recovery: Identity, kept_in: KeptIn
) -> DeskKeys:
    public = signing.public_key().public_bytes_raw()
    return DeskKeys(node_of(public), signing, receiving, recovery, kept_in)


def _write_folder(keys: DeskKeys, folder: Path) -> KeptIn:
    """All files under another name, then one rename; gives where the keys are kept."""
    draft = make_private_folder(folder)
    kept_in: KeptIn = "keystore" if keep(keys.node, _secret(keys)) else "file"
    try:
        for name, content in _files(keys, kept_in).items():
            write_secret(draft / name, content)
        sync_folder(draft)
        if folder.exists():  # Windows does not rename onto a folder, not even an empty one
            folder.rmdir()
        into_place(draft, folder)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        if kept_in == "keystore":
            forget(keys.node)
        raise
    return kept_in


def _files(keys: DeskKeys, kept_in: KeptIn) -> dict[str, bytes]:
    recovery = {_RECOVERY: f"{keys.recovery}\n".encode()}
    if kept_in == "keystore":
        return {_ELSEWHERE: canonical(_public_half(keys)), **recovery}
    pem = keys.signing.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return {_SIGNING: pem, _RECEIVING: f"{keys.receiving}\n".encode(), **recovery}


def _public_half(keys: DeskKeys) -> dict[str, str]:
    return {
        "type": "desk-keys/1",
        "signing_key": keys.public.hex(),
        "recipient": keys.recipient,
    }


def _secret(keys: DeskKeys) -> str:
    """What the key store keeps: short, since Windows takes 2,560 bytes at most."""
    return f"{keys.signing.private_bytes_raw().hex()} {keys.receiving}"


def load_keys(folder: Path) -> DeskKeys:
    """The keys that `make_keys` wrote. Raises Trouble (not to be read) or Invalid (not keys)."""
    try:
        close_to_others(folder)
        recovery = Identity.from_str((folder / _RECOVERY).read_text("ascii").strip())
        if (folder / _ELSEWHERE).exists():
            return _from_keystore(folder, recovery)
        signing = load_pem_private_key((folder / _SIGNING).read_bytes(), None)
        receiving = Identity.from_str((folder / _RECEIVING).read_text("ascii").strip())
    except OSError as problem:
        raise _unreadable(folder, problem) from problem
    except (ValueError, TypeError, KeyError, IdentityError) as problem:
        raise _not_keys(folder) from problem
    if not isinstance(signing, Ed25519PrivateKey):
        raise _not_keys(folder)
    return _of(signing, receiving, recovery, "file")


def _from_keystore(folder: Path, recovery: Identity) -> DeskKeys:
    """The two keys that are in the key store. Raises Trouble, or ValueError and the like."""
    public = _told_elsewhere(folder)
    try:
        secret = fetch(node_of(public))
    except NoAnswer:
        raise Trouble(_NO_ANSWER) from None
    if secret is None:
        raise Trouble(_LOST)
    seed, receiving = secret.split(" ")
    signing = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    keys = _of(signing, Identity.from_str(receiving), recovery, "keystore")
    if keys.public != public:
        raise ValueError(keys.node)
    return keys


def _told_elsewhere(folder: Path) -> bytes:
    """The public signing key of a desk whose keys are in the key store. Raises ValueError …"""
    return bytes.fromhex(json.loads((folder / _ELSEWHERE).read_bytes())["signing_key"])


def node_in(folder: Path) -> str:
    """Which desk's keys are in `folder`, without asking the key store. Raises as `load_keys`."""
    try:
        if (folder / _ELSEWHERE).exists():
            return node_of(_told_elsewhere(folder))
    except OSError as problem:
        raise _unreadable(folder, problem) from problem
    except (ValueError, TypeError, KeyError) as problem:
        raise _not_keys(folder) from problem
    return load_keys(folder).node


_LOST = say(
    "exchange",
    "The key store of this computer does not have the desk's keys any more. The complaints are all "
    "here, and nothing was changed. Make a backup and restore it: the desk goes on as a new one "
    "with new keys. Then give head office its new card.",
)
_NO_ANSWER = say(
    "exchange",
    "The desk's keys are in this computer's key store, which does not answer. The complaints are "
    "all here, and nothing was changed. Sign in to the computer as usual, unlock its key store and "
    "try again. If it is gone for good, make a backup and restore it: the desk goes on as a new "
    "one with new keys. Then give head office its new card.",
)


def _unreadable(folder: Path, problem: OSError) -> Trouble:
    return Trouble(
        say(
            "exchange",
            "The desk's keys in “{folder}” could not be read: {reason}. The complaints are all "
            "here. Let this user read the folder. If it is gone, make a backup and restore it: the "
            "desk goes on as a new one with new keys.",
        )(folder=folder, reason=reason_of(problem))
    )


def _not_keys(folder: Path) -> Invalid:
    return Invalid(
        say(
            "exchange",
            "The files in “{folder}” are not the keys of a desk, or they are damaged. The "
            "complaints are all here. Make a backup and restore it: the desk goes on as a new one "
            "with new keys.",
        )(folder=folder)
    )


HEAD_BYTES = 8
_MARK = "DESK1"
_MINUTE = "%Y%m%dT%H%MZ"
_SEAL = re.compile(
    r"(?P<signed>DESK1:(?P<number>[0-9A-Z-]{1,40}):(?P<received>\d{8}T\d{4}Z):(?P<due>\d{8}T\d{4}Z)"
    r":(?P<head>[0-9A-F]{16}):(?P<node>[0-9A-F]{16})):(?P<signature>[A-Z2-7]{103})",
    re.ASCII,
)


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """What a receipt's QR code says; not yet known to be true (`check_seal`). Times are UTC."""

    number: str
    received_at: datetime
    due_at: datetime
    head: bytes
    node: str
    signed: str
    signature: bytes


def seal(
    keys: DeskKeys, *, number: str, received_at: datetime, due_at: datetime, head: bytes
) -> str:
    """The QR text of a receipt. `number` as printed; of `head`, the first 8 bytes are told."""
    told = (
        _MARK,
        number,
        f"{received_at.astimezone(UTC):{_MINUTE}}",
        f"{due_at.astimezone(UTC):{_MINUTE}}",
        head[:HEAD_BYTES].hex().upper(),
        keys.node.upper(),
    )
    signed = ":".join(told)
    text = f"{signed}:{_base32(sign(keys, 'receipt', signed.encode()))}"
    if not _SEAL.fullmatch(text):
        raise ValueError(signed)
    return text


def read_seal(text: str) -> Sealed:
    """What a scanned QR text says. Raises Invalid where it is not from a receipt of a desk."""
    match = _SEAL.fullmatch(text.strip())
    if match is None:
        raise _not_a_seal()
    try:
        signature = base64.b32decode(match["signature"] + "=")
        received, due = (_moment(match[name]) for name in ("received", "due"))
    except (ValueError, binascii.Error) as problem:
        raise _not_a_seal() from problem
    if _base32(signature) != match["signature"]:
        raise _not_a_seal()
    return Sealed(
        number=match["number"],
        received_at=received,
        due_at=due,
        head=bytes.fromhex(match["head"]),
        node=match["node"].lower(),
        signed=match["signed"],
        signature=signature,
    )


def check_seal(sealed: Sealed, public: bytes) -> bool:
    """Whether the desk with this public signing key made the receipt."""
    return sealed.node == node_of(public) and verify(
        public, "receipt", sealed.signed.encode(), sealed.signature
    )


def _base32(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _MINUTE).replace(tzinfo=UTC)


def _not_a_seal() -> Invalid:
    return Invalid(
        say(
            "exchange",
            "This code is not from a receipt of this program, or it was not read completely. Scan "
            "it once more, or type the complaint number.",
        ),
        field="number",
    )
