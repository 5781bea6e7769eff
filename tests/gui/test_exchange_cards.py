"""Cards of desks by keyboard: compared before they count, replaced, revoked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.believing import own_card, trust_of
from desk.app.desk import Desk
from desk.app.doing import head_office
from desk.exchange.cards import write_card
from desk.gui.exchange.cards import CardsDialog
from desk.gui.window import MainWindow
from tests.app.at_work import Clock
from tests.gui.desk_window import focus, main_window, press, write
from tests.gui.exchange_shops import open_shop


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_shop(tmp_path, "1", "Hankam Bekasi", Clock())
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    made = open_shop(tmp_path / "old", "9", "Pusat", Clock())
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with main_window(qtbot, qapp, desk, tmp_path) as shown:
        press("Alt+5")
        yield shown


def card_of(desk: Desk, folder: Path) -> Path:
    """The card that another desk gave."""
    file = folder / f"{desk.journal.node}.deskcard"
    write_card(own_card(desk), file)
    return file


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> CardsDialog:
    press("F6")
    found = window.findChild(CardsDialog)
    assert found is not None
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_a_card_counts_only_after_all_six_groups_were_compared(
    dialog: CardsDialog, desk: Desk, office: Desk, tmp_path: Path
) -> None:
    dialog.controller.read(card_of(office, tmp_path))
    assert dialog.fingerprint.text() == own_card(office).fingerprint
    assert len(dialog.fingerprint.text().split()) == 6
    assert focus() is dialog.compared
    assert not dialog.accept_card.isEnabled()
    press("Space", "Tab", "Space")
    assert head_office(desk) is not None
    assert dialog.cards.topLevelItem(0).text(0).startswith("Pusat")


def test_a_card_that_differs_is_put_away_and_nothing_changes(
    dialog: CardsDialog, desk: Desk, office: Desk, tmp_path: Path
) -> None:
    dialog.controller.read(card_of(office, tmp_path))
    press("Tab", "Space")
    assert head_office(desk) is None
    assert "Not accepted; nothing was changed" in dialog.refusal.text()
    assert dialog.no_cards.isVisible()


def test_a_new_head_office_takes_the_place_of_the_old_one_only_when_told_so(
    dialog: CardsDialog, desk: Desk, office: Desk, tmp_path: Path
) -> None:
    desk.do(trust_of(own_card(office)))
    other = open_shop(tmp_path / "new", "9", "Pusat Baru", Clock())
    dialog.controller.read(card_of(other, tmp_path))
    assert dialog.replaces.count() == 2
    dialog.compared.setChecked(True)
    dialog.accept_card.setFocus()
    press("Space")
    assert "is head office for this desk" in dialog.refusal.text()
    dialog.replaces.setFocus()
    press("Down")
    dialog.accept_card.setFocus()
    press("Space")
    now = head_office(desk)
    assert now is not None
    assert now.name == "Pusat Baru"
    states = [dialog.cards.topLevelItem(at).text(2) for at in range(2)]
    assert sorted(states) == ["counts", "replaced by another"]
    other.close()


def test_a_card_is_revoked_in_two_steps_with_a_reason(
    dialog: CardsDialog, desk: Desk, office: Desk, qtbot: QtBot
) -> None:
    desk.do(trust_of(own_card(office)))
    dialog.controller.refresh()
    press("Alt+V")
    qtbot.waitUntil(dialog.revoke_card.isVisible)
    assert focus() is dialog.why
    write("laptop hilang")
    press("Tab")
    assert focus() is dialog.keep_card, "the safe one comes first"
    press("Tab", "Space")
    assert head_office(desk) is None
    assert dialog.cards.topLevelItem(0).text(2) == "revoked"
    assert not dialog.revoke.isEnabled()


def test_the_own_fingerprint_stands_there_to_be_read_aloud(
    dialog: CardsDialog, desk: Desk, tmp_path: Path
) -> None:
    assert dialog.own_fingerprint.text() == own_card(desk).fingerprint
    dialog.controller.write_own(tmp_path / "bekasi.deskcard")
    assert "bekasi.deskcard" in dialog.refusal.text()
    assert (tmp_path / "bekasi.deskcard").is_file()


def test_a_card_that_is_none_gets_one_sentence(dialog: CardsDialog, tmp_path: Path) -> None:
    junk = tmp_path / "junk.deskcard"
    junk.write_bytes(b"\x00\x01")
    dialog.controller.read(junk)
    assert "junk.deskcard" in dialog.refusal.text()
    assert not dialog.check_card.isVisible()
