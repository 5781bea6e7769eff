"""A reminder stands in the window, wherever the computer has a place for one of its own or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui import today
from desk.gui.window import MainWindow
from tests.app.at_work import Clock, register
from tests.gui.desk_window import focus, main_window, press

NAME, PHONE = "Bapak Wahyono", "081234567801"


class Tray(QSystemTrayIcon):
    """A place beside the clock, on a computer that has one."""

    told: list[tuple[str, str]]
    shown = False
    all: list[Tray]

    def __init__(self, icon: QIcon, parent: today.ReminderBell) -> None:
        super().__init__(icon, parent)
        self.told = []
        Tray.all.append(self)

    @staticmethod
    def isSystemTrayAvailable() -> bool:
        return True

    def show(self) -> None:
        self.shown = True

    def hide(self) -> None:
        self.shown = False

    def showMessage(self, title: str, words: str, *_look: object) -> None:
        self.told.append((title, words))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    made = set_up(Home(tmp_path / "desk"), wanted, clock)
    yield made
    made.close()


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> type[Tray]:
    """From now on this computer has a tray."""
    Tray.all = []
    monkeypatch.setattr(today, "QSystemTrayIcon", Tray)
    return Tray


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        yield shown


@pytest.fixture(params=["en", "id"])
def spoken(
    request: pytest.FixtureRequest, window: MainWindow, speak: Callable[[str], None]
) -> MainWindow:
    """The window, in each language in turn."""
    speak(request.param)
    return window


def late_case(desk: Desk, clock: Clock) -> str:
    """The number of a case that has been late for two minutes."""
    case = register(desk, name=NAME, phone=PHONE, what_happened=f"{NAME}, rem blong")
    clock.turn(hours=24, minutes=2)
    return case.number


def in_the_window(window: MainWindow) -> str:
    toast = window.workplace.toast
    return toast.accessibleName() if toast.isVisible() else ""


def test_without_a_tray_the_window_tells_it(window: MainWindow, desk: Desk, clock: Clock) -> None:
    assert not QSystemTrayIcon.isSystemTrayAvailable(), "there is none on this screen"
    late_case(desk, clock)
    window._bell.look()
    assert in_the_window(window) == f"The answer to {NAME} is 2 minutes late."
    assert window.findChildren(QSystemTrayIcon) == []


def test_with_a_tray_the_window_tells_it_just_the_same(
    tray: type[Tray], window: MainWindow, desk: Desk, clock: Clock
) -> None:
    late_case(desk, clock)
    window._bell.look()
    assert in_the_window(window) == f"The answer to {NAME} is 2 minutes late."
    (icon,) = tray.all
    assert icon.shown
    assert len(icon.told) == 1
    window.workplace.toast.dismiss()
    window._bell.look()
    assert (in_the_window(window), len(icon.told)) == ("", 1), "each moment is told once"


def test_what_others_may_see_beside_the_window_names_no_customer(
    tray: type[Tray], spoken: MainWindow, desk: Desk, clock: Clock
) -> None:
    late_case(desk, clock)
    register(desk, "1235", name=NAME, phone=PHONE)
    clock.turn(hours=23, minutes=45)
    spoken._bell.look()
    clock.turn(hours=48)
    register(desk, "1236", name=NAME)
    spoken.workplace.toast.dismiss()
    clock.turn(hours=24, minutes=1)
    spoken._bell.look()
    (icon,) = tray.all
    assert len(icon.told) == 2
    for title, words in icon.told:
        assert title
        assert "K1 2026-06-" in words
        for secret in ("Wahyono", "Bapak", "rem blong", "8123", "7801"):
            assert secret not in words


def test_open_leads_to_the_case_from_the_window_and_from_beside_it(
    tray: type[Tray], window: MainWindow, desk: Desk, clock: Clock
) -> None:
    late_case(desk, clock)
    window._bell.look()
    press("Esc")
    tray.all[0].messageClicked.emit()
    assert window.place is window.case


def test_nothing_is_told_behind_the_lock(
    tray: type[Tray], qtbot: QtBot, window: MainWindow, desk: Desk, clock: Clock
) -> None:
    desk.do(AddStaff(name="Dedi", roles=("staff",)))
    late_case(desk, clock)
    press("Ctrl+L")
    window._bell.look()
    assert (in_the_window(window), tray.all) == ("", [])
    press("Space")
    qtbot.waitUntil(lambda: not window.locked)
    window._bell.look()
    assert NAME in in_the_window(window)
    assert focus().window() is window, "a reminder takes no focus away"


def test_a_case_that_is_opened_from_beside_a_locked_window_stays_behind_the_lock(
    tray: type[Tray], window: MainWindow, desk: Desk, clock: Clock
) -> None:
    desk.do(AddStaff(name="Dedi", roles=("staff",)))
    late_case(desk, clock)
    window._bell.look()
    press("Ctrl+L")
    tray.all[0].messageClicked.emit()
    assert window.locked
    assert not window.case.isVisible()


def test_the_place_beside_the_clock_is_left_with_the_window(
    tray: type[Tray], window: MainWindow, desk: Desk, clock: Clock
) -> None:
    late_case(desk, clock)
    window._bell.look()
    window.close()
    assert not tray.all[0].shown
