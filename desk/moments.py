"""Days and times as people say them, in every language, for screens, papers and commands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desk.words import Text, counted, say

_MONTHS = (
    say("moments", "January"),
    say("moments", "February"),
    say("moments", "March"),
    say("moments", "April"),
    say("moments", "May"),
    say("moments", "June"),
    say("moments", "July"),
    say("moments", "August"),
    say("moments", "September"),
    say("moments", "October"),
    say("moments", "November"),
    say("moments", "December"),
)
_SHORT_MONTHS = (
    say("moments", "Jan"),
    say("moments", "Feb"),
    say("moments", "Mar"),
    say("moments", "Apr"),
    say("moments", "May"),
    say("moments", "Jun"),
    say("moments", "Jul"),
    say("moments", "Aug"),
    say("moments", "Sep"),
    say("moments", "Oct"),
    say("moments", "Nov"),
    say("moments", "Dec"),
)
_WEEKDAYS = (
    say("moments", "Monday"),
    say("moments", "Tuesday"),
    say("moments", "Wednesday"),
    say("moments", "Thursday"),
    say("moments", "Friday"),
    say("moments", "Saturday"),
    say("moments", "Sunday"),
)


def local(when: datetime) -> datetime:
    """A time by this computer's zone; one that the system cannot tell keeps the zone it has.

    Raises OSError or OverflowError where such a time has none.

    Windows knows its zone only from 1970 to 3000, and an older desk took other years in.
    """
    try:
        return when.astimezone()
    except (OSError, OverflowError):
        if when.tzinfo is None:
            raise
        when.astimezone(UTC)  # raises where it is no time at all
        return when


def time_in(iso: str) -> datetime | None:
    """An ISO time by this computer's zone; None where it is none."""
    try:
        return local(datetime.fromisoformat(iso))
    except (ValueError, OverflowError, OSError):
        return None


def _local(when: date) -> date:
    return local(when) if isinstance(when, datetime) else when


def day(when: date) -> Text:
    """“Saturday 20 June 2026”; an aware datetime is told in local time."""
    local = _local(when)
    return say("moments", "{weekday} {day} {month} {year}")(
        weekday=_WEEKDAYS[local.weekday()],
        day=local.day,
        month=_MONTHS[local.month - 1],
        year=local.year,
    )


def short(when: date) -> Text:
    """“20 Jun 2026”."""
    local = _local(when)
    return say("moments", "{day} {month} {year}")(
        day=local.day, month=_SHORT_MONTHS[local.month - 1], year=local.year
    )


def clock(when: datetime) -> Text:
    """“09.12”, as clocks are written in Indonesia."""
    here = local(when)
    return say("moments", "{hour}.{minute}")(hour=f"{here:%H}", minute=f"{here:%M}")


def moment(when: datetime) -> Text:
    """“Saturday 20 June 2026, 09.12”."""
    return say("moments", "{day}, {clock}")(day=day(when), clock=clock(when))


def near(when: datetime, now: datetime) -> Text:
    """“today 14.10”, “tomorrow 09.12”, “yesterday 17.00”, else “20 Jun 2026, 09.12”."""
    days = (_local(when).toordinal()) - (_local(now).toordinal())
    named = {
        -1: say("moments", "yesterday {clock}"),
        0: say("moments", "today {clock}"),
        1: say("moments", "tomorrow {clock}"),
    }.get(days)
    if named is not None:
        return named(clock=clock(when))
    return say("moments", "{day}, {clock}")(day=short(when), clock=clock(when))


def span(length: timedelta) -> Text:
    """A length of time in its largest whole unit: “5 minutes”, “2 hours”, “3 days”."""
    minutes = int(abs(length).total_seconds()) // 60
    if minutes < 60:
        return counted(minutes, say("moments", "{n} minute"), say("moments", "{n} minutes"))
    if minutes < 48 * 60:
        return counted(minutes // 60, say("moments", "{n} hour"), say("moments", "{n} hours"))
    return counted(minutes // 1440, say("moments", "{n} day"), say("moments", "{n} days"))
