"""A message from the case, by keyboard: looked over, taken along, said to be sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.gui.kit.widgets import ToneLabel
from desk.gui.message import MessageDialog
from desk.gui.print.printing import printer_key
from desk.gui.window import MainWindow
from desk.rules.errors import Invalid, Refused
from desk.words import say
from tests.app.at_work import register
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


class Browser(QObject):
    """Takes the links that the window opens."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, link: QUrl) -> None:
        self.opened.append(link.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


def message(
    qtbot: QtBot, window: MainWindow, complaint: str, kind: str = "acknowledge"
) -> MessageDialog:
    dialog = MessageDialog(window.workplace, complaint, kind, window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(dialog.text.hasFocus)
    return dialog


def remarks(dialog: MessageDialog) -> list[str]:
    return [label.text() for label in dialog.remarks.findChildren(ToneLabel)]


def acts(desk: Desk, complaint: str) -> list[str]:
    return [line.kind for line in desk.complaint(complaint).timeline]


def test_whatsapp_is_opened_with_the_text_and_logged_after_yes(
    qtbot: QtBot, window: MainWindow, desk: Desk, browser: Browser
) -> None:
    case = register(desk)
    dialog = message(qtbot, window, case.id)
    press("Ctrl+End")
    write(" Salam hangat & sehat.")
    said = dialog.text.toPlainText()
    press("Ctrl+Return")
    (link,) = browser.opened
    assert link.startswith("https://wa.me/6281234567801?text=")
    assert unquote(link.partition("=")[2]) == said
    assert acts(desk, case.id) == ["complaint.registered"]
    assert dialog.sent_bar.isVisible()
    with qtbot.waitSignal(dialog.ended) as ended:
        press("Return")
    assert ended.args == [case.id]
    assert acts(desk, case.id) == ["complaint.registered", "complaint.contacted"]
    assert desk.complaint(case.id).timeline[-1].about("how") == "whatsapp"


def test_not_yet_leaves_the_case_and_the_text_as_they_were(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    case = register(desk)
    dialog = message(qtbot, window, case.id)
    said = dialog.text.toPlainText()
    press("Alt+C")
    qtbot.waitUntil(dialog.sent_bar.isVisible)
    assert QGuiApplication.clipboard().text() == said
    press("Esc")
    assert dialog.isVisible()
    assert not dialog.sent_bar.isVisible()
    assert focus() is dialog.text
    assert acts(desk, case.id) == ["complaint.registered"]
    press("Esc")
    assert not dialog.isVisible()


def test_without_a_number_the_main_button_copies(
    qtbot: QtBot, window: MainWindow, desk: Desk, browser: Browser
) -> None:
    case = register(desk, phone="", email="rita@contoh.id")
    dialog = message(qtbot, window, case.id)
    assert not dialog.whatsapp.isEnabled()
    assert dialog.no_whatsapp.isVisible()
    assert dialog.whatsapp.toolTip()
    press("Ctrl+Return")
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    press("Return")
    assert desk.complaint(case.id).timeline[-1].about("how") == "other"
    assert browser.opened == []


def test_words_that_hurt_are_told_while_somebody_types(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog = message(qtbot, window, register(desk).id)
    press("Ctrl+End")
    dialog.text.insertPlainText(" 😀")  # keys of a test keyboard cannot
    write(" Please calm down")
    assert len(remarks(dialog)) == 1
    assert "“calm down”" in remarks(dialog)[0]
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.selectedText() == "calm down"


def test_another_kind_and_back_keeps_what_was_typed(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog = message(qtbot, window, register(desk).id)
    press("Ctrl+A")
    write("Mine")
    press("Alt+M", "Down")
    assert dialog.kind.currentData() == "pass_on"
    assert dialog.text.toPlainText() != "Mine"
    assert not dialog.whatsapp.isEnabled()
    press("Up")
    assert dialog.text.toPlainText() == "Mine"
    press("Alt+P")
    qtbot.waitUntil(lambda: "Bapak Hari" in dialog.text.toPlainText())
    press("Ctrl+Z")
    assert dialog.text.toPlainText() == "Mine"


def test_esc_keeps_half_a_message_for_the_next_time(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    case = register(desk)
    message(qtbot, window, case.id)
    press("Ctrl+A")
    write("Half a mes")
    press("Esc")
    assert message(qtbot, window, case.id).text.toPlainText() == "Half a mes"


def test_nothing_written_is_told_at_the_text(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    dialog = message(qtbot, window, register(desk).id)
    press("Ctrl+A", "Del", "Ctrl+Return")
    assert dialog.text_fault.isVisible()
    assert not dialog.sent_bar.isVisible()
    write("H")
    assert not dialog.text_fault.isVisible()


def letters(desk: Desk) -> list[str]:
    return [file.name for file in (desk.home.folder / "papers").glob("*.pdf")]


def test_a_letter_is_kept_as_pdf_and_logged_after_yes(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    case = register(desk)
    dialog = message(qtbot, window, case.id, "apology")
    press("Ctrl+End")
    write(" Salam hangat.")
    press("Ctrl+P")
    qtbot.waitUntil(dialog.sent_bar.isVisible, timeout=20000)
    assert letters(desk) == [f"{case.number}-apology.pdf"]
    assert f"{case.number}-apology.pdf" in dialog.sent_question.text()
    assert dialog.open_paper.isVisible()
    assert acts(desk, case.id) == ["complaint.registered"]
    assert focus() is dialog.sent_yes
    press("Return")
    line = desk.complaint(case.id).timeline[-1]
    assert (line.about("message"), line.about("how")) == ("apology", "letter")
    assert line.text.endswith("Salam hangat.")


def test_the_letter_that_was_kept_can_be_opened(
    qtbot: QtBot, window: MainWindow, desk: Desk, browser: Browser
) -> None:
    QDesktopServices.setUrlHandler("file", browser, "open")
    dialog = message(qtbot, window, register(desk).id)
    press("Ctrl+P")
    qtbot.waitUntil(dialog.sent_bar.isVisible, timeout=20000)
    press("Alt+O")
    qtbot.waitUntil(lambda: bool(browser.opened))
    QDesktopServices.unsetUrlHandler("file")
    (opened,) = browser.opened
    assert opened.endswith("-acknowledge.pdf")
    assert focus() is dialog.sent_yes


def test_a_fault_stands_at_the_field_that_it_names_else_above_the_buttons(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog = message(qtbot, window, register(desk).id)
    dialog.show_fault(Refused(say("test", "Not now.")))
    assert dialog.refusal.text() == "Not now."
    dialog.refusal.tell("")
    dialog.show_fault(Invalid(say("test", "Say something."), field="text"))
    assert dialog.refusal.text() == ""
    assert "Say something." in [label.text() for label in dialog.findChildren(QLabel)]


def test_a_printer_that_does_not_answer_says_so_and_the_letter_is_kept(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.workplace.settings.setValue(printer_key("letter"), "Nowhere")
    dialog = message(qtbot, window, register(desk).id)
    press("Ctrl+P")
    qtbot.waitUntil(dialog.sent_bar.isVisible, timeout=20000)
    assert "Nowhere" in dialog.refusal.text()
    assert len(letters(desk)) == 1
    press("Esc")
    assert not dialog.sent_bar.isVisible()
    assert dialog.isVisible()
    assert dialog.print_letter.isEnabled()


def test_whoever_left_before_the_letter_was_printed_is_told_in_the_window(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    case = register(desk)
    dialog = message(qtbot, window, case.id)
    dialog.print_letter.click()
    press("Esc")
    assert not dialog.isVisible()
    toast = window.workplace.toast
    qtbot.waitUntil(lambda: "letter is ready" in toast.accessibleName(), timeout=20000)
    assert acts(desk, case.id) == ["complaint.registered"]


def test_what_goes_to_the_supervisor_is_no_letter(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    dialog = message(qtbot, window, register(desk).id, "pass_on")
    assert not dialog.print_letter.isEnabled()
    assert "supervisor" in dialog.print_letter.toolTip()
    press("Ctrl+P")
    assert letters(desk) == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_it_speaks_the_window_s_language_at_once_and_no_key_is_given_twice(
    qtbot: QtBot, window: MainWindow, desk: Desk, speak: Callable[[str], None], language: str
) -> None:
    dialog = message(qtbot, window, register(desk).id)
    dialog.copy.click()
    english = remarks(dialog)
    speak(language)
    assert (remarks(dialog) == english) is (language == "en")
    texts = [each.text() for each in dialog.findChildren(QPushButton)]
    texts += [dialog.findChild(QObject, name).text() for name in ("kind_label", "language_label")]
    letters = [letter.lower() for text in texts for letter in re.findall("&(.)", text)]
    assert len(letters) == len(texts) == len(set(letters))
