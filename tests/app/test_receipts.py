"""What stands on the customer's receipt comes from the complaint as it was saved."""

from __future__ import annotations

import pytest

from desk.app.commands import OnCase
from desk.app.desk import Desk, document_of
from desk.app.papers import receipt_of
from desk.journal.queue import Wanted
from desk.rules.acts import PrintReceipt
from desk.rules.complaint import Complaint
from desk.rules.errors import Refused
from desk.telling.as_json import listed
from tests.app.at_work import Clock, register


def test_a_receipt_says_what_was_saved_and_masks_the_phone(desk: Desk) -> None:
    taken = register(desk, product="United E-Trifold", bought_at="2026-06-18", asked_for="repair")
    receipt = receipt_of(desk, desk.complaint(taken.id))
    assert (receipt.number, receipt.due_at) == (taken.number, taken.due_at)
    assert (receipt.company, receipt.branch) == ("Toko Sepeda Maju", "Hankam Bekasi")
    assert (receipt.customer, receipt.phone) == ("Bapak Hari", "0812••••801")
    assert (receipt.nota, receipt.copy, receipt.served_by) == ("0001234", 1, "Sari")
    assert taken.number in receipt.qr


def test_each_copy_says_which_one_it_is(desk: Desk) -> None:
    taken = register(desk)
    desk.do(OnCase(complaint=taken.id, act=PrintReceipt(paper="a5", way="printer")))
    complaint = desk.complaint(taken.id)
    assert receipt_of(desk, complaint).copy == 2
    assert receipt_of(desk, complaint, copy=1).copy == 1


def test_without_a_nota_the_receipt_shows_the_order_or_nothing(desk: Desk) -> None:
    order = register(desk, "INV/2026/0099", channel="marketplace")
    none = register(desk, "", no_nota=True)
    notas = [receipt_of(desk, desk.complaint(one.id)).nota for one in (order, none)]
    assert notas == ["INV/2026/0099", ""]


def test_a_complaint_whose_registration_is_not_here_has_no_receipt(desk: Desk) -> None:
    with pytest.raises(Refused, match="not here yet"):
        receipt_of(desk, Complaint(id="somewhere else"))


def test_the_json_of_a_complaint_shows_absent_facts_as_empty(desk: Desk, clock: Clock) -> None:
    register(desk, "", no_nota=True, phone="")
    clock.turn(hours=25)
    (row,) = desk.queue(Wanted())
    told = document_of(desk, desk.complaint(row.id))
    assert told["sale"]["nota"] is None
    assert (told["sale"]["bought_at"], told["fault"], told["flag"]) == (None, None, None)
    assert (told["late"], told["bucket"]) == (True, "open_late")
    assert listed(row, desk.now())["late"] is True
    nowhere = document_of(desk, Complaint(id="somewhere else"))
    assert (nowhere["number"], nowhere["sale"], nowhere["due_at"]) == ("", {}, None)
