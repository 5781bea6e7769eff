"""What stands on the papers beside the receipt comes from the case as it was saved."""

from __future__ import annotations

import json

import pytest

from desk.app.commands import DescribeShop, OnCase
from desk.app.desk import Desk
from desk.app.papers import (
    brief_paper,
    comment_card_of,
    decision_of,
    leaflet_of,
    receipt_of,
    tag_of,
    worksheet_of,
)
from desk.paper.brief import brief_pdf
from desk.rules.acts import Contact, Examine, Solve, Withdraw
from desk.rules.complaint import Complaint
from desk.rules.errors import Refused
from tests.app.at_work import Clock, register

FACTS = {
    "product": "United E-Trifold",
    "serial": "UTF-1",
    "safety": True,
    "condition": "lecet",
    "accessories": ("lampu", "kunci"),
    "asked_for": "repair",
}


@pytest.fixture
def case(desk: Desk) -> Complaint:
    return desk.complaint(register(desk, **FACTS).id)


def again(desk: Desk, case: Complaint) -> Complaint:
    return desk.complaint(case.id)


def test_the_tag_tells_number_goods_and_danger(desk: Desk, case: Complaint) -> None:
    tag = tag_of(desk, case)
    assert (tag.number, tag.grouped) == (case.number, "K1 2026-06-19 0001234")
    assert (tag.product, tag.serial, tag.safety) == ("United E-Trifold", "UTF-1", True)
    assert (tag.condition, tag.accessories) == ("lecet", ("lampu", "kunci"))


def test_the_technicians_sheet_keeps_said_and_found_apart(desk: Desk, case: Complaint) -> None:
    blank = worksheet_of(desk, case)
    assert (blank.said, blank.found, blank.cause, blank.remedy) == ("Rem berat", "", "", "")
    act = Examine(found="kabel terjepit", cause="salah rute", remedy="dipindah")
    desk.do(OnCase(complaint=case.id, act=act))
    filled = worksheet_of(desk, again(desk, case))
    assert (filled.said, filled.found) == ("Rem berat", "kabel terjepit")
    assert (filled.cause, filled.remedy) == ("salah rute", "dipindah")


def test_the_brief_on_paper_says_what_the_screen_says(desk: Desk, case: Complaint) -> None:
    said = "Kami periksa. " * 40
    act = Contact(direction="out", how="phone", answered=True, said=said)
    desk.do(OnCase(complaint=case.id, act=act))
    brief = brief_paper(desk, again(desk, case))
    assert brief.step
    assert ("Customer", "Bapak Hari") in [(str(label), str(value)) for label, value in brief.who]
    [spoken] = brief.said
    assert said.startswith(spoken.words[:200])
    assert brief_pdf(brief, paper="a5", language="id").startswith(b"%PDF-")


def test_a_comment_card_belongs_to_a_case_or_to_none(desk: Desk, case: Complaint) -> None:
    assert comment_card_of(desk, case).number == case.number
    assert comment_card_of(desk).number == ""


def test_the_decision_is_written_in_the_companys_words_or_in_ones_own(
    desk: Desk, case: Complaint
) -> None:
    prepared = decision_of(desk, case, language="id")
    assert "K1 2026-06-19 0001234" in prepared.text
    assert decision_of(desk, case, language="id", text="Begini.").text == "Begini."


@pytest.mark.parametrize(
    ("act", "outcome"),
    [
        (Solve(cause="rute", remedy="dipindah"), "Solved on"),
        (Withdraw(why="salah catat"), "Withdrawn on"),
    ],
)
def test_a_receipt_of_a_case_that_ended_promises_nothing(
    desk: Desk, case: Complaint, act: Solve | Withdraw, outcome: str
) -> None:
    assert receipt_of(desk, case).ended_at is None
    desk.do(OnCase(complaint=case.id, act=act))
    receipt = receipt_of(desk, again(desk, case))
    assert receipt.ended_at == desk.now()
    assert str(receipt.outcome) == outcome
    assert receipt.safety is (outcome == "Withdrawn on")


@pytest.mark.parametrize("make", [tag_of, worksheet_of])
def test_a_case_whose_registration_is_not_here_has_no_papers(desk: Desk, make: object) -> None:
    assert callable(make)
    with pytest.raises(Refused, match="not here yet"):
        make(desk, Complaint(id="somewhere else"))


@pytest.mark.parametrize(("language", "hours"), [("en", "24 hours"), ("id", "24 jam")])
def test_the_leaflet_tells_steps_hours_and_where_else_to_turn(
    desk: Desk, language: str, hours: str
) -> None:
    written = leaflet_of(desk, language=language)
    assert written.faults == ()
    assert len(written.leaflet.steps) == 5
    assert all(what and how for what, how in written.leaflet.steps)
    assert hours in written.leaflet.promise
    assert "BPSK" in written.leaflet.elsewhere


def test_the_company_writes_its_own_leaflet(desk: Desk, clock: Clock) -> None:
    own = desk.home.folder / "leaflet" / "id.json"
    own.parent.mkdir()
    own.write_text(json.dumps({"title": "Komplain?", "steps": ["Datang\nke toko"], "promise": 24}))
    written = leaflet_of(desk, language="id")
    assert written.leaflet.title == "Komplain?"
    assert written.leaflet.steps == (("Datang", "ke toko"),)
    assert "24 jam" in written.leaflet.promise
    assert ["leaflet/id.json" in str(fault) for fault in written.faults] == [True]


def test_the_companys_own_words_on_where_else_to_turn_name_shop_branch_and_reach(
    desk: Desk,
) -> None:
    shop = desk.shop
    desk.do(
        DescribeShop(company=shop.company, branch_name=shop.branch_name, reach="0812 9000 1100")
    )
    own = desk.home.folder / "messages" / "id.json"
    own.parent.mkdir()
    told = "Atau ke pemilik {shop}, cabang {branch}: {reach}."
    own.write_text(json.dumps({"parts": {"elsewhere": [told]}}))
    written = leaflet_of(desk, language="id")
    assert written.leaflet.elsewhere == (
        f"Atau ke pemilik {shop.company}, cabang {shop.branch_name}: 0812 9000 1100."
    )
