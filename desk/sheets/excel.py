"""Excel workbooks (.xlsx, .xls, .xlsb, .ods), read by a process that may fail without harm."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.rules.errors import Invalid
from desk.sheets.excel_rows import EMPTY, NO_WORKBOOK, PASSWORD, TOO_LARGE
from desk.sheets.report import Line, line
from desk.words import Text, say

_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with `head` is a workbook, whatever its name says."""
    return head.startswith(_STARTS)


def lines(path: Path) -> Iterator[Line]:
    """Every row of the visible sheet with the most rows. Raises Invalid, OSError."""
    with _rows(path) as rows:
        next(rows)
        for number, cells in enumerate(rows, 1):
            yield line(number, cells)


def height(path: Path) -> int:
    """How many rows that sheet has, headings included. Raises Invalid, OSError."""
    with _rows(path) as rows:
        return int(next(rows)[0])


@contextmanager
def _rows(path: Path) -> Iterator[Iterator[list[str]]]:
    script = Path(__file__).with_name("excel_rows.py")
    command = [sys.executable, "-P", str(script), str(path.absolute())]
    with subprocess.Popen(  # noqa: S603 - no shell, and the one argument is a file's path
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            yield _checked(process)
        finally:
            process.kill()


def _checked(process: subprocess.Popen[str]) -> Iterator[list[str]]:
    """The rows as they come. Raises Invalid if the process found that there is no good sheet."""
    yield from csv.reader(process.stdout or ())
    code = process.wait()
    if code:
        raise Invalid(_reason(code), field="file")


def _reason(code: int) -> Text:
    reasons = {
        PASSWORD: say(
            "sales", "This workbook is locked with a password. Save it without one and try again."
        ),
        TOO_LARGE: say(
            "sales", "This workbook is too large to be read. Save the list as CSV and try again."
        ),
        NO_WORKBOOK: say(
            "sales", "This is a packed file (ZIP), not a workbook. Unpack it and choose the list."
        ),
        EMPTY: say("sales", "The file is empty. Choose the list of sales."),
    }
    return reasons.get(code) or say(
        "sales",
        "This workbook is damaged or too large to be read. "
        "Open it in Excel, save it again as XLSX or CSV and try again.",
    )
