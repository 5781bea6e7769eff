"""The keys of the counter: they work, and are listed among all commands, while it is in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from desk.words import say

if TYPE_CHECKING:
    from desk.gui.counter import CounterView

_NAMES = {
    "F2": say("counter", "Go to the phone number"),
    "F3": say("counter", "Earlier complaints of this customer"),
    "F4": say("counter", "No nota"),
    "F6": say("counter", "Attach a photo"),
    "F7": say("counter", "Drafts"),
    "F8": say("counter", "A matter of safety"),
    "F9": say("counter", "Find the sale"),
    "F10": say("counter", "Solve it now, while the customer is here"),
    "F11": say("counter", "Solved cases like this one"),
    "F12": say("counter", "Take the last complaint back: entered by mistake"),
}


class Keys:
    """One action for each key; the buttons that show a key do the same."""

    def __init__(self, view: CounterView) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "F2": lambda: view.go_to("phone"),
            "F3": view.counter.earlier,
            "F4": view.no_nota.click,
            "F6": view.photos.choose_files,
            "F7": view.counter.list_drafts,
            "F8": view.safety.click,
            "F9": view.find_sale.click,
            "F10": view.counter.solve_now,
            "F11": view.aside.go_to_similar,
            "F12": view.counter.undo,
        }
        self._actions = {key: _action(view, key, do) for key, do in deeds.items()}
        buttons = {
            "F3": view.history,
            "F6": view.photo,
            "F7": view.drafts,
            "F10": view.solve,
            "F11": view.similar_hint,
            "F12": view.undo,
        }
        for key, button in buttons.items():
            button.clicked.connect(self._actions[key].trigger)

    def listen(self, *, on: bool) -> None:
        """Whether the keys work now."""
        for action in self._actions.values():
            action.setEnabled(on)

    def reword(self) -> None:
        """Their names, in the language shown."""
        for key, action in self._actions.items():
            action.setText(str(_NAMES[key]))


def _action(view: CounterView, key: str, do: Callable[[], object]) -> QAction:
    action = QAction(view)
    action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _on: do())
    view.addAction(action)
    return action
