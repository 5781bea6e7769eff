"""Taking in complaints, looking at them and printing their receipts, by command."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from desk.paper.receipt import PAPERS
from tests.cli.running import CHECKOUT, DESK, Shop, complaint, lines


def test_each_line_becomes_a_number_and_a_promise(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "complaints.jsonl"
    file.write_text(lines([complaint(1234), complaint("0001234"), complaint(None)]) + "\n \n")
    first, second, third = shop("register", file, "--json").documents
    assert set(first) == {"number", "id", "received_at", "due_at"}
    received, due = (datetime.fromisoformat(first[name]) for name in ("received_at", "due_at"))
    assert due - received == timedelta(hours=24)
    assert received.utcoffset() == timedelta(hours=7)
    stem = f"K1{received:%Y%m%d}"
    assert first["number"] == f"{stem}0001234"
    assert second["number"] == f"{stem}0001234-2"
    assert third["number"] == f"{stem}9000001"
    (line,) = shop("register", "-", given=lines([complaint(77)])).out.splitlines()
    assert line.split("\t")[0] == f"{stem}0000077"


def test_a_bad_line_is_named_and_the_others_are_still_registered(shop: Shop) -> None:
    answer = shop(
        "register",
        "--json",
        given=lines([complaint(1)]) + "{broken\n\n" + lines([complaint("abc"), complaint(2)]),
        code=1,
    )
    one, broken, abc, two = answer.documents
    assert [one["number"][-1], two["number"][-1]] == ["1", "2"]
    assert (broken["line"], abc["line"], abc["field"]) == (2, 4, "nota")
    assert answer.sentences == [f"2: {broken['error']}", f"4: {abc['error']}"]


def test_a_line_that_comes_again_gets_the_same_number(shop: Shop) -> None:
    draft = complaint(5, draft_id="till 3, line 19")
    (first,), (again,) = shop.register(draft), shop.register({**draft, "nota": "6"})
    assert again == first
    assert len(shop("list", "--json").documents) == 1


def test_a_file_that_is_not_there_is_said_once(shop: Shop, tmp_path: Path) -> None:
    for file in (tmp_path / "none.jsonl", tmp_path):
        assert "Nothing was registered." in shop("register", file, code=1).sentence


def test_a_file_of_windows_own_shell_is_understood(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    for encoding, nota in (("utf-16", "1"), ("utf-16-be", "2"), ("utf-8-sig", "3")):
        customer = {"name": "Bapak Ünal 中", "phone": "0812"}
        line = lines([complaint(nota, customer=customer)]).replace("\n", "\r\n")
        file.write_bytes(("\ufeff" * (encoding == "utf-16-be") + line).encode(encoding))
        shop("register", file)
    customers = [one["customer"] for one in shop("list", "--json").documents]
    assert customers == ["Bapak Ünal 中"] * 3


def test_a_late_entry_keeps_its_day_and_everything_that_was_told(shop: Shop) -> None:
    (taken,) = shop.register(
        complaint(
            "43701",
            received_at="2026-06-19 09:12",
            channel="phone",
            expected="Rem pakem",
            asked_for="repair",
            understood="Rem depan berat",
            product="United E-Trifold",
            serial="UE-1",
            bought_at="2026-06-18",
            sold_branch="4",
            safety=True,
            factor="product",
            taken_in={"condition": "lecet", "accessories": ["lampu", "kunci"]},
        )
    )
    assert taken["number"] == "K1202606190043701"
    told = shop("show", "k1 2026-06-19 0043701", "--json").document
    assert told["grouped"] == "K1 2026-06-19 0043701"
    assert told["received_at"] == "2026-06-19T09:12:00+07:00"
    assert told["due_at"] == told["first_due_at"] == "2026-06-20T09:12:00+07:00"
    assert (told["state"], told["late"], told["bucket"]) == ("received", True, "open_late")
    assert told["customer"]["name"] == "Bapak Hari"
    assert told["customer"]["phone"] == "+6281234567801"
    assert told["sale"] == {
        "nota": 43701,
        "no_nota": False,
        "order": "",
        "product": "United E-Trifold",
        "serial": "UE-1",
        "bought_at": "2026-06-18",
        "sold_branch": "4",
    }
    assert told["taken_in"] == {"condition": "lecet", "accessories": ["lampu", "kunci"]}
    assert (told["safety"], told["flag"], told["score"], told["conflicts"]) == (
        True,
        None,
        None,
        [],
    )
    assert [line["kind"] for line in told["timeline"]] == ["complaint.registered"]
    assert "Ngerem berat" in shop("show", "43701").out


def test_the_queue_is_narrowed_and_searched(shop: Shop) -> None:
    shop.register(
        complaint(1, received_at="2026-01-02 10:00"),
        complaint(2, customer={"name": "Ibu Rita"}, product="Stylo Beat"),
        complaint(3, safety=True),
        complaint(4, what_happened="setang turun terus"),
    )

    def notas(*args: str) -> list[str]:
        return [row["number"][-1] for row in shop("list", "--json", *args).documents]

    assert notas("--limit", "3") == ["3", "1", "2"], "safety first, then what is due first"
    assert notas("--late") == ["1"]
    assert notas("--state", "received", "--branch", "1", "--find", "stylo") == ["2"]
    assert notas("--find", "setang TUR") == ["4"]
    assert notas("--branch", "2", "--state", "closed", "--find", '"*') == []
    assert shop("list", "--limit", "0", code=1).sentence.startswith("--limit")
    assert [line.split("\t")[3] for line in shop("list", "--find", "rita").out.splitlines()] == [
        "Ibu Rita"
    ]


@pytest.mark.parametrize("command", ["show", "list"])
def test_what_cannot_be_written_in_any_language_is_found_nowhere(shop: Shop, command: str) -> None:
    """A byte that is no text, as an old script may pass it."""
    done = subprocess.run(
        [*DESK, command, *(["--find"] if command == "list" else []), "\udcff"],
        capture_output=True,
        env=shop.environment(),
        cwd=CHECKOUT,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"our fault" not in done.stderr


def test_a_nota_that_leads_to_several_complaints_is_asked_about(shop: Shop) -> None:
    first, second = shop.register(complaint(7), complaint(7))
    answer = shop("show", "7", "--json", code=1)
    assert first["number"] in answer.sentence
    assert second["number"] in answer.sentence
    assert "There is no complaint 8 at this desk." in shop("show", "8", code=1).sentence


def test_a_receipt_is_made_on_every_paper_and_each_one_is_counted(
    shop: Shop, tmp_path: Path
) -> None:
    (taken,) = shop.register(complaint(9))
    for copy, paper in enumerate(PAPERS, start=1):
        file = tmp_path / f"{paper}.pdf"
        told = shop("receipt", "9", "--paper", paper, "--to", file, "--json").document
        assert told == {
            "number": taken["number"],
            "paper": paper,
            "copy": copy,
            "file": str(file),
        }
        text = PdfReader(file).pages[0].extract_text()
        assert "Ngerem berat dan ada bunyi" in " ".join(text.split())
    assert shop("show", "9", "--json").document["receipts"] == len(PAPERS)
    assert not list(tmp_path.glob("*.part"))


def test_the_receipts_codes_hold_the_number(
    shop: Shop, tmp_path: Path, component: Callable[[str], str]
) -> None:
    (taken,) = shop.register(complaint(9))
    shop("receipt", "9", "--to", tmp_path / "r.pdf", "--language", "id")
    subprocess.run(
        [component("pdftoppm"), "-r", "203", "-png", tmp_path / "r.pdf", tmp_path / "r"], check=True
    )
    (image,) = tmp_path.glob("*.png")
    scanned = subprocess.run(
        [component("zbarimg"), "--nodbus", "-q", "-Sdatabar.disable", image],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert f"CODE-128:{taken['number']}" in scanned
    assert any(
        line.startswith("QR-Code:") and taken["number"] in line for line in scanned.splitlines()
    )


def test_a_receipt_that_cannot_be_put_out_is_not_counted(shop: Shop, tmp_path: Path) -> None:
    shop.register(complaint(9))
    nowhere = shop("receipt", "9", "--to", tmp_path / "no" / "r.pdf", code=1)
    assert "no file was written. Everything is kept at this desk." in nowhere.sentence
    onto_folder = shop("receipt", "9", "--to", tmp_path, "--json", code=1)
    assert onto_folder.document["error"] == onto_folder.sentence
    no_printer = shop("receipt", "9", "--printer", "Kasir 2", code=1)
    assert "Kasir 2" in no_printer.sentence
    assert "The complaint is saved" in no_printer.sentence
    assert shop("show", "9", "--json").document["receipts"] == 0
