"""The first page of a new user, by keyboard: my own shop, or the sample shop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.app.home import Home
from desk.gui.first_run import FirstRunView
from tests.gui.desk_window import focus, press, write


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[FirstRunView]:
    view = FirstRunView(Home(tmp_path / "desk"))
    made: list[Desk] = []
    view.desk_ready.connect(made.append)
    view.made = made  # type: ignore[attr-defined]
    view.show()
    view.activateWindow()
    qtbot.waitExposed(view)
    yield view
    for desk in made:
        desk.close()
    view.close()
    view.deleteLater()


def desks(page: FirstRunView) -> list[Desk]:
    return page.made  # type: ignore[attr-defined,no-any-return]


def choose_own_shop(page: FirstRunView) -> None:
    page.own_shop.setFocus()
    press("Space")
    assert focus() is page.company


def test_a_shop_of_ones_own_is_set_up_by_keyboard_alone(page: FirstRunView) -> None:
    choose_own_shop(page)
    for text in ("Toko Sepeda", "Hankam Bekasi", "1", "Jl. Raya 1", "0812", "Sari", "1234"):
        write(text)
        press("Tab")
    press("Ctrl+Return")
    (desk,) = desks(page)
    shop = desk.shop
    assert (shop.company, shop.branch, shop.branch_name) == ("Toko Sepeda", "1", "Hankam Bekasi")
    assert desk.actor is not None
    assert desk.actor.name == "Sari"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [("branch", "A1", "branch code"), ("pin", "12", "4 to 12 digits"), ("admin", "", "missing")],
)
def test_a_wrong_field_is_told_at_the_field_and_nothing_is_made(
    page: FirstRunView, tmp_path: Path, field: str, typed: str, words: str
) -> None:
    choose_own_shop(page)
    values = {"company": "T", "branch_name": "B", "branch": "1", "admin": "Sari"} | {field: typed}
    for name, value in values.items():
        getattr(page, name).setText(value)
    press("Ctrl+Return")
    label = page.findChild(type(page.refusal), f"{field}_fault")
    assert label is not None
    assert words in label.text()
    assert desks(page) == []
    assert not (tmp_path / "desk" / "desk.db").exists()


def test_escape_goes_back_without_losing_what_was_typed(page: FirstRunView) -> None:
    choose_own_shop(page)
    write("Toko")
    press("Esc")
    assert focus() is page.own_shop
    press("Space")
    assert page.company.text() == "Toko"


def test_the_sample_shop_fills_itself_and_opens(page: FirstRunView, qtbot: QtBot) -> None:
    page.sample_shop.setFocus()
    press("Space")
    qtbot.waitUntil(lambda: bool(desks(page)), timeout=30000)
    assert desks(page)[0].shop.sample
    assert sum(desks(page)[0].counts().values()) > 40
