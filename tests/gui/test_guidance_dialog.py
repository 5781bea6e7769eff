"""The card that helps at the counter: beside the work, turned by one key, gone by Esc."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.app.guidance import TOPICS
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.guidance import GuidanceCard
from desk.gui.window import MainWindow
from tests.gui.desk_window import main_window, press


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    made = set_up(Home(tmp_path / "desk"), wanted)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        yield shown


def card(qtbot: QtBot, window: MainWindow, topic: str) -> GuidanceCard:
    made = GuidanceCard(window.desk, window)
    made.show_topic(topic)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def shown(made: GuidanceCard) -> str:
    return "\n".join(label.text() for label in made.tabs.currentWidget().findChildren(QLabel))


def test_a_digit_turns_to_its_page(qtbot: QtBot, window: MainWindow) -> None:
    made = card(qtbot, window, "styles")
    assert "Dominance" in shown(made)
    for at, topic in enumerate(TOPICS, start=1):
        press(str(at))
        assert made.tabs.currentWidget().objectName() == topic
        assert shown(made)


def test_it_stands_beside_the_work_and_esc_closes_it(qtbot: QtBot, window: MainWindow) -> None:
    made = card(qtbot, window, "last")
    assert not made.isModal()
    press("Esc")
    assert not made.isVisible()
    made.show_topic("abuse")
    assert made.isVisible()
    assert made.tabs.currentWidget() is made.abuse


def test_nothing_is_stored_and_the_card_says_so(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    before = desk.change_mark(), len(list(desk.journal.store.run("SELECT 1 FROM entry")))
    made = card(qtbot, window, "styles")
    press("1", "3", "Esc")
    after = desk.change_mark(), len(list(desk.journal.store.run("SELECT 1 FROM entry")))
    assert after == before
    assert "Nothing about the customer is stored" in shown(made)


def test_it_speaks_the_window_s_language_at_once(
    qtbot: QtBot, window: MainWindow, speak: Callable[[str], None]
) -> None:
    made = card(qtbot, window, "last")
    speak("id")
    assert "Dengarkan" in shown(made)
    assert made.tabs.tabText(1) == "2  Pemulihan"
