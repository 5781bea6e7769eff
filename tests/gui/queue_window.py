"""The queue in a window of its own, used by keyboard alone: real desk, real paper, real keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.controllers.queue import words as queue_words
from desk.gui.kit.notify import Toast
from desk.gui.kit.work import Jobs
from desk.gui.kit.workplace import Workplace
from desk.gui.print.printing import Printing
from desk.gui.queue.view import QueueView
from tests.controllers.queue_shop import Shop


def focus() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(*keys: str, times: int = 1) -> None:
    """Presses keys, each by its name: “Down”, “Ctrl+Return”, “F6”."""
    for key in keys * times:
        combination = QKeySequence(key)[0]
        QTest.keyClick(focus(), combination.key(), combination.keyboardModifiers())


def write(text: str) -> None:
    """Types a text into whatever has the keyboard."""
    QTest.keyClicks(focus(), text)


@dataclass
class QueueWindow:
    """A window with a search field and the queue, joined as the real one joins them."""

    window: QMainWindow
    search: QLineEdit
    view: QueueView
    shop: Shop
    workplace: Workplace
    qtbot: QtBot

    def drawn(self) -> str:
        """The list as it can be heard, “>” before what is chosen."""
        model = self.view.table.model()
        chosen = {index.row() for index in self.view.table.selectionModel().selectedRows()}
        role = Qt.ItemDataRole.AccessibleTextRole
        return "\n".join(
            ("> " if row in chosen else "  ")
            + " | ".join(str(model.index(row, at).data(role)) for at in range(3))
            for row in range(model.rowCount())
        )

    def filters(self) -> str:
        """The filters as they are written, the one that is on in brackets."""
        every = [getattr(self.view, f"filter_{each}") for each in queue_words.FILTERS]
        buttons = [button for button in every if not button.isHidden()]
        words = [" ".join(button.text().split()) for button in buttons]
        return " | ".join(
            f"[{said}]" if button.isChecked() else said
            for said, button in zip(words, buttons, strict=True)
        )

    def case(self) -> str:
        """Number and next step of the case that is read."""
        pane = self.view.pane
        return f"{pane.number.text()}: {pane.next_step.text()}"

    def toast(self) -> str:
        """What was said in the corner."""
        return self.workplace.toast.accessibleName()

    def find(self, text: str) -> None:
        """Types into the search field, which belongs to the window."""
        self.search.setFocus()
        self.search.selectAll()
        write(text)

    def wait_for_paper(self, name: str, copies: int) -> None:
        """Waits until so many receipts of somebody are noted."""
        subject, desk = self.shop.ids[name], self.shop.desk
        self.qtbot.waitUntil(lambda: desk.complaint(subject).receipts == copies, timeout=20_000)


@contextmanager
def open_queue(
    qtbot: QtBot, shop: Shop, settings: Path, *, width: int = 1262
) -> Iterator[QueueWindow]:
    """The window on a desk; the desk is left open."""
    window, inside, search = QMainWindow(), QWidget(), QLineEdit()
    window.resize(width, 712)
    jobs, toast = Jobs(), Toast(window)
    kept = QSettings(str(settings), QSettings.Format.IniFormat)
    printing = Printing(shop.desk, jobs, toast, kept)
    place = Workplace(desk=shop.desk, jobs=jobs, toast=toast, printing=printing, settings=kept)
    view = QueueView(place)
    layout = QVBoxLayout(inside)
    layout.addWidget(search)
    layout.addWidget(view, 1)
    window.setCentralWidget(inside)
    _join(window, search, view)
    shop.desk.watch(view.refresh)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    view.opened()
    yield QueueWindow(window, search, view, shop, place, qtbot)
    jobs.close()
    window.close()
    kept.sync()
    window.deleteLater()


def _join(window: QMainWindow, search: QLineEdit, view: QueueView) -> None:
    for key, do in (("Ctrl+Return", view.primary), ("Esc", view.back)):
        action = QAction(window, shortcut=QKeySequence(key))
        action.triggered.connect(lambda _on=False, do=do: do())
        window.addAction(action)
    search.textEdited.connect(view.search)
    search.returnPressed.connect(view.opened)
    view.search_cleared.connect(search.clear)
