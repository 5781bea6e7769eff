"""Files between desks by command: `import` says of each file what became of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Shop, complaint

SAYS = {
    "file", "verdict", "kept_apart", "applied", "known", "doubtful", "sender", "package", "sha256",
    "reason",
}  # fmt: skip


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two branches and head office that have accepted each other's cards."""
    folder = tmp_path_factory.mktemp("company")
    company = ("setup", "--company", "Toko", "--admin", "Ani")
    shops = {name: Shop(folder / name) for name in ("b1", "b2", "ho")}
    shops["b1"](*company, "--branch", "1", "--branch-name", "Bekasi")
    shops["b2"](*company, "--branch", "2", "--branch-name", "Tangerang")
    shops["ho"](*company, "--branch", "9", "--branch-name", "Pusat", "--head-office")
    for name, shop in shops.items():
        shop("card", "--to", folder / f"{name}.deskcard")
    for name in ("b1", "b2"):
        shops[name]("trust", folder / "ho.deskcard")
        shops["ho"]("trust", folder / f"{name}.deskcard")
    return folder


@pytest.fixture
def company(founded: Path, tmp_path: Path) -> dict[str, Shop]:
    shutil.copytree(founded, tmp_path / "company")
    return {name: Shop(tmp_path / "company" / name) for name in ("b1", "b2", "ho")}


def export(shop: Shop, *more: str) -> Path:
    return Path(shop("export", "--json", *more).document["file"])


def node(shop: Shop) -> str:
    return str(shop("card", "--to", f"{shop.home}.deskcard", "--json").document["node"])


def numbers(shop: Shop) -> set[str]:
    return {row["number"] for row in shop("list", "--json").documents}


def test_a_complaint_goes_to_head_office_and_on_to_another_branch_and_back(
    company: dict[str, Shop],
) -> None:
    one, two, office = company["b1"], company["b2"], company["ho"]
    (taken,) = one.register(complaint(1234))
    (other,) = one.register(complaint(1235))
    number = taken["number"]
    applied = office("import", export(one), "--json").document
    assert set(applied) == SAYS
    assert (applied["verdict"], applied["known"], applied["reason"]) == ("applied", 0, None)
    office("act", number, "pass_on", "-", given=json.dumps({"branch": "2", "note": "Tolong"}))
    two("import", export(office, "--for", node(two)))
    assert numbers(two) == {number}
    assert numbers(office) == {number, other["number"]}
    two("act", number, "accept")
    office("import", export(two))
    one("import", export(office, "--for", node(one)))
    shown = {shop.home.name: shop("show", number, "--json").document for shop in company.values()}
    assert shown["b1"] == shown["b2"] == shown["ho"]
    assert [line["kind"] for line in shown["ho"]["timeline"]] == [
        "complaint.registered",
        "complaint.passed_on",
        "complaint.accepted",
    ]
    for shop in company.values():
        shop("verify")


def test_each_file_is_told_for_itself_and_a_bad_one_stops_no_other(
    company: dict[str, Shop], tmp_path: Path
) -> None:
    one, two, office = company["b1"], company["b2"], company["ho"]
    one.register(complaint(1))
    two.register(complaint(2))
    good, other = export(one), export(two)
    (tmp_path / "photo.jpg").write_bytes(b"JFIF")
    told = office(
        "import", good, tmp_path / "gone.desk", tmp_path / "photo.jpg", good, other, "--json",
        code=1,
    ).documents  # fmt: skip
    assert [(one["file"], one["verdict"]) for one in told] == [
        (good.name, "applied"),
        ("gone.desk", "refused"),
        ("photo.jpg", "refused"),
        (good.name, "known"),
        (other.name, "applied"),
    ]
    assert "could not be copied in" in told[1]["reason"]
    assert "not a whole file from a desk" in told[2]["reason"]
    assert all(one["sender"] is None for one in told[1:3])
    said = office("import", good, code=0)
    assert said.out == f"{good.name}: Already known: all {told[0]['applied']} entries were here "\
        "before.\n"  # fmt: skip


def test_a_file_for_another_desk_is_refused_with_a_sentence(company: dict[str, Shop]) -> None:
    company["b1"].register(complaint(1))
    for_office = export(company["b1"])
    answer = company["b2"]("import", for_office, "--json", code=1)
    assert "is not known here" in answer.document["reason"]
    company["ho"]("import", for_office)
    for_one = export(company["ho"], "--for", node(company["b1"]))
    answer = company["b2"]("import", for_one, "--json", code=1)
    assert answer.document["reason"].startswith("This file is for another desk")
    assert numbers(company["b2"]) == set()


def test_a_restored_branch_gets_back_what_it_lost(company: dict[str, Shop], tmp_path: Path) -> None:
    one, office = company["b1"], company["ho"]
    one("backup", "--to", tmp_path / "stick")
    (lost,) = one.register(complaint(1234))
    office("import", export(one))
    before = node(one)
    (backup,) = (tmp_path / "stick").glob("*.db")
    one("restore", backup)
    assert numbers(one) == set()
    one("card", "--to", tmp_path / "new.deskcard")
    office("trust", tmp_path / "new.deskcard", "--replace", before)
    office("import", export(one))
    one("import", export(office, "--for", node(one)))
    assert numbers(one) == {lost["number"]}
    one("verify")
    office("verify")


def test_what_was_interrupted_is_taken_in_first(company: dict[str, Shop]) -> None:
    (taken,) = company["b1"].register(complaint(1234))
    file = export(company["b1"])
    inbox = company["ho"].home / "inbox"
    inbox.mkdir(exist_ok=True)
    digest = company["b1"]("export", "--to", file.parent, "--json").document["sha256"]
    (second,) = (each for each in file.parent.glob("*.desk") if each != file)
    shutil.copyfile(second, inbox / f"{digest}.desk")
    told = company["ho"]("import", file, "--json").documents
    assert [one["verdict"] for one in told] == ["applied", "known"]
    assert numbers(company["ho"]) == {taken["number"]}
