"""The Exchange place by keyboard: a file for head office, with and without its card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.cards import own_card
from desk.app.commands import Register
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.exchange.cards import write_card
from desk.gui.window import MainWindow
from desk.rules.ids import new_id
from desk.rules.intake import Intake
from tests.gui.desk_window import focus, main_window, press


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam Bekasi", admin="Sari")
    made = set_up(Home(tmp_path / "desk"), wanted)
    intake = Intake(id=new_id(made.now()), name="Ibu Rita", nota="7", what_happened="Stang turun")
    made.do(Register(intake=intake))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        press("Alt+5")
        yield shown


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """The card that head office gave to the branch."""
    wanted = SetUp(
        company="Toko Sepeda", branch="9", branch_name="Pusat", head_office=True, admin="Bos"
    )
    office = set_up(Home(tmp_path / "office"), wanted)
    file = tmp_path / "pusat.deskcard"
    write_card(own_card(office), file)
    office.close()
    return file


def trust(window: MainWindow, card: Path) -> None:
    window.exchange._controller.read_card(card)
    assert window.exchange.check_card.isVisible()
    window.exchange.accept_card.setFocus()
    press("Space")


def test_without_head_offices_card_the_desk_says_so_and_keeps_everything(
    window: MainWindow,
) -> None:
    place = window.exchange
    assert place.standing.text().startswith("1 complaint is not yet at head office, since today")
    assert "card is not known here yet" in place.receiver.text()
    assert not place.export_button.isEnabled()
    assert focus() is place.read_card


def test_a_card_is_accepted_only_after_its_fingerprint_was_shown(
    window: MainWindow, desk: Desk, card: Path
) -> None:
    window.exchange._controller.read_card(card)
    assert len(window.exchange.fingerprint.text().split()) == 6
    assert focus() is window.exchange.refuse_card
    press("Space")
    assert not window.exchange.export_button.isEnabled()
    trust(window, card)
    assert window.exchange.export_button.isEnabled()


def test_one_key_writes_reads_back_and_verifies_the_file(
    window: MainWindow, desk: Desk, card: Path, qtbot: QtBot
) -> None:
    trust(window, card)
    press("F9")
    qtbot.waitUntil(lambda: bool(window.exchange.sent.topLevelItemCount()), timeout=15000)
    assert [file.suffix for file in desk.home.outbox.iterdir()] == [".desk"]
    assert "Everything is exported" in window.exchange.standing.text()
    assert "Written, read back and verified" in window.workplace.toast.accessibleName()
    assert window.waiting.text() == "All exported"


def test_a_file_without_personal_data_is_written_on_request(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.exchange.without_personal.setFocus()
    press("Space")
    qtbot.waitUntil(lambda: bool(window.exchange.sent.topLevelItemCount()), timeout=15000)
    written = next(desk.home.outbox.glob("*.desk")).read_bytes()
    assert b"Rita" not in written
    assert "1 complaint" in window.exchange.standing.text(), "it is still owed in full"


def test_a_card_that_is_none_gets_one_sentence(window: MainWindow, tmp_path: Path) -> None:
    junk = tmp_path / "junk.deskcard"
    junk.write_bytes(b"\x00\x01")
    window.exchange._controller.read_card(junk)
    assert "junk.deskcard" in window.exchange.refusal.text()


def test_a_folder_that_cannot_be_used_gets_one_sentence(
    window: MainWindow, card: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    trust(window, card)
    (tmp_path / "file").write_text("in the way")
    window.exchange._use_folder(str(tmp_path / "file" / "inside"))
    press("F9")
    qtbot.waitUntil(lambda: bool(window.exchange.refusal.text()))
    assert "cannot be made" in window.exchange.refusal.text()
