"""What is wrong stands at its field, in words, until the field is changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.kit.notify import at_field, clear_faults, field_fault
from desk.gui.kit.widgets import PhoneEdit, PlainEdit, ToneLabel
from desk.rules.errors import Invalid, Refused
from desk.words import say

WRONG = say("test", "A nota has 1 to 7 digits.")


class Form(QWidget):
    """Each field with a place for its fault below."""

    def __init__(self) -> None:
        super().__init__()
        self.nota, self.category = QLineEdit(), QComboBox()
        self.phone, self.what, self.taken_in = PhoneEdit(), PlainEdit(), QCheckBox("Taken in")
        self.lonely = QLineEdit()
        self.category.addItems(["Brakes", "Battery"])
        layout = QVBoxLayout(self)
        for name in ("nota", "category", "phone", "what", "taken_in"):
            field, fault = getattr(self, name), ToneLabel()
            field.setObjectName(name)
            fault.setObjectName(f"{name}_fault")
            layout.addWidget(field)
            layout.addWidget(fault)
        self.lonely.setObjectName("lonely")
        layout.addWidget(self.lonely)

    def fault(self, name: str) -> str:
        """The sentence that is seen at a field."""
        label = self.findChild(ToneLabel, f"{name}_fault")
        return label.text() if label.isVisible() else ""


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_the_sentence_stands_at_the_field_and_the_clerk_is_taken_there(
    qtbot: QtBot, form: Form
) -> None:
    field_fault(form.nota, WRONG)
    assert form.fault("nota") == "A nota has 1 to 7 digits."
    assert form.nota.accessibleDescription() == "A nota has 1 to 7 digits."
    qtbot.waitUntil(form.nota.hasFocus)


def test_the_first_change_takes_it_away_and_keeps_what_was_typed(qtbot: QtBot, form: Form) -> None:
    form.nota.setText("abc")
    field_fault(form.nota, WRONG)
    qtbot.keyClicks(form.nota, "1")
    assert (form.fault("nota"), form.nota.accessibleDescription()) == ("", "")
    assert form.nota.text() == "abc1"
    field_fault(form.nota, WRONG)
    assert form.fault("nota") != ""


CHANGES: dict[str, Callable[[Form], None]] = {
    "category": lambda form: form.category.setCurrentIndex(1),
    "phone": lambda form: form.phone.setText("0812"),
    "what": lambda form: form.what.setPlainText("Ngerem berat"),
    "taken_in": lambda form: form.taken_in.click(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_kind_of_field_knows_when_it_is_changed(form: Form, name: str) -> None:
    field_fault(getattr(form, name), WRONG)
    assert form.fault(name) != ""
    CHANGES[name](form)
    assert form.fault(name) == ""


def test_a_refusal_finds_its_field_by_name(form: Form) -> None:
    assert at_field(form, Invalid(WRONG, field="nota"))
    assert form.fault("nota") == str(WRONG)


def test_a_refusal_without_a_field_here_is_left_to_others(form: Form) -> None:
    assert not at_field(form, Invalid(WRONG, field="branch"))
    assert not at_field(form, Invalid(WRONG, field="lonely"))
    assert not at_field(form, Refused(WRONG))


def test_before_the_next_try_all_sentences_go(form: Form) -> None:
    for name in ("nota", "phone"):
        field_fault(getattr(form, name), WRONG)
    clear_faults(form)
    assert (form.fault("nota"), form.fault("phone")) == ("", "")


def test_two_forms_with_the_same_field_are_not_mixed_up(qtbot: QtBot) -> None:
    window, first, second = QWidget(), Form(), Form()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for form in (first, second):
        layout.addWidget(form)
    with qtbot.waitExposed(window):
        window.show()
    field_fault(second.nota, WRONG)
    assert (first.fault("nota"), second.fault("nota")) == ("", str(WRONG))


def test_a_field_without_a_place_for_its_fault_is_a_fault_of_the_form(form: Form) -> None:
    with pytest.raises(LookupError, match="lonely_fault"):
        field_fault(form.lonely, WRONG)
