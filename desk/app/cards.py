"""This desk's card for others, and the command that accepts another desk's."""

from __future__ import annotations

from desk.app.commands import TrustCard
from desk.app.desk import Desk
from desk.exchange.cards import Card, make_card


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


def trust_of(card: Card) -> TrustCard:
    """The command that accepts a card."""
    return TrustCard(
        node=card.node,
        company=card.company,
        name=card.name,
        branch=card.branch,
        head_office=card.head_office,
        signing_key=card.signing_key.hex(),
        recipient=card.recipient,
    )
