"""The export that happens by itself at the day's end: when it is due, and whether it can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from pathlib import Path

from desk.app.desk import Desk
from desk.app.overview import standing
from desk.rules.people import Action


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
