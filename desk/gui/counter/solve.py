"""The panel of “Solve now”: cause, what helped, and the customer's word, beside who and what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
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
from desk.controllers.counter.lookup import SolvedBefore, as_suggestions
from desk.controllers.counter.solve import SCORES
from desk.gui.counter.parts import KeyButton, Segments
from desk.gui.counter.similar import caption
from desk.gui.kit import forms, i18n
from desk.gui.kit.badge import ToneLabel
from desk.gui.kit.widgets import PlainEdit, choose, offer, tip
from desk.rules.choices import ANSWERS, ENTERED_BY
from desk.rules.deeds import ShortWay

if TYPE_CHECKING:
    from desk.gui.counter.view import CounterView


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


_PAUSE = 400  # milliseconds of no typing, after which is looked


class Aside(QObject):
    """The similar cases and the panel of “Solve now” of one form."""

    def __init__(self, view: CounterView) -> None:
        super().__init__(view)
        self._view = view
        self._way: ShortWay | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(view.counter.look_for_similar)
        view.what_happened.textChanged.connect(self._timer.start)
        view.product.editTextChanged.connect(lambda _text: self._timer.start())
        view.similar.chosen.connect(view.counter.use_similar)
        view.solution.left.connect(view.counter.solve_later)
        view.solution.wanted.connect(view.primary)

    def stop(self) -> None:
        """Nothing is looked up any more."""
        self._timer.stop()

    def show_similar(self, found: Sequence[SolvedBefore]) -> None:
        """At the side; a line in the form stands for it where there is no side."""
        self._timer.stop()
        self._view.similar.show_cases(found)
        self.fold()

    def fold(self) -> None:
        """The line is there while the side is not."""
        view = self._view
        number = len(view.similar.cases)
        view.similar_hint.setText(str(caption(number)))
        view.similar_hint.setVisible(bool(number) and view.paper.isHidden())

    def go_to_similar(self) -> None:
        """F11: to the list at the side, or it opens over the form."""
        view = self._view
        if view.paper.isHidden():
            at = "solve_save" if view.solution.isVisible() else "similar_hint"
            view.suggest(at, as_suggestions(view.similar.cases))
        else:
            view.similar.take_focus()

    def show_way(self, way: ShortWay) -> None:
        """The button says how far it goes, and why not further."""
        self._way = way
        self._view.solution.show_way(way)
        self.reword()

    def show_solving(self, solution: Solution) -> None:
        """The panel, or the form again."""
        view = self._view
        view.solution.write(solution)
        view.middle.setCurrentWidget(view.solution if solution.now else view.form_page)

    def reword(self) -> None:
        """In the language shown."""
        self.fold()
        if self._way is not None:
            button, why = self._view.solve, words_of.reason(self._way)
            button.setText(str(words_of.label(self._way)))
            button.setAccessibleDescription(str(why or ""))
            tip(button, why or "")
