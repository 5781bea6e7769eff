"""A shop with receipts to print, for tests of printing from the window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.app import waiting_papers
from desk.app.commands import Register, Registered
from desk.app.desk import Desk
from desk.app.papers import receipt_of
from desk.gui.window import MainWindow
from desk.paper.receipt import receipt_pdf
from desk.rules.chain import new_id
from desk.rules.intake import Intake


def take_in(desk: Desk, nota: str = "1234") -> Registered:
    intake = Intake(id=new_id(desk.now()), name="Bapak Hari", nota=nota, what_happened="Rem berat")
    taken = desk.do(Register(intake=intake))
    assert isinstance(taken, Registered)
    return taken


def use(window: MainWindow, printer: str) -> None:
    window.workplace.settings.setValue("paper/printer", printer)


def paper_is_out(qtbot: QtBot, window: MainWindow) -> None:
    jobs = window.workplace.jobs
    qtbot.waitUntil(lambda: not jobs._under_way, timeout=30000)


def told(window: MainWindow) -> str:
    return window.workplace.toast.accessibleName()


def waiting(desk: Desk) -> list[str]:
    return [paper.title for paper in waiting_papers.waiting(desk.home)]


def printed_by(desk: Desk, case: str) -> list[str]:
    return [
        desk.name_of(entry.actor)
        for entry in desk.complaint(case).timeline
        if entry.kind == "receipt.printed"
    ]


def receipt_pdf_of(desk: Desk, case: str) -> bytes:
    receipt = receipt_of(desk, desk.complaint(case))
    return receipt_pdf(receipt, paper="roll80", language="en")
