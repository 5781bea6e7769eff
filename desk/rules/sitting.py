"""How far somebody may take a complaint while the customer stands there (domain.md, section 3)."""

from __future__ import annotations

from dataclasses import dataclass

from desk.rules import acts, deciding
from desk.rules.complaint import Complaint
from desk.rules.people import Action, Circle, Colleague, may
from desk.words import Text


@dataclass(frozen=True, kw_only=True)
class ShortWay:
    """Why this person may not solve, or not close; None where they may.

    `receivers` could go on instead; `closers` are the names of those who may ask the customer.
    """

    no_solving: Text | None
    no_closing: Text | None
    receivers: tuple[Colleague, ...] = ()
    closers: tuple[str, ...] = ()


def short_way(circle: Circle) -> ShortWay:
    """What the one table of roles, and who repaired, leave open to the person who acts."""
    taken_in = Complaint(id="", number="-", state="received")
    repaired = frozenset({circle.actor})
    solved = Complaint(id="", number="-", state="solved", repaired_by=repaired)
    no_solving = deciding.refusal(Action.SOLVE, circle, taken_in)
    no_closing = deciding.refusal(Action.CLOSE, circle, solved)
    return ShortWay(
        no_solving=no_solving,
        no_closing=no_closing,
        receivers=_receivers(circle) if no_solving else (),
        closers=tuple(circle.others_who_may(Action.CLOSE, repaired)) if no_closing else (),
    )


def _receivers(circle: Circle) -> tuple[Colleague, ...]:
    """Who may solve it, supervisors first; where nobody may, who takes complaints on at all."""
    others = [one for one in circle.colleagues if one.id != circle.actor]
    takers = [one for one in others if may(one.roles, Action.ACCEPT)]
    solvers = [one for one in takers if may(one.roles, Action.SOLVE)]
    return tuple(sorted(solvers or takers, key=lambda one: "supervisor" not in one.roles))


def steps(
    way: ShortWay, *, cause: str, remedy: str, word: acts.Close, to: str, note: str
) -> tuple[acts.Act, ...]:
    """What is done after registering: all the way, up to the customer's word, or handed over."""
    if way.no_solving is not None:
        return (acts.PassOn(to=to, note=note),) if way.receivers else ()
    solved = (acts.Start(), acts.Solve(cause=cause, remedy=remedy))
    return solved if way.no_closing is not None else (*solved, word)
