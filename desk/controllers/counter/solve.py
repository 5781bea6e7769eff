"""“Solve now at the counter”: from what was typed to everything that is done in one sitting."""

from __future__ import annotations

from msgspec.structs import replace

from desk.app.desk import Desk
from desk.controllers.counter.form import Solution
from desk.rules.acts import Act, Close
from desk.rules.choices import Choices
from desk.rules.complaint import Complaint
from desk.rules.deciding import ShortWay, steps
from desk.rules.details import clean
from desk.rules.errors import DeskError, Invalid
from desk.words import Text, say

DECLINED = "declined"
SCORES: Choices = {
    "1": say("counter", "Not at all satisfied"),
    "2": say("counter", "Hardly satisfied"),
    "3": say("counter", "Fairly satisfied"),
    "4": say("counter", "Satisfied"),
    "5": say("counter", "Very satisfied"),
    DECLINED: say("counter", "Rather not say"),
}
_LOW = frozenset({"1", "2"})


def asks_why(solution: Solution) -> bool:
    """Whether the customer is asked what was missing."""
    return solution.score in _LOW


def with_receiver(solution: Solution, way: ShortWay) -> Solution:
    """Whom it goes to: the one who was chosen, or the first who could."""
    known = {one.id for one in way.receivers}
    first = way.receivers[0].id if way.receivers else ""
    return replace(solution, to=solution.to if solution.to in known else first)


def faults(solution: Solution, way: ShortWay) -> list[DeskError]:
    """What is missing in the panel; of a case that is handed over nothing is asked."""
    if way.no_solving is not None:
        return []
    asked = {"cause": solution.cause, "remedy": solution.remedy}
    if way.no_closing is None:
        asked |= {"answer": solution.answer, "score": solution.score}
        if asks_why(solution):
            asked["why"] = solution.why
    return [
        Invalid(_MISSING[name], field=name) for name, typed in asked.items() if not clean(typed)
    ]


_MISSING = {
    "cause": say("counter", "What was the cause? A few words are enough."),
    "remedy": say("counter", "What helped? A few words are enough."),
    "answer": say("counter", "What does the customer say? Choose one of the three."),
    "score": say("counter", "How satisfied are they? “Rather not say” is an answer too."),
    "why": say("counter", "A low score asks why. Please ask the customer, and write it down."),
}


def acts_of(solution: Solution, way: ShortWay) -> tuple[Act, ...]:
    """What follows the registration."""
    word = Close(
        answer=solution.answer,
        score=int(solution.score) if solution.score.isdecimal() else None,
        entered_by=solution.entered_by,
        why=solution.why if asks_why(solution) else "",
    )
    return steps(
        way,
        cause=solution.cause,
        remedy=solution.remedy,
        word=word,
        to=with_receiver(solution, way).to,
        note=_note(solution),
    )


def _note(solution: Solution) -> str:
    """What was seen at the counter, for the colleague who goes on."""
    lines = []
    if clean(solution.cause):
        lines.append(say("counter", "Cause, as seen at the counter: {cause}")(cause=solution.cause))
    if clean(solution.remedy):
        told = say("counter", "Remedy, as seen at the counter: {remedy}")
        lines.append(told(remedy=solution.remedy))
    return "\n".join(map(str, lines))


def reason(way: ShortWay) -> Text | None:
    """Why the whole way is not this person's to go, and what happens instead."""
    if way.no_solving is not None and way.receivers:
        return say(
            "counter",
            "Another role calls it solved: the case is handed over at once, with what you write "
            "here.",
        )
    if way.no_solving is not None:
        return say(
            "counter", "Another role calls it solved, and nobody here has it. It is taken in."
        )
    if way.closers:
        told = say(
            "counter",
            "It is saved as solved. The customer’s word is asked by somebody else: {names}.",
        )
        return told(names=", ".join(way.closers))
    if way.no_closing is not None:
        return say(
            "counter", "It is saved as solved. Closing with the customer takes another role."
        )
    return None


def label(way: ShortWay) -> Text:
    """What the button promises."""
    return say("counter", "Hand over now") if way.no_solving else say("counter", "Solve now")


def title(way: ShortWay) -> Text:
    """What the panel is for."""
    if way.no_solving is not None:
        return say("counter", "Hand over now, with what was seen at the counter")
    return say("counter", "Solve now, while the customer is here")


def main_label(way: ShortWay) -> Text:
    """What the main button of the panel does."""
    if way.no_solving is not None:
        return say("counter", "Save, hand over and print   Ctrl+Enter")
    if way.no_closing is not None:
        return say("counter", "Save as solved and print   Ctrl+Enter")
    return say("counter", "Save, close and print   Ctrl+Enter")


def lead(desk: Desk, complaint: Complaint) -> Text | None:
    """What is said of a complaint that went on in the same sitting; None of one that did not."""
    name = complaint.registered.name if complaint.registered else ""
    if complaint.state == "closed":
        return say("counter", "Solved and closed with {name}’s own word. Thank you.")(name=name)
    if complaint.answer == "not_agreed":
        told = say("counter", "{name} does not agree: it stays open and goes up. They hear by")
        return told(name=name)
    if complaint.state == "solved":
        told = say("counter", "Solved. A colleague asks {name} whether they agree, by")
        return told(name=name)
    if complaint.offered_to:
        told = say("counter", "Handed over to {colleague}. {name} will hear from us by")
        return told(colleague=desk.name_of(complaint.offered_to), name=name)
    return None
