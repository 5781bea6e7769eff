"""Papers, the logo and the check of a receipt by command."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from desk.paper.papers import SIZES
from tests.cli.running import Shop, complaint

KINDS = [kind for kind in SIZES if kind != "receipt"]


def test_every_paper_of_a_case_becomes_a_file(shop: Shop, tmp_path: Path) -> None:
    [taken] = shop.register(complaint())
    for kind in KINDS:
        file = tmp_path / f"{kind}.pdf"
        answer = shop("paper", kind, taken["number"], "--paper", "a5", "--to", file, "--json")
        expected = {"kind": kind, "number": taken["number"], "paper": "a5", "file": str(file)}
        assert answer.document == expected
        assert file.read_bytes().startswith(b"%PDF-")


def test_card_and_leaflet_need_no_case_and_a_tag_does(shop: Shop, tmp_path: Path) -> None:
    for kind in ("comment_card", "leaflet"):
        shop("paper", kind, "--to", tmp_path / "p.pdf", "--language", "id")
    assert "Which complaint" in shop("paper", "tag", "--to", tmp_path / "p.pdf", code=1).sentence


def test_a_paper_that_does_not_come_on_a_roll_says_on_what(shop: Shop, tmp_path: Path) -> None:
    answer = shop("paper", "leaflet", "--paper", "roll80", "--to", tmp_path / "p.pdf", code=1)
    assert "a5, a4" in answer.sentence
    assert not (tmp_path / "p.pdf").exists()


def test_a_letter_says_what_is_written_for_it(shop: Shop, tmp_path: Path) -> None:
    [taken] = shop.register(complaint())
    for text, given in (("-", "Keputusan kami."), (tmp_path / "missing.txt", "")):
        code = 0 if given else 1
        args = ("paper", "letter", taken["number"], "--text", text, "--to", tmp_path / "p.pdf")
        answer = shop(*args, given=given, code=code)
        assert code == 0 or "missing.txt" in answer.sentence


def test_a_receipt_is_checked_from_what_was_scanned_or_typed(shop: Shop) -> None:
    [taken] = shop.register(complaint())
    answer = shop("check-receipt", taken["number"], "--json", code=1)
    assert (answer.document["verdict"], answer.document["here"]) == ("number_only", True)
    assert "proves nothing" in shop("check-receipt", "-", given=taken["number"], code=1).out


def test_the_logo_is_chosen_and_put_away(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), "navy").save(file)
    assert len(shop("settings", "logo", file, "--json").document["logo"]) == 64
    assert shop("settings", "logo", "none", "--json").document == {"logo": None}
    file.write_bytes(b"no picture")
    assert "cannot be the logo" in shop("settings", "logo", file, code=1).sentence


@pytest.mark.parametrize("kind", ["receipt", "napkin"])
def test_only_papers_that_there_are_can_be_asked_for(shop: Shop, kind: str) -> None:
    shop("paper", kind, "K1", "--to", "x.pdf", code=2)
