"""The window speaks one language everywhere: forms, our sentences, Qt's own buttons and menus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desk import words
from desk.gui.kit.forms import live
from desk.gui.kit.i18n import Interpreter, use_language

# Names of keys stay as they are printed on the keyboards of the shops.
AS_IN_ENGLISH = {"QShortcut", "QGuiApplication", "QLibrary", "QPageSize"}


class Listener(QTranslator):
    """Writes down what Qt asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        self.asked.add((context, source))
        return None

    def isEmpty(self) -> bool:
        return False


def test_buttons_and_menus_of_qt_change_over_while_they_are_open(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Save | standard.Cancel)
    field = QLineEdit()
    qtbot.addWidget(box)
    qtbot.addWidget(field)
    assert box.button(standard.Save).text() == "Save"
    speak("id")
    assert box.button(standard.Save).text() == "Simpan"
    assert box.button(standard.Cancel).text() == "Batal"
    menu = field.createStandardContextMenu()
    assert [action.text().split("\t")[0] for action in menu.actions() if action.text()] == [
        "&Urungkan",
        "U&langi",
        "&Potong",
        "&Salin",
        "&Tempel",
        "Hapus",
        "Pilih semua",
    ]
    menu.deleteLater()
    speak("en")
    assert box.button(standard.Save).text() == "Save"


def test_everything_qt_asks_for_in_our_dialogs_has_indonesian_words(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    listener = Listener()
    qapp.installTranslator(listener)
    use_qt_everywhere(qtbot, tmp_path)
    qapp.removeTranslator(listener)
    known = words.translation("qt_id")
    missing = {(c, s) for c, s in listener.asked if c.startswith("Q") and (c, s) not in known}
    assert len(listener.asked) > 60
    assert {each for each in missing if each[0] not in AS_IN_ENGLISH} == set()


def use_qt_everywhere(qtbot: QtBot, folder: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    buttons = QDialogButtonBox(window)
    for button in QDialogButtonBox.StandardButton:
        if button.name not in {"NoButton", "FirstButton", "LastButton"}:
            buttons.addButton(button)
    for field in (QLineEdit(window), QPlainTextEdit(window)):
        field.createStandardContextMenu().deleteLater()
    QSpinBox(window)
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Yes, window)
    box.setDetailedText("more")
    QInputDialog(window)
    QProgressDialog(window)
    (folder / "a folder").mkdir()
    for accept in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
        files = QFileDialog(window, "", str(folder))
        files.setOption(QFileDialog.Option.DontUseNativeDialog)
        files.setAcceptMode(accept)
        files.show()
        files.close()


def test_dates_are_written_as_the_language_writes_them(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QDateEdit(QDate(2026, 6, 18), window)
    field.setDisplayFormat("d MMMM yyyy")
    speak("id")
    assert field.text() == "18 Juni 2026"
    assert QLocale().toString(1234567.5, "f", 2) == "1.234.567,50"
    speak("en")
    assert field.text() == "18 June 2026"


def test_a_sentence_of_ours_is_told_again_in_the_new_language(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    heard: list[str] = []
    live(label, lambda: heard.append(words.spoken()))
    speak("id")
    speak("en")
    assert heard == ["en", "id", "en"]


def test_our_sentences_are_believed_before_those_of_qt(qapp: QApplication) -> None:
    ours = {("counter", "Save"): "Simpan keluhan"}
    theirs = {("counter", "Save"): "Simpan", ("QLineEdit", "Delete"): "Hapus"}
    interpreter = Interpreter(ours, theirs)
    assert interpreter.translate("counter", "Save") == "Simpan keluhan"
    assert interpreter.translate("QLineEdit", "Delete") == "Hapus"
    assert interpreter.translate("QLineEdit", "Unheard of") is None


def test_the_language_of_the_computer_is_one_of_the_choices(
    qapp: QApplication, speak: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_LANGUAGE", "id")
    speak("system")
    assert words.spoken() == "id"


def test_a_language_that_we_do_not_have_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="fr"):
        use_language(qapp, "fr")


def test_the_switch_reaches_every_open_window(
    qtbot: QtBot, qapp: QApplication, speak: Callable[[str], None]
) -> None:
    told: list[str] = []

    class Window(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            if event.type() is QEvent.Type.LanguageChange:
                told.append(self.objectName())

    windows = [Window(objectName=name) for name in ("first", "second")]
    for window in windows:
        qtbot.addWidget(window)
    speak("id")
    assert sorted(told) == ["first", "second"]


def test_who_hears_of_the_switch_finds_the_forms_in_the_new_language(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    told: list[str] = []
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    save = box.button(QDialogButtonBox.StandardButton.Save)
    live(box, lambda: told.append(save.text()))
    speak("id")
    assert told == ["Save", "Simpan"]


def test_a_widget_that_is_gone_is_not_told(qtbot: QtBot, speak: Callable[[str], None]) -> None:
    told: list[str] = []
    label = QLabel()
    live(label, lambda: told.append(words.spoken()))
    delete(label)
    speak("id")
    assert told == ["en"]
