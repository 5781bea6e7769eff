"""The fields of the counter's form: read as one value, shown as one value, heard as one signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from desk.controllers.counter_form import Typed
from desk.gui.widgets import choose

if TYPE_CHECKING:
    from desk.gui.counter import CounterView

LINES = (
    "phone",
    "name",
    "email",
    "address",
    "nota",
    "bought_at",
    "sold_branch",
    "serial",
    "received_at",
    "condition",
    "accessories",
    "expected",
)
STORIES = ("what_happened", "understood")
CHOICES = ("channel", "factor")
KEYS = ("no_nota", "safety")


def read(view: CounterView) -> Typed:
    """Every field as it stands."""
    lines = {name: line(view, name).text() for name in LINES}
    stories = {name: story(view, name).toPlainText() for name in STORIES}
    choices = {name: str(combo(view, name).currentData() or "") for name in CHOICES}
    keys = {name: key(view, name).isChecked() for name in KEYS}
    return replace(
        Typed(**lines, **stories, **choices, **keys),
        product=view.product.currentText(),
        asked_for=view.asked_for.chosen,
        files=view.photos.photos,
    )


def write(view: CounterView, typed: Typed) -> None:
    """Shows these values; what stands there already is left alone, with its cursor."""
    for name in LINES:
        if line(view, name).text() != getattr(typed, name):
            line(view, name).setText(getattr(typed, name))
    for name in STORIES:
        if story(view, name).toPlainText() != getattr(typed, name):
            story(view, name).setPlainText(getattr(typed, name))
    for name in CHOICES:
        choose(combo(view, name), getattr(typed, name))
    for name in KEYS:
        key(view, name).setChecked(getattr(typed, name))
    view.product.setEditText(typed.product)
    view.asked_for.choose(typed.asked_for)
    view.photos.put(typed.files)


def hear(view: CounterView, typed: Callable[[], None]) -> None:
    """Calls `typed` for whatever a person, or the program in their name, writes or chooses."""
    for name in LINES:
        line(view, name).textEdited.connect(lambda _text: typed())
    for name in STORIES:
        story(view, name).textChanged.connect(typed)
    for name in CHOICES:
        combo(view, name).activated.connect(lambda _at: typed())
    for name in KEYS:
        key(view, name).clicked.connect(lambda _on: typed())
    view.product.editTextChanged.connect(lambda _text: typed())
    view.asked_for.changed.connect(typed)
    view.photos.changed.connect(typed)


def line(view: CounterView, name: str) -> QLineEdit:
    """A field of one line."""
    found: QLineEdit = getattr(view, name)
    return found


def story(view: CounterView, name: str) -> QPlainTextEdit:
    """A field of many lines."""
    found: QPlainTextEdit = getattr(view, name)
    return found


def combo(view: CounterView, name: str) -> QComboBox:
    """A field to choose in."""
    found: QComboBox = getattr(view, name)
    return found


def key(view: CounterView, name: str) -> QPushButton:
    """A yes or no."""
    found: QPushButton = getattr(view, name)
    return found
