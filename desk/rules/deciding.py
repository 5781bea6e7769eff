"""What an action on a complaint leads to: the entry to be written, or a refusal with its reason.

`refusal` is asked before (a greyed button says why), the `decide_…` functions when it is done.
Both look at the one table of roles in `people.py`.
"""

from __future__ import annotations

from collections.abc import Collection

from desk.rules import people
from desk.rules.complaint import Complaint
from desk.rules.entries import (
    ComplaintNoted,
    ComplaintRegistered,
    ComplaintWithdrawn,
    ReceiptPrinted,
)
from desk.rules.errors import Invalid, Refused
from desk.rules.intake import Checked, check_length, clean
from desk.rules.number import ComplaintNumber
from desk.rules.people import Action
from desk.words import Text, say

_NEEDS_OPEN = frozenset({Action.WITHDRAW})


def refusal(action: Action, roles: Collection[str], complaint: Complaint | None) -> Text | None:
    """Why this may not be done now by somebody with these roles; None where it may."""
    reason = people.refusal(roles, action)
    if reason is not None or complaint is None:
        return reason
    if not complaint.number:
        return say("deciding", "The registration of this complaint is not here yet.")
    if action in _NEEDS_OPEN and not complaint.open:
        return say("deciding", "Complaint {number} is not open any more. Nothing was changed.")(
            number=complaint.number
        )
    return None


def check(action: Action, roles: Collection[str], complaint: Complaint | None = None) -> None:
    """Raises Refused where `refusal` has a reason."""
    reason = refusal(action, roles, complaint)
    if reason is not None:
        raise Refused(reason)


def decide_register(
    checked: Checked, *, number: ComplaintNumber, customer: str, phone: str, roles: Collection[str]
) -> ComplaintRegistered:
    """The registration under `number`, which the caller took within the same transaction."""
    check(Action.REGISTER, roles)
    typed = checked.intake
    return ComplaintRegistered(
        number=str(number),
        branch=number.branch,
        received_at=checked.received_at.isoformat(timespec="seconds"),
        nota=number.nota,
        no_nota=checked.nota is None,
        order=checked.order,
        channel=typed.channel,
        kind=typed.kind,
        asked_for=typed.asked_for,
        factor=typed.factor,
        product=typed.product,
        bought_at=typed.bought_at,
        sold_branch=typed.sold_branch,
        safety=typed.safety,
        customer=customer,
        files=typed.files,
        name=typed.name,
        phone=phone,
        email=typed.email,
        address=typed.address,
        what_happened=typed.what_happened,
        expected=typed.expected,
        understood=typed.understood,
        serial=typed.serial,
        condition=typed.condition,
        accessories=typed.accessories,
    )


def decide_note(complaint: Complaint, text: str, roles: Collection[str]) -> ComplaintNoted:
    """A line for the colleagues; allowed in every state."""
    check(Action.NOTE, roles, complaint)
    return ComplaintNoted(text=_needed(text, "text", say("deciding", "The note is empty.")))


def decide_withdraw(complaint: Complaint, why: str, roles: Collection[str]) -> ComplaintWithdrawn:
    """Withdrawn by the customer, or entered by mistake; never without a reason."""
    check(Action.WITHDRAW, roles, complaint)
    missing = say("deciding", "Why is it withdrawn? Please give the reason in a few words.")
    return ComplaintWithdrawn(why=_needed(why, "why", missing))


def decide_printed(
    complaint: Complaint, *, paper: str, way: str, roles: Collection[str]
) -> ReceiptPrinted:
    """A receipt went to paper; `copy` counts from 1."""
    check(Action.PRINT_RECEIPT, roles, complaint)
    return ReceiptPrinted(paper=paper, way=way, copy=complaint.receipts + 1)


def _needed(text: str, field: str, missing: Text) -> str:
    cleaned = clean(text)
    if not cleaned:
        raise Invalid(missing, field=field)
    check_length(cleaned, field)
    return cleaned
