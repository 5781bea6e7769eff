"""Two desks in two real windows, by keyboard: a complaint goes to head office, is judged there, is
passed to another branch, and comes back; everybody sees the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.gui.exchange.branch import BranchSide
from desk.gui.exchange.office import OfficeSide
from desk.gui.window import MainWindow
from desk.journal.queue import Wanted
from tests.app.at_work import Clock
from tests.gui.desk_window import main_window, press, write
from tests.gui.exchange_shops import befriend, open_shop, send, take

LONG = 20_000  # milliseconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[dict[str, Desk]]:
    names = {"1": "Hankam Bekasi", "2": "Tangerang", "9": "Pusat"}
    made = {code: open_shop(tmp_path, code, name, clock) for code, name in names.items()}
    for code in ("1", "2"):
        befriend(made["9"], made[code])
    yield made
    for desk in made.values():
        desk.close()


@pytest.fixture
def windows(
    qtbot: QtBot, qapp: QApplication, desks: dict[str, Desk], tmp_path: Path
) -> Iterator[dict[str, MainWindow]]:
    """Bekasi's window and head office's, each with a folder to write into."""
    with ExitStack() as open_ones:
        shown = {}
        for code in ("1", "9"):
            folder = tmp_path / f"window{code}"
            folder.mkdir()
            window = open_ones.enter_context(main_window(qtbot, qapp, desks[code], folder))
            stick = folder / "stick"
            stick.mkdir()
            window.exchange.choices.folder = stick
            shown[code] = window
        yield shown


def turn_to(window: MainWindow, qtbot: QtBot) -> None:
    """The person sits down at this window."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press("Alt+5")


def idle(window: MainWindow, qtbot: QtBot) -> None:
    place = window.exchange
    qtbot.waitUntil(lambda: not place.writing.running and not place.incoming.running, timeout=LONG)


def carry(window: MainWindow, qtbot: QtBot, *files: Path) -> None:
    """Files are dropped onto the page, from the stick."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    key = Qt.KeyboardModifier.NoModifier
    window.exchange.dropEvent(QDropEvent(QPointF(9, 9), action, mime, button, key))
    idle(window, qtbot)


def files_on(window: MainWindow) -> set[Path]:
    return {*window.exchange.choices.folder.glob("*.desk")}


def export(window: MainWindow, qtbot: QtBot, key: str) -> list[Path]:
    """The key is pressed; the files that came of it."""
    before = files_on(window)
    press(key)
    qtbot.waitUntil(lambda: files_on(window) > before, timeout=LONG)
    idle(window, qtbot)
    return sorted(files_on(window) - before)


def register(window: MainWindow) -> None:
    """The clerk takes a complaint in."""
    press("Alt+1", "F2")
    write("081234567801")
    press("Tab")
    write("Ibu Rita")
    press("Tab")
    write("2201")
    press("Alt+L")
    write("Setang turun terus")
    press("Ctrl+Return")


def verdicts(window: MainWindow) -> list[str]:
    came = window.exchange.incoming.came
    items = [came.topLevelItem(at) for at in range(came.topLevelItemCount())]
    return [item.text(0) for item in items if item]


def test_a_complaint_goes_to_head_office_is_judged_passed_on_and_comes_back(
    windows: dict[str, MainWindow], desks: dict[str, Desk], qtbot: QtBot, clock: Clock
) -> None:
    bekasi, pusat = windows["1"], windows["9"]
    turn_to(bekasi, qtbot)
    register(bekasi)
    (row,) = desks["1"].queue(Wanted())
    qtbot.waitUntil(lambda: desks["1"].complaint(row.id).receipts == 1, timeout=LONG)
    turn_to(bekasi, qtbot)
    assert bekasi.exchange.standing.text().startswith("1 complaint is not yet at head office")
    (there,) = export(bekasi, qtbot, "F9")

    turn_to(pusat, qtbot)
    carry(pusat, qtbot, there, send(desks["2"], there.parent / "tangerang", desks["9"]))
    assert verdicts(pusat) == ["Taken in", "Taken in"]
    clock.turn(minutes=10)
    pusat.open_case(row.number)
    press("F6")
    write("Cabang Tangerang punya suku cadangnya")
    press("Ctrl+Return")
    press("F10", "Shift+Tab")
    branch = QApplication.focusWidget()
    assert isinstance(branch, QComboBox)
    offered = [branch.itemData(at) for at in range(branch.count())]
    press(*["Down"] * (offered.index("2") - branch.currentIndex()))
    press("Ctrl+Return")
    press("Alt+5", "Alt+H")
    side = pusat.exchange.side
    assert isinstance(side, OfficeSide)
    back = export_all(pusat, qtbot)
    assert len(back) == 2, "one file for each branch"

    turn_to(bekasi, qtbot)
    carry(bekasi, qtbot, *back)
    assert sorted(verdicts(bekasi)) == ["Refused", "Taken in"], "one is for the other branch"
    assert bekasi.exchange.standing.text() == "Head office has everything."
    assert isinstance(bekasi.exchange.side, BranchSide)
    take(desks["2"], *back)
    told = {code: desks[code].complaint(row.id) for code in ("1", "2", "9")}
    assert told["1"] == told["2"] == told["9"]
    assert told["2"].offered_branch == "2"
    assert "suku cadangnya" in [line.text for line in told["1"].timeline][-2]
    bekasi.open_case(row.number)
    assert bekasi.stack.currentWidget() is bekasi.case


def export_all(window: MainWindow, qtbot: QtBot) -> list[Path]:
    """Shift+F9: a file for every branch."""
    before = files_on(window)
    press("Shift+F9")
    qtbot.waitUntil(lambda: len(files_on(window) - before) == 2, timeout=LONG)
    idle(window, qtbot)
    return sorted(files_on(window) - before)
