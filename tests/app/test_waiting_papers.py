"""A paper that a printer did not take is kept with what it is for, until it came out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk.app import waiting_papers
from desk.app.home import Home
from desk.app.waiting_papers import WaitingPaper
from desk.rules.errors import Trouble
from desk.words import say

NOW = datetime(2026, 6, 19, 2, 12, tzinfo=UTC)
OFF = say("printers", "The printer “{printer}” is off.")(printer="Kasir")


@pytest.fixture
def here(tmp_path: Path) -> Home:
    return Home(tmp_path / "desk")


def refused(*, complaint: str = "c1", kind: str = "receipt", at: datetime = NOW) -> WaitingPaper:
    return waiting_papers.first(
        kind=kind,
        paper="roll80",
        printer="Kasir",
        title="Receipt K1 2026-06-19 0001234",
        complaint=complaint,
        actor="sari",
        reason=OFF,
        now=at,
    )


def test_it_is_there_again_after_a_restart(here: Home) -> None:
    assert waiting_papers.waiting(here) == []
    paper = refused()
    waiting_papers.keep(here, paper, b"%PDF")
    assert waiting_papers.waiting(Home(here.folder)) == [paper]
    assert waiting_papers.pdf_of(here, paper) == b"%PDF"
    assert paper.why("en") == "The printer “Kasir” is off."
    assert paper.why("jv") == paper.why("en")


def test_it_is_gone_once_it_came_out_or_was_thrown_away(here: Home) -> None:
    first, second = refused(), refused(complaint="c2")
    for paper in (first, second):
        waiting_papers.keep(here, paper, b"%PDF")
    waiting_papers.printed(here, "receipt", "c1")
    assert waiting_papers.waiting(here) == [second]
    waiting_papers.drop(here, second.id)
    waiting_papers.drop(here, second.id)
    assert waiting_papers.waiting(here) == []
    assert waiting_papers.pdf_of(here, second) is None
    assert not [*(here.folder / "papers" / "waiting").iterdir()]


def test_a_receipt_made_anew_takes_the_place_of_the_one_that_waits(here: Home) -> None:
    old = refused()
    new = refused(at=NOW + timedelta(minutes=1))
    tag = refused(kind="tag")
    for paper in (old, tag, new):
        waiting_papers.keep(here, paper, b"%PDF")
    assert waiting_papers.waiting(here) == sorted([tag, new], key=lambda one: one.since)


def test_papers_of_no_complaint_do_not_replace_each_other(here: Home) -> None:
    for _ in range(2):
        waiting_papers.keep(here, refused(complaint=""), b"%PDF")
    assert len(waiting_papers.waiting(here)) == 2


def test_the_pauses_grow_up_to_ten_minutes(here: Home) -> None:
    paper = refused()
    waiting_papers.keep(here, paper, b"%PDF")
    pauses = []
    for _ in range(8):
        paper = waiting_papers.failed_again(here, paper, OFF, NOW)
        pauses.append((paper.next_try - NOW).total_seconds())
    assert pauses == [30, 60, 120, 240, 480, 600, 600, 600]
    assert waiting_papers.waiting(here) == [paper]
    assert paper.tries == 9


def test_what_was_thrown_away_during_a_try_does_not_come_back(here: Home) -> None:
    paper = refused()
    waiting_papers.keep(here, paper, b"%PDF")
    waiting_papers.drop(here, paper.id)
    waiting_papers.failed_again(here, paper, OFF, NOW)
    assert waiting_papers.waiting(here) == []


def test_another_printer_gets_it_at_once(here: Home) -> None:
    paper = refused()
    waiting_papers.keep(here, paper, b"%PDF")
    later = NOW + timedelta(seconds=5)
    (moved,) = [waiting_papers.move(here, paper, "Laser", later)]
    assert waiting_papers.waiting(here) == [moved]
    assert (moved.printer, moved.next_try, moved.since) == ("Laser", later, NOW)


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"id": "x"}', "null"])
def test_a_damaged_note_hides_only_its_own_paper(here: Home, *, damage: str) -> None:
    bad, good = refused(complaint="c1"), refused(complaint="c2")
    for paper in (bad, good):
        waiting_papers.keep(here, paper, b"%PDF")
    (here.folder / "papers" / "waiting" / f"{bad.id}.json").write_text(damage)
    assert waiting_papers.waiting(here) == [good]


def test_a_note_without_its_paper_is_not_listed(here: Home) -> None:
    paper = refused()
    waiting_papers.keep(here, paper, b"%PDF")
    (here.folder / "papers" / "waiting" / f"{paper.id}.pdf").unlink()
    assert waiting_papers.waiting(here) == []


def test_a_folder_that_cannot_be_written_is_told(here: Home) -> None:
    (here.folder / "papers").mkdir(parents=True)
    (here.folder / "papers" / "waiting").write_text("a file in its place")
    with pytest.raises(Trouble, match="no file was written"):
        waiting_papers.keep(here, refused(), b"%PDF")
    assert waiting_papers.waiting(here) == []
