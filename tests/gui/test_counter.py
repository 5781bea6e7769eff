"""The counter on the screen, used as a clerk uses it: by keyboard, with a customer waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.gui.kit.theme import Theme, load_fonts
from desk.gui.kit.widgets import ToneLabel
from desk.journal import drafts, queue
from tests.gui.counter_window import (
    Counter,
    at,
    focus,
    new_desk,
    open_counter,
    press,
    register,
    sell,
    write,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from new_desk(tmp_path)


@pytest.fixture
def counter(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Counter]:
    yield from open_counter(qtbot, desk, tmp_path / "settings")


def fault_at(counter: Counter, name: str) -> str:
    """The sentence that stands at a field."""
    label = counter.view.findChild(ToneLabel, f"{name}_fault")
    return label.text() if label.isVisible() else ""


def test_a_whole_complaint_takes_25_keys_beside_the_words(counter: Counter) -> None:
    assert at() == "phone"
    keys = 0
    for kind, typed in (
        ("keys", "081234567801"),  # a phone number is keys, not free text
        ("press", "Tab"),
        ("write", "Bapak Hari"),
        ("press", "Tab"),
        ("keys", "1234"),
        ("press", "Tab"),
        ("write", "United E-Trifold"),
        ("press", "Alt+L"),
        ("write", "Ngerem berat dan ada bunyi"),
        ("press", "Tab"),
        ("press", "Tab"),
        ("keys", "1"),
        ("press", "Tab"),
        ("write", "Rem depan berat dan berbunyi."),
        ("press", "Ctrl+Return"),
    ):
        if kind == "press":
            press(typed)
        else:
            write(typed)
        keys += {"keys": len(typed), "press": 1, "write": 0}[kind]
    assert keys == 25
    assert counter.view.number_head.text().startswith("K1 ")
    assert counter.view.number_tail.text() == "0001234"
    assert counter.view.number_tail.isVisible()
    assert at() == "phone"
    row = counter.desk.find_number("1234")
    complaint = counter.desk.complaint(row.id).registered
    assert complaint is not None
    assert (complaint.asked_for, complaint.phone) == ("repair", "+6281234567801")
    counter.wait_for_paper()
    assert [path.name for path in (counter.desk.home.folder / "papers").iterdir()] == [
        f"{row.number}.pdf"
    ]


def test_the_number_stays_until_somebody_types_again(counter: Counter) -> None:
    fill_in()
    press("Ctrl+Return")
    assert counter.view.result_page.isVisible()
    press("Tab", "Shift+Tab")
    assert counter.view.result_page.isVisible()
    write("0")
    assert not counter.view.result_page.isVisible()


def fill_in(nota: str = "1234") -> None:
    """The three fields that are needed."""
    press("Alt+N")
    write("Bapak Hari")
    press("Tab")
    write(nota)
    press("Alt+L")
    write("Ngerem berat")


def test_enter_is_a_new_line_in_the_story_and_ctrl_enter_saves(counter: Counter) -> None:
    fill_in()
    press("Return")
    write("dan ada bunyi")
    assert counter.desk.queue(queue.Wanted()) == []
    press("Ctrl+Return")
    row = counter.desk.find_number("1234")
    complaint = counter.desk.complaint(row.id).registered
    assert complaint is not None
    assert complaint.what_happened == "Ngerem berat\ndan ada bunyi"


def test_enter_goes_on_in_a_field_of_one_line(counter: Counter) -> None:
    write("0812")
    press("Return")
    assert at() == "name"


def test_a_known_customer_and_the_sale_are_chosen_with_the_arrows(
    counter: Counter, desk: Desk
) -> None:
    register(desk, name="Ibu Rita", phone="081287654321", nota="77")
    sell(desk, nota="2201", customer="Ibu Rita", phone="+6281287654321", product="Stylo Beat")
    write("08128765")
    assert counter.wait_for_list() == ["Ibu Rita · 0812••••321"]
    press("Down", "Return")
    assert counter.view.name.text() == "Ibu Rita"
    assert counter.view.history.isVisible()
    assert counter.wait_for_list() == ["Stylo Beat"]
    press("Return")  # the only line is sure
    assert (counter.view.nota.text(), at()) == ("2201", "what_happened")
    assert counter.view.product.currentText() == "Stylo Beat"


def test_escape_closes_the_list_and_keeps_what_is_typed(counter: Counter, desk: Desk) -> None:
    register(desk, name="Ibu Rita", phone="081287654321", nota="77")
    write("08128765")
    counter.wait_for_list()
    press("Esc")
    assert counter.titles() == []
    assert counter.view.phone.text() == "0812-8765"
    press("Down")
    assert counter.wait_for_list()
    press("Tab")
    assert (counter.titles(), at()) == ([], "name")


def test_a_lost_nota_is_looked_up_from_its_own_key(counter: Counter, desk: Desk) -> None:
    sell(desk, nota="9", customer="Rita Hayati", product="Helm", sold_on="2026-06-18")
    press("F9")
    assert at() == "find_words"
    write("helm")
    counter.wait_for_list()
    press("Return")
    assert counter.view.nota.text() == "9"
    assert counter.view.name.text() == "Rita Hayati"
    assert not counter.view.find_words.isVisible()


def test_an_empty_save_says_at_each_field_what_is_missing(counter: Counter) -> None:
    write("0812-34")
    press("Ctrl+Return")
    assert at() == "name"
    assert fault_at(counter, "name").startswith("Who is complaining?")
    assert fault_at(counter, "nota").startswith("The nota number is missing.")
    assert fault_at(counter, "what_happened").startswith("What happened?")
    assert counter.view.phone.text() == "0812-34"
    write("B")
    assert fault_at(counter, "name") == ""


def test_a_nota_that_is_none_is_told_on_leaving_it(counter: Counter) -> None:
    press("Alt+T")
    write("12345678")
    press("Tab")
    assert at() == "product"
    assert fault_at(counter, "nota").startswith("“12345678” is not a nota number.")
    press("Shift+Tab", "Backspace")
    assert fault_at(counter, "nota") == ""


def test_no_nota_and_safety_are_one_key_each(counter: Counter) -> None:
    fill_in(nota="")
    press("F4", "F8")
    assert counter.view.safety.text() == "Safety: yes"
    assert counter.view.safety_note.isVisible()
    press("Ctrl+Return")
    assert counter.view.number_tail.text() == "9000001"
    assert counter.view.result_safety.isVisible()
    assert counter.desk.queue(queue.Wanted())[0].safety
    assert counter.view.safety.text() == "Safety: no"


def test_the_same_nota_is_answered_by_keyboard(counter: Counter, desk: Desk, qtbot: QtBot) -> None:
    register(desk, name="Bapak Hari", nota="1234")
    fill_in()
    press("Ctrl+Return")
    assert counter.view.notice.isVisible()
    press("Tab", "Space")
    qtbot.waitUntil(counter.view.result_page.isVisible)
    assert counter.view.number_tail.text() == "0001234-2"


def test_the_first_complaint_of_a_nota_is_opened_with_its_number(
    counter: Counter, desk: Desk, qtbot: QtBot
) -> None:
    number = register(desk, name="Bapak Hari", nota="1234")
    fill_in()
    press("Ctrl+Return")
    with qtbot.waitSignal(counter.view.open_case) as asked:
        press("Space")
    assert asked.args == [number]
    assert len(drafts.kept(desk.journal.store, "counter")) == 1


def test_a_day_is_completed_and_counted_with_the_arrows(counter: Counter) -> None:
    press("Alt+H")
    write("18/6/26")
    press("Tab")
    assert counter.view.bought_at.text() == "18-06-2026"
    press("Shift+Tab", "Down", "Down", "Up")
    assert counter.view.bought_at.text() == "17-06-2026"


def test_what_is_asked_for_is_a_digit_and_the_same_digit_takes_it_back(counter: Counter) -> None:
    press("Alt+A")
    write("3")
    assert counter.view.asked_for.chosen == "refund"
    press("Right", "Up")
    assert counter.view.asked_for.chosen == "repair"
    write("1")
    assert counter.view.asked_for.chosen == ""


def test_an_entry_by_mistake_is_taken_back_with_one_key(counter: Counter) -> None:
    fill_in()
    press("Ctrl+Return")
    press("F12")
    assert counter.view.name.text() == "Bapak Hari"
    assert not counter.view.result_page.isVisible()
    assert counter.desk.queue(queue.Wanted())[0].state == "withdrawn"


def test_saving_while_a_draft_waits_to_be_kept_writes_once(counter: Counter) -> None:
    fill_in()
    connection = counter.desk.journal.store.database.connection()
    written: list[str] = []
    connection.set_trace_callback(lambda sql: written.append(sql.split()[0].upper()))
    press("Ctrl+Return")
    connection.set_trace_callback(None)
    assert written.count("COMMIT") == 1


def test_a_printer_that_is_not_there_does_not_stop_the_number(counter: Counter) -> None:
    counter.workplace.settings.setValue("paper/printer", "Epson in the cellar")
    fill_in()
    press("Ctrl+Return")
    assert counter.view.number_tail.text() == "0001234"
    counter.wait_for_paper()
    assert counter.workplace.toast.isVisible()
    assert counter.desk.find_number("1234").receipts == 0


def test_the_receipt_beside_the_form_is_alive(counter: Counter, qtbot: QtBot) -> None:
    assert counter.view.preview.pages == []
    write("0812")
    qtbot.waitUntil(lambda: bool(counter.view.preview.pages), timeout=20000)
    first = counter.view.preview.pages[0].height()
    press("Alt+V")
    write("Rem depan berat dan berbunyi sejak hari pertama. " * 8)
    qtbot.waitUntil(lambda: counter.view.preview.pages[0].height() > first, timeout=20000)


@pytest.mark.parametrize("size", [(1262, 712), (1262, 600), (920, 644)])
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_way_of_the_tab_key_follows_the_eye(
    counter: Counter, size: tuple[int, int], language: str, speak: Callable[[str], None]
) -> None:
    speak(language)
    counter.window.resize(*size)
    view = counter.view
    for button in (view.more, view.goods):
        button.click()
    walked = [view.phone]
    while (following := next_field(walked[-1])) not in walked:
        walked.append(following)
    columns = [
        [field for field in walked if card.isAncestorOf(field)]
        for card in (view.who_card, view.form_page)
    ]
    assert [*columns[0], *columns[1]] == walked
    for column in columns:
        places = [field.mapTo(view, QPoint(0, field.height() // 2)) for field in column]
        rows = [(place.y() // 12, place.x()) for place in places]
        assert rows == sorted(rows)


def next_field(field: QWidget) -> QWidget:
    """Where Tab goes."""
    press("Tab")
    return focus()


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_small_window_folds_the_receipt_away_and_keeps_the_button(
    counter: Counter, qtbot: QtBot, language: str, speak: Callable[[str], None], theme: Theme
) -> None:
    speak(language)
    load_fonts()
    theme.use("light")
    counter.window.resize(856, 500)
    view = counter.view
    view.more.click()
    view.goods.click()
    view.history.show()
    assert not view.paper.isVisible()
    qtbot.waitUntil(lambda: view.middle.width() > 400)  # the columns took their places
    corner = view.save.mapTo(view, QPoint(view.save.width(), view.save.height()))
    assert view.rect().contains(corner)
    for area in (view.who_scroll, view.what_scroll):
        assert area.widget().width() <= area.viewport().width()


def test_everything_that_is_written_or_pressed_has_a_name(counter: Counter) -> None:
    view = counter.view
    kinds = (QLineEdit, QPlainTextEdit)
    for kind in kinds:
        for field in view.findChildren(kind):
            own = field.objectName() and not field.objectName().startswith("qt_")
            assert field.accessibleName() or not own, field.objectName()
    assert view.asked_for.accessibleName() == "What the customer asks for"


def test_the_words_follow_the_language_at_once(
    counter: Counter, speak: Callable[[str], None]
) -> None:
    press("F8")
    fill_in()
    press("Ctrl+Return")
    speak("id")
    view = counter.view
    assert view.name.placeholderText() != "As they would like to be called"
    assert view.result_name.text() == "Bapak Hari kami kabari paling lambat"
    assert view.safety.text() == "Bahaya: tidak"
    assert view.asked_for.findChildren(QWidget)[0].text() == "Perbaikan"
    assert view.channel.currentText() != "Walk-in"
    assert view.channel.currentData() == "walk_in"


def test_no_key_of_the_form_is_taken_while_it_is_not_in_front(counter: Counter) -> None:
    counter.view.hide()
    actions = [action for action in counter.view.actions() if not action.shortcut().isEmpty()]
    assert actions
    assert not any(action.isEnabled() for action in actions)
    counter.view.show()
    assert all(action.isEnabled() for action in actions)
    assert Qt.Key.Key_F4 in {action.shortcut()[0].key() for action in actions}
