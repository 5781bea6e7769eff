"""The closing: the customer's word, then the screen turned for five faces, then thanks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from desk.controllers.closing import LOW, Closing
from desk.gui.kit import forms, notify
from desk.gui.kit.widgets import PlainEdit, ToneLabel
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import Text, say

ANSWERS = ("agreed", "partly", "not_agreed")
_SCORES = range(1, 6)


class ClosingDialog(QDialog):
    """Shows and emits; `desk.controllers.closing` decides."""

    ended = Signal(str)

    pages: QStackedWidget
    word_page: QWidget
    score_page: QWidget
    thanks_page: QWidget
    number: QLabel
    question: QLabel
    what_was_done: QLabel
    agreed: QPushButton
    partly: QPushButton
    not_agreed: QPushButton
    answer_fault: ToneLabel
    not_agreed_words: QLabel
    words: PlainEdit
    refusal: ToneLabel
    leave: QPushButton
    staff_score: QPushButton
    turn_screen: QPushButton
    declined: QPushButton
    why_label: QLabel
    why: PlainEdit
    why_fault: ToneLabel
    score_back: QPushButton
    # `done` is QDialog's own; the form's button is found by its name
    thanks: QLabel
    thanks_more: QLabel
    finish: QPushButton

    def __init__(self, workplace: Workplace, complaint: str, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "closing")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._complaint = complaint
        self._by_customer = True
        self._controller = Closing(workplace.desk, self, complaint)
        self._scores = self._group([getattr(self, f"face_{n}") for n in _SCORES])
        self._eases = self._group([getattr(self, f"ease_{n}") for n in _SCORES])
        self._join()
        self._controller.begin()
        self._show_why()
        self.pages.setCurrentWidget(self.word_page)
        self.resize(920, 600)
        forms.language.changed.connect(self._retell)

    face_1: QToolButton
    face_2: QToolButton
    face_3: QToolButton
    face_4: QToolButton
    face_5: QToolButton
    ease_1: QPushButton
    ease_2: QPushButton
    ease_3: QPushButton
    ease_4: QPushButton
    ease_5: QPushButton
    done_button: QPushButton

    def _group(self, buttons: list[QToolButton] | list[QPushButton]) -> QButtonGroup:
        group = QButtonGroup(self)
        group.setExclusive(True)
        for at, button in enumerate(buttons, start=1):
            group.addButton(button, at)
        return group

    def _join(self) -> None:
        self.turn_screen.clicked.connect(lambda: self._ask_score(by_customer=True))
        self.staff_score.clicked.connect(lambda: self._ask_score(by_customer=False))
        self.leave.clicked.connect(self.reject)
        self.score_back.clicked.connect(self._back)
        self.done_button.clicked.connect(self._close_case)
        self.finish.clicked.connect(self.accept)
        self._scores.idClicked.connect(lambda _score: self._scored())
        self.declined.clicked.connect(self._decline)
        for name in ANSWERS:
            getattr(self, name).clicked.connect(lambda _on=False: self.answer_fault.tell(""))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(self._primary)
            self.addAction(action)

    def _primary(self) -> None:
        page = self.pages.currentWidget()
        if page is self.word_page:
            self._ask_score(by_customer=True)
        elif page is self.score_page:
            self._close_case()
        else:
            self.accept()

    @property
    def answer(self) -> str:
        """What the customer said; empty while nothing was chosen."""
        return next((name for name in ANSWERS if getattr(self, name).isChecked()), "")

    @property
    def score(self) -> int | None:
        """The face that was chosen; None for “rather not”."""
        chosen = self._scores.checkedId()
        return chosen if chosen in _SCORES else None

    def _ask_score(self, *, by_customer: bool) -> None:
        if not self.answer:
            self.answer_fault.tell(
                say("closing", "What does the customer say? Choose one of the three."), "late"
            )
            self.agreed.setFocus()
            return
        self._by_customer = by_customer
        self.pages.setCurrentWidget(self.score_page)
        self.face_3.setFocus()

    def _scored(self) -> None:
        self.declined.setChecked(False)
        self._show_why()
        (self.why if self.score in LOW else self.done_button).setFocus()

    def _decline(self) -> None:
        self._scores.setExclusive(False)
        for button in self._scores.buttons():
            button.setChecked(False)
        self._scores.setExclusive(True)
        self.declined.setChecked(True)
        self._show_why()
        self.done_button.setFocus()

    def _show_why(self) -> None:
        low = self.score in LOW
        for part in (self.why_label, self.why):
            part.setVisible(low)
        self.why_fault.tell("")

    def _close_case(self) -> None:
        notify.clear_faults(self)
        self.refusal.tell("")
        if self.score is None and not self.declined.isChecked():
            self.why_fault.tell(
                say("closing", "Please choose a face, or “rather not say”."), "late"
            )
            self.face_3.setFocus()
            return
        ease = self._eases.checkedId()
        self._controller.close(
            answer=self.answer,
            score=self.score,
            ease=ease if ease in _SCORES else None,
            words=self.words.toPlainText(),
            why=self.why.toPlainText(),
            by_customer=self._by_customer,
        )

    def show_case(self, number: str, question: Text, what_was_done: Text | str) -> None:
        self.number.setText(number)
        self.question.setText(str(question))
        self.what_was_done.setText(str(what_was_done))

    def show_where_it_goes(self, words: Text) -> None:
        self.not_agreed_words.setText(str(words))

    def show_fault(self, fault: DeskError) -> None:
        """At the field, or on the first page."""
        if fault.field == "why":
            self.why_fault.tell(fault.text, "late")
            self.why.setFocus()
            return
        self.pages.setCurrentWidget(self.word_page)
        self.refusal.tell(fault.text, "late")

    def show_thanks(self, thanks: Text, more: Text) -> None:
        self.thanks.setText(str(thanks))
        self.thanks_more.setText(str(more))
        self.pages.setCurrentWidget(self.thanks_page)
        self.finish.setFocus()
        self.ended.emit(self._complaint)

    def _back(self) -> None:
        self.pages.setCurrentWidget(self.word_page)
        self.turn_screen.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a face on the turned screen; Esc goes one step back."""
        page = self.pages.currentWidget()
        if event.key() == Qt.Key.Key_Escape and page is self.score_page:
            self._back()
        elif page is self.score_page and event.text() in {"1", "2", "3", "4", "5"}:
            self._scores.button(int(event.text())).click()
        elif page is self.score_page and event.text() == "0":
            self._decline()
        else:
            super().keyPressEvent(event)

    def _retell(self) -> None:
        self._controller.begin()
