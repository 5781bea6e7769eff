"""The Exchange place of head office by keyboard: branches, verdicts, contradictions, doubles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTreeWidget
from pytestqt.qtbot import QtBot

from desk.app import importing
from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.gui.exchange.office import OfficeSide
from desk.gui.window import MainWindow
from desk.rules import acts
from tests.app.at_work import Clock
from tests.gui.desk_window import focus, main_window, press
from tests.gui.exchange_keys import doubled_keys
from tests.gui.exchange_shops import befriend, complain, open_shop, send, take


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[dict[str, Desk]]:
    """Bekasi (1), Tangerang (2) and head office (9), who know each other's cards."""
    names = {"1": "Hankam Bekasi", "2": "Tangerang", "9": "Pusat"}
    made = {code: open_shop(tmp_path, code, name, clock) for code, name in names.items()}
    for code in ("1", "2"):
        befriend(made["9"], made[code])
    yield made
    for desk in made.values():
        desk.close()


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, desks: dict[str, Desk], tmp_path: Path
) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desks["9"], tmp_path) as shown:
        press("Alt+5")
        yield shown


def side(window: MainWindow) -> OfficeSide:
    assert isinstance(window.exchange.side, OfficeSide)
    return window.exchange.side


def rows(tree: QTreeWidget) -> list[list[str]]:
    """The list as it stands on the screen."""
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [[item.text(at) for at in range(tree.columnCount())] for item in items if item]


def read(window: MainWindow, qtbot: QtBot, *files: Path) -> None:
    """Files are dropped and read."""
    window.exchange.read([*files])
    qtbot.waitUntil(lambda: not window.exchange.incoming.running, timeout=20000)


def test_each_file_gets_its_verdict_in_words(
    window: MainWindow, desks: dict[str, Desk], tmp_path: Path, qtbot: QtBot, clock: Clock
) -> None:
    complain(desks["1"], nota="1")
    first = send(desks["1"], tmp_path / "a", desks["9"])
    read(window, qtbot, first)
    complain(desks["2"], nota="2")
    lost = send(desks["2"], tmp_path / "b", desks["9"])
    stranger = open_shop(tmp_path, "7", "Bogor", clock)
    befriend_one_way(stranger, desks["9"])
    complain(stranger, nota="3")
    unknown = send(stranger, tmp_path / "c", desks["9"])
    stranger.close()
    read(window, qtbot, first, lost, unknown)
    verdicts = {row[1]: row[0] for row in rows(window.exchange.incoming.came)}
    assert verdicts == {
        first.name: "Already known",
        lost.name: "Taken in",
        unknown.name: "Refused",
    }
    window.exchange.incoming.came.setCurrentItem(window.exchange.incoming.came.topLevelItem(0))
    assert "is not known here" in window.exchange.incoming.verdict.text()
    assert "3 files were read: 1 refused, 0 wait" in window.workplace.toast.accessibleName()


def befriend_one_way(one: Desk, other: Desk) -> None:
    """Only one accepts the other's card."""
    from desk.app.believing import own_card, trust_of

    one.do(trust_of(own_card(other)))


def test_the_branches_stand_there_with_their_last_file_and_what_they_have(
    window: MainWindow, desks: dict[str, Desk], tmp_path: Path, qtbot: QtBot
) -> None:
    complain(desks["1"])
    read(window, qtbot, send(desks["1"], tmp_path / "a", desks["9"]))
    press("Alt+H")
    shown = rows(side(window).branches)
    assert [row[0] for row in shown] == ["1 · Hankam Bekasi", "2 · Tangerang"]
    assert shown[0][1:] == [
        "nothing",
        "trusted",
        "written today 09.12, came today 09.12",
        "no file written yet",
    ]
    assert shown[1][1:4] == ["the first file", "trusted", "none yet"]
    assert "What came from 2 branches is all taken in." in window.exchange.standing.text()


def test_one_key_writes_the_file_for_a_branch_and_another_for_all(
    window: MainWindow, desks: dict[str, Desk], tmp_path: Path, qtbot: QtBot
) -> None:
    press("Alt+H")
    press("F9")
    outbox = desks["9"].home.outbox
    qtbot.waitUntil(lambda: len(list(outbox.glob("*.desk"))) == 1, timeout=15000)
    qtbot.waitUntil(lambda: not window.exchange.writing.running, timeout=15000)
    press("Shift+F9")
    qtbot.waitUntil(lambda: len(list(outbox.glob("*.desk"))) == 3, timeout=15000)
    qtbot.waitUntil(lambda: not window.exchange.writing.running, timeout=15000)
    assert "2 files" in window.workplace.toast.accessibleName()
    assert rows(side(window).branches)[0][4].startswith("not yet: file of today")


