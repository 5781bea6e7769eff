"""What helps beside the form: solved cases like this one, and the short way through all states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk.controllers import counter_solve as words_of
from desk.controllers.counter_form import Solution
from desk.controllers.counter_lookup import SolvedBefore
from desk.controllers.counter_similar import as_suggestions
from desk.gui.counter_similar import caption
from desk.gui.widgets import tip
from desk.rules.sitting import ShortWay

if TYPE_CHECKING:
    from desk.gui.counter import CounterView

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
