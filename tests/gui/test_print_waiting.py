"""The list of papers that wait: why, and what can be done about each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import waiting_papers
from desk.app.commands import Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.print import spooler
from desk.gui.print.waiting import WaitingDialog
from desk.gui.window import MainWindow
from tests.gui.desk_window import main_window, press
from tests.gui.printing_window import paper_is_out, take_in, told, use, waiting
from tests.paper.roll_printer import NO_PAPER, WELL, Listener, network_printer, unused_port


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


@pytest.fixture
def listener() -> Listener:
    return Listener()


def listed(
    qtbot: QtBot, window: MainWindow, desk: Desk, printer: str
) -> tuple[WaitingDialog, Registered]:
    """The list, opened with the key, of one receipt that waits."""
    case = take_in(desk)
    use(window, printer)
    window.workplace.printing.receipt(case.id)
    paper_is_out(qtbot, window)
    window.papers_waiting.click()
    dialog = window.papers_waiting.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and bool(dialog.preview.pages), timeout=20000)
    return dialog, case


def test_the_list_says_why_shows_the_paper_and_tries_again(
    qtbot: QtBot, window: MainWindow, desk: Desk, listener: Listener
) -> None:
    listener.state = NO_PAPER
    with network_printer(listener) as printer:
        dialog, case = listed(qtbot, window, desk, printer)
        assert dialog.papers.topLevelItem(0).text(0) == f"Receipt {case.grouped}"
        assert "has no paper" in dialog.reason.text()
        listener.state = WELL
        press("Alt+T")
        qtbot.waitUntil(lambda: waiting(desk) == [], timeout=30000)
        paper_is_out(qtbot, window)
    assert dialog.papers.topLevelItemCount() == 0
    assert not dialog.try_again.isEnabled()
    press("Esc")
    assert desk.complaint(case.id).receipts == 1


def test_it_goes_to_another_printer(
    qtbot: QtBot, window: MainWindow, desk: Desk, listener: Listener
) -> None:
    with network_printer(listener) as other:
        window.workplace.printing.choices.add_direct(other)
        dialog, _ = listed(qtbot, window, desk, f"tcp:127.0.0.1:{unused_port()}")
        press("Alt+O")
        qtbot.waitUntil(lambda: dialog.menu is not None and dialog.menu.isVisible(), timeout=20000)
        dialog.menu.actions()[0].trigger()
        dialog.menu.close()
        qtbot.waitUntil(lambda: waiting(desk) == [], timeout=30000)
        paper_is_out(qtbot, window)
    assert len(listener.paper.pieces) == 1
    dialog.close()


def test_it_is_thrown_away_and_stays_not_printed(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog, case = listed(qtbot, window, desk, f"tcp:127.0.0.1:{unused_port()}")
    press("Alt+A")
    qtbot.waitUntil(lambda: waiting(desk) == [])
    dialog.close()
    assert not window.papers_waiting.isVisible()
    assert desk.complaint(case.id).receipts == 0


def test_saved_as_a_file_it_is_the_very_paper_and_counted(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    dialog, case = listed(qtbot, window, desk, f"tcp:127.0.0.1:{unused_port()}")
    (paper,) = waiting_papers.waiting(desk.home)
    kept = waiting_papers.pdf_of(desk.home, paper)
    target = tmp_path / "struk.pdf"
    window.workplace.printing.waiting_on(paper, spooler.Chosen(file=target))
    dialog.close()
    assert target.read_bytes() == kept
    assert waiting(desk) == []
    assert desk.complaint(case.id).receipts == 1


def test_a_waiting_paper_is_not_kept_in_the_place_of_the_desk(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog, _ = listed(qtbot, window, desk, f"tcp:127.0.0.1:{unused_port()}")
    [paper] = waiting_papers.waiting(desk.home)
    window.workplace.printing.waiting_on(paper, spooler.Chosen(file=desk.home.database))
    assert "among the desk's own data" in told(window)
    assert desk.home.database.read_bytes().startswith(b"SQLite")
    assert waiting_papers.waiting(desk.home) == [paper]
    dialog.reject()
