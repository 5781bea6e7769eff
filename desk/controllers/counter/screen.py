"""What the counter asks of its screen, and the values that go there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desk.controllers.counter.form import Solution, Typed
from desk.controllers.counter.lookup import SolvedBefore, Suggestion
from desk.paper.receipt import Receipt
from desk.rules.deciding import ShortWay
from desk.rules.errors import DeskError
from desk.words import Text


@dataclass(frozen=True)
class Answer:
    """A way to go on, as a button."""

    label: Text
    do: Callable[[], None]


@dataclass(frozen=True)
class Question:
    """A sentence above the form, with ways to go on; it may stay unanswered while one types."""

    text: Text
    answers: tuple[Answer, ...] = ()
    tone: str = "soon"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What is read aloud to the customer after saving."""

    id: str
    number: str
    grouped: str
    lead: Text
    promise: Text | str
    safety: bool
    may_undo: bool


class CounterScreen(Protocol):
    """What the counter asks of its screen."""

    def typed(self) -> Typed:
        """Every field as it stands; the customer's id is not on the screen."""

    def put(self, typed: Typed) -> None:
        """Shows these values in place of all others; nobody typed them."""

    def usual_channel(self) -> str:
        """The channel of last time."""

    def remember_channel(self, channel: str) -> None:
        """For next time."""

    def suggest(self, field: str, found: Sequence[Suggestion]) -> None:
        """A list under the field, or none."""

    def offer_products(self, products: Sequence[str]) -> None:
        """The lines of the sale, to choose from."""

    def tell_history(self, told: Text | None) -> None:
        """Earlier complaints of whoever stands here."""

    def hint(self, field: str, text: Text, tone: str) -> None:
        """A sentence at a field; the focus stays where it is."""

    def show_faults(self, faults: Sequence[DeskError]) -> None:
        """Each at its field, the focus in the first; those without a field above the form."""

    def ask(self, question: Question, *, at_once: bool) -> None:
        """A question above the form; `at_once` takes the focus there."""

    def settle(self) -> None:
        """No question any more."""

    def show_paper(self, receipt: Receipt | None) -> None:
        """The receipt beside the form; None for an empty sheet."""

    def show_result(self, result: Result | None) -> None:
        """The number, large, until somebody types again."""

    def show_similar(self, found: Sequence[SolvedBefore]) -> None:
        """Solved cases like this one, beside the form; none where there are none."""

    def show_short_way(self, way: ShortWay) -> None:
        """How far whoever is at work may go with “Solve now”."""

    def show_solving(self, solution: Solution) -> None:
        """The panel of “Solve now” with these values, or the form again where it is not `now`."""

    def count_drafts(self, others: int) -> None:
        """How many other drafts wait."""

    def go_to(self, field: str) -> None:
        """Puts the focus into a field."""

    def tell(self, text: Text, undo: Callable[[], None] | None = None) -> None:
        """A toast."""

    def print_receipt(self, complaint: str) -> None:
        """Prints the customer's receipt, beside the window."""

    def show_case(self, number: str) -> None:
        """Goes to a complaint."""
