"""What is no complaint is taken in by keyboard and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.feedback import FeedbackDialog
from desk.gui.window import MainWindow
from tests.gui.desk_window import focus, main_window, press, write


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


def feedback(qtbot: QtBot, window: MainWindow) -> FeedbackDialog:
    dialog = FeedbackDialog(window.workplace, window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(dialog.text.hasFocus)
    return dialog


def rows(desk: Desk) -> list[tuple[object, ...]]:
    return list(desk.journal.store.run("SELECT kind, text, name, phone, channel FROM feedback"))


def test_a_suggestion_is_its_words_and_one_key(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog = feedback(qtbot, window)
    write("Buka lebih pagi")
    with qtbot.waitSignal(dialog.ended):
        press("Ctrl+Return")
    assert rows(desk) == [("suggestion", "Buka lebih pagi", "", "", "walk_in")]
    assert window.workplace.toast.accessibleName().startswith("Thank you")
    assert not dialog.isVisible()


@pytest.mark.parametrize(("key", "kind"), [("Alt+Q", "question"), ("Alt+P", "praise")])
def test_the_kind_is_one_key_and_who_may_be_told(
    qtbot: QtBot, window: MainWindow, desk: Desk, key: str, kind: str
) -> None:
    dialog = feedback(qtbot, window)
    press(key)
    assert focus() is dialog.text
    write("Ada E-Trifold")
    press("Tab")
    write("Ibu Rita")
    press("Tab")
    write("081234567801")
    assert dialog.phone.text() == "0812-3456-7801"
    press("Ctrl+Return")
    assert rows(desk) == [(kind, "Ada E-Trifold", "Ibu Rita", "+6281234567801", "walk_in")]


def test_a_fault_stands_at_its_field_and_what_was_typed_stays(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog = feedback(qtbot, window)
    press("Alt+N")
    write("Ibu Rita")
    press("Ctrl+Return")
    assert dialog.text_fault.isVisible()
    assert focus() is dialog.text
    assert dialog.name.text() == "Ibu Rita"
    assert rows(desk) == []
    write("Ramah")
    assert not dialog.text_fault.isVisible()


def test_enter_keeps_nothing_by_itself(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    dialog = feedback(qtbot, window)
    write("Satu")
    press("Return")
    write("dua")
    press("Alt+N", "Return")
    assert dialog.text.toPlainText() == "Satu\ndua"
    assert rows(desk) == []
    assert dialog.isVisible()


def test_esc_keeps_what_was_typed_for_the_next_time(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    feedback(qtbot, window)
    press("Alt+P")
    write("Pelayanan ra")
    press("Esc")
    again = feedback(qtbot, window)
    assert again.text.toPlainText() == "Pelayanan ra"
    assert again.praise.isChecked()
    assert rows(desk) == []


def test_the_language_changes_at_once(
    qtbot: QtBot, window: MainWindow, speak: Callable[[str], None]
) -> None:
    dialog = feedback(qtbot, window)
    speak("id")
    assert dialog.suggestion.text() == "&Saran"
