"""The promise of an answer within 24 hours (domain.md, section 4). All times are aware."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from desk.moments import local
from desk.rules.errors import Invalid
from desk.words import say

PROMISE = timedelta(hours=24)
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_ISO = re.compile(
    r"\d{4}-?\d\d-?\d\d([T ]\d\d:?\d\d(:?\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?", re.ASCII
)
"""Python alone would read “09.12” as an hour with a fraction, and digits in any number."""


def due_after(received_at: datetime) -> datetime:
    """24 hours after `received_at`, round the clock, through any change of the clocks."""
    return (received_at.astimezone(UTC) + PROMISE).astimezone(received_at.tzinfo)


def parse_time(typed: str, *, field: str) -> datetime:
    """An ISO 8601 time; without an offset it is local. Raises Invalid for `field`."""
    text = typed.strip()
    try:
        when = local(datetime.fromisoformat(text if _ISO.fullmatch(text) else ""))
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
    """`received_at` to the second, unless it lies in the future or before 2000: then Invalid."""
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


def check_happened(happened_at: datetime, now: datetime) -> None:
    """Raises Invalid where something is said to have happened in the future."""
    if happened_at > now:
        raise Invalid(
            say("rules", "This moment lies in the future. Please check the day and the hour."),
            field="happened_at",
        )
