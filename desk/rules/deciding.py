"""What an act on a complaint leads to: the entry to be written, or a refusal with its reason.

`refusal` is asked before (a greyed button says why), `decide` when it is done. Both look at the
one table of roles in `people.py`, and at what the act says of itself; nothing else decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec.structs import asdict, replace

from desk.rules import intake, people
from desk.rules.acts import (
    ACTS,
    Act,
    Close,
    Contact,
    Extend,
    MakePromise,
    PassOn,
    Scene,
    Solve,
    Start,
)
from desk.rules.complaint import Complaint
from desk.rules.details import check_lengths, clean, converted, known_only, misfit
from desk.rules.entries import ComplaintRegistered, Deed, Event
from desk.rules.errors import Invalid, Refused
from desk.rules.folding import lateness
from desk.rules.intake import Checked
from desk.rules.number import ComplaintNumber
from desk.rules.people import Action, Circle, Colleague, may
from desk.words import Text, say


def refusal(action: Action, circle: Circle, complaint: Complaint | None) -> Text | None:
    """Why this may not be done now by this person; None where it may.

    What only shows when the details are known (an extension without a contact) is refused by
    `decide`.
    """
    reason = people.refusal(circle.roles, action)
    if reason is None and action is Action.REGISTER and circle.sees:
        return None if circle.branch in circle.sees else _ELSEWHERE(code=circle.branch)
    if reason is not None or complaint is None:
        return reason
    if not complaint.number:
        return say("deciding", "The registration of this complaint is not here yet.")
    act = ACTS.get(action, Act)
    return _branch_refusal(circle, complaint) or act.WHEN(complaint) or act.WHO(complaint, circle)


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


def decide(act: Act, complaint: Complaint, circle: Circle, now: datetime) -> Event:
    """The event that `act` leads to. Raises Refused (not now, not by you) or Invalid (a field)."""
    check(act.ACTION, circle, lateness(complaint, now))
    check_lengths(act)
    event = act.event(Scene(complaint, circle, now))
    if not isinstance(event, Deed):
        return event
    notes = (clean(act.note), clean(event.note))
    return replace(
        event,
        happened_at=_happened(act.happened_at or event.happened_at, now),
        note="\n".join(filter(None, notes)),
    )


def _happened(typed: str, now: datetime) -> str:
    """When it was, with an offset; empty where nobody said. Raises Invalid for the future."""
    if not typed.strip():
        return ""
    when = intake.parse_time(typed, field="happened_at")
    intake.check_happened(when, now)
    return when.isoformat(timespec="seconds")


def decide_register(
    checked: Checked, *, number: ComplaintNumber, customer: str, phone: str, circle: Circle
) -> ComplaintRegistered:
    """The registration under `number`, which the caller took within the same transaction."""
    check(Action.REGISTER, circle)
    typed = asdict(checked.intake)
    told = {name: typed[name] for name in ComplaintRegistered.__struct_fields__ if name in typed}
    return ComplaintRegistered(
        **told
        | {
            "number": str(number),
            "branch": number.branch,
            "received_at": checked.received_at.isoformat(timespec="seconds"),
            "nota": number.nota,
            "no_nota": checked.nota is None,
            "order": checked.order,
            "customer": customer,
            "phone": phone,
        }
    )


BY_COMMAND = frozenset(ACTS) - {Action.PRINT_RECEIPT}
"""The actions of the command `act`."""


def act_from_json(action: str, document: object, *, new_id: str) -> Act:
    """The act with these details; `new_id` names a promise. Raises Invalid with the field's name.

    Raises Invalid for the field `action` where it is none that can be done to a complaint.
    """
    if action not in BY_COMMAND:
        raise Invalid(
            say("act_json", "“{typed}” is not an action. It can be: {known}.")(
                typed=action[:40], known=", ".join(sorted(BY_COMMAND))
            ),
            field="action",
        )
    kind = ACTS[Action(action)]
    if not isinstance(document, dict):
        raise misfit("details")
    told = _known(kind, document)
    if kind is Extend and isinstance(contact := told.get("contact"), dict):
        told["contact"] = _known(Contact, contact)
    act = converted(told, kind)
    return replace(act, promise=new_id) if isinstance(act, MakePromise) else act


def _known(kind: type[Act], values: dict[str, Any]) -> dict[str, Any]:
    names = [name for name in kind.__struct_encode_fields__ if name != "other"]  # nobody types ids
    strange = say("act_json", "“{name}” is not a detail of this action.")
    return known_only(names, values, strange, unnamed="details")


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
    """What the one table of roles, and who repaired, leave open to the person who"""
    taken_in = Complaint(id="", number="-", state="received")
    repaired = frozenset({circle.actor})
    solved = Complaint(id="", number="-", state="solved", repaired_by=repaired)
    no_solving = refusal(Action.SOLVE, circle, taken_in)
    no_closing = refusal(Action.CLOSE, circle, solved)
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
    way: ShortWay, *, cause: str, remedy: str, word: Close, to: str, note: str
) -> tuple[Act, ...]:
    """What is done after registering: all the way, up to the customer's word, or handed over."""
    if way.no_solving is not None:
        return (PassOn(to=to, note=note),) if way.receivers else ()
    solved = (Start(), Solve(cause=cause, remedy=remedy))
    return solved if way.no_closing is not None else (*solved, word)
