"""The counter in a window of its own, used by keyboard alone: real desk, real paper, real keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desk.app.commands import Register
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.counter.aside import Suggestions
from desk.gui.counter.view import CounterView
from desk.gui.kit.notify import Toast
from desk.gui.kit.work import Jobs
from desk.gui.kit.workplace import Workplace
from desk.gui.print.printing import Printing
from desk.journal import customers
from desk.rules.chain import new_id
from desk.rules.intake import Intake

WANTED = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")


def press(*keys: str) -> None:
    """Presses keys, each by its name: “Tab”, “Ctrl+Return”, “F4”, “Alt+L”."""
    for key in keys:
        combination = QKeySequence(key)[0]
        modifiers = combination.keyboardModifiers()
        QTest.keyClick(focus(), combination.key(), modifiers)


def write(text: str) -> None:
    """Types a text into whatever has the focus."""
    QTest.keyClicks(focus(), text)


def focus() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def at() -> str:
    """The name of the field that has the focus."""
    return focus().objectName()


@dataclass
class Counter:
    """A window with nothing but the counter in it."""

    window: QMainWindow
    view: CounterView
    workplace: Workplace
    qtbot: QtBot

    @property
    def desk(self) -> Desk:
        return self.workplace.desk

    def titles(self) -> list[str]:
        """The list under the field, as it can be read."""
        shown = self.view.findChild(Suggestions).rows
        return [str(one.title) for one in shown]

    def wait_for_list(self) -> list[str]:
        """Waits for the list under the field."""
        self.qtbot.waitUntil(lambda: bool(self.titles()), timeout=5000)
        return self.titles()

    def wait_for_paper(self) -> None:
        """Waits until the worker has nothing left to do."""
        jobs = self.workplace.jobs
        self.qtbot.waitUntil(lambda: not jobs._under_way, timeout=20000)


def open_counter(qtbot: QtBot, desk: Desk, settings: Path) -> Iterator[Counter]:
    """The window on a desk; the desk is left open."""
    window = QMainWindow()
    window.resize(1262, 712)
    jobs, toast = Jobs(), Toast(window)
    kept = QSettings(str(settings), QSettings.Format.IniFormat)
    printing = Printing(desk, jobs, toast, kept)
    place = Workplace(desk=desk, jobs=jobs, toast=toast, printing=printing, settings=kept)
    view = CounterView(place)
    window.setCentralWidget(view)
    for key, do in (("Ctrl+Return", view.primary), ("Esc", view.back)):
        action = QAction(window, shortcut=QKeySequence(key))
        action.triggered.connect(lambda _on=False, do=do: do())
        window.addAction(action)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    view.opened()
    yield Counter(window, view, place, qtbot)
    view.keep_draft()
    jobs.close()
    window.close()
    window.deleteLater()


def new_desk(folder: Path) -> Iterator[Desk]:
    """A shop with Sari at work."""
    desk = set_up(Home(folder / "desk"), WANTED)
    yield desk
    desk.close()


def register(desk: Desk, **values: str) -> str:
    """A complaint from earlier; its number."""
    intake = Intake(id=new_id(desk.now()), what_happened="Rem", **values)
    return desk.do(Register(intake=intake)).number  # type: ignore[attr-defined]


def sell(desk: Desk, **values: str) -> None:
    """A line of a sales list that was read in."""
    line = dict.fromkeys(customers.FIELDS, "") | values
    with desk.journal.store.transaction():
        customers.keep(desk.journal.store, [line])
