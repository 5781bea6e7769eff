"""Rows become pages, and pages a PDF; the type of a paper in its sizes, and its language.

Code128 and QR code are drawn in whole printer dots, each as one path: ReportLab's own QR widget
tries all masks in Python and takes twenty times as long.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby, zip_longest
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from desk.paper.papers import DOT, MM, PAPERS, SIZES, Paper
from desk.paper.writing import REGULAR, Line, Style, face, lines
from desk.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

    Draw: TypeAlias = Callable[[Canvas, float, float], None]
    from collections.abc import Iterable, Iterator


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


if TYPE_CHECKING:
    from desk.paper.papers import Paper

WHITE = 1.0

Words: TypeAlias = Text | str
"""A sentence of ours, or what somebody typed."""


@dataclass(frozen=True)
class Look:
    """All styles come from the paper's body size; a receipt printer has no grey."""

    paper: Paper
    language: str

    @classmethod
    def of(cls, kind: str, paper: str, language: str) -> Look:
        """The look of a kind of paper. Raises KeyError for a size that it does not come in."""
        if paper not in SIZES[kind]:
            raise KeyError(paper)
        return cls(PAPERS[paper], language)

    def said(self, words: Words) -> str:
        """A sentence of ours in the paper's language; what somebody typed, as it is."""
        return words if isinstance(words, str) else words.into(self.language)

    @property
    def unit(self) -> float:
        """One line of body text: the measure for white space."""
        return self.paper.body * 1.36

    @property
    def body(self) -> Style:
        """What the customer reads."""
        return Style(self.paper.body, self.unit)

    @property
    def strong(self) -> Style:
        """A name or a word that must not be missed."""
        return Style(self.paper.body, self.unit, bold=True)

    @property
    def label(self) -> Style:
        """What a value is; in lines as high as the body's, so that both stand on one line."""
        return Style(self.paper.body * 0.84, self.unit, grey=0 if self.paper.roll else 0.4)

    @property
    def heading(self) -> Style:
        """What stands above a paragraph."""
        return Style(self.paper.body * 0.84, self.unit, bold=True)

    @property
    def small(self) -> Style:
        """What is kept for later reading."""
        size = self.paper.body * 0.8
        return Style(size, size * 1.32)

    @property
    def notice(self) -> Style:
        """A small text that asks for something."""
        return replace(self.small, bold=True)

    def large(self, size: float) -> Style:
        """A bold line that stands alone."""
        return Style(size, size * 1.24, bold=True)

    def fitted(self, words: str, width: float, *, largest: float) -> Style:
        """The largest bold style in which `words` stand on one line of `width`."""
        return self.large(min(largest, width / max(self.large(1).advance(words), 1)))


if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

BAR_DOTS, FEWEST_BAR_DOTS, QR_DOTS = 3, 2, 8
SQUARE = 160 * DOT
"""The side of a square that stands for bars: as wide as a finger, 5 or 6 dots a module."""
_MASK = 3
"""Any of the eight masks reads well; choosing the best costs more than drawing."""


def number_code(number: str, width: float, *, height: float) -> Row:
    """Bars of two or three dots; a square where the number is too long for them on this paper.

    Bars of a single dot are not read: a drop of ink or a weak dot of the head spoils them.
    """
    runs = _bars(number)
    unit = _unit(width, sum(length for length, _ in runs), most=BAR_DOTS)
    if unit < FEWEST_BAR_DOTS * DOT:
        return qr_code(number, min(width, SQUARE))
    return _drawn([runs], unit, line=height)


def _bars(content: str) -> list[tuple[int, bool]]:
    """(modules, black) in Code128; 10 modules must be left white beside them."""
    from reportlab.graphics.barcode.code128 import Code128  # takes 0.2 s to import

    bars = Code128(content, quiet=0)
    bars.validate()
    bars.encode()
    bars.decompose()
    return [(ord(code.lower()) - ord("a") + 1, code.isupper()) for code in bars.decomposed]


def qr_code(content: str, width: float) -> Row:
    """A QR code (level M) of up to 8 dots a module that fits `width`, quiet zone not counted."""
    import segno

    code = segno.make(content, error="m", boost_error=False, mask=_MASK, micro=False)
    grid = [[(len([*run]), bool(dark)) for dark, run in groupby(line)] for line in code.matrix]
    unit = _unit(width, len(grid), most=QR_DOTS)
    return _drawn(grid, unit, line=unit)


def _unit(width: float, modules: int, *, most: int) -> float:
    return DOT * max(1, min(most, int(width / DOT / modules + 1e-6)))


def _drawn(grid: list[list[tuple[int, bool]]], unit: float, *, line: float) -> Row:
    """Lines of (length, black), `unit` wide and `line` high, on the grid of the printer's dots."""
    height = line * len(grid)
    path = " ".join(
        f"{at} {len(grid) - 1 - number} {length} 1 re"
        for number, runs in enumerate(grid)
        for at, length in _blacks(runs)
    )

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.saveState()
        canvas.setFillGray(0)
        canvas.translate(snapped(x), snapped(top) - height)
        canvas.scale(unit, line)
        canvas.addLiteral(f"{path} f")
        canvas.restoreState()

    return Row(height, draw)


def _blacks(runs: list[tuple[int, bool]]) -> Iterator[tuple[int, int]]:
    at = 0
    for length, black in runs:
        if black:
            yield at, length
        at += length
