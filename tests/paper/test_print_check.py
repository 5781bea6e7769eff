"""The test page says how wide a printer prints, and its bars and ruler can be checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desk.paper import escpos
from desk.paper.counter import check_page
from desk.paper.papers import PAPER_KINDS, PAPERS, SIZE_NAMES

AT = datetime(2026, 6, 19, 2, 12, tzinfo=UTC)


def page(paper: str, language: str = "en") -> bytes:
    return check_page(
        printer="tcp:192.168.1.50:9100",
        kind=PAPER_KINDS["receipt"].several,
        paper=paper,
        language=language,
        made_at=AT,
    )


def test_every_kind_and_every_paper_has_a_name() -> None:
    assert [*SIZE_NAMES] == [*PAPERS]


@pytest.mark.parametrize("paper", PAPERS)
def test_its_bars_are_read_by_a_scanner(scan: Callable[[bytes], list[str]], *, paper: str) -> None:
    assert scan(page(paper)) == [f"CODE-128:TEST-{paper.upper()}"]


@pytest.mark.parametrize(
    ("paper", "says"), [("roll80", "72mm,576dots"), ("roll58", "48mm,384dots")]
)
def test_it_says_which_printer_and_how_wide(
    words: Callable[[bytes], str], *, paper: str, says: str
) -> None:
    told = words(page(paper))
    assert "192.168.1.50:9100" in told
    assert says in told
    assert "Receipts" in told


@pytest.mark.parametrize(("paper", "millimetres"), [("roll80", 72), ("roll58", 48)])
def test_its_ruler_has_a_line_for_every_millimetre_to_both_ends(
    *, paper: str, millimetres: int
) -> None:
    lines = escpos.lines(page(paper), 0, paper)
    head = escpos.HEADS[paper]
    dots = [f"{int.from_bytes(line, 'big'):0{head}b}" for line in lines]
    across = [at for at, line in enumerate(dots) if line.count("1") == head]
    ruler = dots[across[-1] + 2]  # below the last line that goes from edge to edge
    assert ruler.count("1") == millimetres + 1
    assert ruler[0] == ruler[-1] == "1"
    assert all(ruler[8 * at] == "1" for at in range(millimetres))


def test_it_speaks_both_languages(words: Callable[[bytes], str]) -> None:
    assert words(page("a4", "id")) != words(page("a4", "en"))
