"""The report of a reading, line by line, as a CSV file that Excel opens with a double click."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.rules.errors import Trouble
from desk.words import Text, say

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_csv(rows: Iterable[tuple[int, Text]], path: Path, language: str) -> None:
    """Writes line number and remark of each row in `language` to `path`. Raises Trouble."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            report = csv.writer(file)
            report.writerow([say("sales", "Line").into(language), _remark.into(language)])
            report.writerows((number, _harmless(text.into(language))) for number, text in rows)
    except OSError as fault:
        raise Trouble(
            say(
                "sales",
                "The report “{name}” could not be written. The sales are not affected. "
                "Choose another folder and try again.",
            )(name=path.name)
        ) from fault


def _harmless(sentence: str) -> str:
    """Excel must not take a remark for a formula."""
    return f"'{sentence}" if sentence.startswith(_FORMULA) else sentence


_remark = say("sales", "Remark")


HEAD = 64 * 1024
"""Bytes at the start of a file by which its kind, encoding and delimiter are known."""

_CELL_LIMIT = 10_000  # characters
_NO_TEXT = re.compile("[\0-\x08\x0e-\x19\x1b-\x1f]")


@dataclass(frozen=True)
class Line:
    """Its number as a spreadsheet counts (from 1), its cells, and what makes it unreadable."""

    number: int
    cells: tuple[str, ...]
    fault: Text | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.fault is None and not any(cell.strip() for cell in self.cells)


def line(number: int, cells: Sequence[str]) -> Line:
    """A line whose cells were told apart, refused where one of them is no text for people."""
    if len(max(cells, key=len, default="")) > _CELL_LIMIT:
        return Line(number, (), too_long(number))
    if _NO_TEXT.search("".join(cells)):
        return Line(number, (), unreadable(number))
    return Line(number, tuple(cells))


def too_long(number: int) -> Text:
    """What is said of a line with a cell that nobody wrote by hand."""
    return say(
        "sales", "Line {line} holds a cell of more than 10,000 characters and was not taken."
    )(line=number)


def unreadable(number: int) -> Text:
    """What is said of a line that holds other bytes than text."""
    return say("sales", "Line {line} holds characters that are not text and was not taken.")(
        line=number
    )
