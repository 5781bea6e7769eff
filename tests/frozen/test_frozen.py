"""What the program reads from a home and writes into it, compared with what it did before.

The homes are those that the release 0.1.0 left, one in a file and one on a server; what came out
of them lies beside this file as digests, short things as their text. A step that changes something
on purpose runs this with DESK_TEST_REFREEZE=1, which writes them anew, and says why it did. Where
something differs, its text of now lies in the folder that the test names; with the same run in an
older checkout it can be compared line by line.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from desk.rules.deciding import BY_COMMAND
from tests.frozen import plans, reading, writing
from tests.frozen.in_process import Clock, Program
from tests.frozen.plain import in_order, placeless
from tests.homes import poured, unpacked
from tests.postgres_server import Server

_HERE = Path(__file__).resolve().parent
_RELEASE = "0.1.0"
_SHORT = 160
_TOLD_ON_PAPER = ("K1202606199000007", "K1202606150001054")
"""One without nota, with a photo and handed over; one that was closed."""
_LEFT = "2026-06-19T03:30:00.000Z"
"""When the last entry of the home was written, before the clock walked on."""


def compare(name: str, told: Iterable[tuple[str, str]], folder: Path) -> None:
    """Fails where something differs from what is frozen in NAME.json, is missing or is new."""
    texts = dict(told)
    kept = {what: _short(text) for what, text in texts.items()}
    path = _HERE / f"{name}.json"
    if os.environ.get("DESK_TEST_REFREEZE"):
        path.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    frozen = json.loads(path.read_text(encoding="utf-8"))
    differ = sorted(what for what in frozen | kept if frozen.get(what) != kept.get(what))
    for at, what in enumerate(differ):
        (folder / f"{at}.txt").write_text(f"{what}\n{texts.get(what, '')}", encoding="utf-8")
    assert not differ, f"see {folder}"


def _short(text: str) -> str:
    if len(text) <= _SHORT:
        return text
    return f"sha256 {hashlib.sha256(text.encode()).hexdigest()}"


@pytest.fixture
def on_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(unpacked(_RELEASE, tmp_path), Clock(), monkeypatch)


@pytest.fixture
def on_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server
) -> tuple[Program, str]:
    home, database = poured(_RELEASE, tmp_path, server)
    return Program(home, Clock(), monkeypatch), database


def test_what_commands_and_screens_tell_of_a_file(on_file: Program, tmp_path: Path) -> None:
    compare("told", [*reading.commands(on_file), *reading.screens(on_file)], tmp_path)


def test_what_commands_and_screens_tell_of_a_server(
    on_server: tuple[Program, str], tmp_path: Path
) -> None:
    program, _ = on_server
    told = [*reading.commands(program), *reading.screens(program, ["id"])]
    compare("told-server", told, tmp_path)


def test_every_paper_in_every_size_and_language(on_file: Program, tmp_path: Path) -> None:
    compare("papers", reading.papers(on_file, _TOLD_ON_PAPER, tmp_path), tmp_path)


def test_what_head_office_gets(on_file: Program, tmp_path: Path) -> None:
    told = reading.exchanged(on_file, tmp_path / "office", tmp_path)
    compare("exchanged", [(name, in_order(text)) for name, text in told], tmp_path)


def test_no_table_is_looked_through_that_was_not_looked_through_before(
    on_file: Program, tmp_path: Path
) -> None:
    found = plans.scans(on_file, tmp_path)
    path = _HERE / "scans.json"
    if os.environ.get("DESK_TEST_REFREEZE"):
        path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    frozen = json.loads(path.read_text(encoding="utf-8"))
    assert {name: sorted(set(now) - set(frozen.get(name, ()))) for name, now in found.items()} == {
        name: [] for name in found
    }


def test_everything_that_a_command_can_do_is_done() -> None:
    assert set(BY_COMMAND) == writing.ACTIONS


def test_what_is_written_into_a_file(on_file: Program, tmp_path: Path) -> None:
    answered = writing.write(on_file, tmp_path)
    with closing(sqlite3.connect(on_file.home / "desk.db")) as database:
        rows = database.execute(_entries("lower(hex({}))")).fetchall()
    compare("written", _written(answered, rows, tmp_path), tmp_path)


def test_the_same_is_written_on_a_server(
    on_server: tuple[Program, str], server: Server, tmp_path: Path
) -> None:
    program, database = on_server
    answered = writing.write(program, tmp_path)
    rows = server.tell(_entries("encode({}, 'hex')"), database)
    compare("written-server", _written(answered, rows, tmp_path), tmp_path)


def _entries(hexed: str) -> str:
    """The question for the new entries; `hexed` is how the database writes bytes as hex digits."""
    names = "node, seq, tick, {seen}, at, actor, kind, subject, body, personal, {rest}"
    rest = ", ".join(map(hexed.format, ("salt", "personal_digest", "prev", "hash")))
    told = names.format(seen=hexed.format("seen"), rest=rest)
    return f"SELECT {told} FROM entry WHERE at > '{_LEFT}' ORDER BY tick"  # noqa: S608


def _written(
    answered: list[str], rows: list[tuple[object, ...]], folder: Path
) -> list[tuple[str, str]]:
    """What was answered and the entries, in one order of ids, cut into pieces with a name."""
    told = [*answered, *(json.dumps(row, ensure_ascii=False) for row in rows)]
    pieces = in_order(placeless("\0".join(told), folder)).split("\0")
    return [(f"{at:02}", piece) for at, piece in enumerate(pieces)]
