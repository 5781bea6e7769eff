"""The receipt of a complaint that is still being typed: everything but a number that is taken."""

from __future__ import annotations

from datetime import date, datetime

from desk import phones
from desk.app.desk import Desk
from desk.controllers.counter_form import Typed, intake_of
from desk.journal import numbers
from desk.paper.receipt import Receipt
from desk.rules.choices import ASKED_FOR
from desk.rules.clock import due_after
from desk.rules.errors import Refused
from desk.rules.intake import Intake
from desk.rules.number import ComplaintNumber, nota_in
from desk.telling.typed import day_in, moment_in

NOT_REAL = "PREVIEW"
"""What both codes say until the complaint is saved."""
_UNKNOWN = "·······"


def preview_of(desk: Desk, typed: Typed) -> Receipt:
    """The receipt as it would print now; its codes say only that it is not real."""
    now = desk.now()
    intake = intake_of(typed, "", now)
    received = received_at(typed, now)
    number = _predicted(desk, intake, received.date())
    shop = desk.shop
    return Receipt(
        company=shop.company,
        branch=shop.branch_name,
        address=shop.address,
        reach=shop.reach,
        number=NOT_REAL,
        grouped=number.grouped if number else f"K{shop.branch} {received.date()} {_UNKNOWN}",
        received_at=received,
        due_at=due_after(received),
        customer=intake.name,
        phone=phones.masked(phones.normal(intake.phone) or intake.phone),
        product=intake.product,
        nota=_nota(intake),
        bought_at=day_in(typed.bought_at, now.astimezone().date()),
        asked_for=ASKED_FOR.get(intake.asked_for),
        what_happened=intake.what_happened or "…",
        understood=intake.understood,
        safety=intake.safety,
        condition=intake.condition,
        accessories=intake.accessories,
        served_by=desk.actor.name if desk.actor else "",
        qr=NOT_REAL,
    )


def received_at(typed: Typed, now: datetime) -> datetime:
    """The moment typed for a late entry, in local time; now where none can be read."""
    return moment_in(typed.received_at, now, ahead=False) or now.astimezone()


def nota_of(intake: Intake) -> int | None:
    """The nota that goes into the number; None where there is none, or none yet."""
    return None if intake.no_nota else nota_in(intake.nota) or None


def _predicted(desk: Desk, intake: Intake, day: date) -> ComplaintNumber | None:
    """The number that saving would take now; None while it is not known."""
    nota = nota_of(intake)
    if nota is None and not intake.no_nota and not _order(intake):
        return None
    shop = desk.shop
    try:
        return numbers.free_number(
            desk.journal.store,
            node=desk.journal.node,
            branch=shop.branch,
            letter=shop.letter,
            day=day,
            nota=nota,
        )
    except Refused:  # the series is used up: saving says so
        return None


def _nota(intake: Intake) -> str:
    nota = nota_of(intake)
    return _order(intake) if nota is None else f"{nota:07}"


def _order(intake: Intake) -> str:
    """The reference of an order that is kept in place of a nota."""
    return intake.nota if intake.no_nota or intake.channel == "marketplace" else ""
