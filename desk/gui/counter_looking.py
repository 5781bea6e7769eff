"""Looks up what is known while somebody types, and shows it under the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desk.controllers.counter_lookup import Suggestion
from desk.gui import counter_fields as fields
from desk.gui.counter_suggestions import Suggestions
from desk.journal.drafts import Draft

if TYPE_CHECKING:
    from desk.gui.counter import CounterView

FIELDS = ("phone", "name", "nota", "find_words")
_PAUSE = 120  # milliseconds of no typing, after which is looked
_TAKE_KEYS = ("history", "drafts", "similar_hint", "solve_save")
"""Lists that a button opens take the keys; those under a field leave them to it."""


class Looking(QObject):
    """The look-ups of one form."""

    def __init__(self, view: CounterView) -> None:
        super().__init__(view)
        self._view = view
        self._field = ""
        self.suggestions = Suggestions(view)
        self.suggestions.chosen.connect(self._chosen)
        self.suggestions.dropped.connect(self._dropped)
        self.suggestions.wanted.connect(lambda field: self._look(field.objectName()))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(lambda: self._look(self._field))
        for name in FIELDS:
            field = fields.line(view, name)
            field.textEdited.connect(lambda _text, name=name: self._soon(name))
            self.suggestions.serve(field)

    def show_found(self, field: str, found: Sequence[Suggestion]) -> None:
        """A list under the field, or none."""
        self._timer.stop()
        at: QWidget = getattr(self._view, field, None) or getattr(self._view.solution, field)
        self.suggestions.show_at(at, found, focus=field in _TAKE_KEYS)

    def stop(self) -> bool:
        """No list, and none on its way; whether there was one."""
        self._timer.stop()
        shown = self.suggestions.isVisible()
        self.suggestions.close_list()
        return shown

    def _soon(self, name: str) -> None:
        self._field = name
        self._timer.start()

    def _look(self, name: str) -> None:
        field = fields.line(self._view, name)
        if field.hasFocus():
            self._view.counter.look_up(name, field.text())

    def _chosen(self, suggestion: Suggestion) -> None:
        self._view.counter.choose(suggestion)

    def _dropped(self, suggestion: Suggestion) -> None:
        if isinstance(suggestion.found, Draft):
            self._view.counter.discard(suggestion.found)
