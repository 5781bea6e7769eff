"""Which tables commands and screens look through row by row, as SQLite itself says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import peewee
import pytest

from tests.frozen import reading, writing
from tests.frozen.in_process import Program

_SQLITE: Any = vars(peewee)["sqlite3"]
"""The library that Peewee found: the system's may be too old for the search index."""
_WALKED = {"Rewind", "Last", "Count"}
"""The steps of SQLite's machine that begin at one end of a table or an index."""
_ASKED = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|REPLACE)\b", re.IGNORECASE)


def scans(program: Program, folder: Path) -> dict[str, list[str]]:
    """What is scanned, a table or its index, by the first word of what is read, and in writing.

    Every connection that Peewee makes is listened to, whoever asks for it.
    """
    asked: list[str] = []
    found: dict[str, set[str]] = {}

    def note(name: str) -> None:
        found.setdefault(name.split(maxsplit=1)[0], set()).update(
            _scanned(program.home / "desk.db", set(asked))
        )
        asked.clear()

    with program.patch.context() as listening:
        _listen(listening, asked)
        for read in (
            reading.commands(program),
            reading.screens(program, ["en"]),
            reading.exchanged(program, folder / "office", folder),
        ):
            for name, _ in read:
                note(name)
        writing.write(program, folder)
        note("written")
    return {name: sorted(scanned) for name, scanned in found.items()}


def _listen(patch: pytest.MonkeyPatch, asked: list[str]) -> None:
    connect = _SQLITE.connect

    def listened(*args: Any, **more: Any) -> Any:
        connection = connect(*args, **more)
        connection.set_trace_callback(asked.append)
        return connection

    patch.setattr(_SQLITE, "connect", listened)


def _scanned(path: Path, asked: set[str]) -> Iterator[str]:
    """The tables, by their own names whatever the statements call them, and the indexes."""
    with closing(_SQLITE.connect(path)) as database:
        database.text_factory = lambda text: text.decode(errors="replace")  # blobs are told too
        kept = "SELECT rootpage, name, tbl_name FROM sqlite_master"
        names = {root: f"{table} ({name})" for root, name, table in database.execute(kept)}
        for statement in filter(_ASKED.match, asked):
            opened: dict[int, int] = {}
            for _, step, cursor, root, *_ in database.execute(f"EXPLAIN {statement}"):
                if step in {"OpenRead", "OpenWrite"}:
                    opened[cursor] = root
                elif step in _WALKED and opened.get(cursor) in names:
                    yield names[opened[cursor]]
