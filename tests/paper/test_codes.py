"""Bars and squares are whole printer dots, as large as the paper takes them."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from desk.paper.papers import DOT, PAPERS
from desk.paper.sheet import Row, number_code, qr_code

NUMBER = "K1202606180001234"
RESTORED = (f"{NUMBER}-4711", f"{NUMBER}B-4711", "K123202606180001234B-4711-12")


def scales(row: Row) -> list[float]:
    """How large one bar or square is drawn, in printer dots across and down."""
    canvas = Canvas(BytesIO(), pageCompression=0)
    row.draw(canvas, 11.3, 407.7)
    canvas.showPage()
    operators = canvas.getpdfdata().decode("latin-1")
    *_, last = re.findall(r"([\d.]+) 0 0 ([\d.]+) [\d.]+ [\d.]+ cm", operators)
    return [float(scale) / DOT for scale in last]


@pytest.mark.parametrize(("paper", "dots"), [("roll80", 3), ("roll58", 2), ("a5", 3), ("a4", 3)])
def test_a_bar_is_two_or_three_dots_wide(paper: str, dots: int) -> None:
    across, _ = scales(number_code(NUMBER, PAPERS[paper].inner, height=34))
    assert across == pytest.approx(dots, abs=0.001)


@pytest.mark.parametrize("number", RESTORED)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_longer_number_is_a_square_where_its_bars_would_be_too_thin(
    paper: str, number: str
) -> None:
    across, down = scales(number_code(number, PAPERS[paper].inner, height=34))
    assert (round(across), round(down)) == ((6, 6) if paper == "roll58" else (round(across), 96))
    assert round(across) >= 2


@pytest.mark.parametrize(("content", "dots"), [("K1", 8), ("A" * 40, 8), ("A" * 300, 4)])
def test_a_square_is_as_many_dots_as_fit(content: str, dots: int) -> None:
    assert scales(qr_code(content, 85)) == pytest.approx([dots, dots], abs=0.001)


def test_a_code_with_less_room_than_dots_is_still_drawn() -> None:
    assert qr_code("A" * 300, 5).height > 5
    assert number_code(NUMBER, 5, height=34).height > 5
