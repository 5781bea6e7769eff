"""Excel workbooks for people who only have Excel: written row by row, nothing in them a formula.

What people wrote goes in as text and stays text, also after somebody edits the cell. Times become
real dates in local time. Memory does not grow with the rows. Raises OSError.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from desk.words import Text, say

Cell = Text | str | int | datetime | None
Kind = Literal["words", "code", "moment", "number"]

MOST_ROWS = 1_048_576
"""Of one sheet, the heading included: what Excel can open."""
LONGEST = 32_767
"""UTF-16 units of one cell, likewise."""

_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\n")
_FIRST_DAY, _LAST_DAY = datetime(1900, 3, 1), datetime(9999, 12, 31)
_CUT = say("workbook", "… [cut: Excel shows no more]")
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LOOKS: dict[str, dict[str, object]] = {
    "words": {"valign": "top", "text_wrap": True},
    "code": {"valign": "top", "num_format": "@"},
    "moment": {"valign": "top", "num_format": "dd/mm/yyyy hh:mm", "align": "left"},
    "number": {"valign": "top", "align": "left"},
    "heading": {"valign": "top", "text_wrap": True, "bold": True, "bg_color": "#DDE6EE"},
    "title": {"bold": True, "font_size": 16},
    "label": {"bold": True, "valign": "top"},
}


@dataclass(frozen=True)
class Column:
    """One column; `width` in characters. A `code` is text that looks like a number."""

    heading: Text
    width: int
    kind: Kind = "words"


def plain(text: str, cut: str) -> str:
    """Text that XML and Excel can hold; where it is too long it ends with `cut`."""
    if not text.isprintable():
        text = _HARMFUL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST // 2 and len(text.encode("utf-16-le")) // 2 > LONGEST:
        room = LONGEST - len(cut.encode("utf-16-le")) // 2
        text = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore") + cut
    return text


class WorkbookFile:
    """A workbook that is being written to `path`; rows wait in files of the same folder.

    Its first sheet, `cover`, is filled at the end. Left without `close`, nothing of it counts.
    """

    def __init__(self, path: Path, cover: Text, language: str, most_rows: int = MOST_ROWS) -> None:
        from xlsxwriter import Workbook

        self.language = language
        self.most_rows = most_rows
        self.cut = _CUT.into(language)
        self.whole = False
        self._book: Any = Workbook(str(path), _OPTIONS | {"tmpdir": str(path.parent)})
        self._book.use_zip64()
        self.looks = {name: self._book.add_format(look) for name, look in _LOOKS.items()}
        self.quoted = {
            kind: self._book.add_format(_LOOKS[kind] | {"quote_prefix": True})
            for kind in ("words", "code")
        }
        self._names: set[str] = set()
        self._sheets: list[Sheet] = []
        self._cover = self.worksheet(cover)

    def __enter__(self) -> WorkbookFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: object, trace: TracebackType | None
    ) -> None:
        for worksheet in self._book.worksheets():
            with suppress(OSError):  # it is thrown away, or closed already
                worksheet.row_data_fh.close()

    def worksheet(self, name: Text) -> Any:
        """A new sheet of the workbook, with a name that no other has."""
        wanted = _NOT_IN_A_NAME.sub("", plain(name.into(self.language), ""))[:_LONGEST_NAME]
        free, number = wanted, 1
        while free.casefold() in self._names:
            number += 1
            free = f"{wanted[: _LONGEST_NAME - 8]} ({number})"
        self._names.add(free.casefold())
        return self._book.add_worksheet(free)

    def sheet(self, name: Text, columns: Sequence[Column]) -> Sheet:
        """A new table behind those that are there."""
        self._sheets.append(Sheet(self, name, columns))
        return self._sheets[-1]

    def cover(self, title: Cell, lines: Sequence[tuple[Cell, Cell]]) -> None:
        """Fills the first sheet: a title, and below it lines of two cells."""
        self._cover.set_column(0, 0, 26)
        self._cover.set_column(1, 1, 90)
        self._cover.hide_gridlines(2)
        self._cover.write_string(0, 0, self.text(title), self.looks["title"])
        for row, (label, value) in enumerate(lines, 2):
            self.put(self._cover, row, 0, label, "label")
            self.put(self._cover, row, 1, value, "words")

    def text(self, cell: Cell) -> str:
        """What stands in a cell that is not a number or a moment."""
        words = cell.into(self.language) if isinstance(cell, Text) else str(cell)
        return plain(words, self.cut)

    def put(self, worksheet: Any, row: int, column: int, cell: Cell, kind: str) -> None:
        """One cell; empty ones are left out."""
        if cell is None or cell == "":
            return
        if isinstance(cell, datetime):
            local = _local(cell)
            if local is not None:
                worksheet.write_datetime(row, column, local, self.looks["moment"])
                return
            cell, kind = cell.isoformat(), "code"
        elif isinstance(cell, int):
            worksheet.write_number(row, column, cell, self.looks["number"])
            return
        text = self.text(cell)
        looks = self.quoted if text.startswith(_FORMULA) and kind in self.quoted else self.looks
        worksheet.write_string(row, column, text, looks[kind if kind in looks else "words"])

    def close(self) -> None:
        """Packs everything into the file; takes seconds for many rows. Raises OSError."""
        from xlsxwriter.exceptions import FileCreateError

        for sheet in self._sheets:
            sheet.finish()
        try:
            self._book.close()
        except FileCreateError as fault:
            reason = fault.__context__
            raise reason if isinstance(reason, OSError) else OSError(str(fault)) from fault
        self.whole = True


class Sheet:
    """A table with a frozen heading and filters; where it is full it goes on in a next sheet."""

    def __init__(self, book: WorkbookFile, name: Text, columns: Sequence[Column]) -> None:
        self._book = book
        self._name = name
        self._columns = tuple(columns)
        self.rows = 0
        self._row = 0
        self._worksheet = self._begin()

    def _begin(self) -> Any:
        worksheet = self._book.worksheet(self._name)
        for index, column in enumerate(self._columns):
            worksheet.set_column(index, index, column.width)
            self._book.put(worksheet, 0, index, column.heading, "heading")
        worksheet.freeze_panes(1, 1)
        worksheet.repeat_rows(0)
        worksheet.set_landscape()
        worksheet.set_paper(9)  # A4
        worksheet.fit_to_pages(1, 0)
        self._row = 0
        return worksheet

    def add(self, cells: Sequence[Cell]) -> None:
        """The next row; `cells` are as many as the columns."""
        if self._row + 1 == self._book.most_rows:
            self.finish()
            self._worksheet = self._begin()
        self._row += 1
        self.rows += 1
        for index, (column, cell) in enumerate(zip(self._columns, cells, strict=True)):
            self._book.put(self._worksheet, self._row, index, cell, column.kind)

    def finish(self) -> None:
        """Puts the filters over all rows, and tells Excel that codes are meant to be text."""
        last = len(self._columns) - 1
        self._worksheet.autofilter(0, 0, self._row, last)
        self._worksheet.ignore_errors(
            {"number_stored_as_text": f"A1:{_letter(last)}{self._row + 1}"}
        )


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


def _local(moment: datetime) -> datetime | None:
    """The shop's local time without its zone, as Excel has none; None where Excel has no such."""
    try:
        local = moment.astimezone().replace(tzinfo=None)
    except (OverflowError, OSError, ValueError):
        return None
    return local if _FIRST_DAY <= local < _LAST_DAY else None
