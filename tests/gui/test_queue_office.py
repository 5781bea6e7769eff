"""The queue of head office by keyboard: all branches or one, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desk.app.commands import LimitToBranches
from desk.gui.kit.theme import Theme
from desk.rules.acts import PassOn
from tests.gui.office_company import Office, open_company
from tests.gui.queue_window import QueueWindow, focus, open_queue, press


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from open_company(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def queue(qtbot: QtBot, office: Office, settings: Path, theme: Theme) -> Iterator[QueueWindow]:
    with open_queue(qtbot, cast(Any, office), settings) as window:
        yield window


def column(queue: QueueWindow, at: int) -> list[str]:
    model = queue.view.table.model()
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def branches(queue: QueueWindow) -> list[str]:
    combo = queue.view.branch
    return [combo.itemText(at) for at in range(combo.count())]


def names(queue: QueueWindow) -> set[str]:
    return set(column(queue, 2))


def test_every_case_says_at_which_branch_it_is(queue: QueueWindow) -> None:
    table = queue.view.table
    assert not table.isColumnHidden(4)
    assert sorted(column(queue, 4)) == ["1 · Hankam", "1 · Hankam", "2 · Depok"]
    assert branches(queue) == ["All branches", "1 · Hankam", "2 · Depok", "9 · Pusat"]
    assert table.horizontalHeader().visualIndex(4) < table.horizontalHeader().visualIndex(3)


def test_one_branch_is_chosen_by_key_and_remembered(
    queue: QueueWindow, qtbot: QtBot, office: Office, settings: Path
) -> None:
    press("Ctrl+B")
    assert focus() is queue.view.branch
    press("Down", "Down")
    assert names(queue) == {"Ibu Rita"}
    assert queue.filters().startswith("[Open 1] | Mine 0")
    queue.window.hide()
    with open_queue(qtbot, cast(Any, office), settings) as again:
        assert again.view.branch.currentText() == "2 · Depok"
        assert names(again) == {"Ibu Rita"}


def test_a_search_within_a_branch_can_go_on_in_all(queue: QueueWindow) -> None:
    press("Ctrl+B", "Down", "Down")
    queue.find("hari")
    assert not queue.view.table.isVisible()
    press("Return", "Return")
    assert names(queue) == {"Bapak Hari"}
    press("Esc", "Esc")
    assert names(queue) == {"Ibu Rita"}


def test_a_branch_without_complaints_says_so_and_offers_all(queue: QueueWindow) -> None:
    press("Ctrl+B", "End")
    assert queue.view.list_pages.currentWidget() is queue.view.empty_page
    step = queue.view.empty.findChild(QPushButton)
    assert step is not None
    assert step.text() == "Show all branches"
    queue.view.focus_list()
    press("Return")
    assert len(names(queue)) == 3
    assert queue.view.branch.currentText() == "All branches"


def test_contradictions_have_a_filter_only_while_there_are_any(
    queue: QueueWindow, office: Office
) -> None:
    assert "Contradictions" not in queue.filters()
    office.contradict("Bapak Hari")
    assert "Contradictions 1" in queue.filters()
    press("Ctrl+0")
    assert names(queue) == {"Bapak Hari"}


def test_what_was_handed_over_is_marked_and_mine_at_the_branch(
    qtbot: QtBot, office: Office, settings: Path, theme: Theme
) -> None:
    office.company.act("9", office.ids["Kak Ayu"], PassOn(branch="2"))
    office.company.meet()
    office.code = "2"
    office.at_work("Dedi")
    with open_queue(qtbot, cast(Any, office), settings) as queue:
        press("Ctrl+7")
        assert names(queue) == {"Kak Ayu"}
        model = queue.view.table.model()
        assert "handed over" in str(model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole))
        assert branches(queue) == ["All branches", "1 · Hankam", "2 · Depok"]


def test_several_are_worked_on_at_once_across_branches(queue: QueueWindow) -> None:
    press("Ctrl+A", "Ctrl+C")
    assert queue.toast() == "3 numbers are copied."


def test_who_sees_one_branch_has_no_choice_and_is_told_about_the_others(
    queue: QueueWindow, office: Office
) -> None:
    hidden = office.complaint("Bapak Hari").number
    wulan = office.desk.actor
    assert wulan is not None
    office.desk.sign_in("Admin 9")
    office.desk.do(LimitToBranches(staff=wulan.id, branches=("2",)))
    office.at_work("Wulan")
    assert names(queue) == {"Ibu Rita"}
    assert queue.view.branch.isHidden()
    assert queue.view.table.isColumnHidden(4)
    queue.find(hidden)
    told = [label.text() for label in queue.view.empty.findChildren(QLabel)]
    assert any("belongs to branches that are not yours" in text for text in told)
    queue.view.scan(hidden)
    assert not queue.view.table.isVisible()


def test_when_somebody_else_comes_to_work_nothing_of_other_branches_stays_on_the_screen(
    queue: QueueWindow, office: Office
) -> None:
    wulan = office.desk.actor
    assert wulan is not None
    office.desk.sign_in("Admin 9")
    office.desk.do(LimitToBranches(staff=wulan.id, branches=("1",)))
    press("Ctrl+6")
    queue.find("rita")
    assert queue.case().startswith("K2")
    office.at_work("Wulan")
    assert not queue.view.table.isVisible()
    assert not queue.view.pane.isVisible()


def test_a_branch_with_its_own_cases_looks_as_ever(
    qtbot: QtBot, office: Office, settings: Path, theme: Theme
) -> None:
    office.code = "1"
    office.at_work("Tono")
    with open_queue(qtbot, cast(Any, office), settings) as queue:
        assert queue.view.branch.isHidden()
        assert queue.view.table.isColumnHidden(4)
        assert queue.filters().endswith("| Not printed 2 | All 2")


def test_the_filters_go_on_in_a_second_line_where_there_is_no_room(
    qtbot: QtBot,
    office: Office,
    settings: Path,
    theme: Theme,
    speak: Callable[[str], None],
) -> None:
    speak("id")
    with open_queue(qtbot, cast(Any, office), settings, width=900) as queue:
        parts = [queue.view.filter_open, queue.view.filter_all, queue.view.branch]
        assert parts[0].y() < parts[2].y()
        assert all(part.geometry().right() <= queue.view.filters.width() for part in parts)
        assert queue.view.branch.itemText(0) == "Semua cabang"
