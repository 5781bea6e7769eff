"""What a page is made of: rows, one below the other, that know their height and draw themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from desk.paper.papers import DOT
from desk.paper.writing import Line, Style, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

    Draw: TypeAlias = Callable[[Canvas, float, float], None]

_BASELINE = 0.74
"""Where letters stand in their line: one share for all sizes, so that neighbours line up."""


@dataclass(frozen=True)
class Row:
    """A strip of the page that is never broken; `draw` takes its left and upper edge."""

    height: float
    draw: Draw
    clings: bool = False
    """Stays on the page of the row that follows, as a heading does."""
    blank: bool = False
    """Left out at the head of a page."""


Rows: TypeAlias = list[Row]


def space(height: float) -> Rows:
    """White space."""
    return [Row(height, lambda _canvas, _x, _top: None, blank=True)]


def text(words: str, style: Style, width: float) -> Rows:
    """A text in as many lines as it needs."""
    return [Row(style.leading, _writer(line, style, width)) for line in lines(words, style, width)]


def _writer(line: Line, style: Style, width: float) -> Draw:
    shift = {"left": 0.0, "center": 0.5, "right": 1.0}[line.align] * (width - line.width)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        pen = canvas.beginText(x + shift, top - _BASELINE * style.leading)
        pen.setFillGray(style.grey)
        for font, part in line.runs:
            pen.setFont(font, style.size)
            pen.textOut(part)
        canvas.drawText(pen)

    return draw


def rule(width: float, *, dots: int = 1) -> Rows:
    """A line across."""

    def draw(canvas: Canvas, x: float, top: float) -> None:
        fill(canvas, x, top, width, dots * DOT)

    return [Row(dots * DOT, draw)]


def fill(canvas: Canvas, x: float, top: float, width: float, height: float) -> None:
    """A black rectangle whose edges lie on whole dots."""
    left, upper, right, lower = map(snapped, (x, top, x + width, top - height))
    canvas.setFillGray(0)
    canvas.rect(left, lower, right - left, upper - lower, stroke=0, fill=1)


def snapped(edge: float) -> float:
    """The nearest edge of a printer's dot."""
    return round(edge / DOT) * DOT


def beside(*columns: tuple[float, Rows]) -> Rows:
    """Columns, each with its place from the left; they may go on together on the next page."""
    return [
        _across([(at, row) for (at, _), row in zip(columns, strip, strict=True) if row])
        for strip in zip_longest(*(rows for _, rows in columns))
    ]


def _across(cells: Sequence[tuple[float, Row]]) -> Row:
    def draw(canvas: Canvas, x: float, top: float) -> None:
        for at, row in cells:
            row.draw(canvas, x + at, top)

    return Row(
        height=max(row.height for _, row in cells),
        draw=draw,
        clings=any(row.clings for _, row in cells),
    )


def together(rows: Rows) -> Row:
    """The rows as one, never parted by the end of a page."""

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for row in rows:
            row.draw(canvas, x, top)
            top -= row.height

    return Row(sum(row.height for row in rows), draw)


def clinging(rows: Rows) -> Rows:
    """The rows kept on the page of what follows them."""
    return [replace(row, clings=True) for row in rows]


def boxed(rows: Rows, width: float, *, pad: float, dots: int) -> Row:
    """The rows in a frame, `pad` away from it; they are as wide as `width` less both pads."""
    inside = together(rows)
    height = inside.height + 2 * pad

    def draw(canvas: Canvas, x: float, top: float) -> None:
        thick = dots * DOT
        fill(canvas, x, top, width, thick)
        fill(canvas, x, top - height + thick, width, thick)
        fill(canvas, x, top, thick, height)
        fill(canvas, x + width - thick, top, thick, height)
        inside.draw(canvas, x + pad, top - pad)

    return Row(height, draw)


def on_black(rows: Rows, width: float, *, pad: float) -> Row:
    """The rows, which write in white, on a black field."""
    inside = together(rows)
    height = inside.height + 2 * pad

    def draw(canvas: Canvas, x: float, top: float) -> None:
        fill(canvas, x, top, width, height)
        inside.draw(canvas, x + pad, top - pad)

    return Row(height, draw)
