"""A program of its own that writes the rows of an Excel file as CSV: python excel_rows.py FILE.

`python-calamine` ends the whole process on some damaged workbooks (one wrong count makes it ask
for 100 GB of memory, old .xls files panic), so it never runs inside the desk, and this file
imports nothing of the desk. The first row written is the number of rows that follow.
"""

from __future__ import annotations

import csv
import sys
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

PASSWORD, TOO_LARGE, NO_WORKBOOK, EMPTY = 64, 65, 66, 67
"""Exit codes with a meaning; any other than 0 says that the file is damaged."""

UNPACKED_LIMIT = 500 * 1024 * 1024
CELL_CUT = 10_001  # one character more than is taken, so that the reader sees it
_RATIO_LIMIT = 200  # of a member of more than 100 MB
_MEMORY_LIMIT = 2 * 1024**3
_SECONDS_LIMIT = 120

Cell = int | float | str | bool | time | date | datetime | timedelta


def main(path: Path) -> int:
    """Writes the visible sheet with the most rows to stdout; gives the exit code."""
    from python_calamine import PasswordError, load_workbook

    _bound()
    if zipfile.is_zipfile(path) and (refused := _refusal(path)):
        return refused
    try:
        with load_workbook(path) as workbook:
            sheet = _fullest(workbook)
    except PasswordError:
        return PASSWORD
    if sheet is None or sheet.end is None:
        return EMPTY
    with open(1, "w", encoding="utf-8", errors="replace", newline="", closefd=False) as stdout:
        out = csv.writer(stdout)
        out.writerow([sheet.end[0] + 1])
        out.writerows(map(_written, row) for row in sheet.iter_rows())
    return 0


def _bound() -> None:
    """A small file may unpack into more than this PC has; then only this process ends."""
    if sys.platform == "win32":
        return
    import resource

    for kind, wanted in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, _MEMORY_LIMIT),
        (resource.RLIMIT_CPU, _SECONDS_LIMIT),
    ):
        hard = resource.getrlimit(kind)[1]
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(ValueError, OSError):  # macOS does not know every limit
            resource.setrlimit(kind, (limit, hard))


def _refusal(path: Path) -> int:
    """The exit code for a ZIP that is not to be unpacked, or 0."""
    with zipfile.ZipFile(path) as packed:
        members = packed.infolist()
    names = [member.filename for member in members]
    if not any("workbook" in name or name == "content.xml" for name in names):
        return NO_WORKBOOK
    if sum(member.file_size for member in members) > UNPACKED_LIMIT:
        return TOO_LARGE
    swollen = any(
        member.file_size > max(100_000_000, member.compress_size * _RATIO_LIMIT)
        for member in members
    )
    return TOO_LARGE if swollen else 0


def _fullest(workbook: CalamineWorkbook) -> CalamineSheet | None:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [
        workbook.get_sheet_by_index(place)
        for place, sheet in enumerate(workbook.sheets_metadata)
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    return max(sheets, key=lambda sheet: sheet.height, default=None)


def _written(cell: Cell) -> str:
    """A cell as it stands in a CSV file: numbers without “.0”, dates in ISO order."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds") if cell.time() != time() else str(cell.date())
    return str(cell)[:CELL_CUT]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
