"""Code128 and QR code in whole printer dots, each drawn as one path.

ReportLab's own QR widget tries all masks in Python and takes twenty times as long.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from desk.paper.papers import DOT
from desk.paper.sheet import Row, snapped

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
