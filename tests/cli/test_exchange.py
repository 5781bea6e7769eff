"""From a branch to head office by command: cards, trust, and the file that carries everything."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import zstandard
from python_calamine import CalamineWorkbook

from tests.cli.running import CHECKOUT, SHOP, Shop, complaint, set_up

READER = CHECKOUT / "tests" / "exchange" / "independent_reader.py"
SECRET = complaint(
    1234,
    customer={
        "name": "Rahasia Hariyanto",
        "phone": "0812-3456-7801",
        "email": "rahasia@example.id",
        "address": "Jalan Rahasia 1",
    },
    what_happened="Rahasia: rem blong di turunan",
)


@pytest.fixture(scope="session")
def head_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of head office's desk; nothing is written to it after it was set up."""
    return set_up(tmp_path_factory.mktemp("office") / "home", "--head-office").home


@pytest.fixture
def office_card(head_office: Path, tmp_path: Path) -> Path:
    card = tmp_path / "pusat.deskcard"
    Shop(head_office)("card", "--to", card)
    return card


def read_by_other_means(package: Path, card: Path, office: Path | None) -> Any:
    """What a reader makes of it that shares no line of code with the program."""
    key = [(office / "keys" / "receiving.age").read_text().strip()] if office else []
    done = subprocess.run(
        [sys.executable, READER, package, card, *key], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def entries_of(told: Any) -> list[Any]:
    return [
        {**entry, "body": json.loads(entry["body"]), "personal": entry["personal"] or ""}
        for entry in told["entries"]
    ]


def test_cards_are_exchanged_and_their_fingerprints_agree(
    shop: Shop, head_office: Path, tmp_path: Path
) -> None:
    card = tmp_path / "pusat.deskcard"
    made = Shop(head_office)("card", "--to", card, "--json").document
    assert re.fullmatch(r"(\d{5} ){5}\d{5}", made["fingerprint"])
    assert (made["head_office"], made["branch"], made["file"]) == (True, "1", str(card))
    accepted = shop("trust", card, "--json").document
    assert made.pop("kept_in") in {"file", "keystore"}
    assert made.pop("file") == str(card)
    assert accepted == made | {"compared": False, "replaced": None}
    assert made["fingerprint"] in shop("trust", card).out


def test_a_card_is_only_accepted_with_the_fingerprint_that_was_read_out(
    shop: Shop, office_card: Path
) -> None:
    wrong = shop("trust", office_card, "--fingerprint", "12345 " * 6, "--json", code=1)
    assert "is another one" in wrong.sentence
    assert "card is not known" in shop("export", code=1).sentence
    half = shop("trust", office_card, "--fingerprint", "12345", code=1)
    assert "six groups of five digits" in half.sentence
    card = shop("trust", office_card, "--json").document
    again = shop("trust", office_card, "--fingerprint", card["fingerprint"], "--json").document
    assert (card["compared"], again["compared"]) == (False, True)
    assert "agrees" in shop("trust", office_card, "--fingerprint", card["fingerprint"]).out


def test_a_new_head_office_takes_over_only_when_that_is_said(
    shop: Shop, office_card: Path, tmp_path: Path
) -> None:
    other = set_up(tmp_path / "other", "--head-office")
    other("card", "--to", tmp_path / "new.deskcard")
    old = shop("trust", office_card, "--json").document["node"]
    assert (
        "is head office for this desk" in shop("trust", tmp_path / "new.deskcard", code=1).sentence
    )
    told = shop("trust", tmp_path / "new.deskcard", "--replace", old, "--json").document
    assert told["replaced"] == old
    assert "was revoked here" in shop("trust", office_card, code=1).sentence
    gone = shop("trust", "--revoke", told["node"], "--why", "Dicuri", "--json").document
    assert gone == {"node": told["node"], "revoked": True}
    assert "counts here" in shop("trust", "--revoke", told["node"], code=1).sentence
    shop("trust", code=2)
    shop("trust", office_card, "--revoke", old, code=2)


def test_a_card_that_is_none_or_was_changed_is_not_accepted(
    shop: Shop, office_card: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "changed.deskcard"
    changed.write_bytes(office_card.read_bytes().replace(b"Hankam", b"Hankom"))
    own, photo = tmp_path / "own.deskcard", tmp_path / "photo.jpg"
    photo.write_bytes(bytes(range(256)) * 100)
    shop("card", "--to", own)
    for file, words in (
        (changed, "was changed"),
        (photo, "is not a desk's card"),
        (own, "This is the desk's own card."),
        (tmp_path / "none.deskcard", "could not be read"),
    ):
        assert words in shop("trust", file, code=1).sentence
    assert "card is not known" in shop("export", code=1).sentence


def test_without_head_offices_card_everything_is_kept_for_later(
    shop: Shop, office_card: Path
) -> None:
    (taken,) = shop.register(SECRET)
    refused = shop("export", "--json", code=1)
    assert "Everything is kept for later." in refused.sentence
    assert refused.document == {"error": refused.sentence, "field": None}
    assert not list((shop.home / "outbox").glob("*"))
    assert "No desk 0123 is known here." in shop("export", "--for", "0123", code=1).sentence
    shop("trust", office_card)
    shop("export")
    assert len(list((shop.home / "outbox").glob("*.desk"))) == 1
    assert shop("show", taken["number"], "--json").document["id"] == taken["id"]


def test_head_office_reads_in_the_file_what_the_customer_said(
    shop: Shop, head_office: Path, office_card: Path, tmp_path: Path
) -> None:
    (taken,) = shop.register(SECRET)
    shop("receipt", "1234", "--to", tmp_path / "r.pdf")
    shop("trust", office_card)
    stick = tmp_path / "stick"
    stick.mkdir()
    written = shop("export", "--to", stick, "--json").document
    package = Path(written["file"])
    assert [package] == list(stick.iterdir())
    assert written["size"] == package.stat().st_size
    assert (written["personal"], written["left_out"]) == (True, [])
    for secret in ("Rahasia", "81234567801", "3456-7801", "rem blong", taken["number"]):
        assert secret.encode() not in package.read_bytes()

    own = tmp_path / "own.deskcard"
    shop("card", "--to", own)
    told = read_by_other_means(package, own, head_office)
    entries = entries_of(told)
    assert len(entries) == written["entries"]
    (registered,) = (one for one in entries if one["kind"] == "complaint.registered")
    assert registered["subject"] == taken["id"]
    assert registered["body"]["number"] == taken["number"]
    assert json.loads(registered["personal"])["what_happened"] == SECRET["what_happened"]
    assert json.loads(registered["personal"])["phone"] == "+6281234567801"
    assert [one["seq"] for one in entries] == list(range(1, len(entries) + 1))
    assert "receipt.printed" in {one["kind"] for one in entries}
    shop("verify")


def test_a_file_without_personal_data_holds_none_in_any_of_its_bytes(
    shop: Shop, tmp_path: Path
) -> None:
    (taken,) = shop.register(SECRET)
    written = shop("export", "--without-personal", "--json").document
    assert (written["personal"], written["receiver"]) == (False, None)
    package, own = Path(written["file"]), tmp_path / "own.deskcard"
    shop("card", "--to", own)
    entries = entries_of(read_by_other_means(package, own, None))
    (registered,) = (one for one in entries if one["kind"] == "complaint.registered")
    assert registered["body"]["number"] == taken["number"]
    assert {one["personal"] for one in entries} == {""}
    plain = unpacked(package)
    for secret in ("Rahasia", "Hariyanto", "81234567801", "3456-7801", "rem blong", "Admin"):
        assert secret.encode() not in plain
        assert secret not in package.name


def unpacked(package: Path) -> bytes:
    with zipfile.ZipFile(package) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    entries = members.pop("entries.jsonl.zst")
    members["plain"] = zstandard.ZstdDecompressor().decompressobj().decompress(entries)
    return b"".join((package.read_bytes(), *members.values()))


def test_what_cannot_be_written_is_said_and_nothing_is_left(
    shop: Shop, office_card: Path, tmp_path: Path
) -> None:
    shop.register(complaint())
    shop("trust", office_card)
    no_folder = shop("export", "--to", tmp_path / "stick", code=1)
    assert "is not there" in no_folder.sentence
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert "Everything is kept at this desk." in shop("export", "--to", in_the_way, code=1).sentence
    shutil.rmtree(shop.home / "keys")
    assert "keys" in shop("export", "--json", code=1).sentence
    assert "keys" in shop("card", "--to", tmp_path / "own.deskcard", code=1).sentence
    assert not list(tmp_path.glob("**/*.desk"))
    assert not list(tmp_path.glob("**/*.part"))


def test_keys_of_another_desk_sign_nothing(shop: Shop, head_office: Path, tmp_path: Path) -> None:
    shutil.rmtree(shop.home / "keys")
    shutil.copytree(head_office / "keys", shop.home / "keys")
    answer = shop("export", "--without-personal", code=1)
    assert "belong to another desk" in answer.sentence
    assert SHOP[1] not in answer.sentence


def test_a_workbook_is_written_beside_the_file_when_asked_for(
    shop: Shop, office_card: Path, tmp_path: Path
) -> None:
    shop("trust", office_card)
    shop.register(SECRET)
    told = shop("export", "--to", tmp_path, "--workbook", "--json").document
    assert told["workbook"] == told["file"].removesuffix(".desk") + ".xlsx"
    sheets = CalamineWorkbook.from_path(told["workbook"])
    rows = [
        row for name in sheets.sheet_names for row in sheets.get_sheet_by_name(name).to_python()
    ]
    assert any("Rahasia Hariyanto" in row for row in rows)
    assert shop("export", "--to", tmp_path, "--json").document["workbook"] is None
