"""A desk comes to be once: whole, or not at all, however it is disturbed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.exchange.keys import load_keys, make_keys
from desk.rules.errors import DeskError, Invalid, Refused, Trouble
from desk.rules.people import ROLES

WANTED = SetUp(company="Toko Maju", branch="012", branch_name="Pusat", admin="Dewi", pin="2468")


def test_the_first_person_may_do_everything_that_a_branch_does(tmp_path: Path) -> None:
    desk = set_up(Home(tmp_path / "home"), WANTED)
    assert desk.actor is not None
    assert set(desk.roles) == set(ROLES) - {"head_office"}
    assert (desk.shop.branch, desk.shop.company, desk.shop.letter) == ("012", "Toko Maju", "")
    desk.close()
    office = set_up(Home(tmp_path / "office"), replace(WANTED, head_office=True))
    assert set(office.roles) == set(ROLES)
    assert office.shop.head_office
    office.close()


def test_a_set_up_leaves_nothing_but_the_desk(tmp_path: Path) -> None:
    home = Home(tmp_path / "new" / "home")
    set_up(home, WANTED).close()
    assert {path.name for path in home.folder.iterdir()} == {"desk.db", "keys"}


def test_an_existing_desk_is_never_touched(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    set_up(home, WANTED).close()
    before = home.database.read_bytes()
    with pytest.raises(Refused, match="It was not touched"):
        set_up(home, replace(WANTED, company="Other"))
    assert home.database.read_bytes() == before


def test_what_was_refused_leaves_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    for wrong in ({"company": ""}, {"branch": "x"}, {"letter": "1"}, {"pin": "1"}, {"admin": " "}):
        with pytest.raises(Invalid):
            set_up(home, replace(WANTED, **wrong))
        assert not home.folder.exists() or not list(home.folder.iterdir())


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match="cannot be made"):
        set_up(Home(tmp_path / "file"), WANTED)


def test_a_set_up_that_was_cut_off_at_any_step_can_be_done_again(tmp_path: Path) -> None:
    """What the power cut left: a workshop, a workshop with keys, and keys moved in already."""
    home = Home(tmp_path / "home")
    other = Home(tmp_path / "other")
    set_up(other, WANTED).close()
    make_keys(home.folder / "setting-up-a" / "keys")
    half = home.folder / "setting-up-b"
    half.mkdir()
    shutil.copy(other.database, half / "desk.db")
    shutil.copytree(other.keys, home.keys)
    left = load_keys(home.keys).node
    desk = set_up(home, WANTED)
    assert desk.keys.node == desk.journal.node != left
    desk.close()


def test_keys_without_their_data_are_kept(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    keys = make_keys(home.keys)
    with pytest.raises(DeskError, match="Restore a backup"):
        set_up(home, WANTED)
    assert keys.node
    assert len(list(home.keys.iterdir())) == 3
