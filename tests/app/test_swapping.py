"""A restore that is cut off at any step: there is always a desk, whole, and nothing is lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.home import Home
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
