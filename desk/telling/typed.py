"""Days and moments as staff type them: “14.10”, “tomorrow 10”, “+4”, “jumat 9.00”, “19-6-26 9.12”.

One reader for the counter and the case. Days come first, months second; what is left out is filled
in. The words of all languages are understood whatever language is shown.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from desk.rules.errors import Invalid
from desk.rules.intake import parse_time
from desk.sheets.dates import Order, parsed
from desk.words import LANGUAGES, say

_HOURS = "|".join(word for each in LANGUAGES.values() for word in each.hours)
_AFTER = re.compile(rf"\+\s*(\d{{1,3}})\s*(?:{_HOURS})?", re.ASCII | re.IGNORECASE)
_TIME = re.compile(r"(?:(.+?)[,\s]\s*)?(\d{1,2})(?:[.:](\d{2}))?", re.ASCII)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})[-/.\s]+(\d{1,2})[-/.]?", re.ASCII)
_DAY = re.compile(r"\d{1,2}", re.ASCII)
_NUMBERS = re.compile(r"[\d\s]+", re.ASCII)
_ISO_MARK = re.compile(r"(?<=\d)T(?=\d)")
_ISO_DAY = len("2026-06-20")
_DAYS = {word: away for each in LANGUAGES.values() for word, away in each.days.items()}
_NUMBER_OF = {
    name: at for each in LANGUAGES.values() for at, name in enumerate(each.weekdays.split())
}


def day_in(typed: str, today: date, *, ahead: bool = False) -> date | None:
    """“18-6-2026”, “18/6”, “18”, “180626”, “18 Jun 2026”, “kemarin”, “jumat”; None for no day.

    Where month or year are left out, and for a weekday, the next such day from `today` on is meant
    where `ahead`, else the latest up to `today`.
    """
    text = " ".join(typed.split())
    word = text.lower()
    if word in _DAYS:
        return today + timedelta(days=_DAYS[word])
    if word in _NUMBER_OF:
        away = _NUMBER_OF[word] - today.weekday()
        return today + timedelta(days=away % 7 if ahead else -(-away % 7))
    if match := _DIGITS.fullmatch(text):
        day, month, year = match.groups()
        written = parsed(f"{day}-{month}-{year}", Order())
        return written or (parsed(text, Order()) if len(text) == 8 else None)
    if match := _DAY_MONTH.fullmatch(text):
        return _nearest(int(match[1]), today, month=int(match[2]), ahead=ahead)
    if _DAY.fullmatch(text):
        return _nearest(int(text), today, ahead=ahead)
    return None if text.isdecimal() else parsed(text, Order())


def moment_in(
    typed: str, now: datetime, *, ahead: bool, after: datetime | None = None
) -> datetime | None:
    """What was typed as a local moment; None where it is none, as a day without an hour is none.

    Without a day, the next such hour is meant where `ahead`, else the last one; days are read as
    by `day_in`. “+4” counts from `after`, to the minute.
    """
    text, here = " ".join(typed.split()), now.astimezone()
    if match := _AFTER.fullmatch(text):
        began = (after or here).astimezone().replace(second=0, microsecond=0)
        return began + timedelta(hours=int(match[1])) if ahead else None
    if match := _TIME.fullmatch(_ISO_MARK.sub(" ", text)):
        return _told(match, here, ahead=ahead)
    try:
        return parse_time(text, field="") if len(text) > _ISO_DAY else None
    except Invalid:
        return None


def _told(match: re.Match[str], here: datetime, *, ahead: bool) -> datetime | None:
    day, hour, minute = match[1], int(match[2]), int(match[3] or 0)
    if hour > 23 or minute > 59:
        return None
    if day and match[3] is None and _NUMBERS.fullmatch(day):
        return None  # “18 6” is a day and a month as well as a day and an hour
    found = day_in(day, here.date(), ahead=ahead) if day else here.date()
    if found is None:
        return None
    again = timedelta(days=0 if day else 1)
    if day and day.lower() in _NUMBER_OF:
        again = timedelta(days=7)
    told = _local(found, time(hour, minute))
    if ahead and told <= here:
        return _local(found + again, told.time())
    if not ahead and told > here:
        return _local(found - again, told.time())
    return told


def _local(day: date, at: time) -> datetime:
    return datetime.combine(day, at).astimezone()


def _nearest(day: int, today: date, *, month: int | None = None, ahead: bool) -> date | None:
    """The next or latest such day; months and years in which there is none are passed over."""
    step = 1 if ahead else -1
    year, at = today.year, month or today.month
    for _ in range(12):
        found = _date(year, at, day)
        if found is not None and (found >= today if ahead else found <= today):
            return found
        if month is None:
            further, at = divmod(at - 1 + step, 12)
            year, at = year + further, at + 1
        else:
            year += step
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written_day(day: date) -> str:
    """The day as a field shows it: “18-06-2026”."""
    return f"{day:%d-%m-}{day.year:04}"


def written_moment(moment: datetime) -> str:
    """The moment as a field shows it: “19-06-2026 09.12”."""
    return f"{written_day(moment)} {moment:%H.%M}"


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
