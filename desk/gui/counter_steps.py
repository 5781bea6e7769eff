"""The four steps of the counter: which are done, and the question of safety in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.controllers.counter_form import Typed
from desk.gui.counter_result import SAFETY_WARNING
from desk.words import say

if TYPE_CHECKING:
    from desk.gui.counter import CounterView


def mark_steps(view: CounterView, typed: Typed) -> None:
    """A tick at each step that was taken."""
    view.listen_mark.set_done(done=bool(typed.what_happened.strip()))
    view.apologise_mark.set_done(done=bool(typed.asked_for))
    view.solve_mark.set_done(done=bool(typed.understood.strip()))
    say_safety(view)


def say_safety(view: CounterView) -> None:
    """Whether it is a matter of safety, and what then is to be said."""
    yes = view.safety.isChecked()
    said = say("counter", "Safety: yes") if yes else say("counter", "Safety: no")
    view.safety.setText(str(said))
    view.safety_note.tell(SAFETY_WARNING if yes else "", "late")
