"""What stands on the screen after saving: the number to read aloud, and by when they will hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.controllers.counter_screen import Result
from desk.words import say

if TYPE_CHECKING:
    from desk.gui.counter import CounterView

SAFETY_WARNING = say("counter", "Please ask the customer not to use it. The receipt says so too.")


def tell_result(view: CounterView, result: Result) -> None:
    """Fills the page, in the language shown."""
    head, _, tail = result.grouped.rpartition(" ")
    view.number_head.setText(head)
    view.number_tail.setText(tail)
    view.result_name.setText(str(result.lead))
    view.result_promise.setText(str(result.promise))
    view.result_safety.tell(SAFETY_WARNING if result.safety else "", "late")
    view.undo.setVisible(result.may_undo)
    view.saved_badge.tell(say("counter", "Saved"), "good")
