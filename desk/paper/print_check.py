"""A test page: which printer this is, how wide it prints, and whether its bars can be scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.paper import ports, sheet
from desk.paper.papers import DOT, MM, SIZES
from desk.paper.sheet import Look, Row, Rows, number_code, rule, snapped, space, text
from desk.paper.writing import Style
from desk.words import Text, say

if TYPE_CHECKING:
    from datetime import datetime

    from reportlab.pdfgen.canvas import Canvas

NAMES = {
    "roll80": say("print_check", "Roll, 80 mm"),
    "roll58": say("print_check", "Roll, 58 mm"),
    "a5": say("print_check", "Sheet, A5"),
    "a4": say("print_check", "Sheet, A4"),
}
"""What people call the papers."""

_TITLE = say("print_check", "Test page")
_ADVICE = say(
    "print_check",
    "The ruler must measure what it says, both its ends must be there, and the bars must be "
    "read by your scanner. Where the ruler is too short, the printer’s driver shrinks papers: "
    "switch “fit to page” off.",
)


def check_page(*, printer: str, kind: Text, paper: str, language: str, made_at: datetime) -> bytes:
    """The PDF. Raises KeyError for an unknown paper."""
    from desk.moments import moment

    look = Look.of(next(name for name in SIZES if paper in SIZES[name]), paper, language)
    width = look.paper.inner
    gap = space(look.unit * 0.6)
    printed = say("print_check", "{paper}: prints {width} mm, {dots} dots at 203 dpi")(
        paper=NAMES[paper], width=f"{width / MM:.0f}", dots=round(width / DOT)
    )
    rows = [
        *text(look.said(_TITLE), look.large(look.paper.body * 2), width),
        *text(ports.place(printer), look.strong, width),
        *text(look.said(kind), look.body, width),
        *text(look.said(printed), look.body, width),
        *text(look.said(moment(made_at)), look.small, width),
        *gap,
        *rule(width, dots=2),
        *gap,
        _ruler(look, width),
        *gap,
        number_code(f"TEST-{paper.upper()}", width, height=12 * MM),
        *gap,
        *text(look.said(_ADVICE), look.small, width),
    ]
    return sheet.pdf(rows, [], look, title=look.said(_TITLE), name=look.said(_TITLE))


def _ruler(look: Look, width: float) -> Row:
    """Every millimetre a line; each fifth longer, each tenth with its number."""
    length = int(width / MM + 1e-6)
    long, style = 6 * MM, look.small
    numbers = {at: text(str(at), _narrow(style), 8 * MM) for at in range(10, length, 10)}

    def draw(canvas: Canvas, x: float, top: float) -> None:
        lines = canvas.beginPath()  # one path: a single rectangle may come out a dot too wide
        for at in range(length + 1):
            tall = long if at % 10 == 0 else long * (0.7 if at % 5 == 0 else 0.4)
            left = snapped(x) + min(at * MM, snapped(width) - DOT)
            lines.rect(left, snapped(top) - tall, DOT, tall)
        lines.rect(snapped(x), snapped(top) - DOT, length * MM, DOT)
        canvas.setFillGray(0)
        canvas.drawPath(lines, stroke=0, fill=1, fillMode=1)
        for at, number in numbers.items():
            _draw(canvas, number, x + (at - 4) * MM, top - long)

    return Row(long + style.leading, draw)


def _narrow(style: Style) -> Style:
    return Style(style.size, style.leading, align="center")


def _draw(canvas: Canvas, rows: Rows, x: float, top: float) -> None:
    for row in rows:
        row.draw(canvas, x, top)
