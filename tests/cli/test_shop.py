"""Setting up a desk, filling a sample shop, and reading in a list of sales, by command."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.running import SHOP, Shop, complaint, set_up
from tests.postgres_server import Server


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_desk_is_set_up_once_and_never_touched_again(home: Path) -> None:
    shop = Shop(home)
    made = shop("setup", *SHOP, "--admin", "Ibu\x01 Dewi", "--pin", "2468", "--json").document
    assert (made["home"], made["branch"], made["admin"]) == (str(home), "1", "Ibu Dewi")
    assert len(made["node"]) == 16
    before = files_of(home)
    again = shop("setup", *SHOP, "--json", code=1)
    assert "already. It was not touched." in again.sentence
    assert again.document["error"] == again.sentence
    assert files_of(home) == before


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (("--branch", "12b"), "branch"),
        (("--company", " "), "company"),
        (("--branch-name", ""), "branch_name"),
        (("--letter", "AB"), "letter"),
        (("--admin", ""), "name"),
        (("--pin", "12"), "pin"),
    ],
)
def test_what_is_wrong_at_set_up_is_named_and_nothing_is_left(
    home: Path, wrong: tuple[str, str], field: str
) -> None:
    answer = Shop(home)("setup", *SHOP, *wrong, "--json", code=1)
    assert answer.document["field"] == field
    assert answer.sentence == answer.document["error"]
    assert not home.exists() or not list(home.iterdir())


def test_a_second_desk_of_the_branch_writes_its_letter_behind_each_number(
    shop: Shop, tmp_path: Path
) -> None:
    other = set_up(tmp_path / "other", "--letter", "b")
    (here,), (there,) = shop.register(complaint()), other.register(complaint())
    assert there["number"] == here["number"] + "B"


def test_keys_that_were_left_without_their_data_are_never_overwritten(
    shop: Shop, tmp_path: Path
) -> None:
    shutil.copytree(shop.home / "keys", tmp_path / "new" / "keys")
    before = files_of(tmp_path / "new")
    answer = Shop(tmp_path / "new")("setup", *SHOP, code=1)
    assert "keys of a complaint desk" in answer.sentence
    assert files_of(tmp_path / "new") == before


def test_a_sample_shop_fills_an_empty_desk_and_no_other(home: Path) -> None:
    sample = Shop(home)
    made = sample("sample", "--complaints", "5", "--seed", "3", "--json").document
    assert made == {"complaints": 5, "home": str(home)}
    assert len(sample("list", "--json").documents) == 5
    sample("verify")
    again = sample("sample", "--complaints", "5", code=1, DESK_USER=first_person(sample))
    assert "already" in again.sentence
    assert len(sample("list", "--json").documents) == 5


def first_person(shop: Shop) -> str:
    return str(shop("staff", "list", "--json").documents[0]["name"])


SALES = [
    ("Nota", "Tanggal", "Nama", "HP", "Barang"),
    ("1234", "18/06/2026", "Hari", "0812-3456-7801", "United E-Trifold, hitam"),
    ("1234", "18/06/2026", "Hari", "0812-3456-7801", "Helm"),
    ("", "19/06/2026", "Rita", "", "United Stylo Beat"),
    ("1236", "31/02/2026", "Rita", "", "United Stylo Beat"),
]


@pytest.fixture
def sales(tmp_path: Path) -> Path:
    file = tmp_path / "penjualan.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\r\n").writerows(SALES)
    return file


def counts(document: dict[str, object]) -> list[object]:
    return [document[name] for name in ("rows", "taken", "remarked", "known", "refused")]


def test_a_list_of_sales_is_tried_read_and_known_the_second_time(
    shop: Shop, sales: Path, tmp_path: Path
) -> None:
    tried = shop("read-sales", sales, "--dry-run", "--json").document
    assert counts(tried) == [4, 2, 1, 0, 1]
    assert [remark["line"] for remark in tried["report"]] == [4, 5]
    report = tmp_path / "report.csv"
    read = shop("read-sales", sales, "--report", report, "--json").document
    assert counts(read) == [4, 2, 1, 0, 1]
    assert read["report"] == str(report)
    told = csv.reader(report.read_text(encoding="utf-8-sig").splitlines())
    assert [line[0] for line in told][1:] == ["4", "5"]
    again = shop("read-sales", sales, "--json").document
    assert counts(again) == [4, 0, 0, 3, 1]
    assert "4 lines: 0 taken" in shop("read-sales", sales).out


def test_a_list_with_other_headings_is_read_by_saying_which_column_is_what(
    shop: Shop, tmp_path: Path
) -> None:
    file = tmp_path / "till.csv"
    file.write_text("A;B\n77;Hari\n")
    assert shop("read-sales", file, code=1).sentence
    assert shop("read-sales", file, "--map", "nota=Z", code=1).sentence.startswith(
        "The list has no column “Z”"
    )
    read = shop("read-sales", file, "--map", "nota=A,customer=B", "--json").document
    assert counts(read) == [1, 1, 0, 0, 0]


@pytest.mark.skipif(os.name == "nt", reason="only on systems where a folder cannot be read")
def test_a_list_that_cannot_be_read_is_said_in_one_sentence(shop: Shop, tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "gone.csv", shop.home / "desk.db"):
        assert shop("read-sales", file, code=1).sentence


def test_a_second_pc_joins_the_desk_on_a_server(home: Path, server: Server) -> None:
    address = server.create()
    first, second = Shop(home), Shop(home.with_name("second"))
    url = ("--database", server.url(address.name), "--json")
    made = first("setup", *SHOP, *url, "--admin", "Wati", "--pin", "2468").document
    assert "PIN of Wati" in second("setup", *SHOP, *url, "--pin", "1357", code=1).sentence
    other = ("--company", "Toko", "--branch", "2", "--branch-name", "Cinere")
    assert "not of branch 2" in second("setup", *other, *url, "--pin", "2468", code=1).sentence
    joined = second("setup", *SHOP, *url, DESK_USER="wati", DESK_PIN="2468").document
    assert (joined["branch"], joined["admin"]) == ("1", "Wati")
    assert joined["node"] != made["node"]
    who = {"DESK_USER": "Wati", "DESK_PIN": "2468"}
    (number,) = Shop(second.home, who).register(complaint())
    assert first("show", number["number"], "--json").document["id"] == number["id"]
    assert first("verify", "--json").document["clean"]
    server.drop(address)
