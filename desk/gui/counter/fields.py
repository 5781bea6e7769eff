"""The fields of the counter's form: read as one value, shown as one value, heard as one signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from desk.controllers.counter.form import Typed
from desk.gui.counter.form import CounterForm
from desk.gui.kit.badge import ToneLabel
from desk.gui.kit.widgets import choose, offer
from desk.gui.kit.workplace import Workplace
from desk.rules.choices import ASKED_FOR, CHANNELS, FACTORS
from desk.words import say

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


def read(view: CounterForm) -> Typed:
    """Every field as it stands."""
    values: dict[str, Any] = {name: line(view, name).text() for name in LINES}
    values |= {name: story(view, name).toPlainText() for name in STORIES}
    values |= {name: str(combo(view, name).currentData() or "") for name in CHOICES}
    values |= {name: key(view, name).isChecked() for name in KEYS}
    return Typed(
        **values,
        product=view.product.currentText(),
        asked_for=view.asked_for.chosen,
        files=view.photos.photos,
        solution=view.solution.read(),
    )


def write(view: CounterForm, typed: Typed) -> None:
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
    view.solution.write(typed.solution)


def hear(view: CounterForm, typed: Callable[[], None]) -> None:
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
    view.solution.changed.connect(typed)


def line(view: CounterForm, name: str) -> QLineEdit:
    """A field of one line."""
    found: QLineEdit = getattr(view, name)
    return found


def story(view: CounterForm, name: str) -> QPlainTextEdit:
    """A field of many lines."""
    found: QPlainTextEdit = getattr(view, name)
    return found


def combo(view: CounterForm, name: str) -> QComboBox:
    """A field to choose in."""
    found: QComboBox = getattr(view, name)
    return found


def key(view: CounterForm, name: str) -> QPushButton:
    """A yes or no."""
    found: QPushButton = getattr(view, name)
    return found


def fill_choices(view: CounterForm, workplace: Workplace) -> None:
    """What can be chosen, by whose clock days are counted, and where photos are kept."""
    offer(view.channel, CHANNELS)
    offer(view.factor, {"": say("counter", "not clear yet"), **FACTORS})
    view.asked_for.offer(ASKED_FOR)
    view.product.setCompleter(None)  # type: ignore[arg-type] # or it changes what is typed
    view.bought_at.clock = view.received_at.clock = workplace.desk.now
    view.photos.join(workplace, after=view.understood)
    grounds = (view.who_scroll.viewport(), view.what_scroll.viewport())
    for ground in (*grounds, view.who_page, view.what_page):
        ground.setAutoFillBackground(False)  # the card shows through


def fault_of(view: CounterForm, name: str) -> ToneLabel:
    """Where a sentence about a field stands."""
    found: ToneLabel = view.findChild(ToneLabel, f"{name}_fault")  # type: ignore[assignment] # the form has it
    return found


class Folds:
    """What is seldom needed is folded away behind a button, with its labels."""

    def __init__(self, view: CounterForm) -> None:
        self._view = view
        self._behind = {
            view.more: ("email", "address"),
            view.goods: ("condition", "accessories"),
            view.find_sale: ("find_words",),
        }
        for button in self._behind:
            button.toggled.connect(lambda _on: self._unfold())
        self._unfold()

    def _unfold(self) -> None:
        for button, names in self._behind.items():
            for name in names:
                line(self._view, name).setVisible(button.isChecked())
                label = self._view.findChild(QLabel, f"{name}_label")
                if label is not None:
                    label.setVisible(button.isChecked())

    def open_for(self, name: str | None) -> None:
        """Unfolds what holds a field."""
        for button, names in self._behind.items():
            if name in names:
                button.setChecked(True)

    def put(self, typed: Typed) -> None:
        """As a form needs it that was just put there."""
        self._view.find_sale.setChecked(False)
        self._view.find_words.clear()
        if typed.blank:
            self._view.more.setChecked(False)
        self._view.goods.setChecked(bool(typed.condition or typed.accessories))
