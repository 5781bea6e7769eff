"""Backups and the way back: nothing is given out twice, nothing replaced is thrown away."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desk.app.commands import AddStaff, NoteExported
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.safety import back_up, back_up_daily, check_may_restore, restore
from desk.journal.backup import KEPT_DAILY
from desk.journal.known import waiting
from desk.journal.queue import Filter
from desk.journal.verify import verify
from desk.rules.entries import ExportWritten
from desk.rules.errors import Refused, Trouble, finish
from desk.rules.number import parse_number, restore_digits
from tests.app.at_work import Clock, register


def test_a_backup_holds_everything_but_the_keys(desk: Desk, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"photo")
    taken = register(desk, files=(desk.files.keep(photo),))
    made = back_up(desk, tmp_path / "stick")
    assert {path.name for path in made.parent.rglob("*") if path.is_file()} == {
        made.name,
        desk.files.keep(photo),
    }
    new = Home(tmp_path / "new")
    restore(new, made, desk.now)
    copy = Desk.open(new, desk.now)
    assert copy.complaint(taken.id).number == taken.number
    assert copy.files.path_of(desk.files.keep(photo)).read_bytes() == b"photo"
    assert copy.keys.node == copy.journal.node != desk.journal.node
    assert copy.shop.branch == "1"
    assert finish(verify(copy.journal)).clean
    copy.close()


def test_the_restored_desk_goes_on_where_the_other_left_off(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    before = register(desk, no_nota=True, nota="")
    made = back_up(desk, tmp_path / "stick")
    lost = register(desk, no_nota=True, nota="")
    desk.close()
    clock.turn(hours=1)
    restored = restore(desk.home, made, clock)
    again = Desk.open(desk.home, clock)
    again.sign_in()
    assert (restored.succeeded, restored.node) == (desk.journal.node, again.journal.node)
    after = register(again, no_nota=True, nota="")
    given, beyond = parse_number(lost.number), parse_number(after.number)
    assert given is not None
    assert beyond is not None
    assert beyond.nota > given.nota + 900
    assert beyond.restore == restore_digits(again.journal.node)
    assert [again.complaint(one.id).number for one in (before, lost)] == [before.number, ""]
    assert finish(verify(again.journal)).clean
    again.close()
    assert restored.replaced is not None
    old = Desk.open(Home(restored.replaced), clock)
    assert old.complaint(lost.id).number == lost.number
    old.close()


def test_after_a_restore_what_is_new_waits_for_head_office(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    register(desk)
    desk.do(
        NoteExported(
            package="p",
            written=ExportWritten(receiver="office", sha256="", entries=9, upto=900, personal=True),
        )
    )
    assert waiting(desk.journal.store, desk.journal.node) == (0, None)
    made = back_up(desk, tmp_path / "stick")
    desk.close()
    restore(desk.home, made, clock)
    again = Desk.open(desk.home, clock)
    again.sign_in()
    register(again)
    assert waiting(again.journal.store, again.journal.node)[0] == 1
    again.close()


def test_nothing_is_restored_while_the_desk_is_open_elsewhere(desk: Desk, tmp_path: Path) -> None:
    made = back_up(desk, tmp_path / "stick")
    register(desk)
    with pytest.raises(Refused, match="is open in another program"):
        restore(desk.home, made, desk.now)
    register(desk)
    assert desk.counts()[Filter.ALL] == 2
    assert not (desk.home.folder / "restoring").exists()
    desk.close()
    restore(desk.home, made, desk.now)


def test_a_desk_that_somebody_opens_while_a_backup_is_made_ready_is_not_replaced(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    made = back_up(desk, tmp_path / "stick")
    desk.close()
    opened: list[Desk] = []

    def now() -> datetime:
        """Asked in the middle: a large backup takes its minutes."""
        if not opened:
            opened.append(Desk.open(desk.home, clock))
        return clock()

    with pytest.raises(Refused, match="is open in another program"):
        restore(desk.home, made, now)
    (again,) = opened
    again.sign_in()
    assert register(again, "77").number
    again.close()
    assert not (desk.home.folder / "replaced").exists()


def test_a_backup_of_the_day_is_made_once_and_old_ones_go(desk: Desk, clock: Clock) -> None:
    assert back_up_daily(desk) is not None
    assert back_up_daily(desk) is None
    for _ in range(KEPT_DAILY + 2):
        clock.turn(days=1)
        assert back_up_daily(desk) is not None
    kept = sorted(desk.home.backups.glob("*.db"))
    assert len(kept) == KEPT_DAILY
    number, today = KEPT_DAILY + 3, f"{clock.now.astimezone():%Y%m%d}"
    assert kept[-1].name.startswith(f"complaint-desk-day-{number:06}-{today}")


def test_who_may_not_restore_is_told_before_anything_happens(desk: Desk, tmp_path: Path) -> None:
    desk.do(AddStaff(name="Joko", roles=("staff",), pin="2468"))
    check_may_restore(desk.home, "Sari", "")
    check_may_restore(Home(tmp_path / "nothing here"), "", "")
    with pytest.raises(Refused, match="takes another role"):
        check_may_restore(desk.home, "Joko", "2468")
    with pytest.raises(Refused, match="Say who you are"):
        check_may_restore(desk.home, "", "")
    desk.sign_in("Joko", "2468")
    back_up(desk, tmp_path / "stick")


def test_a_backup_that_is_none_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    made = back_up(desk, tmp_path / "stick")
    desk.close()
    cut = tmp_path / "cut.db"
    cut.write_bytes(made.read_bytes()[:5000])
    for file in (cut, tmp_path / "none", tmp_path):
        with pytest.raises(Trouble):
            restore(desk.home, file, desk.now)
        assert {path.name for path in desk.home.folder.iterdir()} == {"desk.db", "keys"}
