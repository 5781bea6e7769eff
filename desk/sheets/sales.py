"""A list of sales, CSV or Excel, read line by line: what was sold, to whom, under which nota.

Every line below the heading gives exactly one `Row`: taken, taken with a remark, or refused with
a remark; only blank lines at the end are passed over. Raises Invalid for a file that is no list
or a mapping that does not fit it, Trouble where the file cannot be read; all of this by the time
`look` or `read` returns, but for a file that goes away while it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path

from desk.rules.errors import Invalid
from desk.sheets import dates, rows, source
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
from desk.sheets.report import Line, report_csv
from desk.sheets.rows import Form, Row, SaleLine, clipped, row
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


@dataclass(frozen=True)
class Sheet:
    """What a person needs in order to say which column is what."""

    headers: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    rows_estimate: int


def look(path: Path) -> Sheet:
    """The headings of a list and its first five lines."""
    with closing(source.lines(path)) as lines:
        top = list(islice(lines, SEARCHED + _SAMPLE))
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
    """The rows of a list; `mapping` gives the heading of each field, at least that of the nota.

    A date after `today` is remarked.
    """
    chosen = {field: header for field, header in mapping.items() if header.strip()}
    for field in chosen:
        check_field(field)
    if "nota" not in chosen:
        raise Invalid(
            say("sales", "Say which column holds the nota. Without it no sale can be found again."),
            field="map",
        )
    return _rows(path, _form(path, chosen, today or date.today()))


def _form(path: Path, mapping: Mapping[str, str], today: date) -> Form:
    with closing(source.lines(path)) as lines:
        top = list(islice(lines, SEARCHED))
        place, found = _heading(top, mapping)
        if all(line.blank for line in chain(top[place + 1 :], lines)):
            raise Invalid(
                say("sales", "The file has headings, but no sales below them."), field="file"
            )
    return Form(
        place=place,
        heading=top[place].cells,
        columns=found,
        order=_order(path, place, found.get("sold_on")),
        today=today,
    )


def _heading(top: list[Line], mapping: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The first line that has all the mapped headings, and their columns. Raises Invalid."""
    for place, line in enumerate(top):
        found = columns(headers(line.cells), mapping)
        if found is not None:
            return place, found
    raise _unfit(top, mapping)


def _order(path: Path, place: int, column: int | None) -> dates.Order:
    """How the whole list writes its dates; this reads it once from end to end."""
    if column is None:
        return dates.Order()
    below = islice(source.lines(path), place + 1, None)
    return dates.order(
        clipped(rows.tidy(line.cells[column])) for line in below if len(line.cells) > column
    )


def _rows(path: Path, form: Form) -> Iterator[Row]:
    last = form.place + 1
    for line in islice(source.lines(path), last, None):
        if line.blank:
            continue
        for number in range(last + 1, line.number):
            yield Row(number, None, say("sales", "Line {line} is empty.")(line=number))
        last = line.number
        yield row(line, form)


def _unfit(top: list[Line], mapping: Mapping[str, str]) -> Invalid:
    found = likely(top)
    if found is None:
        return Invalid(_no_heading(), field="file")
    names = headers(top[found.place].cells)
    absent = missing(names, mapping) or mapping.values()
    return Invalid(
        say("sales", "The list has no column “{header}”. Its columns are: {headers}.")(
            header=clipped("”, “".join(absent)), headers=clipped(", ".join(names), 400)
        ),
        field="map",
    )


def _no_heading() -> Text:
    return say("sales", "No headings were found at the top of the file. Is it the list of sales?")


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * (width - len(cells)))[:width]
