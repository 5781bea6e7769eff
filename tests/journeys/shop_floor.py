"""A shop whose people take turns at one window: each signs in with a PIN, all by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff
from desk.app.desk import Clock, Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.case.view import CaseView
from desk.gui.closing import ClosingDialog
from desk.gui.window import MainWindow
from desk.rules.chain import Entry
from desk.rules.complaint import Complaint
from tests.gui.desk_window import focus, main_window, press, write

CHIEF = "Ibu Kepala"
PEOPLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "Sari": ("1111", ("staff", "cro")),
    "Dedi": ("2222", ("supervisor",)),
    "Anto": ("3333", ("technician",)),
    "Wulan": ("4444", ("staff",)),
}
"""Name → PIN and roles."""
PINS = {CHIEF: "9090"} | {name: pin for name, (pin, _) in PEOPLE.items()}
_PARTS = Qt.FindChildOption.FindDirectChildrenOnly


@dataclass
class Hours:
    """The shop's clock; it stands until somebody says how late it is."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def hour(told: str) -> datetime:
    """“2026-06-19 09.12”, by the clock on the wall of the shop."""
    return datetime.strptime(told, "%Y-%m-%d %H.%M").astimezone()


def new_shop(folder: Path, clock: Clock) -> Desk:
    """The shop in Bekasi and its people, each with a PIN; nobody is at work yet."""
    wanted = SetUp(
        company="Toko Sepeda",
        branch="1",
        branch_name="Hankam Bekasi",
        admin=CHIEF,
        pin=PINS[CHIEF],
    )
    desk = set_up(Home(folder), wanted, clock)
    for name, (pin, roles) in PEOPLE.items():
        desk.do(AddStaff(name=name, roles=roles, pin=pin))
    desk.sign_out()
    return desk


def story_of(case: CaseView) -> str:
    """The timeline of a case, as it stands on the screen."""
    lines: list[str] = []
    for row in case.story._rows:
        if not row.isHidden():
            lines += [] if row._day.isHidden() else [row._day.text()]
            lines.append(f"  {row._clock.text()}  {row._what.text()}")
            below = (row._words, row._facts, row._marks)
            texts = [part.text() for part in below if not part.isHidden()]
            lines += [f"         {line}" for text in texts for line in text.splitlines()]
    return "\n".join(lines).replace("\u200b", "") + "\n"


@dataclass
class Floor:
    """The window, and what people do there with their hands."""

    window: MainWindow
    clock: Hours
    qtbot: QtBot

    @property
    def desk(self) -> Desk:
        """The desk that the window shows."""
        return self.window.desk

    def at(self, told: str) -> None:
        """It is so late now: “2026-06-19 09.12”."""
        self.clock.now = hour(told)

    def takes_over(self, name: str) -> None:
        """Locks, goes to the tile of somebody else by their first letter, and types their PIN."""
        if not self.window.locked:
            press("Ctrl+L")
        press(name[0])
        assert focus().accessibleName() == name
        press("Return")
        write(PINS[name])
        press("Return")
        assert self.window.who.text() == name

    def takes_in(self, told: dict[str, str], *, safety: bool = False) -> None:
        """Fills the counter's form from top to bottom and saves; the receipt is on paper then."""
        press("Ctrl+N")
        for name in ("phone", "name", "nota", "product", "bought_at"):
            write(told[name])
            press("Tab")
        press("Alt+L")
        write(told["what_happened"])
        press("Alt+A")
        write(told["wish"])
        press("Tab")
        write(told["understood"])
        if safety:
            press("F8")
        press("Ctrl+Return")
        self.qtbot.waitUntil(lambda: self.case.receipts == 1, timeout=20000)

    @property
    def number(self) -> str:
        """The number on the screen of the counter, as it is read aloud."""
        counter = self.window.counter
        return f"{counter.number_head.text()} {counter.number_tail.text()}"

    @property
    def case(self) -> Complaint:
        """The complaint with the number that is on the screen of the counter."""
        return self.desk.complaint(self.desk.find_number(self.number).id)

    def opens_the_case(self) -> None:
        """From the queue, where it is on top."""
        press("Alt+2", "Ctrl+O")
        assert self.window.case.number.text() == self.number

    def fills(self, **fields: str) -> None:
        """Goes with Tab from field to field of the open panel and types."""
        for name, text in fields.items():
            self._goes_to(name)
            write(text)

    def picks(self, field: str, *keys: str) -> None:
        """Goes to a few choices in sight, with `keys` to one of them, and takes it."""
        self._goes_to(field)
        press(*keys, "Space")

    def _goes_to(self, field: str) -> None:
        wanted = self.window.case.panel.findChild(QWidget, field)
        assert wanted is not None, field
        for _ in range(20):
            if wanted is focus() or wanted.isAncestorOf(focus()):
                return
            press("Tab")
        raise AssertionError(field)

    def closes(self, answer: str, face: str, *, words: str = "", turned: bool = True) -> None:
        """What the customer says; then the screen is turned for a face, or they tell it."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ClosingDialog))
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, ClosingDialog)
        press(answer)
        self.qtbot.waitUntil(lambda: bool(dialog.answer))  # Qt presses it for a moment
        if words:
            press("Alt+W")
            write(words)
        press("Ctrl+Return" if turned else "Alt+S")
        self.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.score_page)
        press(face, "Ctrl+Return", "Return")
        self.window.activateWindow()  # off the screen nobody gives it the keyboard back
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def story(self) -> str:
        """The timeline, as it stands on the screen."""
        return story_of(self.window.case)

    def badges(self) -> str:
        """The words beside the number, as they stand on the screen."""
        found = self.window.case.badges.findChildren(QWidget, options=_PARTS)
        return " · ".join(each.accessibleName() for each in found if not each.isHidden())

    def step(self) -> str:
        """The biggest sentence on the screen."""
        return self.window.case.step.text()

    def toast(self) -> str:
        """The sentence in the corner."""
        return self.window.workplace.toast.accessibleName()

    def boxes(self) -> list[QWidget]:
        """Message boxes that somebody would have to answer."""
        shown = QApplication.topLevelWidgets()
        return [each for each in shown if isinstance(each, QMessageBox) and each.isVisible()]


@contextmanager
def floor(
    qtbot: QtBot, qapp: QApplication, desk: Desk, clock: Hours | None = None
) -> Iterator[Floor]:
    """The window on a desk, the tiles of its people on the screen."""
    with main_window(qtbot, qapp, desk, desk.home.folder.parent) as window:
        yield Floor(window, clock or Hours(desk.now()), qtbot)


def copied(desk: Desk, home: Path) -> Desk:
    """The same desk once more, in another folder; nobody is at work there yet."""
    shutil.copytree(desk.home.folder, home)
    return Desk.open(Home(home))


def entries_of(desk: Desk) -> list[Entry]:
    """Everything in the journal, as it is stored."""
    journal = desk.journal
    return [entry for node in journal.nodes() for entry in journal.entries(node)]
