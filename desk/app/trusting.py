"""Which cards may be accepted, and which of them is head office: never a second one in silence.

Files for head office go to the one desk that people named by accepting its card. Another one takes
over only by an explicit act, which revokes the old card in the same moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.app.commands import RevokeCard, TrustCard
from desk.journal import known
from desk.journal.known import Trusted
from desk.rules.desk_entries import CardTrusted
from desk.rules.errors import Refused
from desk.words import say

if TYPE_CHECKING:
    from desk.app.desk import Desk


def head_office(desk: Desk) -> Trusted | None:
    """To whom files go: the head office whose card was accepted first and not revoked since."""
    cards = known.trusted(desk.journal.store)
    counting = {card.node: card for card in cards if card.head_office and _counts(card)}
    if len(counting) > 1:  # written before a second one was refused, or at two PCs at once
        trusted = (entry.subject for entry in desk.journal.of_kind(CardTrusted.KIND))
        return next(counting[node] for node in trusted if node in counting)
    return next(iter(counting.values()), None)


def check_trust(command: TrustCard, cards: Sequence[Trusted], own: str) -> None:
    """Raises Refused where this card may not be accepted; `cards` are those accepted so far."""
    if own in (command.node, command.replaces):
        raise Refused(
            say("doing", "This is the desk's own card. Choose the card of the other desk.")
        )
    if any(card.node == command.node and card.revoked for card in cards):
        raise Refused(
            say(
                "trusting",
                "The card of {name} ({node}) was revoked here and does not count any more. "
                "Nothing was changed. That desk can make a backup and restore it: then it is a "
                "new one, with a new card.",
            )(name=command.name, node=command.node)
        )
    if command.replaces:
        _check_replaces(command, _counting(command.replaces, cards))
    if command.head_office:
        _check_only_one(command, cards)


def check_revoke(command: RevokeCard, cards: Sequence[Trusted]) -> None:
    """Raises Refused where no card of this desk counts here."""
    _counting(command.node, cards)


def _counting(node: str, cards: Sequence[Trusted]) -> Trusted:
    for card in cards:
        if card.node == node and _counts(card):
            return card
    raise Refused(
        say(
            "trusting",
            "No card of a desk {node} counts here. Nothing was changed. Those that count: {known}.",
        )(node=node[:32], known=_listed(cards))
    )


def _listed(cards: Sequence[Trusted]) -> str:
    return ", ".join(f"{card.name} ({card.node})" for card in cards if _counts(card)) or "–"


def _counts(card: Trusted) -> bool:
    """Whether people here accepted it; what head office vouches for is not enough."""
    return card.direct and not card.revoked


def _check_replaces(command: TrustCard, old: Trusted) -> None:
    """A lost PC is replaced by one of the same place."""
    same_place = command.head_office or old.branch == command.branch
    if old.node != command.node and old.head_office == command.head_office and same_place:
        return
    raise Refused(
        say(
            "trusting",
            "{new} (branch {new_branch}) cannot take the place of {old} (branch {old_branch}): it "
            "has to be another desk of the same branch, or of head office. Nothing was changed. "
            "Accept its card without replacing another.",
        )(new=command.name, new_branch=command.branch, old=old.name, old_branch=old.branch)
    )


def _check_only_one(command: TrustCard, cards: Sequence[Trusted]) -> None:
    for card in cards:
        another = card.node not in (command.node, command.replaces)
        if card.head_office and another and _counts(card):
            raise Refused(
                say(
                    "trusting",
                    "{old} ({node}) is head office for this desk, and files go there. Nothing was "
                    "changed. If {new} takes its place, accept the card in place of {node}; the "
                    "old card does not count any more then.",
                )(old=card.name, node=card.node, new=command.name)
            )
