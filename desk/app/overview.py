"""How the exchange stands: what head office lacks of this desk; at head office, what of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from pathlib import Path

from desk.app.desk import Desk
from desk.app.doing import head_office
from desk.journal import exchanged, known
from desk.journal.exchanged import APART, WAITING, Came, Parcel, Unconfirmed, Went
from desk.journal.known import Trusted
from desk.rules.people import Action

REMIND_AFTER = 3
"""Days without head office's confirmation after which it is said unmistakably."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A branch's side: its head office, and what that has not confirmed.

    Where no head office is known, nothing is counted: all that was ever written would wait for it.
    """

    receiver: Trusted | None
    owed: Unconfirmed

    def overdue(self, now: datetime, days: int) -> bool:
        """Whether something has waited for a confirmation longer than so many days."""
        if self.receiver is None or self.owed.since is None:
            return False
        return now - datetime.fromisoformat(self.owed.since) > timedelta(days=days)


def standing(desk: Desk) -> Standing:
    """How far what was written here has come."""
    receiver = head_office(desk)
    owed = exchanged.owed(desk.journal, receiver.node) if receiver else Unconfirmed()
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
    waiting = _by_sender(exchanged.with_verdict(store, WAITING))
    apart = _by_sender(exchanged.with_verdict(store, APART))
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


class DayEnd(Enum):
    """What is to be done now."""

    NOTHING_NEW = "nothing_new"
    NO_CARD = "no_card"
    NOT_ALLOWED = "not_allowed"
    NO_FOLDER = "no_folder"
    READY = "ready"


@dataclass(frozen=True)
class Due:
    """What to do; `kept` complaints wait for a file."""

    what: DayEnd
    kept: int = 0


def read_time(kept: str) -> time | None:
    """The time of day in a setting; None where it is off, or not understood."""
    try:
        return time.fromisoformat(kept)
    except ValueError:
        return None


def is_due(now: datetime, at: time | None, done: str) -> bool:
    """Whether the last day's end has passed since `done` (ISO 8601).

    A day's end at which the program was closed is caught up with at the next start.
    """
    if at is None:
        return False
    local = now.astimezone()
    last = datetime.combine(local.date(), at).astimezone()
    if last > local:
        last = datetime.combine(local.date() - timedelta(days=1), at).astimezone()
    try:
        before = datetime.fromisoformat(done)
    except ValueError:
        return True
    return before.astimezone() < last


def what_now(desk: Desk, folder: Path) -> Due:
    """Whether a file is to be written into `folder`; a folder that is gone is not made again."""
    stands = standing(desk)
    kept = stands.owed.to_export
    if stands.receiver is None:
        return Due(DayEnd.NO_CARD)
    if not kept and not stands.owed.others:
        return Due(DayEnd.NOTHING_NEW)
    if desk.can(Action.EXPORT) is not None:
        return Due(DayEnd.NOT_ALLOWED, kept)
    if not folder.is_dir():
        return Due(DayEnd.NO_FOLDER, kept)
    return Due(DayEnd.READY, kept)
