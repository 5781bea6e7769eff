"""The Case on the screen, used by three people in turn, with nothing but the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.gui.kit.widgets import ToneLabel
from desk.rules import acts
from desk.rules.people import Action
from tests.controllers.case_shop import Shop, open_shop
from tests.gui.case_window import Window, open_window
from tests.gui.counter_window import at, focus, press, write


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, shop: Shop, tmp_path: Path) -> Iterator[Window]:
    yield from open_window(qtbot, shop, tmp_path / "settings")


def test_a_case_goes_from_hand_over_to_the_customers_word_by_keyboard(
    window: Window, shop: Shop
) -> None:
    shop.register()
    window.look("Sari")
    assert at() == "main_button"
    press("Ctrl+Return")  # pass it on: to the one supervisor
    assert at() == "note"
    write("Tolong hari ini.")
    press("Ctrl+Return")
    assert window.toast() == "Handed over; it counts once it is accepted."
    window.look("Dedi")
    assert window.view.step.text() == "Accept what Sari hands over"
    press("Ctrl+Return")
    assert shop.complaint().holder == shop.people["Dedi"]
    press("Ctrl+Return")  # begin
    press("Ctrl+Return")  # call: what was said
    assert at() == "said"
    write("Kami periksa sore ini.")
    press("Ctrl+Return")
    press("F4")
    write("Boleh sampai besok siang.")
    press("Tab")
    write("+4")
    press("Ctrl+Return")
    assert window.view.findChild(ToneLabel, "refused").text().startswith("More time is never")
    assert at() == "agreed"
    press("Space")
    press("Ctrl+Return")
    assert shop.complaint().extensions == 1
    window.look("Anto")
    press("Ctrl+Return")
    write("Kabel terjepit.")
    press("Tab")
    write("Jalur salah")
    press("Tab")
    write("Kabel dipindah")
    press("Ctrl+Return")
    window.look("Dedi")
    press("Ctrl+Return")  # judge: the shop
    press("Space", "Ctrl+Return")
    press("Ctrl+Return", "Ctrl+Return")  # solve, with what the technician wrote
    assert shop.complaint().state == "solved"
    window.look("Sari")
    press("Ctrl+Return", "Ctrl+Return")  # confirm the judgement
    press("Ctrl+Return")
    assert window.heard == [("close", shop.case)]
    assert window.kinds() == [
        "passed_on",
        "accepted",
        "started",
        "contacted",
        "extended",
        "examined",
        "judged",
        "solved",
        "judgement_confirmed",
    ]
    assert shop.complaint().flag is True


def test_letters_and_function_keys_open_their_panel(window: Window, shop: Shop) -> None:
    shop.register()
    window.look("Dedi")
    for key, field in (("F2", "said"), ("F6", "text"), ("P", "what"), ("W", "why"), ("E", "field")):
        press(key)
        assert focus().objectName() == field or focus().parentWidget().objectName() == field
        press("Esc")
        assert at() == "main_button"
    press("F3", "B")
    assert [what for what, *_ in window.heard] == ["message", "brief"]
    press("Esc")
    assert window.heard[-1] == ("left",)


def test_a_letter_in_a_text_is_a_letter(window: Window, shop: Shop) -> None:
    shop.register()
    window.look("Dedi")
    press("F6")
    write("PWE bj")
    assert focus().toPlainText() == "PWE bj"  # type: ignore[attr-defined]
    assert window.view.panel.deed == "note"


def test_nobody_answered_is_one_key(window: Window, shop: Shop) -> None:
    shop.register()
    window.look("Dedi")
    press("F2", "Alt+N")
    window.qtbot.waitUntil(window.view.panel.no_answer.isChecked)  # Qt presses it for a moment
    press("Ctrl+Return")
    assert shop.complaint().timeline[-1].about("answered") == "false"
    assert "Dedi called Bapak Hari: no answer" in shown_words(window.view.story)


def test_a_fault_stands_at_its_field_and_nothing_typed_is_lost(window: Window, shop: Shop) -> None:
    shop.register()
    window.look("Dedi")
    press("F11")
    write("Kabel")
    press("Ctrl+Return")
    fault = window.view.findChild(ToneLabel, "remedy_fault")
    assert fault.text() == "What was done about it? Please write it down."
    assert at() == "remedy"
    write("Diganti")
    press("Ctrl+Return")
    assert shop.complaint().cause == "Kabel"


def test_what_delays_a_case_is_chosen_where_it_is_delayed(window: Window, shop: Shop) -> None:
    shop.register()
    window.look("Dedi")
    press("W")
    write("Kabel habis")
    press("Alt+L")
    assert at() == "roadblock"
    press("Down", "Down", "Down", "Ctrl+Return")
    assert shop.complaint().roadblocks == ("missing_material",)
    assert "What delays it: Missing material or tools" in shown_words(window.view.story)
    press("F6")
    write("Tinggal menunggu")
    press("Ctrl+Return")
    assert shop.complaint().timeline[-1].about("roadblock") == ""


def test_what_another_program_did_appears_and_typed_text_and_scroll_stay(
    window: Window, shop: Shop
) -> None:
    shop.rich()
    window.window.resize(1262, 430)
    window.look("Dedi")
    bar = window.view.story_area.verticalScrollBar()
    window.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    press("F6")
    write("Masih mengetik")
    bar.setValue(10)
    beside = Desk.open(shop.desk.home, shop.clock)
    beside.sign_in("Anto")
    beside.do(OnCase(complaint=shop.case, act=acts.Note(text="Suku cadang ada.")))
    beside.close()
    shop.desk.changed()
    assert any("Suku cadang ada." in each for each in shown_words(window.view.story))
    assert focus().toPlainText() == "Masih mengetik"  # type: ignore[attr-defined]
    assert bar.value() == 10


def shown_words(widget: QWidget) -> list[str]:
    """The words of all labels in sight."""
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_a_promise_is_ended_by_its_own_button(window: Window, shop: Shop) -> None:
    shop.rich()
    window.look("Dedi")
    buttons = [
        button
        for button in window.view.known.findChildren(QAbstractButton)
        if button.accessibleName() == "It was not kept" and button.isVisible()
    ]
    assert len(buttons) == 1
    buttons[0].click()
    assert at() == "why"
    write("Suku cadang belum datang")
    press("Ctrl+Return")
    assert [promise.state for promise in shop.complaint().promises] == ["broken"]


def test_a_list_is_chosen_from_where_a_correction_has_one(window: Window, shop: Shop) -> None:
    shop.register()
    window.look("Sari")
    press("E")
    field = focus()
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData("channel"))
    press("Tab")
    chosen = focus()
    assert isinstance(chosen, QComboBox)
    assert chosen.currentData() == "walk_in"
    chosen.setCurrentIndex(chosen.findData("phone"))
    press("Tab")
    write("Dia menelepon")
    press("Ctrl+Return")
    facts = shop.complaint().registered
    assert facts is not None
    assert facts.channel == "phone"


def test_files_are_dropped_and_pictures_pasted(window: Window, shop: Shop, tmp_path: Path) -> None:
    shop.register()
    window.look("Sari")
    file = tmp_path / "rem.txt"
    file.write_text("rem")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(mime)
    press("Ctrl+V")
    files = window.view.panel.files
    window.qtbot.waitUntil(lambda: len(files.value().splitlines()) == 1)
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    QGuiApplication.clipboard().setImage(picture)
    press("Ctrl+V")
    window.qtbot.waitUntil(lambda: len(files.value().splitlines()) == 2)
    press("Ctrl+Return")
    assert len(shop.complaint().files) == 2
    QGuiApplication.clipboard().clear()


def test_every_word_changes_with_the_language(
    window: Window, shop: Shop, speak: Callable[[str], None]
) -> None:
    shop.rich()
    window.look("Dedi")
    press("F4")
    write("Boleh")
    before = set(shown_words(window.view))
    speak("id")
    field = window.view.panel.findChild(QPlainTextEdit, "said")
    assert field.toPlainText() == "Boleh"
    after = set(shown_words(window.view))
    assert "Riwayat" in after
    assert not {words for words in before & after if words in {"Timeline", "Understood"}}


def test_every_input_and_button_has_a_name(window: Window, shop: Shop) -> None:
    shop.rich()
    window.look("Dedi")
    for deed in window.view.deeds.buttons.values():
        assert deed.isHidden() or deed.accessibleName()
    press("J")
    kinds = (QAbstractButton, QComboBox)
    nameless = [
        widget.objectName()
        for kind in kinds
        for widget in window.view.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
    assert [each.text() for each in window.view.panel.fault.findChildren(QRadioButton)] == [
        "The shop",
        "The product",
        "The customer",
        "Nobody",
    ]


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("size", [(1262, 712), (920, 644)])
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_frame_fits_the_screen(
    window: Window, shop: Shop, speak: Callable[[str], None], size: tuple[int, int], language: str
) -> None:
    shop.rich()
    speak(language)
    window.look("Dedi")
    for key in ("F4", "F8", "J", "E", "P"):
        press(key)
        window.window.resize(*size)
        assert window.view.minimumSizeHint().width() <= size[0]
        assert window.view.minimumSizeHint().height() <= size[1]
        press("Esc")
    for name, button in window.view.deeds.buttons.items():
        words = button.fontMetrics().horizontalAdvance(f"{button.text()}  {button.key}")
        assert button.isHidden() or words + 20 <= button.width(), name


def test_a_button_can_be_pressed_just_where_nothing_refuses_it(window: Window, shop: Shop) -> None:
    shop.handed_over()
    window.look("Sari")
    desk, case = shop.desk, shop.complaint()
    shown = {
        name: button.isEnabled()
        for name, button in window.view.deeds.buttons.items()
        if not button.isHidden() and name in {*map(str, Action)} - {"keep", "break"}
    }
    assert shown == {name: desk.can(Action(name), case) is None for name in shown}
    assert {*shown.values()} == {False, True}


def test_who_reads_further_up_is_left_there_and_who_is_at_the_end_stays_at_the_end(
    window: Window, shop: Shop
) -> None:
    shop.register()
    for number in range(25):
        shop.act("Sari", acts.Note(text=f"Catatan {number}"))
    window.look("Sari")
    bar = window.view.story_area.verticalScrollBar()
    window.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    shop.act("Sari", acts.Note(text="Yang terakhir"))
    window.qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    before = bar.maximum()
    bar.setValue(10)
    shop.act("Sari", acts.Note(text="Satu lagi"))
    window.qtbot.waitUntil(lambda: bar.maximum() > before)
    assert bar.value() == 10


def test_chosen_files_are_attached_and_their_folder_is_remembered(
    window: Window, shop: Shop, tmp_path: Path
) -> None:
    shop.register()
    window.look("Sari")
    press("F")
    folder = tmp_path / "foto"
    folder.mkdir()
    (folder / "rem.txt").write_text("Rem depan")
    window.view.panel.files.choose()
    (dialog,) = window.window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(folder / "rem.txt")])
    dialog.close()
    window.qtbot.waitUntil(lambda: "rem.txt" in window.view.panel.values()["files"])
    window.view.panel.files.choose()
    again = window.window.findChildren(QFileDialog)[-1]
    assert Path(again.directory().absolutePath()) == folder
    again.close()


def test_nothing_of_the_case_works_while_it_is_not_in_front(window: Window, shop: Shop) -> None:
    shop.register()
    window.look("Dedi")
    window.view.hide()
    assert not [action for action in window.view.actions() if action.isEnabled()]
    window.view.show()
    assert [action for action in window.view.actions() if action.isEnabled()]
