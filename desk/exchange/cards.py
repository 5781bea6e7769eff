"""A desk's card: what others need to know to trust it and to encrypt for it.

Cards are exchanged once; two people compare the fingerprint by telephone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from msgspec import Struct, convert

from desk.durable import reason_of, write_whole
from desk.exchange.keys import DeskKeys, fingerprint, node_of, sign, verify
from desk.exchange.schema import (
    Branch,
    Hash,
    Moment,
    Name,
    Node,
    Signed,
    canonical_object,
    check_moment,
    check_recipient,
    fits,
    only,
)
from desk.rules.chain import canonical
from desk.rules.errors import Invalid, Trouble
from desk.words import Text, say

TYPE = "desk-card/1"
MAX_CARD = 16 * 1024


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A card as it stands in a file."""

    type: Annotated[str, only(TYPE)]
    company: Name
    name: Name
    branch: Branch
    node: Node
    head_office: bool
    signing_key: Hash
    recipient: str
    made_at: Moment
    signature: Signed

    def __post_init__(self) -> None:
        check_recipient(self.recipient)
        check_moment(self.made_at)


@dataclass(frozen=True, kw_only=True)
class Card:
    """Who a desk is. `signing_key` and `signature` are raw bytes, `made_at` is UTC."""

    company: str
    name: str
    branch: str
    node: str
    head_office: bool
    signing_key: bytes
    recipient: str
    made_at: datetime
    signature: bytes

    @property
    def fingerprint(self) -> str:
        """Six groups of five digits to compare by telephone."""
        return fingerprint(self.signing_key)


def utc_text(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds and a Z, as in all files between desks."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def make_card(
    keys: DeskKeys, *, company: str, name: str, branch: str, head_office: bool, now: datetime
) -> Card:
    """This desk's card, signed by itself. Raises Invalid where a name cannot stand on a card."""
    for field, text, shape in (
        ("company", company, Name),
        ("name", name, Name),
        ("branch", branch, Branch),
    ):
        if not fits(text, shape):
            raise Invalid(_not_for_a_card(text), field=field)
    card = Card(
        company=company,
        name=name,
        branch=branch,
        node=keys.node,
        head_office=head_office,
        signing_key=keys.public,
        recipient=keys.recipient,
        made_at=now.astimezone(UTC).replace(microsecond=now.microsecond // 1000 * 1000),
        signature=b"",
    )
    return replace(card, signature=sign(keys, "card", _signed(card)))


def write_card(card: Card, path: Path) -> None:
    """Writes a `*.deskcard`, safely; one that was there is replaced. Raises Trouble."""
    write_whole(path, canonical({**_told(card), "signature": card.signature.hex()}))


def read_card(path: Path) -> Card:
    """The card in a file, if it is whole and signed by the desk it names.

    Raises Trouble (the file cannot be read) or Invalid (it is not a card to be trusted).
    """
    told = canonical_object(_content(path))
    if told is None:
        raise Invalid(_not_a_card(path), field="file")
    kind = told.get("type")
    if isinstance(kind, str) and kind.startswith("desk-card/") and kind != TYPE:
        raise Invalid(_too_new(path), field="file")
    try:
        card = _card(convert(told, _File))
    except ValueError as fault:
        raise Invalid(_not_a_card(path), field="file") from fault
    if node_of(card.signing_key) != card.node or not verify(
        card.signing_key, "card", _signed(card), card.signature
    ):
        raise Invalid(_changed(path), field="file")
    return card


def _content(path: Path) -> bytes:
    """Nothing of a file that is too large to be a card."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_CARD + 1)
    except OSError as problem:
        raise Trouble(
            say(
                "exchange",
                "The card “{file}” could not be read: {reason}. Nothing was changed. Plug the "
                "stick in again, or choose the file once more.",
            )(file=path.name, reason=reason_of(problem))
        ) from problem
    return content if len(content) <= MAX_CARD else b""


def _told(card: Card) -> dict[str, object]:
    return {
        "type": TYPE,
        "company": card.company,
        "name": card.name,
        "branch": card.branch,
        "node": card.node,
        "head_office": card.head_office,
        "signing_key": card.signing_key.hex(),
        "recipient": card.recipient,
        "made_at": utc_text(card.made_at),
    }


def _signed(card: Card) -> bytes:
    return canonical(_told(card))


def _card(told: _File) -> Card:
    return Card(
        company=told.company,
        name=told.name,
        branch=told.branch,
        node=told.node,
        head_office=told.head_office,
        signing_key=bytes.fromhex(told.signing_key),
        recipient=told.recipient,
        made_at=datetime.fromisoformat(told.made_at),
        signature=bytes.fromhex(told.signature),
    )


def _not_for_a_card(text: str) -> Text:
    return say(
        "exchange",
        "“{text}” cannot stand on the desk's card. Write it on one line with at most 200 "
        "characters; a branch code has only digits and capital letters.",
    )(text=text[:40])


def _not_a_card(path: Path) -> Text:
    return say(
        "exchange",
        "“{file}” is not a desk's card, or it is damaged. Nothing was changed. Choose the file "
        "that ends in .deskcard, or ask that desk for its card again.",
    )(file=path.name)


def _too_new(path: Path) -> Text:
    return say(
        "exchange",
        "The card “{file}” was made by a newer version of this program. Nothing was changed. "
        "Update the program at this desk, then open the card again.",
    )(file=path.name)


def _changed(path: Path) -> Text:
    return say(
        "exchange",
        "The card “{file}” was changed after it was made, so it was not accepted. Ask that desk "
        "for its card again, in another way.",
    )(file=path.name)
