"""What helps beside the form: solved cases like this one, and the short way through all states."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from desk.controllers.counter import solve as words_of
from desk.controllers.counter.controller import Counter
from desk.controllers.counter.form import Solution
from desk.controllers.counter.lookup import SolvedBefore, Suggestion, as_suggestions
from desk.gui.counter.form import CounterForm
from desk.gui.counter.similar import caption
from desk.gui.kit.widgets import tip
from desk.rules.deciding import ShortWay

_PAUSE = 400  # milliseconds of no typing, after which is looked


class Aside(QObject):
    """The similar cases and the panel of “Solve now” of one form."""

    def __init__(
        self,
        form: CounterForm,
        counter: Counter,
        *,
        save: Callable[[], None],
        suggest: Callable[[str, Sequence[Suggestion]], None],
    ) -> None:
        super().__init__(form)
        self._form = form
        self._suggest = suggest
        self._way: ShortWay | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(counter.look_for_similar)
        form.what_happened.textChanged.connect(self._timer.start)
        form.product.editTextChanged.connect(lambda _text: self._timer.start())
        form.similar.chosen.connect(counter.use_similar)
        form.solution.left.connect(counter.solve_later)
        form.solution.wanted.connect(save)

    def stop(self) -> None:
        """Nothing is looked up any more."""
        self._timer.stop()

    def show_similar(self, found: Sequence[SolvedBefore]) -> None:
        """At the side; a line in the form stands for it where there is no side."""
        self._timer.stop()
        self._form.similar.show_cases(found)
        self.fold()

    def fold(self) -> None:
        """The line is there while the side is not."""
        form = self._form
        number = len(form.similar.cases)
        form.similar_hint.setText(str(caption(number)))
        form.similar_hint.setVisible(bool(number) and form.paper.isHidden())

    def go_to_similar(self) -> None:
        """F11: to the list at the side, or it opens over the form."""
        form = self._form
        if form.paper.isHidden():
            at = "solve_save" if form.solution.isVisible() else "similar_hint"
            self._suggest(at, as_suggestions(form.similar.cases))
        else:
            form.similar.take_focus()

    def show_way(self, way: ShortWay) -> None:
        """The button says how far it goes, and why not further."""
        self._way = way
        self._form.solution.show_way(way)
        self.reword()

    def show_solving(self, solution: Solution) -> None:
        """The panel, or the form again."""
        form = self._form
        form.solution.write(solution)
        form.middle.setCurrentWidget(form.solution if solution.now else form.form_page)

    def reword(self) -> None:
        """In the language shown."""
        self.fold()
        if self._way is not None:
            button, why = self._form.solve, words_of.reason(self._way)
            button.setText(str(words_of.label(self._way)))
            button.setAccessibleDescription(str(why or ""))
            tip(button, why or "")
