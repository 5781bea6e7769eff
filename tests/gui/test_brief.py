"""The hand-over brief in its window, by keyboard: one screen, both languages, copied as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from desk.gui.brief import BriefDialog
from desk.gui.kit.theme import Theme
from desk.rules import acts
from tests.controllers.day_shop import DayShop, day_shop
from tests.gui.desk_window import main_window, press

Speak = Callable[[str], None]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[DayShop]:
    with day_shop(tmp_path) as opened:
        yield opened


@pytest.fixture
def open_brief(
    qtbot: QtBot, qapp: QApplication, shop: DayShop, tmp_path: Path
) -> Iterator[Callable[[str], BriefDialog]]:
    """Opens the brief of a case before the main window, for Citra."""
    shop.desk.sign_in("Citra")
    with main_window(qtbot, qapp, shop.desk, tmp_path) as window:

        def open_now(case: str) -> BriefDialog:
            shop.desk.sign_in("Citra")
            dialog = BriefDialog(window.workplace, case, window)
            dialog.open()
            qtbot.waitUntil(dialog.isActiveWindow)
            return dialog

        yield open_now


def test_the_next_step_and_its_moment_are_the_biggest_sentences(
    open_brief: Callable[[str], BriefDialog], shop: DayShop, theme: Theme
) -> None:
    dialog = open_brief(shop.long_case())
    assert "“Kabar stem dari gudang”" in dialog.step.text()
    assert dialog.before.text() == "By today 15.00: in 1 hour"
    sizes = {label: label.font().pointSizeF() for label in dialog.findChildren(QLabel)}
    del sizes[dialog.step]
    assert dialog.step.fontInfo().pixelSize() > dialog.before.fontInfo().pixelSize()
    assert dialog.before.fontInfo().pixelSize() == max(
        label.fontInfo().pixelSize() for label in sizes
    )


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_case_with_15_entries_and_more_fits_a_small_screen_without_scrolling(
    open_brief: Callable[[str], BriefDialog],
    shop: DayShop,
    theme: Theme,
    speak: Speak,
    language: str,
) -> None:
    case = shop.long_case()
    for at in range(3):
        by = f"2026-06-20T1{at}:30:00+07:00"
        shop.act("Dewi", case, acts.MakePromise(promise=f"q{at}", what="Kabar " * 12, by=by))
        shop.act("Dewi", case, acts.Contact(said="Masih menunggu. " * 20), minutes=1)
    dialog = open_brief(case)
    speak(language)
    dialog.adjustSize()
    assert dialog.findChildren(QScrollArea) == []
    assert dialog.minimumSizeHint().height() <= 700
    assert dialog.height() <= 720
    assert dialog.width() <= 1366


def test_ctrl_c_copies_it_as_text_and_escape_leaves(
    open_brief: Callable[[str], BriefDialog], shop: DayShop, qtbot: QtBot
) -> None:
    dialog = open_brief(shop.long_case())
    press("Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("K1 2026-06-19 0002345 · as of Friday 19 June 2026, 13.")
    assert "12.48 · Dedi wrote a note" in copied
    assert dialog.copied.text() == "The brief was copied."
    with qtbot.waitSignal(dialog.finished):
        press("Esc")


def test_another_language_is_spoken_at_once(
    open_brief: Callable[[str], BriefDialog], shop: DayShop, speak: Speak
) -> None:
    dialog = open_brief(shop.long_case())
    before = dialog.badges.findChildren(object)
    english = dialog.before.text()
    speak("id")
    assert "15.00" in dialog.before.text()
    speak("en")
    assert dialog.before.text() == english
    assert dialog.badges.findChildren(object) == before


def test_markup_in_what_a_customer_said_stays_text(
    open_brief: Callable[[str], BriefDialog], shop: DayShop
) -> None:
    case = shop.take_in("<b>Hari</b>", "1234", what_happened="<img src='file:///etc/passwd'>")
    dialog = open_brief(case)
    words = [label.text() for label in dialog.what.findChildren(QLabel)]
    assert any("<img" in each.replace("\u200b", "") for each in words)
    assert "<b>Hari</b>" in dialog.step.text()
