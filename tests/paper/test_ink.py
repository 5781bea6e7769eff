"""What the eye sees of every paper: ink under each word, lines to write on, frames, fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from desk.paper.escpos import raster
from desk.paper.papers import DOT
from desk.paper.sheet import WHITE, Row, boxed, number_code, on_black, rule, space, text
from desk.paper.stationery import square
from desk.paper.writing import Style
from tests.paper.every_paper import EVERY, MAKE, usual

DPI = 203.2
"""A printer's dot is a dot of the picture."""
CLEARLY = 90
"""How much darker or lighter than its ground a letter is at least, of 255."""
LONG = 64
"""The shortest line that is counted, in dots: 8 mm, longer than any stroke of a letter."""

LINES = {
    ("receipt", "roll80"): 6,  # under the head, the frame's two, both signatures, above the foot
    ("receipt", "roll58"): 6,
    ("receipt", "a5"): 6,
    ("receipt", "a4"): 6,
    ("tag", "roll80"): 1,
    ("tag", "roll58"): 1,
    ("tag", "a5"): 1,
    ("tag", "a4"): 1,
    ("worksheet", "a5"): 9,
    ("worksheet", "a4"): 21,  # as many lines to write on as the sheet has room for
    ("brief", "a5"): 10,
    ("brief", "a4"): 10,
    ("letter", "a5"): 4,
    ("letter", "a4"): 4,
    ("comment_card", "roll80"): 5,
    ("comment_card", "roll58"): 5,
    ("comment_card", "a5"): 5,
    ("comment_card", "a4"): 8,
    ("leaflet", "a5"): 4,
    ("leaflet", "a4"): 4,
}
"""How many lines across stand on each paper: under the head, to sign and write on, of frames."""


def picture_of(pdf: bytes) -> Image.Image:
    seen = raster(pdf, dpi=DPI)
    return Image.frombytes("L", (seen.width, seen.height), seen.data, "raw", "L", seen.stride)


def letters(pdf: bytes) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    """Each letter of the page's text, and its box in dots with one dot of ground around it."""
    with PdfDocument(pdf) as document:
        page = document[0]
        scale, height, text = DPI / 72, page.get_height(), page.get_textpage()
        for at in range(text.count_chars()):
            letter = text.get_text_range(at, 1, errors="ignore")
            left, bottom, right, top = text.get_charbox(at)
            if letter.strip() and right > left:
                upper, lower = int((height - top) * scale), int((height - bottom) * scale)
                yield letter, (int(left * scale) - 1, upper - 1, int(right * scale) + 2, lower + 2)


def unreadable(pdf: bytes, picture: Image.Image) -> str:
    """The letters that differ too little from what they stand on."""
    faint = []
    for letter, box in letters(pdf):
        darkest, lightest = picture.crop(box).getextrema()
        if lightest - darkest < CLEARLY:
            faint.append(letter)
    return "".join(faint)


def across(picture: Image.Image) -> int:
    """How many lines run across the picture: at most 5 dots thick, with white above and below."""
    dark, wide, dots = re.compile(rb"[\x00-\x80]{%d,}" % LONG), picture.width, picture.tobytes()
    rows = [dots[at : at + wide] for at in range(0, len(dots), wide)]

    def white(run: re.Match[bytes], around: list[bytes]) -> bool:
        begin, end = run.span()
        return any(row[begin:end].count(0xFF) > 0.9 * (end - begin) for row in around)

    return sum(
        white(run, rows[at - 1 : at]) and white(run, rows[at + 1 : at + 6])
        for at, row in enumerate(rows)
        for run in dark.finditer(row)
    )


def test_the_papers_come_in_these_sizes_and_languages() -> None:
    assert {*EVERY} == {(*each, language) for each in LINES for language in ("id", "en")}


@pytest.mark.parametrize(("kind", "size", "language"), EVERY)
def test_every_word_of_a_paper_can_be_read_and_every_line_of_it_is_drawn(
    kind: str, size: str, language: str
) -> None:
    pdf = MAKE[kind](usual(kind), paper=size, language=language)
    picture = picture_of(pdf)
    assert unreadable(pdf, picture) == ""
    assert across(picture) == LINES[kind, size]


def drawn(*rows: Row, wide: int, tall: int) -> str:
    """The rows on a page of so many printer's dots: # is black, + grey, and · white."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(wide * DOT, tall * DOT))
    top = (tall - 1) * DOT
    for row in rows:
        row.draw(canvas, DOT, top)
        top -= row.height
    canvas.showPage()
    canvas.save()
    seen, fine = raster(out.getvalue(), dpi=DPI * 8), range(4, 8 * wide, 8)  # the middle of a dot
    lines = (seen.data[(8 * at + 4) * seen.stride :] for at in range(tall))
    return "\n".join(
        "".join("#+·"[(line[x] > 60) + (line[x] > 250)] for x in fine) for line in lines
    )


def test_a_line_is_as_thick_as_it_was_asked_to_be_and_black_from_end_to_end() -> None:
    assert drawn(*rule(6 * DOT, dots=2), *space(DOT), *rule(4 * DOT), wide=8, tall=6) == (
        "········\n·######·\n·######·\n········\n·####···\n········"
    )


def test_a_frame_has_four_sides() -> None:
    assert drawn(boxed(space(2 * DOT), 8 * DOT, pad=DOT * 2, dots=1), wide=10, tall=8) == (
        "··········\n"
        "·########·\n"
        "·#······#·\n"
        "·#······#·\n"
        "·#······#·\n"
        "·#······#·\n"
        "·########·\n"
        "··········"
    )


def test_a_box_to_tick_has_four_sides_of_two_dots() -> None:
    assert drawn(square(8 * DOT), wide=10, tall=10) == (
        "··········\n"
        "·########·\n"
        "·########·\n"
        "·##····##·\n"
        "·##····##·\n"
        "·##····##·\n"
        "·##····##·\n"
        "·########·\n"
        "·########·\n"
        "··········"
    )


def test_a_field_is_black_all_over() -> None:
    assert drawn(on_black(space(2 * DOT), 5 * DOT, pad=DOT), wide=7, tall=6) == (
        "·······\n·#####·\n·#####·\n·#####·\n·#####·\n·······"
    )


@pytest.mark.parametrize("grey", [0.6, WHITE])
def test_bars_and_lines_are_black_whatever_was_written_before_them(grey: float) -> None:
    before = text("Nama", Style(4, 5, grey=grey), 300)
    bars = number_code("K1202606180001234", 500 * DOT, height=6 * DOT)
    alone, after = drawn(bars, wide=500, tall=8), drawn(*before, bars, wide=500, tall=30)
    assert alone.splitlines()[3].count("#") > 100
    assert alone.splitlines()[3] in after.splitlines()
    assert "·####·" in drawn(*before, *rule(4 * DOT), wide=6, tall=30)
