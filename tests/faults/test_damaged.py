"""A database that is damaged, foreign or of a newer program: said, kept, and never made worse."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import peewee
import pytest

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.safety import restore
from desk.journal.queue import Wanted
from desk.journal.verify import verify
from desk.rules.acts import Note
from desk.rules.errors import Trouble, finish
from tests.cli.running import Shop, complaint

PAGE = 4096


def cut(database: Path) -> None:
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2])


def junk(database: Path) -> None:
    database.write_bytes(b"Foto liburan" * 10_000)


def empty(database: Path) -> None:
    database.write_bytes(b"")


def newer(database: Path) -> None:
    whole = bytearray(database.read_bytes())
    whole[60:64] = (99).to_bytes(4)
    database.write_bytes(whole)


def another_programs(database: Path) -> None:
    database.unlink()
    with closing(peewee.SqliteDatabase(str(database))) as base:
        base.execute_sql("CREATE TABLE recipes(name)")


def a_folder(database: Path) -> None:
    database.unlink()
    database.mkdir()


DAMAGES = {
    cut: "damaged",
    junk: "not a complaint desk",
    empty: "not a complaint desk",
    newer: "newer version",
    another_programs: "not a complaint desk",
    a_folder: "no complaint desk",
}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_what_cannot_be_a_desk_is_said_left_as_it_is_and_replaced_by_the_backup(
    shop: Shop, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    home = Home(shop.home)
    with closing(Desk.open(home)) as desk:
        desk.sign_in()
    (taken,) = shop.register(complaint(1))
    shop("backup", "--to", tmp_path)
    (backup,) = tmp_path.glob("complaint-desk-*.db")
    damage(home.database)
    before = home.database.read_bytes() if home.database.is_file() else b""

    answer = shop("register", "--json", given=b'{"nota": 1}\n', code=1)
    assert DAMAGES[damage] in answer.sentence
    assert "Nothing was changed." in answer.sentence
    for command in ("list", "verify"):
        shop(command, code=1)
    setup = shop("setup", "--company", "T", "--branch", "1", "--branch-name", "B", code=1)
    assert "was not touched" in setup.sentence
    if damage is not another_programs:  # to ask it anything, SQLite is told to keep a log
        assert before == (home.database.read_bytes() if home.database.is_file() else b"")

    replaced = restore(home, backup).replaced
    assert replaced is not None
    assert (replaced / "desk.db").exists()
    with closing(Desk.open(home)) as desk:
        assert [row.number for row in desk.queue(Wanted())] == [taken["number"]]


def test_one_page_that_went_bad_is_found_by_the_check(shop: Shop) -> None:
    shop.register(*(complaint(at) for at in range(1, 200)))
    database = shop.home / "desk.db"
    whole = bytearray(database.read_bytes())
    middle = len(whole) // PAGE // 2 * PAGE
    whole[middle : middle + PAGE] = bytes(PAGE)
    database.write_bytes(whole)
    assert shop("verify", code=1).sentence


def test_a_log_that_belongs_to_another_database_changes_nothing(shop: Shop) -> None:
    (taken,) = shop.register(complaint(1))
    (shop.home / "desk.db-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(20_000))
    assert shop("show", "1", "--json").document["number"] == taken["number"]
    shop("verify")


def test_a_check_in_an_open_window_is_not_misled_by_what_a_command_wrote(shop: Shop) -> None:
    (taken,) = shop.register(complaint(1))
    home = Home(shop.home)
    with closing(Desk.open(home)) as window, closing(Desk.open(home)) as other:
        other.sign_in()
        assert finish(verify(window.journal)).clean
        other.do(OnCase(complaint=taken["id"], act=Note(text="ditelepon")))
        assert finish(verify(other.journal)).clean
        assert finish(verify(window.journal)).wrong is None


def test_a_desk_that_went_away_while_it_was_open_is_said(shop: Shop, tmp_path: Path) -> None:
    """The stick on which somebody keeps the desk is pulled out; here the folder is moved."""
    with closing(Desk.open(Home(shop.home))) as desk:
        desk.sign_in()
        shop.home.rename(tmp_path / "gone")
        with pytest.raises(Trouble):
            Desk.open(Home(shop.home))
        (tmp_path / "gone").rename(shop.home)
