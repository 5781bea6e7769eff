"""A list of sales, CSV or Excel, read line by line: what was sold, to whom, under which nota.

Every line below the heading gives exactly one `Row`: taken, taken with a remark, or refused with
a remark; only blank lines at the end are passed over. Raises Invalid for a file that is no list
or a mapping that does not fit it, Trouble where the file cannot be read; all of this by the time
`look` or `read` returns, but for a file that goes away while it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path

from desk.moments import short
from desk.rules.errors import Invalid
from desk.sheets import dates, source
from desk.sheets.report import Line, report_csv
from desk.sheets.source import (
    FIELDS,
    SEARCHED,
    check_field,
    columns,
    guess,
    headers,
    likely,
    missing,
    parse_mapping,
)
from desk.words import Text, say

NOTA_LIMIT = 64
_PROTECTED = re.compile(r'="([^"]*)"')  # how some tills keep a leading zero through Excel
_WHOLE = re.compile(r"(\d+)\.0+", re.ASCII)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[Ee]\+\d{1,3}", re.ASCII)
_LOST_ZERO = re.compile(r"8\d{8,11}", re.ASCII)
_TOTAL = re.compile(
    r"(?:sub ?-?total|grand ?total|total|jumlah|rekap|saldo)(?=[\s:]|$)", re.IGNORECASE
)
_EDGES = " \t\r\n\v\f\x1a\xa0\u200b\u200e\u200f\u2028\u2029\ufeff"


def tidy(cell: str) -> str:
    """The cell without space around it, a line break within it as a space."""
    text = cell.strip(_EDGES)
    if text.startswith("=") and (match := _PROTECTED.fullmatch(text)):
        text = match[1].strip(_EDGES)
    return " ".join(text.split()) if "\n" in text or "\r" in text else text


def nota(text: str) -> tuple[str, Text | None]:
    """The number as it was before Excel made it “1234.0”, and a remark where digits are lost."""
    if match := _WHOLE.fullmatch(text):
        return match[1], None
    if text.startswith("'") and text[1:2].isalnum():
        return text[1:], None
    if _SCIENTIFIC.fullmatch(text):
        return text, say(
            "sales",
            "Excel has shortened the nota to “{nota}”. "
            "Format the column as text in Excel, type it again and read the list once more.",
        )(nota=text)
    return text, None


def phone(text: str) -> tuple[str, Text | None]:
    """The number with the zero that Excel took away; "" and a remark where digits are lost."""
    if _SCIENTIFIC.fullmatch(text):
        return "", say("sales", "Excel has shortened the phone to “{phone}”; it was left out.")(
            phone=text
        )
    if match := _WHOLE.fullmatch(text):
        text = match[1]
    elif text.startswith("'"):
        text = text[1:]
    return (f"0{text}" if _LOST_ZERO.fullmatch(text) else text), None


def is_total(nota: str, cells: Sequence[str]) -> bool:
    """Whether the line sums others up: “Total”, “Jumlah …” in place of a nota."""
    first = nota or next((text for cell in cells if (text := tidy(cell))), "")
    return _TOTAL.match(first) is not None


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
class Form:
    """Where a list begins, what its columns are, and how its dates are meant."""

    place: int
    heading: tuple[str, ...]
    columns: Mapping[str, int]
    order: dates.Order
    today: date


def row(line: Line, form: Form) -> Row:
    """The line as a sale, or refused; a blank line is for the caller to see."""
    if line.fault is not None:
        return Row(line.number, None, line.fault)
    values = {
        field: tidy(line.cells[column]) if column < len(line.cells) else ""
        for field, column in form.columns.items()
    }
    refusal = _refusal(line, form, values["nota"])
    if refusal is not None:
        return Row(line.number, None, refusal(line=line.number))
    values["nota"], nota_remark = nota(values["nota"])
    values["phone"], phone_remark = phone(values.get("phone", ""))
    sold_on, *date_remarks = _sold_on(clipped(values.pop("sold_on", "")), form)
    remarks = [nota_remark, phone_remark, *date_remarks, _misfit(line, form)]
    return Row(line.number, SaleLine(sold_on=sold_on, **values), _together(remarks))


def _refusal(line: Line, form: Form, nota: str) -> Text | None:
    if line.cells == form.heading:
        return say("sales", "Line {line} repeats the headings and was passed over.")
    if is_total(nota, line.cells):
        return say("sales", "Line {line} looks like a total, not like a sale, and was not taken.")
    if not nota:
        return say("sales", "Line {line} has no nota and was not taken.")
    if len(nota) > NOTA_LIMIT:
        return say("sales", "Line {line} has a nota of more than 64 characters and was not taken.")
    return None


def _sold_on(text: str, form: Form) -> tuple[date | None, Text | None, Text | None]:
    """The day, and what is doubtful about it."""
    day = dates.parsed(text, form.order) if text else None
    if day is None:
        unclear = say("sales", "The date “{date}” was not understood and was left out.")
        return None, unclear(date=text) if text else None, None
    doubt = future = None
    if not form.order.sure and dates.ambiguous(text):
        doubt = say(
            "sales", "“{date}” was read as {day}; the list does not show if day or month is first."
        )(date=text, day=short(day))
    if day > form.today:
        future = say("sales", "The date of sale, {day}, is in the future.")(day=short(day))
    return day, doubt, future


def _misfit(line: Line, form: Form) -> Text | None:
    if len(line.cells) <= max(form.columns.values()):
        return say("sales", "The line ends before its last column; the file may be cut off.")
    if any(cell.strip() for cell in line.cells[len(form.heading) :]):
        return say("sales", "The line has more columns than the headings; they may have shifted.")
    return None


def _together(remarks: Iterable[Text | None]) -> Text | None:
    """All remarks as one, or None."""
    joined: Text | None = None
    for remark in remarks:
        if remark is not None:
            both = say("sales", "{first} {second}")
            joined = remark if joined is None else both(first=joined, second=remark)
    return joined


def clipped(text: str, length: int = 60) -> str:
    """Somebody's text, short enough to be repeated in a sentence."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


__all__ = [
    "FIELDS",
    "Row",
    "SaleLine",
    "Sheet",
    "guess",
    "look",
    "parse_mapping",
    "report_csv",
    "sale_rows",
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


def sale_rows(
    path: Path, mapping: Mapping[str, str], *, today: date | None = None
) -> Iterator[Row]:
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
        clipped(tidy(line.cells[column])) for line in below if len(line.cells) > column
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
