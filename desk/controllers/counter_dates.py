"""Days and moments as a clerk types them: short, day first; the rest of a date is filled in."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from desk.sheets.dates import Order, parsed

_DIGITS = re.compile(r"(\d{1,2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})[-/.\s]+(\d{1,2})[-/.]?", re.ASCII)
_DAY = re.compile(r"\d{1,2}", re.ASCII)
_TIME = re.compile(r"(?:(.*?)[,\s]\s*)?(\d{1,2})[.:](\d{2})", re.ASCII)
_ISO_MARK = re.compile(r"(?<=\d)T(?=\d)")


def day_in(typed: str, today: date) -> date | None:
    """“18-6-2026”, “18/6”, “18”, “180626”, “18 Jun 2026” as a day; None for anything else.

    Where month or year are left out, the latest such day up to `today` is meant.
    """
    text = " ".join(typed.split())
    if match := _DIGITS.fullmatch(text):
        day, month, year = match.groups()
        written = parsed(f"{day}-{month}-{year}", Order())
        return written or (parsed(text, Order()) if len(text) == 8 else None)
    if match := _DAY_MONTH.fullmatch(text):
        return _latest(int(match[1]), today, month=int(match[2]))
    if _DAY.fullmatch(text):
        return _latest(int(text), today)
    return None if text.isdecimal() else parsed(text, Order())


def moment_in(typed: str, now: datetime) -> datetime | None:
    """“19-6-2026 09.12”, “19/6 9:12”, “9.12” (today) as a local time without an offset.

    None for anything else; a day alone is no moment, since the 24 hours begin at an hour.
    """
    match = _TIME.fullmatch(" ".join(_ISO_MARK.sub(" ", typed).split()))
    if match is None:
        return None
    today = now.astimezone().date()
    day = day_in(match[1], today) if match[1] else today
    hour, minute = int(match[2]), int(match[3])
    if day is None or hour > 23 or minute > 59:
        return None
    return datetime.combine(day, time(hour, minute))


def written_day(day: date) -> str:
    """The day as the field shows it: “18-06-2026”."""
    return f"{day:%d-%m-}{day.year:04}"


def written_moment(moment: datetime) -> str:
    """The moment as the field shows it: “19-06-2026 09.12”."""
    return f"{written_day(moment)} {moment:%H.%M}"


def _latest(day: int, today: date, month: int | None = None) -> date | None:
    """The latest such day up to `today`; months in which there is none are passed over."""
    year, at = today.year, month or today.month
    for _ in range(12):
        found = _date(year, at, day)
        if found is not None and found <= today:
            return found
        if month is None:
            before = date(year, at, 1) - timedelta(days=1)
            year, at = before.year, before.month
        else:
            year -= 1
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
