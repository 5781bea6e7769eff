"""The Exchange place of a branch by keyboard: what is owed, files for head office, the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.app.home import Home
from desk.gui.exchange.branch import BranchSide
from desk.gui.exchange.settings import Stick, on_stick, plugged_in
from desk.gui.exchange.view import ExchangeView
from desk.gui.window import MainWindow
from tests.app.at_work import Clock
from tests.gui.desk_window import focus, main_window, press
from tests.gui.exchange_keys import doubled_keys
from tests.gui.exchange_shops import befriend, complain, open_shop, send, take


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """The branch in Bekasi with one complaint."""
    made = open_shop(tmp_path, "1", "Hankam Bekasi", clock)
    complain(made)
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = open_shop(tmp_path, "9", "Pusat", clock)
    yield made
    made.close()


@pytest.fixture
def known(desk: Desk, office: Desk) -> Desk:
    """Both know each other's card."""
    befriend(desk, office)
    return desk


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        press("Alt+5")
        yield shown


def side(window: MainWindow) -> BranchSide:
    assert isinstance(window.exchange.side, BranchSide)
    return window.exchange.side


def drop(place: ExchangeView, *files: Path) -> None:
    """Lets files fall onto the page."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    place.dropEvent(event)


def write(window: MainWindow, qtbot: QtBot) -> None:
    """F9, until the file is whole."""
    before = side(window).sent.topLevelItemCount()
    press("F9")
    qtbot.waitUntil(lambda: side(window).sent.topLevelItemCount() > before, timeout=15000)
    qtbot.waitUntil(lambda: not window.exchange.writing.running, timeout=15000)


def facts(window: MainWindow) -> list[str]:
    place = side(window)
    labels = (place.fact_export, place.fact_way, place.fact_confirmed)
    return [label.text() for label in labels if label.isVisible()]


def test_without_head_offices_card_the_desk_says_so_and_keeps_everything(
    window: MainWindow,
) -> None:
    place = window.exchange
    assert place.standing.text() == "All complaints stay at this desk."
    assert "card is not known here yet" in place.receiver.text()
    assert not side(window).export_button.isEnabled()
    assert focus() is place.cards


def test_one_key_writes_reads_back_and_verifies_the_file(
    known: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    assert focus() is side(window).export_button
    write(window, qtbot)
    assert [file.suffix for file in known.home.outbox.iterdir()] == [".desk"]
    assert "Written, read back and verified" in window.workplace.toast.accessibleName()
    assert "on its way to head office" in window.exchange.standing.text()
    assert window.waiting.text() == "1 on the way"


def test_three_facts_follow_the_complaint_until_head_office_has_confirmed_it(
    known: Desk, office: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert facts(window)[0].startswith("In no file yet: 1 complaint, since today")
    assert "nothing yet" in facts(window)[1]
    write(window, qtbot)
    assert facts(window)[1].startswith("Written, not yet confirmed: 1 complaint")
    take(office, next(known.home.outbox.glob("*.desk")))
    drop(window.exchange, send(office, tmp_path / "back", known))
    qtbot.waitUntil(lambda: not window.exchange.incoming.running, timeout=15000)
    assert window.exchange.standing.text() == "Head office has everything."
    assert facts(window)[-1].startswith("Confirmed by head office: everything up to today")
    assert window.waiting.text() == "All exported"


def test_what_is_not_confirmed_for_too_long_is_said_unmistakably(
    known: Desk, window: MainWindow, qtbot: QtBot, clock: Clock
) -> None:
    write(window, qtbot)
    assert not window.exchange.overdue.isVisible()
    clock.turn(days=4)
    known.changed()
    assert "has not confirmed 1 complaint for 4 days" in window.exchange.overdue.text()
    assert window.exchange.overdue.isVisible()
    assert window.waiting.text() == "Not confirmed for 4 days"
    assert window.waiting.property("tone") == "late"


def test_a_file_without_personal_data_is_written_on_request(
    known: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    press("Alt+T")
    qtbot.waitUntil(lambda: bool(side(window).sent.topLevelItemCount()), timeout=15000)
    written = next(known.home.outbox.glob("*.desk")).read_bytes()
    assert b"Rita" not in written
    assert "1 complaint" in window.exchange.standing.text(), "it is still owed in full"


def test_a_workbook_is_written_beside_the_file_and_the_wish_is_remembered(
    known: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    press("Alt+B")
    qtbot.waitUntil(side(window).with_workbook.isChecked)
    press("F9")
    qtbot.waitUntil(lambda: not window.exchange.writing.running, timeout=15000)
    assert window.exchange.refusal.text() == ""
    (book,) = known.home.outbox.glob("*.xlsx")
    assert book.with_suffix(".desk").is_file()
    assert window.exchange.choices.workbook


def test_a_folder_that_is_gone_gets_one_sentence_and_nothing_is_made_there(
    known: Desk, window: MainWindow, tmp_path: Path
) -> None:
    gone = tmp_path / "stick"
    side(window).folder_row.use(str(gone))
    press("F9")
    assert "is not there" in window.exchange.refusal.text()
    assert not gone.exists()
    assert not window.exchange.progress.isVisible()


def test_a_stick_is_offered_when_it_comes_and_gone_when_it_goes(
    known: Desk, window: MainWindow
) -> None:
    place, sticks = side(window), window.exchange.sticks
    sticks.find = lambda: [Stick("KINGSTON", "/media/sari/KINGSTON")]
    sticks.look()
    assert place.sticks.isVisible()
    assert "KINGSTON" in place.stick_note.text()
    place.sticks.setFocus()
    press("Down")
    place.sticks.activated.emit(place.sticks.currentIndex())
    assert window.exchange.choices.folder == Path("/media/sari/KINGSTON")
    sticks.find = list
    sticks.look()
    assert not place.sticks.isVisible()
    assert "not plugged in" in place.stick_note.text()
    assert "/media/sari/KINGSTON" in place.folder.accessibleName(), "the folder is remembered"


def test_on_windows_only_what_can_be_pulled_out_is_a_stick() -> None:
    kinds = {"D:/": 3, "E:/": 2, "F:/": 1, "Z:/": 4, "C:/": 2}  # a disk, a stick, none, a network
    sticks = [root for root in kinds if on_stick(f"{root}keluhan", lambda root: kinds[root])]
    assert sticks == ["E:/", "F:/"]
    assert all(on_stick(stick.root) for stick in plugged_in())


def test_a_cancelled_export_leaves_nothing_behind_and_loses_nothing(
    known: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    press("F9")
    assert window.exchange.cancel.isVisible()
    press("Esc")
    qtbot.waitUntil(lambda: not window.exchange.writing.running, timeout=15000)
    told = window.workplace.toast.accessibleName()
    left = [file.name for file in known.home.outbox.iterdir()]
    assert ("Cancelled" in told and left == []) or ("verified" in told and len(left) == 1)
    assert window.exchange.standing.text().startswith("1 complaint")


def test_a_file_that_is_none_is_refused_in_words_and_stays_in_the_list(
    known: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    junk = tmp_path / "K9-junk.desk"
    junk.write_bytes(b"not a file of any desk")
    drop(window.exchange, junk)
    came = window.exchange.incoming.came
    qtbot.waitUntil(lambda: came.topLevelItemCount() == 1, timeout=15000)
    known.changed()
    item = came.topLevelItem(0)
    assert [item.text(0), item.text(1)] == ["Refused", "K9-junk.desk"]
    assert window.exchange.incoming.verdict.text()


def test_nothing_is_on_the_page_twice_by_the_same_key(
    known: Desk, window: MainWindow, speak: Callable[[str], None]
) -> None:
    for language in ("en", "id"):
        speak(language)
        assert doubled_keys(window) == {}, language


def test_the_page_fits_a_small_screen(
    known: Desk, window: MainWindow, qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    for language in ("en", "id"):
        speak(language)
        window.resize(1024, 700)
        qtbot.wait(50)
        assert window.width() <= 1024, language
        assert window.height() <= 700, language


def test_a_desk_without_complaints_says_what_will_stand_here(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock
) -> None:
    desk = open_shop(tmp_path, "2", "Tangerang", clock)
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        press("Alt+5")
        assert shown.exchange.standing.text() == "All complaints stay at this desk."
        assert shown.exchange.incoming.nothing_came.isVisible()
        assert side(shown).nothing_sent.isVisible()
    desk.close()


def test_home_is_where_files_go_when_nobody_chose(known: Desk, window: MainWindow) -> None:
    assert window.exchange.choices.folder == Home(known.home.folder).outbox
    assert timedelta(days=window.exchange.choices.days) == timedelta(days=3)
