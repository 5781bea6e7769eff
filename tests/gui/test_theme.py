"""Both themes can be read by everybody, and are changed while the window is open."""

from __future__ import annotations

from dataclasses import fields
from itertools import product

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.kit.theme import (
    DARK,
    LIGHT,
    Colours,
    Theme,
    colours,
    load_fonts,
    palette,
    style_sheet,
    wear,
)

BOTH = pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])

# Words in the first colour stand on grounds of the second.
WORDS = [
    *product(("text", "muted", "accent", "late", "soon", "good"), ("window", "surface")),
    *product(("text",), ("raised", "accent_soft")),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("late", "late_soft"),
    ("on_late", "late"),
    ("soon", "soon_soft"),
    ("good", "good_soft"),
    ("calm", "calm_soft"),
    ("calm", "surface"),
    ("muted", "divider"),
    ("on_toast", "toast"),
    ("toast_accent", "toast"),
]
# Edges and focus frames are seen, WCAG 2.2, 1.4.11.
EDGES = list(product(("border", "focus", "late"), ("window", "surface")))


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: from 1 (the same) to 21 (black and white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@BOTH
def test_every_word_can_be_read_on_its_ground(shown: Colours) -> None:
    weak = {
        (ink, ground): round(contrast(getattr(shown, ink), getattr(shown, ground)), 2)
        for ink, ground in WORDS
        if contrast(getattr(shown, ink), getattr(shown, ground)) < 4.5
    }
    assert weak == {}


@BOTH
def test_edges_of_fields_and_the_focus_are_seen(shown: Colours) -> None:
    weak = {
        (edge, ground): round(contrast(getattr(shown, edge), getattr(shown, ground)), 2)
        for edge, ground in EDGES
        if contrast(getattr(shown, edge), getattr(shown, ground)) < 3
    }
    assert weak == {}


@BOTH
def test_what_is_typed_and_its_placeholder_can_be_read(shown: Colours) -> None:
    role, made = QPalette.ColorRole, palette(shown)
    for ink in (role.Text, role.PlaceholderText):
        assert contrast(made.color(ink).name(), made.color(role.Base).name()) >= 4.5


@BOTH
def test_the_styles_name_no_colour_that_is_not_there(shown: Colours) -> None:
    sheet = style_sheet(shown, 10)
    assert "$" not in sheet
    used = [each.name for each in fields(Colours) if getattr(shown, each.name) in sheet]
    assert {"accent", "surface", "text", "late", "focus"} <= set(used)


def test_the_theme_changes_under_an_open_window(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit("Rita", window)
    assert colours() is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.use("dark")
    assert colours() is DARK
    assert field.palette().color(QPalette.ColorRole.Base).name() == DARK.surface
    theme.use("light")
    assert field.palette().color(QPalette.ColorRole.Base).name() == LIGHT.surface


def test_icons_change_with_the_theme(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    wear(button, "print")

    def ink() -> str:
        picture = button.icon().pixmap(QSize(48, 48), 1.0).toImage()
        points = product(range(picture.width()), range(picture.height()))
        solid = (picture.pixelColor(*at) for at in points)
        return next(colour.name() for colour in solid if colour.alpha() == 255)

    assert ink() == LIGHT.text
    theme.use("dark")
    assert ink() == DARK.text


def test_the_system_is_followed_until_a_theme_is_chosen(qapp: QApplication, theme: Theme) -> None:
    theme.use("system")
    system = qapp.styleHints().colorScheme()
    assert colours() is (DARK if system is Qt.ColorScheme.Dark else LIGHT)


def test_an_unknown_theme_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        theme.use("sepia")


def test_our_fonts_are_there_and_no_type_is_smaller_than_can_be_read(
    qapp: QApplication, theme: Theme
) -> None:
    load_fonts()
    assert "Noto Sans" in QFontDatabase.families()
    assert qapp.font().pointSizeF() >= 10


def test_the_focus_is_seen_in_both_themes(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, button = QLineEdit(), QPushButton("Save")
    layout = QVBoxLayout(window)
    for each in (field, button):
        layout.addWidget(each)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    for choice, shown in (("light", LIGHT), ("dark", DARK)):
        theme.use(choice)
        for each in (field, button):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.waitUntil(each.hasFocus)
            picture = each.grab().toImage()
            edge = picture.pixelColor(picture.width() // 2, 0)
            assert edge.name() == shown.focus
