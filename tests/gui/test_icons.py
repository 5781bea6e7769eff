"""Every icon is drawn in one style and can be seen; a form asks for one by name."""

from __future__ import annotations

from itertools import product
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.assets import asset
from desk.gui.kit import theme

WANTED = {
    *("counter", "queue", "customers", "reports", "exchange", "settings", "search", "new"),
    *("print", "save", "export", "usb", "warning", "safety", "clock", "late", "check", "person"),
    *("photo", "undo", "lock", "help", "phone", "note", "withdraw", "file", "bell", "sun", "moon"),
}


def inked(picture: QPixmap) -> float:
    """The part of a picture that is drawn upon."""
    image = picture.toImage()
    points = list(product(range(image.width()), range(image.height())))
    return sum(image.pixelColor(*at).alpha() > 60 for at in points) / len(points)


def test_every_icon_that_the_desk_needs_is_drawn() -> None:
    assert set(theme.names()) >= WANTED


@pytest.mark.parametrize("name", theme.names())
def test_icons_are_of_one_hand(name: str) -> None:
    drawing = ElementTree.parse(asset("resources", "icons", f"{name}.svg")).getroot()
    style = {key: drawing.get(key) for key in ("viewBox", "stroke", "stroke-width")}
    assert style == {"viewBox": "0 0 24 24", "stroke": "currentColor", "stroke-width": "2"}
    assert drawing.get("stroke-linecap") == drawing.get("stroke-linejoin") == "round"


@pytest.mark.parametrize("name", theme.names())
def test_every_icon_can_be_seen_when_small(qapp: QApplication, name: str) -> None:
    ink = inked(theme.pixmap(name, colour=QColor("#1c58b4"), size=16))
    assert 0.06 < ink < 0.75


def test_an_icon_is_drawn_once_for_all_who_wear_it(qapp: QApplication) -> None:
    def drawn(colour: str = "#1c58b4", size: int = 16, ratio: float = 1.0) -> int:
        return theme.pixmap("print", colour=QColor(colour), size=size, ratio=ratio).cacheKey()

    assert drawn() == drawn()
    assert len({drawn(), drawn(colour="black"), drawn(size=20), drawn(ratio=1.25)}) == 4


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    picture = theme.pixmap("print", colour=QColor("black"), size=20, ratio=1.5)
    assert (picture.width(), picture.devicePixelRatio()) == (30, 1.5)
    assert picture.deviceIndependentSize().toSize() == QSize(20, 20)


def test_a_button_that_is_off_looks_off(qapp: QApplication) -> None:
    made = theme.icon("print")
    size = QSize(24, 24)
    usual = made.pixmap(size, 1.0, QIcon.Mode.Normal).toImage()
    off = made.pixmap(size, 1.0, QIcon.Mode.Disabled).toImage()
    assert usual != off


def test_a_form_dresses_what_asks_for_an_icon(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    button, tool = QPushButton("Print", form), QToolButton(form)
    action, label, field = QAction("Lock", form), QLabel(form), QLineEdit(form)
    for target in (button, tool, action, label, field):
        target.setProperty("icon_name", "search")
    theme.dress(form)
    assert not button.icon().isNull()
    assert not tool.icon().isNull()
    assert not action.icon().isNull()
    assert label.pixmap().height() > 10
    assert len(field.actions()) == 1
    theme.dress(form)
    assert len(field.actions()) == 1


def test_between_icon_and_word_there_is_room_however_often_it_is_dressed(qtbot: QtBot) -> None:
    worded, mute = QPushButton("Print"), QPushButton()
    for button in (worded, mute):
        qtbot.addWidget(button)
        button.setIconSize(QSize(20, 20))
        theme.wear(button, "print")
        theme.dress(button)
    assert worded.iconSize() == QSize(25, 20)
    assert mute.iconSize() == QSize(20, 20)


def test_an_icon_under_which_the_word_stands_keeps_its_place(qtbot: QtBot) -> None:
    place = QToolButton(text="Queue", iconSize=QSize(24, 24))
    qtbot.addWidget(place)
    place.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    theme.wear(place, "queue")
    assert place.iconSize() == QSize(24, 24)


def test_an_icon_that_is_not_drawn_is_told(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match="unicorn"):
        theme.icon("unicorn")


def test_what_cannot_wear_an_icon_is_told(qtbot: QtBot) -> None:
    bar = QProgressBar()
    qtbot.addWidget(bar)
    with pytest.raises(TypeError, match="QProgressBar cannot wear"):
        theme.wear(bar, "print")