def test_a_contradiction_stands_in_its_list_and_enter_opens_the_case(
    window: MainWindow, desks: dict[str, Desk], tmp_path: Path, qtbot: QtBot, clock: Clock
) -> None:
    case = complain(desks["1"])
    take(desks["9"], send(desks["1"], tmp_path / "a", desks["9"]))
    clock.turn(minutes=1)
    withdraw = acts.Withdraw(why="keliru")
    desks["1"].do(OnCase(complaint=case.id, act=withdraw))
    desks["9"].do(OnCase(complaint=case.id, act=acts.Withdraw(why="ganda")))
    read(window, qtbot, send(desks["1"], tmp_path / "b", desks["9"]))
    if not desks["9"].complaint(case.id).conflicts:
        pytest.fail("two withdrawals that crossed are no contradiction")
    press("Alt+I")
    side(window).conflicts.setFocus()
    assert len(rows(side(window).conflicts)) == 1
    assert "contradicts itself" in window.exchange.standing.text()
    press("Return")
    assert window.stack.currentWidget() is window.case


def test_one_key_links_two_complaints_of_two_branches_that_are_one_matter(
    window: MainWindow, desks: dict[str, Desk], tmp_path: Path, qtbot: QtBot
) -> None:
    complain(desks["1"], nota="77")
    complain(desks["2"], nota="77", sold_branch="1")
    complain(desks["2"], name="Bapak Hari", nota="77")
    files = [send(desks[code], tmp_path / code, desks["9"]) for code in ("1", "2")]
    read(window, qtbot, *files)
    press("Alt+O")
    place = side(window)
    qtbot.waitUntil(lambda: len(rows(place.doubles)) == 1, timeout=15000)
    assert rows(place.doubles)[0][2] == "same nota and sale"
    press("F2")
    qtbot.waitUntil(lambda: rows(place.doubles) == [], timeout=15000)
    assert place.no_doubles.isVisible()
    linked = desks["9"].journal.store.run("SELECT link FROM link")
    assert {row[0] for row in linked} == {"same_matter"}


def test_a_new_head_office_says_how_to_begin(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock
) -> None:
    desk = open_shop(tmp_path, "9", "Pusat", clock)
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        press("Alt+5")
        place = side(shown)
        assert focus() is shown.exchange.incoming.read_files
        assert place.no_branches.isVisible()
        for key, words in (("Alt+I", place.no_conflicts), ("Alt+O", place.no_doubles)):
            press(key)
            assert words.isVisible()
        assert not place.write_all.isEnabled()
    desk.close()


def test_reading_can_be_stopped_and_the_rest_is_named(
    window: MainWindow, desks: dict[str, Desk], tmp_path: Path, qtbot: QtBot
) -> None:
    complain(desks["1"])
    file = send(desks["1"], tmp_path / "a", desks["9"])
    window.exchange.read([file])
    assert window.exchange.cancel.isVisible()
    press("Esc")
    assert not window.exchange.incoming.running
    assert rows(window.exchange.incoming.came)[0][:2] == ["Not read yet", file.name]
    read(window, qtbot, file)
    assert rows(window.exchange.incoming.came)[0][0] in ("Taken in", "Already known")
    assert len(rows(window.exchange.incoming.came)) == 1


def test_what_was_interrupted_goes_on_when_somebody_signs_in(
    qtbot: QtBot, qapp: QApplication, desks: dict[str, Desk], tmp_path: Path
) -> None:
    complain(desks["1"])
    file = send(desks["1"], tmp_path / "a", desks["9"])
    steps = importing.import_file(desks["9"], file)
    while not list(desks["9"].home.inbox.glob("*.desk")):
        next(steps)
    steps.close()  # as if the program had been killed
    with main_window(qtbot, qapp, desks["9"], tmp_path) as shown:
        came = shown.exchange.incoming.came
        qtbot.waitUntil(lambda: came.topLevelItemCount() == 1, timeout=15000)
        assert rows(came)[0][0] == "Taken in"
        qtbot.waitUntil(lambda: not shown.exchange.incoming.running)


def test_no_key_is_given_twice_and_the_page_fits_a_small_screen(
    window: MainWindow, desks: dict[str, Desk], qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    for language in ("en", "id"):
        speak(language)
        for page in range(side(window).tabs.count()):
            side(window).tabs.setCurrentIndex(page)
            assert doubled_keys(window) == {}, (language, page)
        window.resize(1024, 700)
        qtbot.wait(50)
        assert (window.width(), window.height()) <= (1024, 700), language
