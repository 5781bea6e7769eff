"""What an act on a complaint leads to: the entries to be written, or a refusal with its reason.

`refusal` is asked before (a greyed button says why), `decide` when it is done. Both look at the
one table of roles in `people.py`, and at the state; nothing else decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desk.rules import people
from desk.rules.complaint import Complaint
from desk.rules.errors import Refused
from desk.rules.people import Action, Circle
from desk.words import Text, say

_ANY_STATE = frozenset(
    {
        Action.NOTE,
        Action.CONTACT,
        Action.CORRECT,
        Action.ATTACH,
        Action.LINK,
        Action.PRINT_RECEIPT,
        Action.KEEP,
        Action.BREAK,
    }
)
_WHILE_HANDLED = frozenset(
    {
        Action.PASS_ON,
        Action.START,
        Action.EXTEND,
        Action.EXAMINE,
        Action.WAIT,
        Action.SOLVE,
    }
)


def refusal(action: Action, circle: Circle, complaint: Complaint | None) -> Text | None:
    """Why this may not be done now by this person; None where it may.

    What only shows when the details are known (an extension without a contact) is refused by
    `deeds.decide`.
    """
    reason = people.refusal(circle.roles, action)
    if reason is None and action is Action.REGISTER and circle.sees:
        return None if circle.branch in circle.sees else _ELSEWHERE(code=circle.branch)
    if reason is not None or complaint is None:
        return reason
    if not complaint.number:
        return say("deciding", "The registration of this complaint is not here yet.")
    return (
        _branch_refusal(circle, complaint)
        or _state_refusal(action, complaint)
        or _person_refusal(action, circle, complaint)
    )


_ELSEWHERE = say(
    "deciding",
    "What is taken in here belongs to branch {code}, whose cases you do not see. Let a colleague "
    "take it in.",
)


def check_sees(circle: Circle, complaint: Complaint) -> None:
    """Raises Refused where the complaint is none of the actor's branches'."""
    reason = _branch_refusal(circle, complaint)
    if reason is not None:
        raise Refused(reason)


def _branch_refusal(circle: Circle, complaint: Complaint) -> Text | None:
    codes = {code for code, _, _ in complaint.branches}
    if not circle.sees or circle.sees & codes:
        return None
    return say(
        "deciding",
        "Complaint {number} belongs to branches that are not yours. Nothing was changed.",
    )(number=complaint.number)


def check(action: Action, circle: Circle, complaint: Complaint | None = None) -> None:
    """Raises Refused where `refusal` has a reason."""
    reason = refusal(action, circle, complaint)
    if reason is not None:
        raise Refused(reason)


def _state_refusal(action: Action, complaint: Complaint) -> Text | None:
    if action in _ANY_STATE:
        return None
    special = _SPECIAL.get(action)
    if special is not None:
        return special(complaint)
    if not complaint.open:
        return _NOT_OPEN(number=complaint.number)
    if action in _WHILE_HANDLED and complaint.state == "solved":
        return _SOLVED(number=complaint.number)
    return None


_SOLVED = say(
    "deciding",
    "Complaint {number} is solved and waits for the customer's word. Nothing was changed.",
)
_NOT_OPEN = say("deciding", "Complaint {number} is not open any more. Nothing was changed.")


def _extend(complaint: Complaint) -> Text | None:
    if not complaint.open:
        return _NOT_OPEN(number=complaint.number)
    if complaint.state == "solved":
        return _SOLVED(number=complaint.number)
    if complaint.round_late:
        return say(
            "deciding",
            "It is late already: more time is agreed before the moment passes. Nothing was "
            "changed. Call the customer, apologise, and promise a new moment.",
        )
    return None


def _accept(complaint: Complaint) -> Text | None:
    if not complaint.offered_to and not complaint.offered_branch:
        return say("deciding", "Nobody hands this complaint over. Nothing was changed.")
    return None


def _confirm(complaint: Complaint) -> Text | None:
    if not complaint.fault:
        return say("deciding", "There is no judgement to confirm yet. Nothing was changed.")
    if complaint.confirmed_by:
        return say("deciding", "The judgement is confirmed already. Nothing was changed.")
    return None


def _close(complaint: Complaint) -> Text | None:
    if not complaint.open:
        return _NOT_OPEN(number=complaint.number)
    if complaint.state != "solved":
        return say(
            "deciding",
            "Complaint {number} is not solved yet, so it cannot be closed. Nothing was changed.",
        )(number=complaint.number)
    return None


def _reopen(complaint: Complaint) -> Text | None:
    if complaint.state != "closed":
        return say("deciding", "Only a closed complaint is reopened. Nothing was changed.")
    return None


def _settle(complaint: Complaint) -> Text | None:
    if not complaint.conflicts:
        return say("deciding", "Nothing contradicts itself here. Nothing was changed.")
    return None


def _judge(complaint: Complaint) -> Text | None:
    if complaint.state == "withdrawn":
        return _NOT_OPEN(number=complaint.number)
    return None


_SPECIAL = MappingProxyType(
    {
        Action.EXTEND: _extend,
        Action.ACCEPT: _accept,
        Action.DECLINE: _accept,
        Action.CONFIRM_JUDGEMENT: _confirm,
        Action.CLOSE: _close,
        Action.REOPEN: _reopen,
        Action.JUDGE: _judge,
        Action.SETTLE: _settle,
    }
)


def _person_refusal(action: Action, circle: Circle, complaint: Complaint) -> Text | None:
    if action in {Action.ACCEPT, Action.DECLINE} and not _offered_to(circle, complaint):
        return say("deciding", "It is handed over to {name}, who answers. Nothing was changed.")(
            name=_receiver(circle, complaint)
        )
    if action is Action.CONFIRM_JUDGEMENT and complaint.judged_by == circle.actor:
        return _other_than(circle, action, {complaint.judged_by}, _ANALYST)
    if action is Action.CLOSE and circle.actor in complaint.repaired_by:
        return _other_than(circle, action, complaint.repaired_by, _REPAIRER)
    return None


def _offered_to(circle: Circle, complaint: Complaint) -> bool:
    """Whether the actor is the one, or at the branch, to whom it is handed over."""
    if complaint.offered_to:
        return complaint.offered_to == circle.actor
    return complaint.offered_branch == circle.branch


def _receiver(circle: Circle, complaint: Complaint) -> Text | str:
    if complaint.offered_to:
        return circle.name_of(complaint.offered_to)
    return say("deciding", "branch {code}")(code=complaint.offered_branch)


_ANALYST = say(
    "deciding",
    "Somebody other than the one who judged confirms the judgement: {names}. Nothing was changed.",
)
_REPAIRER = say(
    "deciding",
    "Who repaired does not close; somebody else asks the customer: {names}. Nothing was changed.",
)


def _other_than(
    circle: Circle, action: Action, involved: set[str] | frozenset[str], reason: Text
) -> Text | None:
    """The reason where somebody else could do it; None where there is nobody else."""
    others = circle.others_who_may(action, involved)
    return reason(names=", ".join(others)) if others else None


def alone(action: Action, circle: Circle, complaint: Complaint) -> bool:
    """Whether the actor does what somebody else should, since there is nobody else."""
    involved: Mapping[Action, frozenset[str]] = {
        Action.CONFIRM_JUDGEMENT: frozenset({complaint.judged_by}),
        Action.CLOSE: complaint.repaired_by,
    }
    return circle.actor in involved.get(action, frozenset())
