"""Reading in a sales list: which column holds what, and what became of each line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desk.app.desk import Desk
from desk.app.reading_sales import SalesRead, read_sales
from desk.rules.errors import Steps
from desk.sheets.report import report_csv
from desk.sheets.sales import Sheet, guess, look
from desk.words import Text, say, spoken


class ReadSales:
    """One sales list on its way in."""

    def __init__(self, desk: Desk, file: Path) -> None:
        self._desk = desk
        self._file = file

    def look(self) -> tuple[Sheet, dict[str, str]]:
        """The list's headers and first lines, and the mapping that fits. Raises DeskError."""
        sheet = look(self._file)
        return sheet, guess(sheet.headers)

    def read(self, mapping: Mapping[str, str]) -> Steps[SalesRead]:
        """Takes the lines in; raises DeskError."""
        return read_sales(self._desk, self._file, mapping)

    def result(self, read: SalesRead) -> Text:
        """One sentence about what became of the lines."""
        return say(
            "read_sales",
            "{rows} lines: {taken} taken, {remarked} taken with a remark, {known} known before, "
            "{refused} refused.",
        )(
            rows=read.rows,
            taken=read.taken,
            remarked=read.remarked,
            known=read.known,
            refused=read.refused,
        )

    def save_remarks(self, read: SalesRead, file: Path) -> None:
        """Writes the remarks, line by line, as CSV. Raises DeskError."""
        report_csv(read.remarks, self._desk.home.foreign(file), spoken())
