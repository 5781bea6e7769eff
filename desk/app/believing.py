"""Whose word counts here: cards, and whether a file may be believed.

Whom a file is from, for whom, and whether it goes on where the last one ended follows from the
signed manifest, and is asked before anything of a file is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from desk.app.commands import RevokeCard, TrustCard
from desk.app.desk import Desk
from desk.exchange.cards import Card, make_card
from desk.exchange.keys import check_compared
from desk.exchange.lines import LARGEST, Range
from desk.exchange.zips import not_a_package
from desk.journal import exchanged, known
from desk.journal.files import LARGEST as LARGEST_FILE
from desk.journal.known import Trusted
from desk.journal.merge import Forked
from desk.rules.chain import Entry
from desk.rules.entries import CardTrusted, StaffAdded, read
from desk.rules.errors import Refused
from desk.words import say

_FEW_BYTES, _MOST_SQUEEZED = 1 << 24, 1_000
"""So much, and so many times its stored size, may come out of the entries' member: each entry has a
hundred bytes that cannot be squeezed, and no real one has a thousand times as much text."""


class Gap(Refused):
    """Something before this file has not come yet."""

    def __init__(self, node: str, missing: int) -> None:
        super().__init__(
            say(
                "importing",
                "A file before this one has not come yet: {n} entries of the desk {node} are "
                "missing. It is kept and waits. Ask for the file before it, or for a new one.",
            )(n=missing, node=node)
        )
        self.node = node
        self.missing = missing


def sender_of(desk: Desk, sender: Mapping[str, Any]) -> Trusted:
    """The card of the desk that the manifest names. Raises Refused for one that does not count."""
    for card in known.trusted(desk.journal.store):
        if card.node == sender["node"] and card.direct:
            if card.revoked:
                raise Refused(
                    say(
                        "importing",
                        "The card of {name} ({node}) was revoked, so its files are not taken any "
                        "more. Nothing was taken in. Ask at that branch which desk goes on.",
                    )(name=card.name, node=card.node)
                )
            return card
    raise Refused(
        say(
            "importing",
            "The desk {node} (“{name}”) is not known here. Nothing was taken in. Accept its card "
            "after comparing the fingerprint by telephone, and read the file in again.",
        )(node=sender["node"], name=sender["name"])
    )


def check_manifest(desk: Desk, manifest: Mapping[str, Any]) -> None:
    """Raises Refused where it is for another desk or speaks for one, Invalid where it makes no
    sense."""
    _check_receiver(desk, manifest)
    _check_sense(manifest)
    _check_whose(desk, manifest)


def _check_receiver(desk: Desk, manifest: Mapping[str, Any]) -> None:
    receiver = manifest["receiver"]
    if receiver is None or receiver["node"] == desk.journal.node:
        return
    raise Refused(
        say(
            "importing",
            "This file is for another desk ({node}). Nothing was taken in. Take it there.",
        )(node=receiver["node"])
    )


def _check_sense(manifest: Mapping[str, Any]) -> None:
    """Numbers that a table can hold, and each desk and file named once."""
    acks = manifest["acknowledgements"]
    if not 0 <= manifest["tick"] < LARGEST:
        raise not_a_package("tick")
    if not all(Range.of(each).sensible for each in manifest["ranges"]):
        raise not_a_package("ranges")
    if not all(0 < each["seq"] < LARGEST for each in acks):
        raise not_a_package("acknowledgements")
    entries, *photos = manifest["members"]
    if entries["plain_size"] > _FEW_BYTES + _MOST_SQUEEZED * entries["size"]:
        raise not_a_package("plain size of the entries")
    if any(member["plain_size"] > LARGEST_FILE for member in photos):
        raise not_a_package("size of a photo")
    for names in (
        [each["node"] for each in manifest["ranges"]],
        [each["node"] for each in acks],
        manifest["needs"],
    ):
        if not _ascending(names):
            raise not_a_package("order")


def _ascending(names: Sequence[str]) -> bool:
    return all(before < after for before, after in pairwise(names))


def _check_whose(desk: Desk, manifest: Mapping[str, Any]) -> None:
    """A branch sends what was written there, and all of it; only head office sends of others."""
    card = sender_of(desk, manifest["sender"])
    if card.head_office:
        return
    local = desk.journal.local_nodes()
    at = {one.node: one.branch for one in known.trusted(desk.journal.store)}
    for each in map(Range.of, manifest["ranges"]):
        if each.partial:
            raise not_a_package("count")
        branch = known.branch_of(desk.journal.store, each.node)
        if each.node in local or {branch, at.get(each.node, "")} - {"", card.branch}:
            raise Refused(
                say(
                    "importing",
                    "This file of {name} brings entries of another branch's desk ({node}), which "
                    "only head office may send. Nothing was taken in. Ask there what happened.",
                )(name=card.name, node=each.node)
            )


def check_within_rights(desk: Desk, manifest: Mapping[str, Any]) -> Callable[[Entry], None]:
    """A check that raises Refused for an entry by which a branch says who works at another, or
    names it; only head office may."""
    card = sender_of(desk, manifest["sender"])
    if card.head_office:
        return lambda _: None
    works_at = {person.id: person.branch for person in known.people(desk.journal.store)}

    def check(entry: Entry) -> None:
        topic = entry.kind.split(".")[0]
        named = {card.branch}
        if topic == "branch":
            named.add(entry.subject)
        elif topic == "staff":
            event = read(entry)
            named.add(works_at.get(entry.subject, card.branch))
            named.add(event.branch if isinstance(event, StaffAdded) else "")
        if named - {card.branch, ""}:
            raise Refused(
                say(
                    "importing",
                    "This file of {name} changes people or facts of another branch, which only "
                    "head office may do. Nothing was taken in. Ask there what happened.",
                )(name=card.name)
            )

    return check


def check_continues(desk: Desk, manifest: Mapping[str, Any]) -> None:
    """Raises Gap where something is missing before a range, Forked where a chain goes on otherwise
    than here, or the sender has entries under our own name that we did not write."""
    held = exchanged.marks(desk.journal)
    for each in map(Range.of, manifest["ranges"]):
        mark = held.get(each.node, exchanged.Mark(each.node, 0, bytes(32)))
        if each.first > mark.seq + 1:
            raise Gap(each.node, each.first - 1 - mark.seq)
        if each.first == mark.seq + 1 and each.prev_hash != mark.head_hash.hex():
            raise Forked(each.node, mark.seq)
        if each.last == mark.seq and each.head_hash != mark.head_hash.hex():
            raise Forked(each.node, mark.seq)
    for ack in manifest["acknowledgements"]:
        if not _ours(desk, ack["node"], ack["seq"], ack["head_hash"]):
            raise Forked(ack["node"], ack["seq"])


def _ours(desk: Desk, node: str, seq: int, head_hash: str) -> bool:
    """False where another desk has something else under a name of ours; a restored desk may know
    less than others of the one that it succeeded."""
    if node not in desk.journal.local_nodes():
        return True
    known_hash = exchanged.hash_of(desk.journal.store, node, seq)
    return node != desk.journal.node if known_hash is None else known_hash.hex() == head_hash


def own_card(desk: Desk) -> Card:
    """The card of this desk, signed by itself."""
    shop = desk.shop
    return make_card(
        desk.keys,
        company=shop.company,
        name=shop.branch_name,
        branch=shop.branch,
        head_office=shop.head_office,
        now=desk.now(),
    )


def trust_of(card: Card, *, replaces: str = "") -> TrustCard:
    """The command that accepts a card; where it `replaces` another desk's, that one is revoked."""
    return TrustCard(
        node=card.node,
        card=CardTrusted(
            company=card.company,
            name=card.name,
            branch=card.branch,
            head_office=card.head_office,
            signing_key=card.signing_key.hex(),
            recipient=card.recipient,
        ),
        replaces=_node(replaces),
    )


def revoke_of(node: str, *, why: str = "") -> RevokeCard:
    """The command after which a desk's card counts no more."""
    return RevokeCard(node=_node(node), why=why)


def accept(desk: Desk, card: Card, *, fingerprint: str = "", replaces: str = "") -> bool:
    """Accepts a card; gives whether its fingerprint was compared here.

    `fingerprint` is what the other desk said by telephone; where it is given and differs, nothing
    is accepted. Raises Invalid or Refused.
    """
    if fingerprint.strip():
        check_compared(fingerprint, card.fingerprint)
    desk.do(trust_of(card, replaces=replaces))
    return bool(fingerprint.strip())


def _node(typed: str) -> str:
    return typed.strip().lower()
