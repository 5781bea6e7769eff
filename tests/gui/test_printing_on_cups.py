"""Receipts reach a real print queue, from the window and from the command, in their true size."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import waiting_papers
from desk.app.commands import Register, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.papers import receipt_of
from desk.app.setting_up import SetUp, set_up
from desk.gui.window import MainWindow
from desk.paper.receipt import receipt_pdf
from desk.rules.chain import new_id
from desk.rules.intake import Intake
from tests.gui.desk_window import main_window
from tests.paper.print_service import PrintService, print_service, sizes


@pytest.fixture
def service(
    component: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrintService]:
    with print_service(component("cupsd"), monkeypatch) as started:
        yield started


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
def case(desk: Desk) -> Registered:
    intake = Intake(id=new_id(desk.now()), name="Ibu Rita", nota="9", what_happened="Rem berat")
    taken = desk.do(Register(intake=intake))
    assert isinstance(taken, Registered)
    return taken


def words(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def print_from(window: MainWindow, qtbot: QtBot, case: Registered, printer: str) -> None:
    window.workplace.settings.setValue("paper/printer", printer)
    window.workplace.printing.receipt(case.id)
    jobs = window.workplace.jobs
    qtbot.waitUntil(lambda: not jobs._under_way, timeout=30000)


def test_a_receipt_from_the_window_comes_out_as_long_and_wide_as_it_is(
    qtbot: QtBot, window: MainWindow, desk: Desk, case: Registered, service: PrintService
) -> None:
    receipt = receipt_of(desk, desk.complaint(case.id))
    print_from(window, qtbot, case, "Receipts")
    out = service.came_out()
    [(width, height)], [(wide, long)] = (
        sizes(receipt_pdf(receipt, paper="roll80", language="en")),
        sizes(out),
    )
    assert abs(width - wide) <= 1
    assert abs(height - long) <= 1
    assert "Ibu Rita" in words(out)
    assert case.number[:2] in words(out)
    assert desk.complaint(case.id).receipts == 1


def test_a_receipt_from_the_command_is_the_same_paper(
    desk: Desk, case: Registered, service: PrintService, checkout: Path
) -> None:
    command = (sys.executable, "-m", "desk", "receipt", case.number, "--json")
    where = ("--home", str(desk.home.folder), "--paper", "roll58", "--printer", "Receipts")
    told = json.loads(subprocess.check_output([*command, *where], cwd=checkout))
    assert told["job"].startswith("Receipts-")
    out = service.came_out()
    assert sizes(out)[0][0] == round(58 * 72 / 25.4)
    assert "Ibu Rita" in words(out)
    assert desk.complaint(case.id).receipts == 1


def test_a_printer_that_was_stopped_prints_what_waited_once_it_is_started_again(
    qtbot: QtBot, window: MainWindow, desk: Desk, case: Registered, service: PrintService
) -> None:
    subprocess.run(["cupsdisable", "-r", "Out of paper", "Receipts"], check=True)
    print_from(window, qtbot, case, "Receipts")
    (paper,) = waiting_papers.waiting(desk.home)
    assert "is stopped (Out of paper)" in paper.why("en")
    assert desk.complaint(case.id).receipts == 0
    assert window.papers_waiting.isVisible()
    subprocess.run(["cupsenable", "Receipts"], check=True)
    window.workplace.printing.again.now("Receipts")
    qtbot.waitUntil(lambda: not waiting_papers.waiting(desk.home), timeout=30000)
    qtbot.waitUntil(lambda: desk.complaint(case.id).receipts == 1, timeout=30000)
    assert "Ibu Rita" in words(service.came_out())


def test_a_print_service_that_is_down_keeps_the_paper(
    qtbot: QtBot, window: MainWindow, desk: Desk, case: Registered, service: PrintService
) -> None:
    service.stop()
    print_from(window, qtbot, case, "Receipts")
    (paper,) = waiting_papers.waiting(desk.home)
    assert "not running" in paper.why("en")
