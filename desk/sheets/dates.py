"""Dates as shops write them, and whether a list puts the day or the month first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from desk.words import LANGUAGES

_TIME = r"(?:[T,\s]+\d{1,2}[:.]\d{2}.*)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_NAME = r"(?P<month>[^\s\d.,/-]{3,})"
_DAY = r"(?P<day>\d{1,2})"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_DAY}{_TIME}", re.ASCII
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
_NUMERIC = re.compile(
    rf"(?P<first>\d{{1,2}})(?P<mark>[-/.\s])(?P<second>\d{{1,2}})(?P=mark){_YEAR}{_TIME}", re.ASCII
)
_DAY_NAMED = re.compile(rf"{_DAY}[-/.\s]*{_NAME}[-/.,\s]*{_YEAR}{_TIME}", re.ASCII)
_NAMED_DAY = re.compile(rf"{_NAME}\.?\s*{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}{_TIME}", re.ASCII)
_WEEKDAY = re.compile(r"([^\W\d]+(?:'[^\W\d]+)?)(?:,\s*|\s+)(?=\d)|[A-Z][a-z]+day,\s*")
_SERIAL = re.compile(r"(?P<days>[2-7]\d{4})(?:\.\d+)?", re.ASCII)
_SERIAL_START = date(1899, 12, 30)  # Excel counts days from here, since it has a 29 February 1900

_MONTHS = {
    name: number
    for each in LANGUAGES.values()
    for number, names in enumerate(each.months.split(","), 1)
    for name in names.split()
}


@dataclass(frozen=True)
class Order:
    """What comes first where a date is all numbers, and whether the list shows it."""

    day_first: bool = True
    sure: bool = False


def order(texts: Iterable[str]) -> Order:
    """The order that a whole list keeps to, by the dates in it that can be read in one way only."""
    days = months = 0
    for text in texts:
        numbers = _numbers(text)
        if numbers is not None:
            days += numbers[0] > 12 >= numbers[1]
            months += numbers[1] > 12 >= numbers[0]
    return Order(day_first=days >= months, sure=bool(days) != bool(months))


@lru_cache(maxsize=4096)
def parsed(text: str, order: Order) -> date | None:
    """The day that `text` names, or None where it names none between 1900 and 2199.

    Takes ISO, 18/06/2026 and its like, “18 Juni 2026”, “Jun 18, 2026” and Excel's serial number,
    each with or without a weekday before and a time behind it.
    """
    plain = _without_weekday(text)
    if match := _ISO.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return _day(match["year"], match["month"], match["day"])
    if numbers := _numbers(text):
        return _numeric(*numbers, order=order)
    if match := _DAY_NAMED.fullmatch(plain) or _NAMED_DAY.fullmatch(plain):
        month = _MONTHS.get(match["month"].casefold(), 0)
        return _day(match["year"], month, match["day"])
    if match := _SERIAL.fullmatch(plain):
        return _SERIAL_START + timedelta(days=int(match["days"]))
    return None


def ambiguous(text: str) -> bool:
    """Whether `text` is another day if the month is read first."""
    numbers = _numbers(text)
    return numbers is not None and numbers[0] != numbers[1] and max(numbers[:2]) <= 12


def _without_weekday(text: str) -> str:
    match = _WEEKDAY.match(text)
    if match is None or (match[1] or "").casefold() in _MONTHS:
        return text
    return text[match.end() :]


@lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[int, int, str] | None:
    """The two first numbers of a date that is all numbers, and its year as written."""
    match = _NUMERIC.fullmatch(_without_weekday(text))
    return (int(match["first"]), int(match["second"]), match["year"]) if match else None


def _numeric(first: int, second: int, year: str, *, order: Order) -> date | None:
    day_first = order.day_first if max(first, second) <= 12 else second <= 12
    day, month = (first, second) if day_first else (second, first)
    return _day(year, month, day)


def _day(year: str, month: str | int, day: str | int) -> date | None:
    full = int(year)
    if len(year) == 2:
        full += 1900 if full >= 70 else 2000
    if not 1900 <= full < 2200:
        return None
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None
