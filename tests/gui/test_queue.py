"""The queue used by keyboard alone: read, filter, search, note, withdraw, print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from desk.app.commands import AddStaff, OnCase
from desk.app.desk import Desk
from desk.app.home import Home
from desk.gui.kit.theme import Theme
from desk.gui.kit.widgets import Badge, ToneLabel
from desk.rules.acts import MakePromise, Note, Withdraw
from desk.rules.chain import new_id
from tests.controllers.queue_shop import Shop, open_shop
from tests.gui.queue_window import QueueWindow, focus, open_queue, press, write

RITA = "tomorrow 07.00, Received | K1 2026-06-20 0002345, Safety, not printed | Ibu Rita"
HARI = "2 hours late, Received | K1 2026-06-19 0001234, not printed | Bapak Hari, 0812••••801"
WULAN = "today 11.00, Received | K1 2026-06-19 0003456 | Kak Wulan, 0857••••222"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def queue(qtbot: QtBot, shop: Shop, settings: Path, theme: Theme) -> Iterator[QueueWindow]:
    shop.four()
    with open_queue(qtbot, shop, settings) as window:
        yield window


def test_opening_shows_what_burns_first_ready_to_be_read(queue: QueueWindow) -> None:
    assert queue.drawn() == f"> {RITA}\n  {HARI}\n  {WULAN}"
    assert queue.filters() == (
        "[Open 3] | Mine 3 | Late 1 | Due today 1 | Waiting 0 | To be closed 0 | "
        "Safety 1 | Not printed 2 | All 4"
    )
    assert queue.case() == "K1 2026-06-20 0002345: Begin: write to Ibu Rita before tomorrow 07.00"
    assert focus() is queue.view.table


def test_every_cell_of_a_row_is_painted_with_its_words(queue: QueueWindow) -> None:
    """Of two rows the one with other words has another picture, in each column."""
    table = queue.view.table
    pictures = []
    for row in (1, 2):  # neither is chosen
        cells = [table.visualRect(table.model().index(row, at)) for at in range(4)]
        pictures.append([table.viewport().grab(cell).toImage() for cell in cells])
    assert [one == other for one, other in zip(*pictures, strict=True)] == [False] * 4


def test_arrows_read_one_case_after_the_other(queue: QueueWindow) -> None:
    press("Down")
    assert queue.case() == "K1 2026-06-19 0001234: 2 hours late: call Bapak Hari now"
    press("End")
    assert queue.case() == "K1 2026-06-19 0003456: Begin: call Kak Wulan before today 11.00"
    press("Home")
    assert queue.drawn().startswith("> tomorrow")


def test_enter_goes_into_the_case_and_esc_back_to_the_list(queue: QueueWindow) -> None:
    press("Return")
    assert focus() is queue.view.pane.body
    press("Esc")
    assert focus() is queue.view.table


def test_typing_a_name_or_a_nota_goes_to_it(queue: QueueWindow) -> None:
    write("wul")
    assert f"> {WULAN}" in queue.drawn()
    queue.view.table._since.invalidate()  # the pause between two words
    write("1234")
    assert f"> {HARI}" in queue.drawn()


def test_the_filters_have_keys_and_are_remembered(
    queue: QueueWindow, qtbot: QtBot, shop: Shop, settings: Path
) -> None:
    press("Ctrl+2")
    assert queue.filters().startswith("Open 3 | Mine 3 | [Late 1] |")
    assert queue.drawn() == f"> {HARI}"
    queue.view.table.use_widths([200, 210, 120])
    queue.window.hide()
    with open_queue(qtbot, shop, settings) as again:
        assert again.filters().startswith("Open 3 | Mine 3 | [Late 1] |")
        assert again.view.table.widths() == [200, 210, 120]


def test_the_search_narrows_and_enter_opens_the_only_hit(queue: QueueWindow) -> None:
    queue.find("rita")
    assert queue.drawn() == f"> {RITA}"
    assert queue.view.search_found.text() == "1 found in “Open” for “rita”"
    press("Return")
    assert focus() is queue.view.pane.body
    press("Esc")
    press("Esc")
    assert queue.search.text() == ""
    assert len(queue.drawn().splitlines()) == 3


def test_without_hits_enter_looks_in_all_and_esc_clears(queue: QueueWindow) -> None:
    queue.find("joko")
    assert not queue.view.pane.isVisible()
    press("Return")
    assert isinstance(focus(), QAbstractButton)
    press("Return")
    assert "Withdrawn, today 05.00 | K1 2026-06-20 0004567" in queue.drawn()
    press("Esc")
    press("Esc")
    assert queue.filters().startswith("[Open 3]")


def test_an_unknown_scan_says_so_in_one_sentence(queue: QueueWindow) -> None:
    queue.view.scan("4006381333931")
    assert queue.view.list_pages.currentWidget() is queue.view.empty_page
    press("Esc")
    assert focus() is queue.view.table


def test_a_note_is_typed_and_saved_with_two_keys(queue: QueueWindow) -> None:
    press("Down", "F6")
    write("Tidak diangkat.")
    press("Return")
    write("Coba lagi sore.")
    press("Ctrl+Return")
    queue_text = queue.shop.desk.complaint(queue.shop.ids["Bapak Hari"]).timeline[-1].text
    assert queue_text == "Tidak diangkat.\nCoba lagi sore."
    assert queue.toast() == "K1 2026-06-19 0001234: Note written."
    assert focus() is queue.view.table
    assert not queue.view.pane.note_drawer.isVisible()


def test_esc_puts_a_note_away_and_loses_nothing(queue: QueueWindow) -> None:
    pane = queue.view.pane
    press("F6")
    write("Belum sel")
    press("Esc", "Down")
    assert not pane.note_drawer.isVisible()
    press("Up")
    assert pane.note_drawer.isVisible()
    assert focus() is queue.view.table
    assert pane.note_button.text() == "Go on with the note   F6"
    press("F6")
    assert focus() is pane.text
    assert pane.text.toPlainText() == "Belum sel"


def test_a_note_is_on_the_disk_a_second_after_it_was_typed(
    queue: QueueWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press("F6")
    write("Belum sel")
    qtbot.waitUntil(lambda: not queue.view.pane._typing.isActive(), timeout=5000)
    other = Desk.open(Home(queue.shop.desk.home.folder))
    kept = other.journal.store.run("SELECT data FROM draft")
    other.close()
    assert kept == [('{"text": "Belum sel"}',)]


def test_a_complaint_is_withdrawn_with_a_reason_only(queue: QueueWindow) -> None:
    pane = queue.view.pane
    press("Down", "F12", "Ctrl+Return")
    assert pane.findChild(ToneLabel, "why_fault").text().startswith("Why?")
    assert focus() is pane.why
    write("Sudah puas.")
    assert not pane.findChild(ToneLabel, "why_fault").isVisible()
    press("Ctrl+Return")
    assert queue.filters().startswith("[Open 2] | Mine 2 | Late 0")
    assert queue.drawn() == f"  {RITA}\n> {WULAN}"
    assert queue.case().startswith("K1 2026-06-19 0003456")
    assert queue.toast() == "K1 2026-06-19 0001234: Withdrawn."
    press("Ctrl+6", "End")
    assert queue.view.pane.withdraw_button.isEnabled() is False
    assert "is not open any more" in queue.view.pane.withdraw_button.toolTip()


def test_withdrawing_the_last_one_leaves_a_kind_word(queue: QueueWindow) -> None:
    press("Ctrl+2", "F12")
    write("Sudah puas.")
    press("Ctrl+Return")
    assert queue.view.list_pages.currentWidget() is queue.view.empty_page
    assert isinstance(focus(), QAbstractButton)


def test_f9_prints_and_the_next_one_is_a_copy(queue: QueueWindow) -> None:
    press("Down")
    assert queue.view.pane.print_button.text() == "Print receipt   F9"
    press("F9")
    queue.wait_for_paper("Bapak Hari", 1)
    assert queue.view.pane.print_button.text() == "Print copy 2   F9"
    assert f"> {HARI.replace(', not printed', '')}" in queue.drawn()
    assert queue.filters().endswith("Not printed 1 | All 4")
    press("F9")
    queue.wait_for_paper("Bapak Hari", 2)


def test_several_are_chosen_printed_and_copied(queue: QueueWindow) -> None:
    press("Shift+Down", "F7")
    assert QGuiApplication.clipboard().text() == "K1202606200002345\nK1202606190001234"
    press("F9")
    queue.wait_for_paper("Ibu Rita", 1)
    queue.wait_for_paper("Bapak Hari", 1)
    assert queue.drawn().count(">") == 2
    press("Esc")
    assert queue.drawn().count(">") == 1


def test_many_papers_take_a_second_yes_and_the_safe_button_is_ready(queue: QueueWindow) -> None:
    for at in range(5):
        queue.shop.register(f"Ibu {at}")
    press("Ctrl+A", "F9")
    assert focus() is queue.view.pane.print_none
    press("Return")
    assert not queue.view.pane.print_drawer.isVisible()
    press("F9", "Ctrl+Return")
    queue.wait_for_paper("Ibu 4", 1)


def test_ctrl_c_copies_the_number(queue: QueueWindow) -> None:
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "K1202606200002345"
    assert queue.toast() == "Copied: K1202606200002345."


def test_the_phone_number_is_copied_from_what_is_read(queue: QueueWindow) -> None:
    press("Down")
    queue.view.pane.known.copy_button.setFocus()
    press("Space")
    assert QGuiApplication.clipboard().text() == "0812-3456-7801"
    assert queue.toast() == "Copied: 0812-3456-7801."


def test_a_promise_is_read_beside_the_queue_and_ended_only_in_the_case(queue: QueueWindow) -> None:
    case, by = queue.shop.ids["Bapak Hari"], queue.shop.clock() + timedelta(hours=2)
    promise = MakePromise(promise=new_id(by), what="Telepon sore", by=by.isoformat())
    queue.shop.desk.do(OnCase(complaint=case, act=promise))
    press("Down")
    (row,) = queue.view.pane.known._promises
    told = [label.text() for label in row.findChildren(ToneLabel)]
    assert told == ["Telepon sore: Sari, before today 12.00"]
    assert not any(button.isVisible() for button in row.findChildren(QAbstractButton))


def test_what_a_role_may_not_do_is_grey_and_says_why(queue: QueueWindow) -> None:
    queue.shop.desk.do(AddStaff(name="Mas Tono", roles=("technician",)))
    queue.shop.desk.sign_in("Mas Tono")
    queue.view.refresh()
    pane = queue.view.pane
    assert pane.note_button.isEnabled()
    for button in (pane.print_button, pane.withdraw_button):
        assert not button.isEnabled()
        assert "takes another role" in button.toolTip()
    press("F12")
    assert not pane.withdraw_drawer.isVisible()


def test_another_program_beside_changes_the_list_not_the_place(queue: QueueWindow) -> None:
    press("Down", "Return")
    beside = Desk.open(Home(queue.shop.desk.home.folder), queue.shop.clock)
    beside.sign_in()
    beside.do(OnCase(complaint=queue.shop.ids["Ibu Rita"], act=Withdraw(why="Salah catat.")))
    beside.do(OnCase(complaint=queue.shop.ids["Bapak Hari"], act=Note(text="Dari kasir dua.")))
    beside.close()
    queue.shop.desk.changed()
    assert queue.drawn() == f"> {HARI}\n  {WULAN}"
    assert focus() is queue.view.pane.body
    assert "“Dari kasir dua.”" in [
        label.text() for label in queue.view.pane.story.findChildren(QLabel)
    ]


def test_words_of_time_go_on_by_themselves(queue: QueueWindow) -> None:
    press("End")
    queue.shop.clock.turn(hours=1, minutes=5)
    queue.view._clock.timeout.emit()
    assert "> 5 minutes late, Received | K1 2026-06-19 0003456" in queue.drawn()
    assert queue.case() == "K1 2026-06-19 0003456: 5 minutes late: call Kak Wulan now"
    assert queue.filters().startswith("[Open 3] | Mine 3 | Late 2 | Due today 0")


def test_the_language_changes_while_one_reads(
    queue: QueueWindow, speak: Callable[[str], None]
) -> None:
    press("End")
    speak("id")
    assert "Diterima" in queue.drawn()
    assert queue.view.pane.marks.findChildren(Badge)[0].accessibleName() == "Diterima"
    assert queue.view.pane.print_button.text() == "Cetak salinan 2   F9"
    speak("en")
    assert WULAN in queue.drawn()


def test_what_was_typed_is_shown_as_it_was_typed(queue: QueueWindow) -> None:
    story = "<b>Rem</b> & <img src='file:///etc/passwd'> 😀 هاري"
    queue.shop.register("<i>Ayu</i> & Co", what_happened=story, safety=True, product="<u>x</u>")
    press("Ctrl+4", "End")
    assert "<i>Ayu</i> & Co" in queue.case()
    shown = [label.text().replace("\u200b", "") for label in queue.view.pane.known.facts._labels]
    assert story in shown
    assert "<u>x</u>" in shown


def test_photos_open_in_a_window_of_their_own(
    queue: QueueWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    picture, letter = tmp_path / "photo.png", tmp_path / "letter.txt"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(picture))
    letter.write_text("Kepada Yth.")
    files = tuple(queue.shop.desk.files.keep(path) for path in (picture, letter))
    queue.shop.register("Ibu Dewi", files=(*files, "0" * 64))
    press("End")
    pane = queue.view.pane
    first, second, third = pane.known.photos._buttons
    assert [button.isEnabled() for button in (first, second, third)] == [True, True, False]
    assert "has not come to this desk" in third.toolTip()
    qtbot.waitUntil(second.isVisible)
    second.setFocus()
    press("Return")
    qtbot.waitUntil(lambda: queue.toast().startswith("This file is no picture"), timeout=5000)
    first.setFocus()
    press("Return")
    qtbot.waitUntil(pane._photo.isVisible, timeout=5000)
    assert pane._photo.windowTitle() == "Photo 1"
    qtbot.keyClick(pane._photo, Qt.Key.Key_Escape)
    assert not pane._photo.isVisible()


def test_in_a_narrow_window_nothing_of_the_list_is_cut(
    qtbot: QtBot, shop: Shop, settings: Path, theme: Theme
) -> None:
    shop.four()
    with open_queue(qtbot, shop, settings, width=920) as queue:
        table = queue.view.table
        assert table.isColumnHidden(3)
        assert table.horizontalScrollBar().maximum() == 0
        queue.window.resize(1262, 712)
        assert not table.isColumnHidden(3)


def test_everything_that_takes_the_keyboard_has_a_name(queue: QueueWindow) -> None:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTableView)
    nameless = [
        widget.objectName()
        for kind in kinds
        for widget in queue.view.findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert nameless == []


def test_a_new_desk_says_how_to_begin(
    qtbot: QtBot, shop: Shop, settings: Path, theme: Theme
) -> None:
    with open_queue(qtbot, shop, settings) as queue, qtbot.waitSignal(queue.view.new_wanted):
        press("Return")


def test_a_long_list_is_fetched_as_far_as_somebody_looks(
    qtbot: QtBot, shop: Shop, settings: Path, theme: Theme
) -> None:
    for at in range(230):
        shop.register(f"Ibu {at:03}", hours_ago=10 - at / 60)
    with open_queue(qtbot, shop, settings) as queue:
        table = queue.view.table
        assert table.model().rowCount() == 100
        press("PgDown", times=12)
        assert table.model().rowCount() == 200
        press("End")
        qtbot.waitUntil(lambda: table.currentIndex().row() == 229)
        assert queue.view.total.text() == "230 complaints, what burns first on top"
        place = table.rowAt(0)
        shop.register("Bapak Baru", safety=True)
        assert "> " in queue.drawn().splitlines()[229]
        assert table.rowAt(0) == place
        press("Home")
        qtbot.waitUntil(lambda: "Bapak Baru" in queue.drawn().splitlines()[0])
        assert "> " in queue.drawn().splitlines()[1]
        assert table.rowAt(0) == 0
