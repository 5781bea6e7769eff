"""The customer's receipt: what stands on it, taken from the complaint as it stands."""

from __future__ import annotations

from datetime import datetime

from desk import phones
from desk.app.desk import Desk
from desk.paper.receipt import Receipt
from desk.rules.choices import ASKED_FOR
from desk.rules.complaint import Complaint
from desk.rules.errors import Refused
from desk.rules.number import parse_number
from desk.words import say


def receipt_of(desk: Desk, complaint: Complaint, *, copy: int | None = None) -> Receipt:
    """What the receipt of `complaint` says; the next copy, where `copy` is not given.

    Raises Refused where the registration is not here, Trouble where the keys cannot be read.
    """
    facts = complaint.registered
    if facts is None or complaint.received_at is None or complaint.due_at is None:
        raise Refused(say("receipts", "The registration of this complaint is not here yet."))
    number = parse_number(complaint.number)
    shop = desk.shop
    return Receipt(
        company=shop.company,
        branch=shop.branch_name,
        address=shop.address,
        reach=shop.reach,
        number=complaint.number,
        grouped=number.grouped if number else complaint.number,
        received_at=complaint.received_at,
        due_at=complaint.due_at,
        customer=facts.name,
        phone=phones.masked(facts.phone),
        product=facts.product,
        nota=facts.order or ("" if facts.no_nota else f"{facts.nota:07}"),
        bought_at=complaint.bought_at,
        asked_for=ASKED_FOR.get(facts.asked_for),
        what_happened=facts.what_happened,
        understood=facts.understood,
        safety=facts.safety,
        condition=facts.condition,
        accessories=facts.accessories,
        served_by=desk.name_of(complaint.served_by),
        copy=complaint.receipts + 1 if copy is None else copy,
        qr=_sealed(desk, complaint, received_at=complaint.received_at, due_at=complaint.due_at),
    )


def _sealed(desk: Desk, complaint: Complaint, *, received_at: datetime, due_at: datetime) -> str:
    """Brings the cryptography with it, which no window needs before its first receipt."""
    from desk.exchange.seal import seal

    return seal(
        desk.keys,
        number=complaint.number,
        received_at=received_at,
        due_at=due_at,
        head=complaint.head or b"",
    )
