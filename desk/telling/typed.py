"""Moments as people type them into a case: “14.10”, “tomorrow 10”, “+4”, “jumat 9.00”, “20/6 9.00”.

The words of both languages are understood whatever language is shown.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from desk.rules.clock import parse_time
from desk.rules.errors import Invalid
from desk.words import say

_AFTER = re.compile(r"\+\s*(\d{1,3})\s*(?:h|hours?|jam)?", re.ASCII)
_TIME = re.compile(r"(?:(.+?)[,\s]+)?(\d{1,2})(?:[.:](\d{2}))?", re.ASCII)
_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?", re.ASCII)
_DAYS = {
    **dict.fromkeys(("today", "hari ini"), 0),
    **dict.fromkeys(("tomorrow", "besok"), 1),
    **dict.fromkeys(("lusa",), 2),
    **dict.fromkeys(("yesterday", "kemarin"), -1),
}
_WEEKDAYS = (
    ("monday", "senin"),
    ("tuesday", "selasa"),
    ("wednesday", "rabu"),
    ("thursday", "kamis"),
    ("friday", "jumat"),
    ("saturday", "sabtu"),
    ("sunday", "minggu"),
)
_NAMES = frozenset(name for names in _WEEKDAYS for name in names)


def moment_in(
    typed: str, now: datetime, *, ahead: bool, after: datetime | None = None
) -> datetime | None:
    """What was typed as a local moment; None where it is none.

    Without a day, the next such hour is meant where `ahead`, else the last one; a weekday is the
    next or the last one, and a day without a year the nearest that way. “+4” counts from `after`.
    """
    text, here = " ".join(typed.lower().split()), now.astimezone()
    if match := _AFTER.fullmatch(text):
        began = (after or here).astimezone()
        return _to_the_minute(began + timedelta(hours=int(match[1]))) if ahead else None
    try:
        return _told(text, here, ahead=ahead) or parse_time(typed, field="")
    except Invalid:
        return None


def _told(text: str, here: datetime, *, ahead: bool) -> datetime | None:
    match = _TIME.fullmatch(text)
    if match is None or int(match[2]) > 23 or int(match[3] or 0) > 59:
        return None
    at = time(int(match[2]), int(match[3] or 0))
    if match[1]:
        day = _day(match[1], here.date(), ahead=ahead)
        if day is None:
            return None
        again = ahead and match[1] in _NAMES and _local(day, at) <= here
        return _local(day + timedelta(days=7) if again else day, at)
    today = _local(here.date(), at)
    if ahead and today <= here:
        return _local(here.date() + timedelta(days=1), at)
    if not ahead and today > here:
        return _local(here.date() - timedelta(days=1), at)
    return today


def _local(day: date, at: time) -> datetime:
    return datetime.combine(day, at).astimezone()


def _day(text: str, today: date, *, ahead: bool) -> date | None:
    if text in _DAYS:
        return today + timedelta(days=_DAYS[text])
    for at, names in enumerate(_WEEKDAYS):
        if text in names:
            further = (at - today.weekday()) % 7 if ahead else -((today.weekday() - at) % 7)
            return today + timedelta(days=further)
    match = _DATE.fullmatch(text)
    return _written(match, today, ahead=ahead) if match else None


def _written(match: re.Match[str], today: date, *, ahead: bool) -> date | None:
    try:
        day = date(int(match[3] or today.year), int(match[2]), int(match[1]))
        if match[3] is None and ahead and day < today:
            day = day.replace(year=today.year + 1)
        if match[3] is None and not ahead and day > today:
            day = day.replace(year=today.year - 1)
    except ValueError:
        return None
    return day


def _to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def iso(
    typed: str, now: datetime, *, field: str, ahead: bool = True, after: datetime | None = None
) -> str:
    """What was typed as ISO 8601; nothing stays nothing. Raises Invalid for `field`."""
    if not typed.strip():
        return ""
    found = moment_in(typed, now, ahead=ahead, after=after)
    if found is None:
        raise Invalid(NOT_UNDERSTOOD(typed=typed[:40]), field=field)
    return found.isoformat(timespec="seconds")


NOT_UNDERSTOOD = say(
    "case_moments",
    "“{typed}” is no day and hour. Write it like 14.10, tomorrow 10.00 or 20/6 14.10.",
)
QUICK = (
    (say("case_moments", "+4 h"), "+4"),
    (say("case_moments", "tomorrow 10.00"), "besok 10.00"),
    (say("case_moments", "+24 h"), "+24"),
)
"""Three moments that are often meant: what they are called, and what is typed for them."""
