"""The Case in a window of its own, used by keyboard: a real desk, three people in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desk.gui.case.view import CaseView
from desk.gui.kit.notify import Toast
from desk.gui.kit.work import Jobs
from desk.gui.kit.workplace import Workplace
from desk.gui.print.printing import Printing
from tests.controllers.case_shop import Shop


@dataclass
class Window:
    """A window with nothing but the case in it; `heard` is what it asked others for."""

    window: QMainWindow
    view: CaseView
    workplace: Workplace
    shop: Shop
    qtbot: QtBot
    heard: list[tuple[str, ...]] = field(default_factory=list)

    def look(self, who: str = "") -> None:
        """Somebody opens the case."""
        if who:
            self.shop.at_work(who)
        self.view.show_case(self.shop.case)
        self.view.opened()

    def toast(self) -> str:
        """What the toast says."""
        return self.workplace.toast.accessibleName()

    def kinds(self) -> list[str]:
        """What was written since the registration."""
        return [line.kind.split(".")[1] for line in self.shop.complaint().timeline[1:]]


def open_window(qtbot: QtBot, shop: Shop, settings: Path) -> Iterator[Window]:
    """The window on a shop; the desk is left open."""
    window = QMainWindow()
    window.resize(1262, 712)
    jobs, toast = Jobs(), Toast(window)
    kept = QSettings(str(settings), QSettings.Format.IniFormat)
    printing = Printing(shop.desk, jobs, toast, kept)
    place = Workplace(desk=shop.desk, jobs=jobs, toast=toast, printing=printing, settings=kept)
    view = CaseView(place)
    window.setCentralWidget(view)
    for key, do in (("Ctrl+Return", view.primary), ("Esc", view.back)):
        action = QAction(window, shortcut=QKeySequence(key))
        action.triggered.connect(lambda _on=False, do=do: do())
        window.addAction(action)
    made = Window(window, view, place, shop, qtbot)
    view.left.connect(lambda: made.heard.append(("left",)))
    view.close_wanted.connect(lambda complaint: made.heard.append(("close", complaint)))
    view.message_wanted.connect(lambda *asked: made.heard.append(("message", *asked)))
    view.brief_wanted.connect(lambda complaint: made.heard.append(("brief", complaint)))
    shop.desk.watch(view.refresh)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    jobs.close()
    window.close()
    window.deleteLater()
