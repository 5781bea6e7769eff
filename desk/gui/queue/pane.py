"""The reading pane of the Queue: the Case in small, or several complaints at once.

Below its buttons is the place where a note or a reason is typed; Esc puts it away and keeps what
was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from desk.controllers.case.acts import CaseAct
from desk.controllers.case.controller import Page, Panel
from desk.controllers.queue import words
from desk.controllers.queue.reading import Chosen, Reading
from desk.gui.case.parts import BadgeRow, see_through
from desk.gui.case.screen import CaseWidget, StorySheet
from desk.gui.kit import forms, notify
from desk.gui.kit.widgets import EmptyState, NextStep, PlainEdit, tip
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.words import Text


class CasePane(CaseWidget):
    """Shows what is chosen; `left` says that the keyboard belongs to the list again."""

    left = Signal()

    pages: QStackedWidget
    none_page: QWidget
    none: EmptyState
    several_page: QWidget
    several: EmptyState
    print_drawer: QFrame
    print_question: QLabel
    print_all: QPushButton
    print_none: QPushButton
    copy_all: QPushButton
    case_page: QWidget
    number: QLabel
    copy_number: QToolButton
    marks: BadgeRow
    next_step: NextStep
    note_button: QPushButton
    print_button: QPushButton
    withdraw_button: QPushButton
    note_drawer: QFrame
    text: PlainEdit
    save_note: QPushButton
    leave_note: QPushButton
    withdraw_drawer: QFrame
    why: PlainEdit
    withdraw_now: QPushButton
    leave_open: QPushButton
    body: QScrollArea
    story: StorySheet
    note_action: QAction
    copy_action: QAction
    print_action: QAction
    withdraw_action: QAction

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "queue_pane")
        self._show: Callable[[], None] = lambda: None
        self._question: Text | None = None
        self._deeds = {
            Action.NOTE: (self.note_action, self.note_button),
            Action.PRINT_RECEIPT: (self.print_action, self.print_button),
            Action.WITHDRAW: (self.withdraw_action, self.withdraw_button),
        }
        self._drawers = {
            Action.NOTE: (self.note_drawer, self.text),
            Action.WITHDRAW: (self.withdraw_drawer, self.why),
        }
        for drawer in (self.note_drawer, self.withdraw_drawer, self.print_drawer):
            drawer.hide()
        self.known.widen()
        see_through(self.body)
        forms.language.changed.connect(self._retell)

    def begin(self, workplace: Workplace) -> Reading:
        """Joins the pane to the desk; gives what carries out its gestures."""
        reading = Reading(workplace.desk, self)
        self.join_case(workplace, reading.case)
        for action, buttons, do in (
            (self.note_action, (self.note_button,), partial(reading.case.begin, Action.NOTE)),
            (self.copy_action, (self.copy_number, self.copy_all), reading.copy_numbers),
            (self.print_action, (self.print_button,), reading.print_receipts),
            (
                self.withdraw_action,
                (self.withdraw_button,),
                partial(reading.case.begin, Action.WITHDRAW),
            ),
        ):
            action.triggered.connect(partial(_without_state, do))
            for button in buttons:
                button.clicked.connect(action.trigger)
        self.several.chosen.connect(self.print_action.trigger)
        for button in (self.save_note, self.withdraw_now, self.print_all):
            button.clicked.connect(partial(_without_state, reading.primary))
        for button in (self.leave_note, self.leave_open, self.print_none):
            button.clicked.connect(partial(_without_state, reading.put_away))
        for field in (self.text, self.why):
            field.textChanged.connect(partial(self._typed, field))
        return reading

    def _typed(self, field: PlainEdit) -> None:
        if self._panel is not None and field is self._field:
            self._case.typed({**self._panel.values, field.objectName(): field.toPlainText()})
            self._typing.start()

    @property
    def _field(self) -> PlainEdit | None:
        """What is typed into, where a place for it is open."""
        deed = Action(self._panel.deed.name) if self._panel is not None else None
        return self._drawers[deed][1] if deed in self._drawers else None

    def show_page(self, page: Page) -> None:
        if self._page is None or self._page.id != page.id:
            self.body.verticalScrollBar().setValue(0)
        self._page = page
        self._show = partial(self._show_case, page)
        self._show()

    def _retell(self) -> None:
        self._show()

    def _show_case(self, page: Page) -> None:
        self.number.setText(page.head.grouped)
        self.marks.show_badges(page.head.marks)
        self.next_step.tell(page.step.told)
        promises = tuple(replace(owed, open=False) for owed in page.known.promises)
        known = replace(page.known, promises=promises)  # read here, kept or broken in the case
        self.known.show_known(known, page.head.warnings, page.links)
        self.story.show_moments(page.timeline)
        begun = page.quick[Action.NOTE].begun
        self._label(Action.NOTE, words.GO_ON_NOTE if begun else words.NOTE)
        self._label(Action.PRINT_RECEIPT, words.print_label(page.receipts))
        self.copy_action.setEnabled(True)
        for name, offered in page.quick.items():
            self._allow(Action(name), offered.refused)
        self.pages.setCurrentWidget(self.case_page)

    def show_chosen(self, chosen: Chosen) -> None:
        self._page = None
        self._show = partial(self._show_chosen, chosen)
        self._show()

    def _show_chosen(self, chosen: Chosen) -> None:
        label = f"{chosen.print_label}   {self.print_action.shortcut().toString()}"
        self.several.tell("queue", chosen.sentence, label if chosen.no_print is None else "")
        self.none.tell("receipt", chosen.sentence)
        self.print_all.setText(f"{chosen.print_label}   Ctrl+Enter")
        self.print_question.setText(str(self._question or ""))
        self.copy_action.setEnabled(chosen.number > 0)
        for name in (Action.NOTE, Action.WITHDRAW):
            self._allow(name, chosen.not_one)
        self._allow(Action.PRINT_RECEIPT, chosen.no_print)
        self.show_panel(None, focus=False)
        self.pages.setCurrentWidget(self.several_page if chosen.number else self.none_page)

    def _label(self, name: Action, label: Text) -> None:
        action, button = self._deeds[name]
        button.setText(f"{label}   {action.shortcut().toString()}")

    def _allow(self, name: Action, refused: Text | None) -> None:
        action, button = self._deeds[name]
        for part in (action, button):
            part.setEnabled(refused is None)
        tip(button, refused or "")

    def show_question(self, question: Text | None) -> None:
        """The second yes before many papers; the safe button has the keyboard."""
        self._question = question
        self.print_question.setText(str(question or ""))
        self.print_drawer.setVisible(question is not None)
        if question is not None:
            self.print_none.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_panel(self, panel: Panel | None, *, focus: bool) -> None:
        """The place for a note or a reason; None puts it away."""
        self._panel = panel
        notify.clear_faults(self)
        for name, (drawer, _field) in self._drawers.items():
            drawer.setVisible(panel is not None and panel.deed.name == name)
        field = self._field
        if panel is None or field is None:
            return
        text = panel.values[field.objectName()]
        if field.toPlainText() != text:
            field.setPlainText(text)
        if focus:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, fault: DeskError) -> None:
        if notify.at_field(self, fault):
            return
        if self._field is not None:
            notify.field_fault(self._field, fault.text)
        else:
            super().refuse(fault)

    def did(self, deed: CaseAct, number: str) -> None:
        """With the number: the list may have gone on to the next."""
        self.tell(words.DID(number=number, done=deed.done))

    def want(self, what: str, complaint: str, kind: str) -> None:
        """Nothing here opens anything else."""

    def leave(self) -> None:
        """Whoever is at work now may not see it; what is chosen is looked up anew."""
        self.left.emit()

    def focus_main(self) -> None:
        self.left.emit()

    def focus_case(self) -> None:
        """The keyboard is here now: arrows read, Tab goes on to the buttons."""
        if self.pages.currentWidget() is self.several_page:
            self.copy_all.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.pages.currentWidget() is self.case_page:
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)


def _without_state(do: Callable[[], object], *_checked: bool) -> None:
    do()
