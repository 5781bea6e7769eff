"""Head office by command: branches, people of branches, whose cases somebody sees, and links."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.app.at_work import Clock
from tests.app.company import OFFICE, Company, found
from tests.cli.running import Shop, complaint

ADMIN = {"DESK_USER": "Admin 9"}


@pytest.fixture
def company(tmp_path: Path) -> Company:
    """A complaint of branch 1 and one of branch 2 at head office; nobody has the desks open."""
    earlier = datetime.now(UTC) - timedelta(hours=1)
    made = found(tmp_path / "company", ["1", "2"], Clock(earlier))
    made.register("1")
    made.register("2")
    made.meet()
    made.close()
    return made


def of(company: Company, code: str) -> Shop:
    return Shop(company.folder / code)


def test_head_office_names_branches_and_what_is_not_given_stays(company: Company) -> None:
    office = of(company, OFFICE)
    named = office("branch", "1", "--name", "Hankam", "--address", "Jl. Hankam 5", "--json")
    assert named.document == {
        "branch": "1",
        "name": "Hankam",
        "address": "Jl. Hankam 5",
        "reach": "",
    }
    again = office("branch", "1", "--name", "Hankam Bekasi", "--reach", "WA 0812", "--json")
    assert again.document["address"] == "Jl. Hankam 5"
    without_a_desk = office("branch", "7", "--name", "Bogor", "--json").document
    assert without_a_desk["name"] == "Bogor"
    assert office("branch", "Bekasi", "--name", "x", "--json", code=1).document["field"] == "branch"
    refused = of(company, "1")("branch", "2", "--name", "Depok", code=1)
    assert refused.sentence == "Other branches are named at head office."


def test_head_office_adds_people_for_a_branch_and_lists_them(company: Company) -> None:
    office = of(company, OFFICE)
    tono = office("staff", "add", "--name", "Tono", "--roles", "supervisor", "--branch", "1")
    assert tono.out == "Tono\tsupervisor\t\tbranch 1\n"
    listed = office("staff", "list", "--json").documents
    assert [(one["name"], one["branch"]) for one in listed if one["name"] != "Admin 2"] == [
        ("Admin 9", "9"),
        ("Admin 1", "1"),
        ("Tono", "1"),
    ]
    assert office("staff", "off", "Tono", "--json").document["active"] is False
    refused = of(company, "1")(
        "staff", "add", "--name", "X", "--roles", "staff", "--branch", "2", code=1
    )
    assert "added there, or at head office" in refused.sentence


def test_two_of_the_same_name_at_branches_are_told_apart(company: Company) -> None:
    office = of(company, OFFICE)
    for code in ("1", "2"):
        office("staff", "add", "--name", "Tono", "--roles", "staff", "--branch", code)
    refused = office("staff", "off", "Tono", code=1)
    assert refused.sentence == ("Several are called Tono, at branches 1, 2. Give the id instead.")


def test_who_sees_only_some_branches_is_refused_elsewhere(company: Company) -> None:
    office = of(company, OFFICE)
    hidden, theirs = (
        row["number"]
        for row in sorted(office("list", "--json").documents, key=lambda row: row["branch"])
    )
    office("staff", "add", "--name", "Wulan", "--roles", "head_office,cro")
    limited = office("staff", "sees", "wulan", "--branches", "2", "--json", **ADMIN).document
    assert limited["branches"] == ["2"]
    wulan = {"DESK_USER": "Wulan"}
    assert [row["number"] for row in office("list", "--json", **wulan).documents] == [theirs]
    assert office("show", theirs, "--json", **wulan).document["number"] == theirs
    paper = str(company.folder / "receipt.pdf")
    for command in (("show", hidden), ("receipt", hidden, "--to", paper), ("act", hidden, "start")):
        refused = office(*command, code=1, **wulan).sentence
        assert refused == (
            f"Complaint {hidden} belongs to branches that are not yours. Nothing was changed."
        )
    assert "Say who you are" in office("list", code=1).sentence, "it counts who is asking"
    assert len(office("list", "--json", **ADMIN).documents) == 2
    office("staff", "sees", "Wulan", "--branches", "", **ADMIN)
    assert len(office("list", "--json").documents) == 2
    branch = of(company, "1")("staff", "sees", "Admin 1", "--branches", "1", code=1)
    assert branch.sentence == "Whose cases somebody sees is set at head office."


def test_a_case_is_passed_on_linked_and_shown_with_its_branches(company: Company) -> None:
    office = of(company, OFFICE)
    rows = sorted(office("list", "--json").documents, key=lambda row: row["branch"])
    one, other = (row["number"] for row in rows)
    link = json.dumps({"number": other, "as": "same_matter"})
    told = office("act", one, "link", "-", "--json", given=link).document
    assert told["links"] == [{"number": other, "id": rows[1]["id"], "as": "same_matter"}]
    moved = office("act", one, "pass_on", "-", "--json", given='{"branch": "2"}').document
    assert (moved["branch"], moved["at_branch"], moved["branches"]) == ("1", "2", ["1", "2"])
    assert moved["offered_branch"] == "2"
    back = office("show", other, "--json").document
    assert back["links"] == [{"number": one, "id": rows[0]["id"], "as": "same_matter"}]
    assert {row["number"] for row in office("list", "--branch", "2", "--json").documents} == {
        one,
        other,
    }
    assert [row["number"] for row in office("list", "--branch", "1", "--json").documents] == [one]


def test_a_complaint_taken_in_at_head_office_is_its_own(company: Company) -> None:
    office = of(company, OFFICE)
    (taken,) = office.register(complaint(nota=77))
    assert office("show", taken["number"], "--json").document["at_branch"] == OFFICE
