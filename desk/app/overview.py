"""How the exchange stands: what head office lacks of this desk; at head office, what of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.app.desk import Desk
from desk.app.trusting import head_office
from desk.journal import exchanged, known, parcels
from desk.journal.exchanged import Came, Owed, Went
from desk.journal.known import Trusted
from desk.journal.parcels import APART, WAITING, Parcel

REMIND_AFTER = 3
"""Days without head office's confirmation after which it is said unmistakably."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A branch's side: its head office, and what that has not confirmed.

    Where no head office is known, nothing is counted: all that was ever written would wait for it.
    """

    receiver: Trusted | None
    owed: Owed

    def overdue(self, now: datetime, days: int) -> bool:
        """Whether something has waited for a confirmation longer than so many days."""
        if self.receiver is None or self.owed.since is None:
            return False
        return now - datetime.fromisoformat(self.owed.since) > timedelta(days=days)


def standing(desk: Desk) -> Standing:
    """How far what was written here has come."""
    receiver = head_office(desk)
    owed = exchanged.owed(desk.journal, receiver.node) if receiver else Owed()
    return Standing(receiver=receiver, owed=owed)


@dataclass(frozen=True, kw_only=True)
class Partner:
    """Another desk as head office sees it. `missing` counts entries before the waiting files."""

    card: Trusted
    branch_name: str = ""
    came: Came | None = None
    went: Went | None = None
    waiting: int = 0
    missing: int = 0
    apart: int = 0

    def silent(self, now: datetime, days: int) -> bool:
        """Whether no file of it came for longer than so many days; not before the first one."""
        if self.came is None or self.card.revoked:
            return False
        return now - datetime.fromisoformat(self.came.made_at) > timedelta(days=days)


def partners(desk: Desk) -> list[Partner]:
    """The desks whose cards were accepted here, those that count first, by branch."""
    store = desk.journal.store
    names = dict(desk.branches)
    came, went = exchanged.last_came(store), exchanged.last_went(desk.journal)
    waiting = _by_sender(parcels.with_verdict(store, WAITING))
    apart = _by_sender(parcels.with_verdict(store, APART))
    found = [
        Partner(
            card=card,
            branch_name=names.get(card.branch) or card.name,
            came=came.get(card.node),
            went=went.get(card.node),
            waiting=len(waiting.get(card.node, ())),
            missing=min((_missing(one) for one in waiting.get(card.node, ())), default=0),
            apart=len(apart.get(card.node, ())),
        )
        for card in known.trusted(store)
        if card.direct and not card.head_office
    ]
    return sorted(found, key=_order)


def _by_sender(found: list[Parcel]) -> dict[str, list[Parcel]]:
    senders: dict[str, list[Parcel]] = {}
    for parcel in found:
        senders.setdefault(parcel.sender, []).append(parcel)
    return senders


def _missing(parcel: Parcel) -> int:
    missing = parcel.reason.get("missing", 0)
    return missing if isinstance(missing, int) else 0


def _order(partner: Partner) -> tuple[bool, int, str, int]:
    card = partner.card
    return card.revoked, len(card.branch), card.branch, card.tick
