"""Rows become pages, and pages a PDF."""

from __future__ import annotations

import math
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from desk.paper.fonts import REGULAR, face
from desk.paper.papers import MM, Paper
from desk.paper.rows import Row, Rows, space, text, together
from desk.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.pdfgen.canvas import Canvas

    from desk.paper.look import Look

_LONGEST = 5000 * MM
"""A PDF page ends at 200 inches; a longer roll goes on with a second page."""
_ONE_AT_A_TIME = Lock()
"""ReportLab's fonts keep a place in their file while they are embedded."""


def pdf(rows: Rows, tail: Rows, look: Look, *, title: str, name: str) -> bytes:
    """The rows on as many pages as they need; the same rows always give the same bytes.

    `tail` stands together at the end, on a sheet at its lower edge. Once there is more than one
    page, `name` and the page's number stand in the lower margin of each.
    """
    paper = look.paper
    pages = pages_of(rows, tail, paper)
    out = BytesIO()
    with _ONE_AT_A_TIME:
        canvas = _canvas(out, title=title, language=look.language)
        for number, page in enumerate(pages, start=1):
            height = paper.height or _length(page, paper)
            canvas.setPageSize((paper.width, height))
            if len(pages) > 1:
                foot = [_foot(look, name, number, len(pages))]
                _draw(canvas, foot, paper.margin, 0.7 * paper.margin)
            _draw(canvas, page, paper.margin, height - paper.margin)
            canvas.showPage()
        canvas.save()
    return out.getvalue()


def _canvas(out: BytesIO, *, title: str, language: str) -> Canvas:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas  # takes 0.2 s to import

    rl_config.useA85 = 0  # streams as bytes, not as text: a fifth smaller and quicker to write
    face(REGULAR)
    canvas = Canvas(out, invariant=1, initialFontName=REGULAR, lang=language)
    canvas.setTitle(title)
    return canvas


def _foot(look: Look, name: str, page: int, pages: int) -> Row:
    words = say("paper", "{name} · page {page} of {pages}")(name=name, page=page, pages=pages)
    return together(text(look.said(words), look.small, look.paper.inner))


def pages_of(rows: Rows, tail: Rows, paper: Paper) -> list[Rows]:
    """The rows shared out on pages, the tail at the end of the last."""
    room = (paper.height or _LONGEST) - 2 * paper.margin
    pages = paginate([*rows, together(tail)], room)
    *above, last = pages[-1]
    if above and not paper.roll:
        pages[-1] = [*above, *space(room - _tall(pages[-1])), last]
    return pages


def paginate(rows: Rows, height: float) -> list[Rows]:
    """The rows shared out on pages; a heading stays with what follows, no page begins blank."""
    pages: list[Rows] = [[]]
    left = height
    for block in _blocks(rows):
        tall = _tall(block)
        if tall > left and pages[-1]:
            pages.append([])
            left = height
        if pages[-1] or not block[0].blank:
            pages[-1] += block
            left -= tall
    return pages


def _blocks(rows: Iterable[Row]) -> Iterator[Rows]:
    block: Rows = []
    for row in rows:
        block.append(row)
        if not row.clings:
            yield block
            block = []
    if block:
        yield block


def _length(page: Rows, paper: Paper) -> float:
    """A roll's page: as long as its content in whole millimetres, and never wider than long.

    Drivers turn a page that is wider than long by 90 degrees.
    """
    content = _tall(page) + 2 * paper.margin
    return max(math.ceil(content / MM), math.ceil(paper.width / MM) + 1) * MM


def _tall(rows: Rows) -> float:
    return sum(row.height for row in rows)


def _draw(canvas: Canvas, rows: Rows, x: float, top: float) -> None:
    for row in rows:
        row.draw(canvas, x, top)
        top -= row.height
