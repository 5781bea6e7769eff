"""The Case asks its database each thing once: on a server each is a way there and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.controllers.case_shop import Shop, open_shop
from tests.controllers.statements import asked, repeated
from tests.gui.case_window import Window, open_window
from tests.gui.counter_window import press, write


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, shop: Shop, tmp_path: Path) -> Iterator[Window]:
    yield from open_window(qtbot, shop, tmp_path / "settings")


def test_when_anything_changes_the_open_case_asks_each_question_once(
    window: Window, shop: Shop
) -> None:
    shop.rich()
    window.look("Dedi")
    with asked(shop.desk) as said:
        shop.desk.changed()
    assert any("staff" in statement for statement in said), "the listener heard it"
    assert repeated(said) == []


def test_agreeing_on_more_time_asks_who_works_here_once(window: Window, shop: Shop) -> None:
    shop.rich()
    window.look("Dedi")
    press("F4")
    write("Boleh sampai besok siang.")
    press("Tab")
    write("+4")
    window.view.panel.agreed.click()
    with asked(shop.desk) as said:
        press("Ctrl+Return")
    assert window.kinds()[-1] == "extended"
    about_the_case = [each for each in repeated(said) if 'WHERE ("t1"."subject" = ' in each]
    assert repeated(said) == about_the_case, "only the case itself was read before and after"
