"""Papers, the logo and the check of a receipt by command."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from desk.cli.parser import build
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


WRITES_A_FILE = {
    "receipt": ("receipt", "{number}"),
    "paper": ("paper", "tag", "{number}"),
    "card": ("card",),
}


def test_each_command_that_writes_a_named_file_is_tried_below() -> None:
    (commands,) = (each.choices for each in build()._actions if isinstance(each.choices, dict))
    assert set(WRITES_A_FILE) == {
        name
        for name, command in commands.items()
        for option in command._actions
        if option.dest == "to" and option.metavar == "FILE"
    }


@pytest.mark.parametrize("command", WRITES_A_FILE.values(), ids=WRITES_A_FILE)
def test_nothing_is_written_over_the_desk_itself(command: tuple[str, ...], shop: Shop) -> None:
    [taken] = shop.register(complaint())
    words = [word.format(number=taken["number"]) for word in command]
    for own in ("desk.db", "keys/new.pdf", "new.pdf", "files/../desk.db"):
        before = (shop.home / "desk.db").read_bytes()
        answer = shop(*words, "--to", shop.home / own, code=1)
        assert "would lie among the desk's own data. Nothing was written" in answer.sentence
        assert (shop.home / "desk.db").read_bytes() == before
    assert not [*shop.home.rglob("new.pdf")]
    (shop.home / "outbox").mkdir()
    shop(*words, "--to", shop.home / "outbox" / "for-them")


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
