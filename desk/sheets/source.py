"""The lines of a list, whatever file it comes in: CSV in any dress, or an Excel workbook.

Raises Trouble where the file cannot be reached, Invalid where it holds no list.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.rules.errors import Trouble
from desk.sheets import excel, textfile
from desk.sheets.report import HEAD, Line
from desk.words import say


def lines(path: Path) -> Generator[Line]:
    """Every line of the list from the top, one by one; close it if you stop before the end."""
    with _reachable(path):
        head = _head(path)
        yield from excel.lines(path) if excel.looks_like(head) else textfile.lines(path, head)


def estimate(path: Path) -> int:
    """About how many lines the list has, without reading all of it."""
    with _reachable(path):
        head = _head(path)
        if excel.looks_like(head):
            return excel.height(path)
        return textfile.estimate(head, path.stat().st_size)


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
