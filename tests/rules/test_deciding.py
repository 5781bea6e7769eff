"""What an action leads to: an entry, or a refusal with the reason a greyed button shows too."""

from datetime import UTC, datetime

import pytest

from desk.rules import deciding
from desk.rules.complaint import Complaint, fold
from desk.rules.entries import (
    ComplaintNoted,
    ComplaintRegistered,
    ComplaintWithdrawn,
    ReceiptPrinted,
)
from desk.rules.errors import Invalid, Refused
from desk.rules.intake import LONGEST, Intake, check
from desk.rules.number import ComplaintNumber
from desk.rules.people import ROLES, Action

NOW = datetime(2026, 6, 19, 2, 12, 30, 500_000, tzinfo=UTC)
STAFF = ("staff",)
NUMBER = ComplaintNumber("1", NOW.date(), 1234)
INTAKE = Intake(id="c1", name="Bapak Hari", nota="1234", what_happened="Rem berat")


def registration(roles=STAFF, **changes: object) -> ComplaintRegistered:
    """What a clerk's intake leads to."""
    intake = Intake(**{**vars(INTAKE), **changes})
    return deciding.decide_register(
        check(intake, NOW), number=NUMBER, customer="u1", phone="+6281234567801", roles=roles
    )


@pytest.fixture
def complaint(desk_telling) -> Complaint:
    """An open complaint."""
    desk = desk_telling()
    desk.tell(registration())
    return fold("c1", desk.entries)


@pytest.fixture
def withdrawn(desk_telling) -> Complaint:
    """One that is not open any more."""
    desk = desk_telling()
    desk.tell(registration())
    desk.tell(ComplaintWithdrawn(why="Salah nota"))
    return fold("c1", desk.entries)


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


@pytest.mark.parametrize("roles", [(), ("technician",), ("admin",)])
def test_a_complaint_is_registered_by_those_who_receive_customers(roles) -> None:
    with pytest.raises(Refused, match="To register a complaint takes another role"):
        registration(roles=roles)


def test_a_note_can_be_written_in_every_state(complaint, withdrawn) -> None:
    for each in (complaint, withdrawn):
        event = deciding.decide_note(each, "  Sudah ditelepon\r\nlagi ", ("technician",))
        assert event == ComplaintNoted(text="Sudah ditelepon\nlagi")


def test_a_complaint_is_withdrawn_with_a_reason(complaint) -> None:
    event = deciding.decide_withdraw(complaint, " Salah nota ", STAFF)
    assert event == ComplaintWithdrawn(why="Salah nota")


@pytest.mark.parametrize("text", ["", "  \n ", "\0"])
def test_an_empty_note_and_a_missing_reason_are_asked_for(text, complaint) -> None:
    with pytest.raises(Invalid, match="The note is empty") as note:
        deciding.decide_note(complaint, text, STAFF)
    with pytest.raises(Invalid, match="Why is it withdrawn") as why:
        deciding.decide_withdraw(complaint, text, STAFF)
    assert (note.value.field, why.value.field) == ("text", "why")


def test_a_text_that_no_file_could_carry_is_refused_before_it_is_written(complaint) -> None:
    assert deciding.decide_note(complaint, "x" * LONGEST, STAFF).text == "x" * LONGEST
    with pytest.raises(Invalid, match="This text has 20001 characters") as note:
        deciding.decide_note(complaint, "x" * (LONGEST + 1), STAFF)
    with pytest.raises(Invalid) as why:
        deciding.decide_withdraw(complaint, "x" * (LONGEST + 1), STAFF)
    assert (note.value.field, why.value.field) == ("text", "why")


def test_a_complaint_is_not_withdrawn_twice(withdrawn) -> None:
    with pytest.raises(Refused, match="Complaint K1202606190001234 is not open any more"):
        deciding.decide_withdraw(withdrawn, "Salah nota", STAFF)


def test_each_receipt_counts_one_more(complaint, desk_telling) -> None:
    event = deciding.decide_printed(complaint, paper="a5", way="file", roles=STAFF)
    assert event == ReceiptPrinted(paper="a5", way="file", copy=1)
    desk = desk_telling()
    desk.tell(registration())
    desk.tell(event)
    again = deciding.decide_printed(fold("c1", desk.entries), paper="a5", way="file", roles=STAFF)
    assert again.copy == 2


def test_a_receipt_of_a_withdrawn_complaint_can_still_be_printed(withdrawn) -> None:
    assert deciding.decide_printed(withdrawn, paper="a4", way="printer", roles=STAFF).copy == 1


@pytest.mark.parametrize("action", [Action.NOTE, Action.WITHDRAW, Action.PRINT_RECEIPT])
def test_nothing_is_done_about_a_complaint_whose_registration_is_on_its_way(action) -> None:
    reason = deciding.refusal(action, tuple(ROLES), Complaint(id="c1"))
    assert str(reason) == "The registration of this complaint is not here yet."


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("roles", [(), ("staff",), ("technician",), tuple(ROLES)])
def test_a_greyed_button_gives_the_reason_that_a_refusal_gives(
    action, roles, complaint, withdrawn
) -> None:
    for each in (complaint, withdrawn, None):
        reason = deciding.refusal(action, roles, each)
        if reason is None:
            deciding.check(action, roles, each)
        else:
            with pytest.raises(Refused) as refused:
                deciding.check(action, roles, each)
            assert str(refused.value) == str(reason)


def test_the_role_is_asked_before_the_state(withdrawn) -> None:
    assert "takes another role" in str(deciding.refusal(Action.WITHDRAW, ["admin"], withdrawn))
