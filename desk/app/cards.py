"""This desk's card for others, and other desks' cards here."""

from __future__ import annotations

from desk.app.commands import RevokeCard, TrustCard
from desk.app.desk import Desk
from desk.exchange.cards import Card, make_card
from desk.exchange.keys import check_compared
from desk.rules.desk_entries import CardTrusted


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
