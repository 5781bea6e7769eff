"""The closing by keyboard: the customer's word, the turned screen, thanks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff, OnCase, Register, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.closing import ClosingDialog
from desk.gui.window import MainWindow
from desk.rules.acts import Solve, Start
from desk.rules.chain import new_id
from desk.rules.intake import Intake
from tests.gui.desk_window import focus, main_window, press, write


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = set_up(Home(tmp_path / "desk"), SetUp(company="T", branch="1", branch_name="B"))
    made.do(AddStaff(name="Wati", roles=("cro",)))
    yield made
    made.close()


@pytest.fixture
def case(desk: Desk) -> str:
    """A case that Admin solved, so that Wati closes it."""
    intake = Intake(id=new_id(desk.now()), name="Bapak Hari", nota="1", what_happened="Rem")
    taken = desk.do(Register(intake=intake))
    assert isinstance(taken, Registered)
    desk.do(OnCase(complaint=taken.id, act=Start()))
    desk.do(OnCase(complaint=taken.id, act=Solve(cause="kabel", remedy="disetel ulang")))
    return taken.id


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, desk: Desk, case: str, tmp_path: Path
) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        next(one for one in shown.sign_in._buttons if one.accessibleName() == "Wati").setFocus()
        press("Space")
        yield shown


@pytest.fixture
def dialog(window: MainWindow, case: str, qtbot: QtBot) -> Iterator[ClosingDialog]:
    shown = ClosingDialog(window.workplace, case, window)
    shown.open()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()


def choose(button: object) -> None:
    """Presses a button by keyboard."""
    button.setFocus()  # type: ignore[attr-defined]
    press("Space")


def test_a_case_is_closed_with_the_customers_own_word_and_face(
    dialog: ClosingDialog, desk: Desk, case: str
) -> None:
    assert dialog.question.text() == "Bapak Hari, do you agree with how it was solved?"
    choose(dialog.agreed)
    press("Ctrl+Return", "5", "Ctrl+Return")
    closed = desk.complaint(case)
    assert (closed.state, closed.answer, closed.score) == ("closed", "agreed", 5)
    assert closed.entered_by == "customer"
    assert dialog.thanks.text() == "Thank you, Bapak Hari."


def test_a_low_face_asks_why_before_it_closes(dialog: ClosingDialog, desk: Desk, case: str) -> None:
    choose(dialog.partly)
    press("Ctrl+Return", "2")
    assert focus() is dialog.why
    press("Ctrl+Return")
    assert desk.complaint(case).state == "solved"
    assert "asks why" in dialog.why_fault.text()
    write("Lama")
    press("Ctrl+Return")
    assert desk.complaint(case).score == 2


def test_rather_not_is_an_answer(dialog: ClosingDialog, desk: Desk, case: str) -> None:
    choose(dialog.agreed)
    press("Ctrl+Return", "0", "Ctrl+Return")
    closed = desk.complaint(case)
    assert (closed.state, closed.score) == ("closed", None)


def test_not_agreed_is_never_closed_by_the_shop(
    dialog: ClosingDialog, desk: Desk, case: str
) -> None:
    choose(dialog.not_agreed)
    press("Ctrl+Return", "3", "Ctrl+Return")
    after = desk.complaint(case)
    assert (after.state, after.level) == ("in_handling", "cro")
    assert "stays open" in dialog.thanks_more.text()


def test_nothing_happens_before_the_customer_said_something(dialog: ClosingDialog) -> None:
    press("Ctrl+Return")
    assert "Choose one" in dialog.answer_fault.text()
    assert dialog.pages.currentWidget() is dialog.word_page
