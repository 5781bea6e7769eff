"""The widgets of our own do what staff expect of them, and show every text as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.kit.preview import PdfPreview
from desk.gui.kit.theme import Theme
from desk.gui.kit.widgets import (
    TONES,
    Badge,
    BigLabel,
    ElidedLabel,
    EmptyState,
    PhoneEdit,
    PlainEdit,
    ToneLabel,
    choose,
    offer,
    tip,
)
from desk.words import say

Key = Qt.Key
MARKUP = "<b>Rita</b> & <img src='file:///etc/passwd'>"


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()


@pytest.fixture
def phone(qtbot: QtBot) -> PhoneEdit:
    field = PhoneEdit()
    qtbot.addWidget(field)
    return field


def test_a_phone_number_takes_its_dashes_while_it_is_typed(qtbot: QtBot, phone: PhoneEdit) -> None:
    seen = []
    for digit in "081234567801":
        qtbot.keyClick(phone, digit)
        seen.append(phone.text())
    assert seen[:6] == ["0", "08", "081", "0812", "0812-3", "0812-34"]
    assert (phone.text(), phone.cursorPosition()) == ("0812-3456-7801", 14)


def test_a_digit_put_into_the_middle_leaves_the_cursor_behind_it(
    qtbot: QtBot, phone: PhoneEdit
) -> None:
    qtbot.keyClicks(phone, "08124567801")
    phone.setCursorPosition(4)
    qtbot.keyClick(phone, "3")
    assert phone.text() == "0812-3456-7801"
    assert phone.text()[: phone.cursorPosition()] == "0812-3"


def test_a_digit_taken_from_the_middle_leaves_the_cursor_there(
    qtbot: QtBot, phone: PhoneEdit
) -> None:
    qtbot.keyClicks(phone, "081234567801")
    phone.setCursorPosition(7)
    qtbot.keyClick(phone, Key.Key_Backspace)
    assert phone.text() == "0812-3567-801"
    assert phone.text()[: phone.cursorPosition()] == "0812-3"


@pytest.mark.parametrize("odd", ["belum punya", "021 555", "+65 6123 4567", "0812x"])
def test_an_odd_number_is_never_refused(qtbot: QtBot, phone: PhoneEdit, odd: str) -> None:
    qtbot.keyClicks(phone, odd)
    assert phone.text().replace("-", "") == odd.replace("-", "")


def test_tab_leaves_a_long_text_and_enter_stays_in_it(qtbot: QtBot) -> None:
    window, said, after = QWidget(), PlainEdit(), QLineEdit()
    layout = QVBoxLayout(window)
    for each in (said, after):
        layout.addWidget(each)
    shown(qtbot, window)
    window.activateWindow()
    said.setFocus()
    qtbot.keyClicks(said, "Ngerem berat")
    qtbot.keyClick(said, Key.Key_Return)
    qtbot.keyClicks(said, "ada bunyi")
    qtbot.keyClick(said, Key.Key_Tab)
    qtbot.waitUntil(after.hasFocus)
    assert said.toPlainText() == "Ngerem berat\nada bunyi"


def test_ctrl_enter_in_a_long_text_belongs_to_the_screen(qtbot: QtBot) -> None:
    pressed: list[int] = []

    class Screen(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            pressed.append(event.key())

    screen = Screen()
    said = PlainEdit(screen)
    qtbot.addWidget(screen)
    qtbot.keyClick(said, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (said.toPlainText(), pressed[-1]) == ("", Key.Key_Return)


def test_a_long_text_grows_with_what_is_said_and_not_without_end(qtbot: QtBot) -> None:
    said = PlainEdit()
    shown(qtbot, said)
    heights = []
    for lines in (1, 3, 6, 8, 40):
        said.setPlainText("\n".join("x" * lines))
        heights.append(said.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_a_line_without_room_ends_in_dots_and_tells_the_rest(qtbot: QtBot) -> None:
    label = ElidedLabel()
    shown(qtbot, label)
    label.setText(f"{MARKUP}\n and more and more and more")
    label.resize(90, 20)
    assert label.text().endswith("…")
    assert label.accessibleName() == f"{MARKUP} and more and more and more"
    assert "&lt;b&gt;Rita&lt;/b&gt;" in label.toolTip()
    label.resize(3000, 20)
    assert label.text() == label.accessibleName()
    assert label.toolTip() == ""


def test_a_large_number_shrinks_rather_than_being_cut(qtbot: QtBot) -> None:
    label = BigLabel()
    label.setText("K1 2026-06-18 0001234")
    shown(qtbot, label)
    edges = []
    for width in (900, 200):
        label.resize(width, label.sizeHint().height())
        picture = label.grab().toImage()
        ground = picture.pixelColor(0, 0)
        edges.append(
            all(
                picture.pixelColor(picture.width() - 1, y) == ground
                for y in range(picture.height())
            )
        )
    assert edges == [True, True]


def test_an_empty_screen_says_how_to_begin(qtbot: QtBot, speak: Callable[[str], None]) -> None:
    empty = EmptyState()
    shown(qtbot, empty)
    empty.tell("tray", MARKUP, say("QPlatformTheme", "Open"))
    button = empty.findChild(QPushButton)
    assert MARKUP in [label.text() for label in empty.findChildren(QLabel)]
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText
        for label in empty.findChildren(QLabel)
        if label.text()
    )
    with qtbot.waitSignal(empty.chosen):
        button.click()
    empty.tell("tray", "Nothing waits.")
    assert not button.isVisible()


def test_choices_are_told_in_the_language_shown_and_keep_their_keys(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    offer(combo, {"save": say("moments", "January"), "open": say("moments", "May")})
    choose(combo, "open")
    speak("id")
    assert [combo.itemText(at) for at in range(combo.count())] == ["Januari", "Mei"]
    assert (combo.currentData(), combo.currentText()) == ("open", "Mei")
    choose(combo, "nothing like it")
    assert combo.currentIndex() == -1


def test_a_tooltip_shows_markup_as_it_was_typed(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    tip(label, MARKUP)
    assert "<img" not in label.toolTip()
    tip(label, "")
    assert label.toolTip() == ""


@pytest.mark.parametrize("tone", TONES)
def test_a_badge_tells_by_word_and_shape_and_colour(qtbot: QtBot, theme: Theme, tone: str) -> None:
    badge, other = Badge(), Badge()
    for each, each_tone in ((badge, tone), (other, "good" if tone != "good" else "late")):
        shown(qtbot, each)
        each.tell("2 hours late", each_tone)
    assert badge.accessibleName() == "2 hours late"
    assert badge.grab().toImage() != other.grab().toImage()
    badge.tell("")
    assert not badge.isVisible()


def test_every_tone_has_a_shape_of_its_own() -> None:
    shapes = [tone.icon for tone in TONES.values()]
    assert len(set(shapes)) == len(shapes)


def test_a_sentence_of_a_badge_is_told_again_in_the_new_language(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    badge, label = Badge(), ToneLabel()
    for each in (badge, label):
        qtbot.addWidget(each)
        each.tell(say("moments", "June"))
    speak("id")
    assert (badge.accessibleName(), label.text()) == ("Juni", "Juni")


def page(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def test_paper_is_shown_as_wide_as_there_is_room_and_scrolls_when_long(qtbot: QtBot) -> None:
    preview = PdfPreview()
    shown(qtbot, preview)
    preview.resize(400, 300)
    preview.show_pages([page(576, 2400)])
    assert preview.verticalScrollBar().maximum() > 0
    assert 300 < preview.wanted_width() < 400 * preview.devicePixelRatioF()
    preview.show_pages([page(576, 200)])
    assert preview.verticalScrollBar().maximum() == 0


def test_an_empty_sheet_says_what_will_stand_there(qtbot: QtBot) -> None:
    preview = PdfPreview()
    shown(qtbot, preview)
    preview.resize(360, 480)
    preview.show_empty("")
    blank = preview.grab().toImage()
    preview.show_empty("The receipt will stand here.")
    assert preview.pages == []
    assert preview.grab().toImage() != blank
