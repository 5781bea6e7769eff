"""The promise of an answer within 24 hours (domain.md, section 4). All times are aware."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from desk.rules.errors import Invalid
from desk.words import say

PROMISE = timedelta(hours=24)
_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
_ISO = re.compile(
    r"\d{4}-?\d\d-?\d\d([T ]\d\d:?\d\d(:?\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?", re.ASCII
)
"""Python alone would read “09.12” as an hour with a fraction, and digits in any number."""


def due_after(received_at: datetime) -> datetime:
    """24 hours after `received_at`, round the clock, through any change of the clocks."""
    return (received_at.astimezone(UTC) + PROMISE).astimezone(received_at.tzinfo)


def is_late(*, due_at: datetime, ended_at: datetime | None, now: datetime) -> bool:
    """Whether the case went, or has by `now` gone, past the moment that was promised."""
    return (ended_at or now) > due_at


def bucket(
    *, first_due_at: datetime, due_at: datetime, ended_at: datetime | None, now: datetime
) -> str:
    """One of the four buckets of the reports, or “open” while nothing is decided.

    `in_time, extended, late, open_late, open`. `ended_at` is when it was solved or withdrawn.
    """
    late = is_late(due_at=due_at, ended_at=ended_at, now=now)
    if ended_at is None:
        return "open_late" if late else "open"
    if late:
        return "late"
    return "in_time" if ended_at <= first_due_at else "extended"


def parse_time(typed: str, *, field: str) -> datetime:
    """An ISO 8601 time; without an offset it is local. Raises Invalid for `field`."""
    text = typed.strip()
    try:
        when = datetime.fromisoformat(text if _ISO.fullmatch(text) else "").astimezone()
        when.astimezone(UTC)
    except (ValueError, OverflowError, OSError) as reason:
        raise Invalid(
            say(
                "rules",
                "“{typed}” is not a date and time. Write it like 2026-06-19 09:12.",
            )(typed=typed[:40]),
            field=field,
        ) from reason
    return when


def check_received(received_at: datetime, now: datetime) -> datetime:
    """`received_at` to the second, unless it lies in the future or before 1900: then Invalid."""
    if received_at > now:
        raise Invalid(
            say(
                "rules",
                "A complaint cannot be received in the future. Give the day and hour at which "
                "the customer came.",
            ),
            field="received_at",
        )
    if received_at < _EARLIEST:
        raise Invalid(
            say("rules", "The year {year} is too long ago. Please check the date.")(
                year=received_at.year
            ),
            field="received_at",
        )
    return received_at.replace(microsecond=0)
