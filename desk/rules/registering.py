"""A checked intake becomes the registration of a complaint."""

from __future__ import annotations

from desk.rules import deciding
from desk.rules.case_entries import ComplaintRegistered
from desk.rules.intake import Checked
from desk.rules.number import ComplaintNumber
from desk.rules.people import Action, Circle


def decide_register(
    checked: Checked, *, number: ComplaintNumber, customer: str, phone: str, circle: Circle
) -> ComplaintRegistered:
    """The registration under `number`, which the caller took within the same transaction."""
    deciding.check(Action.REGISTER, circle)
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
