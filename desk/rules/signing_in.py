"""How long somebody waits after wrong PINs: guessing is slow, a slip of the finger is not."""

from __future__ import annotations

from datetime import datetime, timedelta

_FREE_TRIES = 3
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=10)


def wait_after(tries: int) -> timedelta:
    """The wait after so many wrong PINs in a row: none, then 5 s, 10 s, 20 s … 10 minutes."""
    if tries < _FREE_TRIES:
        return timedelta(0)
    doubled: timedelta = _FIRST_WAIT * 2 ** min(tries - _FREE_TRIES, 20)
    return min(doubled, _LONGEST_WAIT)


def still_to_wait(*, tries: int, tried_at: datetime | None, now: datetime) -> timedelta:
    """What is left of the wait; never more than all of it, where the clock was set back."""
    if tried_at is None:
        return timedelta(0)
    return max(timedelta(0), min(tried_at, now) + wait_after(tries) - now)
