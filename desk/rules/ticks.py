"""The hybrid logical clock: order that survives a PC whose clock is wrong (design.md, section 3).

A tick holds 48 bits of UTC milliseconds above 16 bits of counter, and never goes back.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desk.rules.errors import Stale
from desk.words import say

_COUNTER_BITS = 16
_BEHIND = timedelta(minutes=2)
_AHEAD = timedelta(days=30)
DOUBTFUL_AFTER = timedelta(hours=26)
"""How far an entry from elsewhere may be ahead: any time zone, and some more (design.md, 6)."""


def next_tick(last: int, now: datetime) -> int:
    """The tick after `last` at `now`: the clock's own time, or one more where it stands or lags."""
    return max(int(now.timestamp() * 1000) << _COUNTER_BITS, last + 1)


def time_of(tick: int) -> datetime:
    """The UTC time in a tick."""
    return datetime.fromtimestamp((tick >> _COUNTER_BITS) / 1000, UTC)


def check_clock(last: int, now: datetime) -> None:
    """Raises Stale where the PC's clock is behind the last entry, or far ahead of it."""
    if not last:
        return
    away = now - time_of(last)
    if away < -_BEHIND or away > _AHEAD:
        raise Stale(
            say(
                "rules",
                "This computer's clock says {now}, but the last entry here was made {last}. "
                "Nothing was written; what you typed is kept. Set the clock, or confirm that it is "
                "right, and do it again.",
            )(now=_plain(now), last=_plain(time_of(last))),
            field="clock",
        )


def _plain(when: datetime) -> str:
    return f"{when.astimezone():%Y-%m-%d %H:%M}"
