"""What head office sends back is seen at the branch: names of its people, a branch's new name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from desk.app.commands import AddStaff, NameBranch
from desk.app.desk import document_of
from desk.app.papers import choose_logo, logo_of, receipt_of
from desk.controllers.case.controller import linked
from desk.rules.acts import Decline, LinkTo, Note, PassOn
from desk.rules.errors import Refused
from tests.app.company import OFFICE, Company


def test_who_acted_at_head_office_has_a_name_at_the_branch(company: Company) -> None:
    case = company.register("1").id
    company.meet()
    company.office.do(AddStaff(name="Ibu Wulan", roles=("head_office",)))
    company.office.sign_in("Ibu Wulan")
    company.act(OFFICE, case, Note(text="Tolong hari ini."))
    company.office.sign_in("Admin 9")
    company.bring(OFFICE, "1")
    desk = company.desks["1"]
    timeline = document_of(desk, desk.complaint(case))["timeline"]
    assert [line["actor"] for line in timeline] == ["Admin 1", "Ibu Wulan"]


def test_a_branch_that_head_office_renamed_has_its_new_name_on_receipts(company: Company) -> None:
    case = company.register("1").id
    company.meet()
    named = NameBranch(code="1", name="Hankam Baru", address="Jl. Hankam 7", reach="WA 0812")
    company.office.do(named)
    company.bring(OFFICE, "1")
    desk = company.desks["1"]
    receipt = receipt_of(desk, desk.complaint(case))
    assert "Hankam Baru" in receipt.branch
    assert (receipt.address, receipt.reach) == ("Jl. Hankam 7", "WA 0812")


def test_a_branch_names_no_other_branch(company: Company) -> None:
    with pytest.raises(Refused, match="Other branches are named at head office"):
        company.desks["1"].do(NameBranch(code="2", name="Depok"))


def test_a_case_shows_where_it_is_and_its_links_from_both_sides(company: Company) -> None:
    one, other = company.register("1"), company.register("2")
    company.meet()
    company.act(OFFICE, one.id, LinkTo(number=other.number, link="same_matter"))
    company.act(OFFICE, one.id, PassOn(branch="2"))
    company.meet()
    office = company.office
    told = document_of(office, office.complaint(one.id))
    assert (told["branch"], told["at_branch"], told["branches"]) == ("1", "2", ["1", "2"])
    assert told["links"] == [{"number": other.number, "id": other.id, "as": "same_matter"}]
    back = document_of(office, office.complaint(other.id))
    assert back["links"] == [{"number": one.number, "id": one.id, "as": "same_matter"}]
    company.act("2", one.id, Decline(why="Stok kosong"))
    company.meet()
    assert document_of(office, office.complaint(one.id))["at_branch"] == "1"


def test_a_linked_case_of_another_branch_says_why_it_cannot_be_opened(company: Company) -> None:
    one, other = company.register("1"), company.register("2")
    company.meet()
    company.act(OFFICE, one.id, LinkTo(number=other.number, link="related"))
    company.meet()
    (link,) = linked(company.desks["1"], company.desks["1"].complaint(one.id))
    assert (link.number[:2], str(link.how)) == ("K2", "Related")
    assert "not at this desk" in str(link.refused)
    (known,) = linked(company.office, company.office.complaint(one.id))
    assert known.refused is None


def test_the_logo_of_head_office_stands_on_the_branchs_papers(
    company: Company, tmp_path: Path
) -> None:
    company.meet()
    file = tmp_path / "logo.png"
    Image.new("RGB", (900, 300), (200, 30, 30)).save(file)
    choose_logo(company.office, file)
    company.bring(OFFICE, "1")
    assert logo_of(company.desks["1"]) == logo_of(company.office) != b""
