"""A checked intake becomes a registration that keeps everything that was typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import asdict

from desk.rules.deciding import decide_register
from desk.rules.entries import ComplaintRegistered
from desk.rules.errors import Refused
from desk.rules.intake import Intake, check
from desk.rules.number import ComplaintNumber
from desk.rules.people import ROLES, Action, Circle, may

NOW = datetime(2026, 6, 19, 2, 12, 30, 500_000, tzinfo=UTC)
NUMBER = ComplaintNumber("1", NOW.date(), 1234)
INTAKE = Intake(id="c1", name="Bapak Hari", nota="1234", what_happened="Rem berat")


def registration(*roles: str, **changes: object) -> ComplaintRegistered:
    """What somebody's intake leads to."""
    intake = Intake(**{**asdict(INTAKE), **changes})
    return decide_register(
        check(intake, NOW),
        number=NUMBER,
        customer="u1",
        phone="+6281234567801",
        circle=Circle("wati", roles or ("staff",)),
    )


def test_a_registration_keeps_everything_that_was_typed() -> None:
    typed = {
        "email": "hari@contoh.example", "address": "Jl. Merdeka 7", "expected": "Rem bekerja",
        "understood": "Rem berat", "serial": "CTH1", "condition": "Kotor", "factor": "product",
        "accessories": ("bel", "kunci"), "asked_for": "repair", "product": "United E-Trifold",
        "bought_at": "2026-06-18", "sold_branch": "4", "safety": True, "files": ("ab" * 32,),
        "channel": "phone",
    }  # fmt: skip
    event = registration(**typed)
    assert {name: getattr(event, name) for name in typed} == typed
    assert (event.name, event.what_happened) == ("Bapak Hari", "Rem berat")
    assert (event.number, event.branch, event.nota) == ("K1202606190001234", "1", 1234)
    assert (event.phone, event.customer) == ("+6281234567801", "u1")
    assert event.received_at == "2026-06-19T09:12:30+07:00"
    assert (event.no_nota, event.order) == (False, "")


def test_a_registration_without_a_nota_keeps_the_order_beside_it() -> None:
    event = registration(no_nota=True, nota="INV/20260618/MPL/1")
    assert (event.no_nota, event.order) == (True, "INV/20260618/MPL/1")


@pytest.mark.parametrize("role", [*ROLES, "owner"])
def test_a_complaint_is_registered_by_those_who_receive_customers(role: str) -> None:
    if may([role], Action.REGISTER):
        assert registration(role).number == str(NUMBER)
    else:
        with pytest.raises(Refused, match="To register a complaint takes another role"):
            registration(role)
