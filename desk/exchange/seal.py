"""The text in a receipt's QR code, by which any branch can tell a real receipt while offline.

``DESK1:number:received:due:head:node:signature``, only in characters that a QR code stores densely
(its alphanumeric mode). Times are UTC to the minute.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from desk.exchange.keys import DeskKeys, node_of, sign, verify
from desk.rules.errors import Invalid
from desk.words import say

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
