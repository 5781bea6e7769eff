"""To whom a case can be handed over: colleagues here, a branch, or somebody of another branch."""

from __future__ import annotations

from desk.app.desk import Desk
from desk.controllers.queue_cells import branch_words
from desk.rules.complaint import Complaint
from desk.rules.people import Action, Colleague, may
from desk.words import Text, say

Offered = tuple[tuple[str, Text | str], ...]
"""What can be chosen, by its key."""


def branches(desk: Desk) -> Offered:
    """The branches, this one first; none where no other is known."""
    here = desk.shop.branch
    found = desk.branches
    ordered = sorted(found, key=lambda one: one[0] != here)
    names = dict(found)
    return (
        tuple((code, branch_words(code, names)) for code, _ in ordered)
        if names.keys() - {here}
        else ()
    )


def people(desk: Desk, case: Complaint, branch: str) -> Offered:
    """Who takes complaints on at `branch` (empty: here); where it is not there yet, anybody."""
    circle = desk.circle
    here = branch in ("", circle.branch)
    found = circle.colleagues if here else _of(branch, circle.elsewhere)
    named = tuple(
        (one.id, one.name)
        for one in found
        if one.id != circle.actor and may(one.roles, Action.ACCEPT)
    )
    anybody = bool(branch) and branch != case.at_branch
    return (("", say("case", "Whoever works there")), *named) if anybody else named


def _of(branch: str, colleagues: tuple[Colleague, ...]) -> tuple[Colleague, ...]:
    return tuple(one for one in colleagues if one.branch == branch)


def likely(desk: Desk, case: Complaint) -> str:
    """Whom it most likely goes to: the one supervisor, or the one colleague there is."""
    circle = desk.circle
    others = [one for one in circle.colleagues if one.id != circle.actor]
    leading = [one for one in others if "supervisor" in one.roles]
    daily = [one for one in leading if "admin" not in one.roles]
    found = daily or leading or others
    waiting = case.offered_to or case.offered_branch
    return found[0].id if len(found) == 1 and not waiting else ""
