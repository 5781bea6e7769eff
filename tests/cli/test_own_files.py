"""No command writes over a file of the desk itself, whatever path somebody names."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import pytest

from desk.cli.main import run
from desk.cli.parser import build
from tests.cli.running import Shop, complaint

WRITERS = {
    ("read-sales", "--report"): ("sales.csv",),
    ("receipt", "--to"): ("1234",),
    ("paper", "--to"): ("comment_card",),
    ("card", "--to"): (),
    ("export", "--to"): ("--without-personal", "--workbook"),
    ("backup", "--to"): (),
}
"""What each option that names a place to write to stands beside."""
FOLDERS = {"export", "backup"}


def _places(parser: argparse.ArgumentParser, name: str = "") -> set[tuple[str, str]]:
    """(command, option) of all that take a path behind an option."""
    found = set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command, below in action.choices.items():
                found |= _places(below, command)
        elif action.type is not None and action.type is not int and action.option_strings:
            found.add((name, action.option_strings[0]))
    return found


def test_every_option_that_names_a_place_to_write_is_known_here() -> None:
    assert _places(build()) == set(WRITERS)


@pytest.fixture
def used(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A desk with a complaint, a backup and a file for others; its commands run in this process."""
    shop.register(complaint())
    shop("backup", "--to", shop.home / "backups")
    shop("export", "--without-personal")
    shop("receipt", "1234", "--to", shop.home / "outbox" / "mine.pdf")
    (tmp_path / "sales.csv").write_text("Nota,Nama\n7,Ana\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DESK_LANGUAGE", "en")
    return shop


def _kept(home: Path) -> dict[Path, bytes]:
    """All that is written once; the database itself notes what each command did."""
    files = (path for path in sorted(home.rglob("*")) if path.is_file())
    return {path: path.read_bytes() for path in files if not path.name.startswith("desk.db")}


@pytest.mark.parametrize(("command", "option"), WRITERS)
def test_what_is_the_desks_own_is_never_written_over(
    used: Shop, command: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _kept(used.home)
    assert {path.parent.name for path in before} >= {"outbox", "backups", "keys"}
    own = [*before, used.home / "desk.db", used.home / "settings", used.home / "keys" / "new"]
    if command in FOLDERS:
        own = [used.home, *{path.parent for path in own if path.parent.name in {"keys", "files"}}]
    for place in own:
        more = WRITERS[command, option]
        options = build().parse_args(["--home", str(used.home), command, *more, option, str(place)])
        assert run(options) == 1, place
        assert "among the desk's own data" in capsys.readouterr().err
        assert _kept(used.home) == before
    assert (used.home / "desk.db").read_bytes().startswith(b"SQLite format 3")


def test_a_link_to_the_desk_is_no_way_in(used: Shop, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").symlink_to(used.home, target_is_directory=True)
    for place in ("elsewhere/desk.db", "home/../elsewhere/keys/me.pdf"):
        args = ["--home", str(used.home), "paper", "leaflet", "--to", str(tmp_path / place)]
        assert run(build().parse_args(args)) == 1
    shutil.rmtree(used.home / "outbox")
    args[-1] = str(tmp_path / "leaflet.pdf")
    assert run(build().parse_args(args)) == 0
