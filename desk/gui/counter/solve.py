"""The panel of “Solve now”: cause, what helped, and the customer's word, beside who and what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desk.controllers.counter import solve as words_of
from desk.controllers.counter.form import Solution
from desk.controllers.counter.solve import SCORES
from desk.gui.counter.parts import KeyButton, Segments
from desk.gui.kit import forms, i18n
from desk.gui.kit.widgets import PlainEdit, ToneLabel, choose, offer
from desk.rules.choices import ANSWERS, ENTERED_BY
from desk.rules.deciding import ShortWay

_DIGITS = "123450"  # “rather not say” is 0, as on the turned screen


class SolvePanel(QFrame):
    """Shows and tells; `changed` when something was typed, `left` to go back to the form."""

    changed = Signal()
    left = Signal()
    wanted = Signal()

    solve_title: QLabel
    reason: ToneLabel
    solve_scroll: QScrollArea
    solve_body: QWidget
    cause: PlainEdit
    remedy: PlainEdit
    to_group: QWidget
    to: QComboBox
    word_group: QWidget
    answer: Segments
    score: Segments
    why_group: QWidget
    why: QLineEdit
    entered_by: QComboBox
    solve_back: KeyButton
    solve_save: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "counter_solve", KeyButton, Segments)
        self._way: ShortWay | None = None
        self._now = self._putting = False
        self.answer.offer(ANSWERS)
        self.score.offer(SCORES, keys=_DIGITS)
        offer(self.entered_by, ENTERED_BY)
        for ground in (self.solve_scroll.viewport(), self.solve_body):
            ground.setAutoFillBackground(False)  # the card shows through
        self._join()
        i18n.live(self, self._reword)

    def _join(self) -> None:
        for story in (self.cause, self.remedy):
            story.fewest = 2
            story.textChanged.connect(self._typed)
        for words in (self.answer, self.score):
            words.changed.connect(self._typed)
        for combo in (self.to, self.entered_by):
            combo.activated.connect(self._typed)
        self.why.textEdited.connect(self._typed)
        self.solve_back.clicked.connect(self.left)
        self.solve_save.clicked.connect(self.wanted)

    def _typed(self) -> None:
        if not self._putting:
            self._show_why()
            self.changed.emit()

    def read(self) -> Solution:
        """Every field as it stands."""
        return Solution(
            now=self._now,
            cause=self.cause.toPlainText(),
            remedy=self.remedy.toPlainText(),
            answer=self.answer.chosen,
            score=self.score.chosen,
            why=self.why.text(),
            entered_by=str(self.entered_by.currentData() or "staff"),
            to=str(self.to.currentData() or ""),
        )

    def write(self, solution: Solution) -> None:
        """Shows these values; what stands there already is left alone, with its cursor."""
        self._putting, self._now = True, solution.now
        for story, text in ((self.cause, solution.cause), (self.remedy, solution.remedy)):
            if story.toPlainText() != text:
                story.setPlainText(text)
        self.answer.choose(solution.answer)
        self.score.choose(solution.score)
        if self.why.text() != solution.why:
            self.why.setText(solution.why)
        choose(self.entered_by, solution.entered_by)
        if solution.to:
            choose(self.to, solution.to)
        self._putting = False
        self._show_why()

    def show_way(self, way: ShortWay) -> None:
        """Asks for what whoever is at work may do."""
        if way == self._way:
            return
        self._way, chosen = way, self.to.currentData()
        self.to.clear()
        for one in way.receivers:
            self.to.addItem(one.name, one.id)
        self.to.setCurrentIndex(max(self.to.findData(chosen), 0) if way.receivers else -1)
        self.to_group.setVisible(bool(way.receivers))
        self.word_group.setVisible(way.no_solving is None and way.no_closing is None)
        self._reword()

    def _show_why(self) -> None:
        self.why_group.setVisible(words_of.asks_why(self.read()))

    def _reword(self) -> None:
        if self._way is not None:
            self.solve_title.setText(str(words_of.title(self._way)))
            self.reason.tell(words_of.reason(self._way) or "", "soon")
            self.solve_save.setText(str(words_of.main_label(self._way)))
