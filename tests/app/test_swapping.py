"""A restore that is cut off at any step: there is always a desk, whole, and nothing is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from desk.app import home as home_module
from desk.app.desk import Desk
from desk.app.home import Home, finish_swap
from desk.app.safety import back_up, restore
from desk.app.setting_up import SetUp, set_up
from desk.journal.verify import verify
from desk.rules.errors import Refused, Trouble, finish
from tests.app.at_work import Clock, register


@contextmanager
def cut_after(steps: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """So many names are given in the home itself; from then on the disk does nothing more."""
    done: list[str] = []
    rename, replace, unlink = os.rename, os.replace, os.unlink

    def counted(name: str) -> None:
        if len(done) == steps:
            raise OSError(5, "cut off")
        done.append(name)

    def renamed(source: Path, target: Path) -> None:
        counted(Path(target).name)
        rename(source, target)

    def replaced(source: Path, target: Path) -> None:
        counted(Path(target).name)
        replace(source, target)

    def unlinked(path: Path, *rest: object, **more: object) -> None:
        if Path(path).name == "restoring.json":
            counted("done")
        unlink(path, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", renamed)
        patch.setattr(os, "replace", replaced)
        patch.setattr(os, "unlink", unlinked)
        yield done


@pytest.mark.parametrize("steps", range(9))
def test_a_restore_that_is_cut_off_is_finished_when_the_desk_is_opened(
    steps: int, desk: Desk, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = register(desk, "1").number
    made = back_up(desk, tmp_path / "stick")
    lost = register(desk, "2").number
    home, before = desk.home, desk.journal.node
    desk.close()
    with cut_after(steps, monkeypatch) as done, suppress(Trouble):
        restore(home, made, clock)
    assert home.exists
    with pytest.raises(Refused, match="There is a complaint desk in"):
        set_up(home, SetUp(company="T", branch="2", branch_name="X"))
    with closing(Desk.open(home, clock)) as again:
        again.sign_in()
        assert finish(verify(again.journal)).clean
        numbers = {row.number for row in again.numbered("1") + again.numbered("2")}
        if again.journal.node == before:  # nothing was begun
            assert "restoring.json" not in done
            assert numbers == {kept, lost}
        else:
            assert numbers == {kept}
            (old,) = (home.folder / "replaced").iterdir()
            with closing(Desk.open(Home(old), clock)) as replaced:
                assert replaced.journal.node == before
    assert not home.swapping.exists()
    assert not (home.folder / "restoring").exists()


@pytest.fixture
def cut(
    desk: Desk, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], Home]:
    """Restores a backup with one complaint less, cut off after so many steps."""

    def cut(steps: int) -> Home:
        register(desk, "1")
        made = back_up(desk, tmp_path / "stick")
        register(desk, "2")
        desk.close()
        with cut_after(steps, monkeypatch), pytest.raises(Trouble, match="cannot be finished yet"):
            restore(desk.home, made, clock)
        return desk.home

    return cut


def complaints_in(home: Home, clock: Clock) -> int:
    with closing(Desk.open(home, clock)) as desk:
        desk.sign_in()
        assert finish(verify(desk.journal)).clean
        return len(desk.numbered("1") + desk.numbered("2"))


@pytest.mark.parametrize("steps", range(2, 6))
def test_where_the_new_desk_is_gone_the_old_one_comes_back(
    steps: int, cut: Callable[[int], Home], clock: Clock
) -> None:
    home = cut(steps)
    shutil.rmtree(home.folder / "restoring")
    with pytest.raises(Trouble, match="The desk from before is there again"):
        Desk.open(home, clock)
    assert complaints_in(home, clock) == 2
    assert not home.swapping.exists()


def test_where_all_of_the_new_desk_has_moved_in_nothing_else_is_needed(
    cut: Callable[[int], Home], clock: Clock
) -> None:
    home = cut(6)
    shutil.rmtree(home.folder / "restoring")
    assert complaints_in(home, clock) == 1


def test_where_the_place_for_the_old_desk_is_gone_it_is_made_again(
    cut: Callable[[int], Home], clock: Clock
) -> None:
    home = cut(2)
    (kept,) = (home.folder / "replaced").iterdir()
    shutil.rmtree(home.folder / "replaced")
    assert complaints_in(home, clock) == 1
    assert complaints_in(Home(kept), clock) == 2


def test_a_plan_that_cannot_be_read_is_said_and_touches_nothing(
    cut: Callable[[int], Home], clock: Clock
) -> None:
    home = cut(2)
    home.swapping.write_bytes(b"{")
    with pytest.raises(Trouble, match="cannot be finished yet: Input data was truncated"):
        Desk.open(home, clock)
    assert home.database.exists()
    assert (home.folder / "restoring" / "desk.db").exists()


def test_a_second_program_waits_until_the_first_has_finished(
    cut: Callable[[int], Home], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = cut(2)
    half_way, go_on = Event(), Event()
    replace = os.replace

    def slow(source: Path, target: Path) -> None:
        if Path(target) == home.database:
            half_way.set()
            assert go_on.wait(30)
        replace(source, target)

    monkeypatch.setattr(os, "replace", slow)
    monkeypatch.setattr(home_module, "_PATIENCE", 0.0)
    first = Thread(target=finish_swap, args=(home,))
    first.start()
    assert half_way.wait(30)
    with pytest.raises(Trouble, match="cannot be finished yet"):
        Desk.open(home, clock)
    go_on.set()
    first.join()
    assert complaints_in(home, clock) == 1
