"""The customer's receipt: what stands on it, taken from the complaint as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from desk import phones
from desk.app.desk import Desk
from desk.app.papers_of_case import about, nota_of, registration
from desk.paper.receipt import Receipt
from desk.rules.choices import ASKED_FOR
from desk.rules.complaint import Complaint
from desk.words import Text, say

_OUTCOMES: Mapping[str, Text] = MappingProxyType(
    {
        "solved": say("receipts", "Solved on"),
        "closed": say("receipts", "Solved on"),
        "withdrawn": say("receipts", "Withdrawn on"),
    }
)
"""States in which no answer is owed any more, and how a receipt says so."""


def receipt_of(desk: Desk, complaint: Complaint, *, copy: int | None = None) -> Receipt:
    """What the receipt of `complaint` says; the next copy, where `copy` is not given.

    Raises Refused where the registration is not here, Trouble where the keys cannot be read.
    """
    facts, received, due = registration(complaint)
    ended = complaint.ended_at if complaint.state in _OUTCOMES else None
    return Receipt(
        **about(desk, complaint),
        received_at=received,
        due_at=due,
        ended_at=ended,
        outcome=_OUTCOMES.get(complaint.state),
        remedy=complaint.remedy,
        customer=facts.name,
        phone=phones.masked(facts.phone),
        product=facts.product,
        nota=nota_of(facts),
        bought_at=complaint.bought_at,
        asked_for=ASKED_FOR.get(facts.asked_for),
        what_happened=facts.what_happened,
        understood=facts.understood,
        safety=facts.safety and (ended is None or complaint.state == "withdrawn"),
        condition=facts.condition,
        accessories=facts.accessories,
        served_by=desk.name_of(complaint.served_by),
        copy=complaint.receipts + 1 if copy is None else copy,
        qr=_sealed(desk, complaint, received_at=received, due_at=due),
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
