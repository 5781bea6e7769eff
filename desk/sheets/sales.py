"""A list of sales, CSV or Excel, read line by line: what was sold, to whom, under which nota.

Every line below the heading gives exactly one `Row`: taken, taken with a remark, or refused with
a remark; only blank lines at the end are passed over. Raises Invalid for a file that is no list
or a mapping that does not fit it, Trouble where the file cannot be read; all of this by the time
`look` or `read` returns, but for a file that goes away while it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from desk.moments import short
from desk.rules.errors import Invalid
from desk.sheets import cells, dates, source
from desk.sheets.fields import FIELDS
from desk.sheets.heading import (
    SEARCHED,
    check_field,
    columns,
    guess,
    headers,
    likely,
    missing,
    parse_mapping,
)
from desk.sheets.lines import Line
from desk.sheets.report import report_csv
from desk.words import Text, say

__all__ = [
    "FIELDS",
    "Row",
    "SaleLine",
    "Sheet",
    "guess",
    "look",
    "parse_mapping",
    "read",
    "report_csv",
]

_SAMPLE = 5


@dataclass(frozen=True, kw_only=True)
class SaleLine:
    """One line of a sale; what the list does not say is empty."""

    nota: str
    line: str = ""
    sold_on: date | None = None
    customer: str = ""
    phone: str = ""
    email: str = ""
    product: str = ""
    serial: str = ""
    quantity: str = ""
    price: str = ""
    branch: str = ""
    salesperson: str = ""


@dataclass(frozen=True)
class Row:
    """A line of the list by its number in a spreadsheet; without a sale it was refused."""

    number: int
    sale: SaleLine | None
    remark: Text | None = None


@dataclass(frozen=True)
class Sheet:
    """What a person needs in order to say which column is what."""

    headers: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    rows_estimate: int


@dataclass(frozen=True)
class _Form:
    """How one list is to be read: where it begins, what its columns are, how dates are meant."""

    place: int
    heading: tuple[str, ...]
    columns: Mapping[str, int]
    order: dates.Order
    today: date


def look(path: Path) -> Sheet:
    """The headings of a list and its first five lines."""
    top = list(islice(source.lines(path), SEARCHED + _SAMPLE))
    found = likely(top[:SEARCHED])
    if found is None:
        raise Invalid(_no_heading(), field="file")
    names = headers(top[found.place].cells)
    below = [line for line in top[found.place + 1 :] if not line.blank][:_SAMPLE]
    return Sheet(
        headers=names,
        sample=tuple(_padded(line.cells, len(names)) for line in below),
        rows_estimate=max(source.estimate(path) - found.place - 1, len(below)),
    )


def read(path: Path, mapping: Mapping[str, str], *, today: date | None = None) -> Iterator[Row]:
    """The rows of a list whose headings `mapping` gives by field; “nota” must be among them.

    A date after `today` is remarked.
    """
    for field in mapping:
        check_field(field)
    if not mapping.get("nota"):
        raise Invalid(
            say("sales", "Say which column holds the nota. Without it no sale can be found again."),
            field="map",
        )
    return _rows(path, _form(path, mapping, today or date.today()))


def _form(path: Path, mapping: Mapping[str, str], today: date) -> _Form:
    lines = source.lines(path)
    top = list(islice(lines, SEARCHED))
    for place, line in enumerate(top):
        found = columns(headers(line.cells), mapping)
        if found is not None:
            below = [below for below in top[place + 1 :] if not below.blank]
            if not below and all(line.blank for line in lines):
                raise Invalid(
                    say("sales", "The file has headings, but no sales below them."), field="file"
                )
            return _Form(
                place=place,
                heading=_padded(line.cells, 0),
                columns=found,
                order=_order(path, place, found.get("sold_on")),
                today=today,
            )
    raise _unfit(top, mapping)
