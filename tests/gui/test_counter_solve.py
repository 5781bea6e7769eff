"""“Solve now” and the solved cases at the side, by keyboard, with the customer waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff, ChangeRoles, InOneSitting
from desk.app.desk import Desk
from desk.gui.kit.widgets import ToneLabel
from desk.journal import queue
from desk.rules.acts import Solve, Start
from desk.rules.chain import new_id
from desk.rules.complaint import Complaint
from desk.rules.intake import Intake
from tests.gui.counter_window import Counter, at, new_desk, open_counter, press, write


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from new_desk(tmp_path)


@pytest.fixture
def counter(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Counter]:
    yield from open_counter(qtbot, desk, tmp_path / "settings")


def fill_in() -> None:
    """What is needed of the form."""
    press("Alt+N")
    write("Bapak Hari")
    press("Tab")
    write("1234")
    press("Alt+L")
    write("Ngerem berat dan ada bunyi")


def solve(desk: Desk, *, nota: str = "77") -> str:
    """A case like that, solved before; its number."""
    intake = Intake(
        id=new_id(desk.now()), name="Ibu Rita", nota=nota, what_happened="Rem berat dan bunyi"
    )
    acts = (Start(), Solve(cause="Kabel salah jalur", remedy="Kabel dipindah"))
    return desk.do(InOneSitting(intake=intake, acts=acts)).number  # type: ignore[attr-defined]


def only(desk: Desk) -> Complaint:
    (row,) = desk.queue(queue.Wanted(find="1234"))
    return desk.complaint(row.id)


def fault_at(counter: Counter, name: str) -> str:
    label = counter.view.findChild(ToneLabel, f"{name}_fault")
    return label.text() if label.isVisible() else ""


def test_a_complaint_is_solved_and_closed_by_keyboard_in_one_sitting(counter: Counter) -> None:
    fill_in()
    press("F10")
    assert at() == "cause"
    write("Kabel salah jalur")
    press("Tab")
    write("Kabel dipindah")
    press("Tab")
    write("1")
    press("Tab")
    write("5")
    press("Ctrl+Return")
    complaint = only(counter.desk)
    assert (complaint.state, complaint.answer, complaint.score) == ("closed", "agreed", 5)
    assert counter.view.number_tail.text() == "0001234"
    assert counter.view.number_tail.isVisible()
    assert counter.view.undo.isHidden()
    assert at() == "phone"
    counter.wait_for_paper()
    assert len(list((counter.desk.home.folder / "papers").iterdir())) == 1
    write("0")
    assert counter.view.form_page.isVisible()
    assert counter.view.solution.cause.toPlainText() == ""


def test_a_low_score_asks_why_at_once_and_zero_is_rather_not(counter: Counter) -> None:
    press("F10")
    panel = counter.view.solution
    panel.score.setFocus()
    write("2")
    assert panel.why.isVisible()
    write("0")
    assert (panel.score.chosen, panel.why.isVisible()) == ("declined", False)


def test_faults_of_the_panel_stand_there_and_faults_of_the_form_bring_it_back(
    counter: Counter,
) -> None:
    fill_in()
    press("F10", "Ctrl+Return")
    assert fault_at(counter, "cause").startswith("What was the cause?")
    assert fault_at(counter, "score").startswith("How satisfied are they?")
    assert at() == "cause"
    write("Kabel")
    assert fault_at(counter, "cause") == ""
    counter.view.what_happened.clear()
    press("Ctrl+Return")
    assert counter.view.form_page.isVisible()
    assert at() == "what_happened"
    press("F10")
    assert counter.view.solution.cause.toPlainText() == "Kabel"


def test_escape_goes_back_to_the_form_and_f10_returns_with_everything(counter: Counter) -> None:
    fill_in()
    press("F10")
    write("Kabel")
    press("Esc")
    assert (counter.view.form_page.isVisible(), at()) == (True, "understood")
    assert counter.view.what_happened.toPlainText() == "Ngerem berat dan ada bunyi"
    press("F10")
    assert counter.view.solution.cause.toPlainText() == "Kabel"


def test_the_button_says_why_a_clerk_only_hands_over(
    counter: Counter, desk: Desk, speak: Callable[[str], None]
) -> None:
    assert counter.view.solve.text() == "Solve now"
    desk.do(AddStaff(name="Dedi", roles=("supervisor", "admin")))
    assert desk.actor is not None
    desk.do(ChangeRoles(staff=desk.actor.id, roles=("staff",)))
    counter.view.refresh()
    assert counter.view.solve.text() == "Hand over now"
    assert counter.view.solve.accessibleDescription().startswith("Another role calls it solved")
    fill_in()
    press("F10")
    panel = counter.view.solution
    assert panel.reason.isVisible()
    assert (panel.word_group.isVisible(), panel.to.currentText()) == (False, "Dedi")
    speak("id")
    assert panel.solve_title.text() == "Serahkan sekarang, dengan yang terlihat di konter"
    press("Ctrl+Return")
    assert desk.name_of(only(desk).offered_to) == "Dedi"


def test_solved_cases_appear_while_one_types_and_nothing_takes_the_keys(
    counter: Counter, desk: Desk, qtbot: QtBot
) -> None:
    solve(desk)
    fill_in()
    qtbot.waitUntil(lambda: bool(counter.view.similar.cases))
    assert counter.view.similar.isVisible()
    assert at() == "what_happened"
    write(" terus")
    assert counter.view.what_happened.toPlainText().endswith("bunyi terus")


def test_a_solved_case_is_opened_copied_and_left_by_keyboard(
    counter: Counter, desk: Desk, qtbot: QtBot
) -> None:
    number = solve(desk)
    fill_in()
    qtbot.waitUntil(lambda: bool(counter.view.similar.cases))
    press("F11")
    assert at() == "similar_list"
    press("Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    assert "Helped: Kabel dipindah" in copied
    assert "Rita" not in copied
    press("Esc")
    assert at() == "what_happened"
    press("F11")
    with qtbot.waitSignal(counter.view.open_case) as asked:
        press("Return")
    assert asked.args == [number]


def test_what_helped_is_one_key_away_in_the_panel(
    counter: Counter, desk: Desk, qtbot: QtBot
) -> None:
    solve(desk)
    fill_in()
    qtbot.waitUntil(lambda: bool(counter.view.similar.cases))
    press("F10", "F11", "Return")
    assert counter.view.solution.cause.toPlainText() == "Kabel salah jalur"
    assert counter.view.solution.remedy.toPlainText() == "Kabel dipindah"


def test_in_a_small_window_a_line_in_the_form_stands_for_the_side(
    counter: Counter, desk: Desk, qtbot: QtBot
) -> None:
    solve(desk)
    counter.window.resize(920, 600)
    fill_in()
    qtbot.waitUntil(counter.view.similar_hint.isVisible)
    assert counter.view.similar_hint.text() == "1 like this was solved"
    press("F11")
    assert counter.titles() == ["Rem berat dan bunyi"]
    press("Esc")
    press("F10", "F11", "Return")
    assert counter.view.solution.remedy.toPlainText() == "Kabel dipindah"


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_panel_fits_a_small_window(
    counter: Counter, qtbot: QtBot, language: str, speak: Callable[[str], None]
) -> None:
    speak(language)
    counter.window.resize(856, 500)
    fill_in()
    press("F10")
    panel = counter.view.solution
    area = panel.solve_scroll
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    corner = panel.solve_save.mapTo(panel, panel.solve_save.rect().bottomRight())
    assert panel.rect().contains(corner)
