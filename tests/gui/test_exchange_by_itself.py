"""What happens by itself: the file at the day's end, and files that appear in a watched folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.believing import own_card, trust_of
from desk.app.desk import Desk
from desk.gui.exchange.settings import ExchangeSettings
from desk.gui.window import MainWindow
from tests.app.at_work import Clock
from tests.gui.desk_window import main_window, press
from tests.gui.exchange_shops import befriend, complain, open_shop, send

LOCKED = Path("/proc/self")
"""It is there, and not even an administrator writes a file into it."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = open_shop(tmp_path, "9", "Pusat", clock)
    yield made
    made.close()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, office: Desk) -> Iterator[Desk]:
    """The branch in Bekasi, which knows head office."""
    made = open_shop(tmp_path, "1", "Hankam Bekasi", clock)
    befriend(made, office)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, desk: Desk, stick: Path, tmp_path: Path
) -> Iterator[MainWindow]:
    """The branch, in which the file is to be written at 17.00; it is 9.12."""
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        shown.exchange.choices.folder = stick
        shown.exchange.choices.set_day_end(time(17), desk.now())
        yield shown


def written(stick: Path) -> int:
    return len(list(stick.glob("*.desk")))


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """The clock is looked at, and what follows from it comes to its end."""
    window.exchange.day_end.look()
    qtbot.waitUntil(lambda: not window.exchange.writing.running, timeout=15000)


def test_the_file_is_written_once_at_the_days_end(
    window: MainWindow, desk: Desk, stick: Path, clock: Clock, qtbot: QtBot
) -> None:
    complain(desk)
    settle(window, qtbot)
    assert written(stick) == 0, "it is not 17.00 yet"
    clock.turn(hours=8)
    settle(window, qtbot)
    assert written(stick) == 1
    assert "Written, read back and verified" in window.workplace.toast.accessibleName()
    settle(window, qtbot)
    clock.turn(days=1)
    settle(window, qtbot)
    assert written(stick) == 1, "nothing is new"


def test_a_missing_stick_is_told_once_and_the_file_comes_when_it_is_back(
    window: MainWindow, desk: Desk, stick: Path, clock: Clock, qtbot: QtBot
) -> None:
    complain(desk)
    stick.rmdir()
    clock.turn(hours=8)
    settle(window, qtbot)
    told = window.workplace.toast.accessibleName()
    assert "1 complaint is kept here for head office" in told
    assert not stick.exists()
    window.workplace.toast.tell("")
    settle(window, qtbot)
    assert window.workplace.toast.accessibleName() == ""
    stick.mkdir()
    settle(window, qtbot)
    assert written(stick) == 1


def test_nothing_is_written_while_nobody_is_at_work(
    window: MainWindow, desk: Desk, stick: Path, clock: Clock, qtbot: QtBot
) -> None:
    complain(desk)
    who = desk.actor
    assert who is not None
    desk.sign_out()
    clock.turn(hours=8)
    settle(window, qtbot)
    assert written(stick) == 0
    desk.sign_in(who.name)
    desk.changed()
    qtbot.waitUntil(lambda: written(stick) == 1, timeout=15000)
    qtbot.waitUntil(lambda: not window.exchange.writing.running, timeout=15000)


def test_a_file_that_appears_in_the_watched_folder_is_taken_in_once(
    window: MainWindow, desk: Desk, office: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    inbox = tmp_path / "dropbox"
    inbox.mkdir()
    window.exchange.choices.watch(str(inbox), on=True)
    window.exchange.watch.renew()
    file = send(office, tmp_path / "x", desk)
    half = inbox / f"{file.name}.part"
    half.write_bytes(file.read_bytes()[:100])
    shutil.copy(file, half)
    half.rename(inbox / file.name)
    press("Alt+5")
    came = window.exchange.incoming.came
    qtbot.waitUntil(lambda: came.topLevelItemCount() == 1, timeout=15000)
    assert came.topLevelItem(0).text(0) == "Taken in"
    shutil.copy(file, inbox / "again.desk")
    qtbot.wait(4000)
    assert came.topLevelItemCount() == 1, "the same bytes are not read twice"


def test_a_refused_file_is_named_once_and_read_again_when_its_card_counts(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot, clock: Clock
) -> None:
    stranger = open_shop(tmp_path / "second", "1", "Gudang", clock)
    stranger.do(trust_of(own_card(desk)))
    inbox = tmp_path / "dropbox"
    inbox.mkdir()
    file = send(stranger, tmp_path / "x", desk)
    shutil.copy(file, inbox)
    press("Alt+5")
    window.exchange.choices.watch(str(inbox), on=True)
    window.exchange.watch.renew()
    came = window.exchange.incoming.came
    qtbot.waitUntil(lambda: came.topLevelItemCount() == 1, timeout=15000)
    assert came.topLevelItem(0).text(0) == "Refused"
    desk.do(trust_of(own_card(stranger)))
    qtbot.waitUntil(lambda: came.topLevelItem(0).text(0) != "Refused", timeout=15000)
    assert came.topLevelItemCount() == 1
    stranger.close()


def test_what_is_chosen_is_kept_at_once(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    press("Alt+5", "F7")
    dialog = window.findChild(ExchangeSettings)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    choices = window.exchange.choices
    dialog.remind.setFocus()
    press("Up")
    assert choices.days == 4
    press("Alt+W")
    qtbot.waitUntil(lambda: choices.day_end is None)
    dialog.use_folder(str(choices.folder))
    assert "choose another one" in dialog.refusal.text()
    dialog.use_folder(str(tmp_path))
    assert choices.watched == tmp_path
    dialog.watch.setChecked(False)
    assert choices.watched is None
    dialog.close()


def test_a_file_that_cannot_be_written_at_the_days_end_is_told_once(
    window: MainWindow, desk: Desk, stick: Path, clock: Clock, qtbot: QtBot
) -> None:
    """A folder in which nobody can write, as on a stick that is locked."""
    complain(desk)
    toast, choices = window.workplace.toast, window.exchange.choices
    choices.folder = LOCKED
    clock.turn(hours=8)
    settle(window, qtbot)
    assert "so no file was written" in toast.accessibleName()
    toast.tell("")
    settle(window, qtbot)
    assert toast.accessibleName() == "", "once a day is enough"
    choices.folder = stick
    clock.turn(days=1)
    settle(window, qtbot)
    assert written(stick) == 1
