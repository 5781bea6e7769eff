"""The lines of a list, whatever file it comes in: CSV in any dress, or an Excel workbook.

CSV is read as shops have it (any delimiter, any encoding, quoted line breaks, damage), in one pass
and in constant memory; Excel by a program of its own. Raises Trouble where the file cannot be
reached, Invalid where it holds no list.
"""

from __future__ import annotations

import codecs
import csv
import re
import subprocess
import sys
from collections import Counter, deque
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TextIO

from desk.rules.errors import Invalid, Trouble
from desk.sheets.excel_rows import EMPTY, NO_WORKBOOK, PASSWORD, TOO_LARGE
from desk.sheets.heading import SEARCHED, likely
from desk.sheets.report import HEAD, Line, line, too_long, unreadable
from desk.words import Text, say

DELIMITERS = ",;\t|"

_RECORD_LIMIT = 100_000  # characters of one record, below the 131,072 of csv's own limit
_RECORD_LINES = 100  # lines that a quoted record may run over
_NO_TEXT = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a"})
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|table|\?xml|meta|style)\b", re.IGNORECASE)


def _as_windows(fault: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 are read as Windows-1252, which old tills and Excel write."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error("desk.windows", _as_windows)


def text_lines(path: Path, head: bytes) -> Iterator[Line]:
    """Every line of the file at `path`, which begins with `head`. Raises Invalid, OSError."""
    encoding, errors = _encoding(head)
    _check(head, encoding)
    delimiter = _delimiter(head.decode(encoding, errors), complete=len(head) < HEAD)
    with path.open(encoding=encoding, errors=errors, newline="") as text:
        yield from _lines(text, delimiter)


def text_estimate(head: bytes, size: int) -> int:
    """About how many lines a file of `size` bytes has that begins with `head`."""
    breaks = head.count(b"\n") or head.count(b"\r")
    return breaks if size <= len(head) else breaks * size // len(head)


def _encoding(head: bytes) -> tuple[str, str]:
    """The encoding of the file and what is done with bytes that do not fit it."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32", "replace"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", "replace"
    text = head.rstrip(b"\0")
    even, odd = text[::2].count(0), text[1::2].count(0)
    if odd > len(text) * 0.2 and even < odd / 8:
        return "utf-16-le", "replace"
    if even > len(text) * 0.2 and odd < even / 8:
        return "utf-16-be", "replace"
    return "utf-8-sig", "desk.windows"


def _check(head: bytes, encoding: str) -> None:
    if not head.strip(b"\0\r\n\t \x1a\xef\xbb\xbf"):
        raise Invalid(say("sales", "The file is empty. Choose the list of sales."), field="file")
    if _MARKUP.match(head.removeprefix(codecs.BOM_UTF8)):
        raise Invalid(
            say(
                "sales",
                "This file is a web page under another name. "
                "Open it in Excel and save it as XLSX or CSV.",
            ),
            field="file",
        )
    if encoding.startswith("utf-8"):
        text = head.rstrip(b"\0")
        if len(text) - len(text.translate(None, _NO_TEXT)) > max(8, len(text) / 50):
            raise Invalid(
                say("sales", "This file holds no list. Choose a CSV or Excel file."), field="file"
            )


def _delimiter(text: str, *, complete: bool) -> str:
    """The one that cuts heading and lines into the same columns, best into columns we know."""
    named = re.match(r'"?sep=(.)"?[\r\n]', text)
    if named and named[1] in DELIMITERS:
        return named[1]
    whole = text if complete else text[: text.rfind("\n") + 1] or text
    return max(DELIMITERS, key=lambda delimiter: _fitness(whole, delimiter))


def _fitness(text: str, delimiter: str) -> tuple[int, bool, float, int, int]:
    sample = [
        line for line in islice(_lines(StringIO(text, newline=""), delimiter), 50) if line.cells
    ]
    found = likely(sample[:SEARCHED])
    if found is None:
        return 0, False, 0.0, 0, 0
    widths = Counter(len(line.cells) for line in sample[found.place :] if not line.blank)
    same = round(widths[found.width] / widths.total(), 1)
    return found.known, found.width > 1 and same >= 0.5, same, -found.place, found.width


def _lines(text: TextIO, delimiter: str) -> Iterator[Line]:
    source = _Physical(text)
    number = 0
    while (first := source.next()) is not None:
        number += 1
        if len(first) > _RECORD_LIMIT:
            yield Line(number, (), too_long(number))
        elif '"' in first:
            yield _quoted(number, first, source=source, delimiter=delimiter)
        else:
            yield line(number, first.rstrip("\r\n\x1a").split(delimiter))


def _quoted(number: int, first: str, *, source: _Physical, delimiter: str) -> Line:
    record = _Record(first, source)
    try:
        cells = next(csv.reader(record, delimiter=delimiter))
    except csv.Error:
        source.give_back(record.taken[1:])
        return Line(number, (), unreadable(number))
    if record.unclosed:
        source.give_back(record.taken[1:])
        return Line(number, (), _unclosed(number))
    return line(number, cells)


class _Physical:
    """The lines of a file as they break; no more of a line is held than a record may have."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._returned: deque[str] = deque()

    def next(self) -> str | None:
        """The next line with its break, cut off just beyond the limit; None at the end."""
        if self._returned:
            return self._returned.popleft()
        line = rest = self._text.readline(_RECORD_LIMIT + 1)
        while len(rest) > _RECORD_LIMIT and rest[-1] not in "\r\n":
            rest = self._text.readline(_RECORD_LIMIT + 1)
        return line or None

    def give_back(self, taken: list[str]) -> None:
        """Puts lines back, to be read again."""
        self._returned.extendleft(reversed(taken))


class _Record:
    """The lines that csv.reader asks for until one record is whole, within bounds."""

    def __init__(self, first: str, source: _Physical) -> None:
        self.taken: list[str] = []
        self.unclosed = False
        self._next: str | None = first
        self._source = source
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._next if not self.taken else self._source.next()
        if line is not None:
            self.taken.append(line)
            self._size += len(line)
            if self._size <= _RECORD_LIMIT and len(self.taken) <= _RECORD_LINES:
                return line
        self.unclosed = True
        raise StopIteration


def _unclosed(number: int) -> Text:
    return say(
        "sales",
        "Line {line} opens a quotation mark that is never closed and was not taken. "
        "Correct it in the file.",
    )(line=number)


_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with `head` is a workbook, whatever its name says."""
    return head.startswith(_STARTS)


def excel_lines(path: Path) -> Iterator[Line]:
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


def lines(path: Path) -> Generator[Line]:
    """Every line of the list from the top, one by one; close it if you stop before the end."""
    with _reachable(path):
        head = _head(path)
        yield from excel_lines(path) if looks_like(head) else text_lines(path, head)


def estimate(path: Path) -> int:
    """About how many lines the list has, without reading all of it."""
    with _reachable(path):
        head = _head(path)
        if looks_like(head):
            return height(path)
        return text_estimate(head, path.stat().st_size)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


@contextmanager
def _reachable(path: Path) -> Iterator[None]:
    name = path.name or str(path)
    if path.exists() and not path.is_file():
        raise Trouble(
            say("sales", "“{name}” is not a file. Choose a CSV or Excel file.")(name=name)
        )
    try:
        yield
    except FileNotFoundError as fault:
        sentence = say("sales", "The file “{name}” is not there. Check the name and the folder.")
        raise Trouble(sentence(name=name)) from fault
    except PermissionError as fault:
        sentence = say(
            "sales", "The file “{name}” may not be read. Close it in other programs and try again."
        )
        raise Trouble(sentence(name=name)) from fault
    except OSError as fault:
        sentence = say(
            "sales",
            "The file “{name}” could not be read to its end. Nothing in it was changed. "
            "Check that the stick or the network is still connected and try again.",
        )
        raise Trouble(sentence(name=name)) from fault
