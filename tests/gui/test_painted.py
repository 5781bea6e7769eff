"""What is painted, not only named: words, marks, pictures and what is chosen can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desk.app.desk import Desk
from desk.gui.counter.aside import Suggestions
from desk.gui.kit.theme import Theme, colours
from desk.gui.kit.widgets import Badge
from desk.words import say
from tests.gui.counter_window import Counter, new_desk, open_counter, press, register, write


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from new_desk(tmp_path)


@pytest.fixture
def counter(qtbot: QtBot, theme: Theme, desk: Desk, tmp_path: Path) -> Iterator[Counter]:
    assert theme
    yield from open_counter(qtbot, desk, tmp_path / "settings")


def seen(widget: QWidget) -> QImage:
    """The widget as it stands on the screen."""
    return widget.grab().toImage()


def holds(image: QImage, ink: str, *, near: int = 12) -> int:
    """How many points have this colour, or nearly."""
    wanted, found = QColor(ink), 0
    for x in range(image.width()):
        for y in range(image.height()):
            point = image.pixelColor(x, y)
            apart = (
                abs(point.red() - wanted.red()),
                abs(point.green() - wanted.green()),
                abs(point.blue() - wanted.blue()),
            )
            found += max(apart) <= near
    return found


@pytest.mark.parametrize("tone", ["late", "soon", "good"])
def test_a_badge_shows_its_words_and_its_shape(qtbot: QtBot, tone: str) -> None:
    mark = Badge()
    qtbot.addWidget(mark)
    mark.tell("")
    mark.resize(160, 24)
    nothing = seen(mark)
    mark.tell(say("test", "2 hours late"), tone)
    shape = mark.fontMetrics().height() + 4
    shown = seen(mark)
    for left, right in ((0, shape), (shape, 160)):
        part = (left, 0, right - left, 24)
        assert shown.copy(*part) != nothing.copy(*part), part


def test_the_suggestion_that_is_chosen_is_seen_to_be_chosen(counter: Counter, desk: Desk) -> None:
    for nota, name in (("1", "Bapak Hari"), ("2", "Bapak Harun")):
        register(desk, name=name, nota=nota, phone=f"08123456780{nota}")
    press("Tab")
    write("Bapak Har")
    assert len(counter.wait_for_list()) >= 2
    rows = counter.view.findChild(Suggestions).list

    def row(at: int) -> QImage:
        index = rows.model().index(at, 0)
        return rows.viewport().grab(rows.visualRect(index)).toImage()

    def chosen() -> list[int]:
        return [at for at in (0, 1) if holds(row(at), colours().accent_soft) > 100]

    press("Home", "Down")
    first = chosen()
    press("Down")
    assert (len(first), len(chosen())) == (1, 1)
    assert first != chosen()


def test_safety_that_is_pressed_is_told_in_the_colour_of_danger(counter: Counter) -> None:
    button = counter.view.findChild(QPushButton, "safety")
    assert holds(seen(button), colours().late) == 0
    press("F8")
    assert button.isChecked()
    assert holds(seen(button), colours().late) > 50
    assert holds(seen(button), colours().late_soft) > 500


def test_a_photo_is_seen_in_the_strip_and_a_file_that_is_none_has_its_sign(
    counter: Counter, tmp_path: Path, qtbot: QtBot
) -> None:
    red = QImage(400, 300, QImage.Format.Format_RGB32)
    red.fill(QColor("#c01818"))
    red.save(str(tmp_path / "rem.png"))
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.4 ")
    strip = counter.view.photos
    for at, name in enumerate(("rem.png", "surat.pdf"), start=1):
        strip.attach([tmp_path / name])
        qtbot.waitUntil(lambda at=at: len(strip.photos) == at)

    def shown() -> list[QToolButton]:
        return [button for button in strip.findChildren(QToolButton) if button.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 2)
    buttons = {button.accessibleName(): holds(seen(button), "#c01818") for button in shown()}
    picture, letter = buttons.values()
    assert [*buttons] == [
        "rem.png: Delete takes it away",
        "surat.pdf: Delete takes it away",
    ]
    assert (picture > 800, letter) == (True, 0)
