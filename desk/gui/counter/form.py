"""The counter's form: its widgets by their names, and every field read, shown and heard alike.

A fact of `rules.facts` is a field by its name alone: what it is, the form says.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from desk.controllers.counter.form import Typed
from desk.gui.counter.parts import DayEdit, KeyButton, MomentEdit, Notice, Segments, StepMark
from desk.gui.counter.photos import PhotoStrip
from desk.gui.counter.solve import SimilarCases, SolvePanel
from desk.gui.kit import forms
from desk.gui.kit.preview import PdfPreview
from desk.gui.kit.widgets import (
    Badge,
    BigLabel,
    ElidedLabel,
    PhoneEdit,
    PlainEdit,
    ToneLabel,
    choose,
    offer,
)
from desk.gui.kit.workplace import Workplace
from desk.rules.choices import ASKED_FOR, CHANNELS, FACTORS
from desk.rules.facts import Asked
from desk.words import say


class CounterForm(QWidget):
    """The form `ui/counter.ui`, loaded."""

    notice: Notice
    who_card: QFrame
    who_scroll: QScrollArea
    who_page: QWidget
    what_scroll: QScrollArea
    what_page: QWidget
    more: KeyButton
    goods: KeyButton
    phone: PhoneEdit
    history: KeyButton
    find_sale: KeyButton
    find_words: QLineEdit
    nota: QLineEdit
    no_nota: KeyButton
    product: QComboBox
    bought_at: DayEdit
    channel: QComboBox
    received_at: MomentEdit
    middle: QStackedWidget
    form_page: QFrame
    listen_mark: StepMark
    what_happened: PlainEdit
    apologise_mark: StepMark
    asked_for: Segments
    solve_mark: StepMark
    understood: PlainEdit
    safety: KeyButton
    safety_note: ToneLabel
    photo: KeyButton
    photos: PhotoStrip
    factor: QComboBox
    similar_hint: KeyButton
    park: KeyButton
    drafts: KeyButton
    solve: KeyButton
    save: QPushButton
    solution: SolvePanel
    result_page: QFrame
    saved_badge: Badge
    number_head: BigLabel
    number_tail: BigLabel
    result_name: QLabel
    result_promise: QLabel
    result_safety: ToneLabel
    print_again: KeyButton
    undo: KeyButton
    paper: QFrame
    preview: PdfPreview
    printer: ElidedLabel
    similar: SimilarCases

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "counter")
        self._fields: dict[str, _Field] = {}
        for name in NAMES:
            field = self.findChild(QWidget, name)
            if field is None:
                raise forms.FormFault(f"The form counter.ui should have a field “{name}”.")
            setattr(self, name, field)
            self._fields[name] = _Field(field)

    def typed(self) -> Typed:
        """Every field as it stands."""
        return Typed(
            **{name: field.read() for name, field in self._fields.items()},
            files=self.photos.photos,
            solution=self.solution.read(),
        )

    def write(self, typed: Typed) -> None:
        """Shows these values; what stands there already is left alone, with its cursor."""
        for name, field in self._fields.items():
            if field.read() != getattr(typed, name):
                field.write(getattr(typed, name))
        self.photos.put(typed.files)
        self.solution.write(typed.solution)

    def hear(self, typed: Callable[[], None]) -> None:
        """Calls `typed` for whatever a person, or the program in their name, writes or chooses."""
        signals = (field.changed for field in self._fields.values())
        for signal in (*signals, self.photos.changed, self.solution.changed):
            signal.connect(lambda *_: typed())

    def line(self, name: str) -> QLineEdit:
        """A field of one line."""
        found: QLineEdit = self.findChild(QLineEdit, name)  # type: ignore[assignment] # the form has it
        return found

    def fault_of(self, name: str) -> ToneLabel:
        """Where a sentence about a field stands."""
        found: ToneLabel = self.findChild(ToneLabel, f"{name}_fault")  # type: ignore[assignment] # the form has it
        return found

    def fill_choices(self, workplace: Workplace) -> None:
        """What can be chosen, by whose clock days are counted, and where photos are kept."""
        offer(self.channel, CHANNELS)
        offer(self.factor, {"": say("counter", "not clear yet"), **FACTORS})
        self.asked_for.offer(ASKED_FOR)
        self.product.setCompleter(None)  # type: ignore[arg-type] # or it changes what is typed
        self.bought_at.clock = self.received_at.clock = workplace.desk.now
        self.photos.join(workplace, after=self.understood)
        grounds = (self.who_scroll.viewport(), self.what_scroll.viewport())
        for ground in (*grounds, self.who_page, self.what_page):
            ground.setAutoFillBackground(False)  # the card shows through


NAMES = (*Asked.__struct_fields__, "nota", "no_nota", "received_at", "accessories")
"""The fields of `Typed` that are one widget."""


class _Field:
    """One field: how it is read and filled, and what it tells when a person changes it."""

    def __init__(self, field: QWidget) -> None:
        match field:
            case QLineEdit():
                self._be(field.text, field.setText, field.textEdited)
            case QPlainTextEdit():
                self._be(field.toPlainText, field.setPlainText, field.textChanged)
            case QPushButton():
                self._be(field.isChecked, field.setChecked, field.clicked)
            case Segments():
                self._be(lambda: field.chosen, field.choose, field.changed)
            case QComboBox() if field.isEditable():
                self._be(field.currentText, field.setEditText, field.editTextChanged)
            case QComboBox():
                chosen = partial(choose, field)
                self._be(lambda: str(field.currentData() or ""), chosen, field.activated)

    def _be(
        self, read: Callable[[], Any], write: Callable[[Any], None], changed: SignalInstance
    ) -> None:
        self.read, self.write, self.changed = read, write, changed


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
                self._view.line(name).setVisible(button.isChecked())
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
