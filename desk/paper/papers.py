"""The papers that a shop has, with the measures that make each of them easy to read."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
DOT = 72 / 203.2
"""One dot of a receipt printer, 1/8 mm: bars and rules are whole dots, or scanners misread them."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper's size and type, in points. A roll has no height: its page is cut where it ends."""

    width: float
    height: float | None
    margin: float
    body: float
    """The size of what people read; every other size is a multiple of it."""
    number: float
    """The largest size for the complaint number."""
    media: str | None = None
    """What CUPS calls it; a roll is told by its measures."""

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def roll(self) -> bool:
        """Whether it comes from a receipt printer: narrow, black only, as long as needed."""
        return self.height is None


PAPERS = {
    "roll80": Paper(width=80 * MM, height=None, margin=4 * MM, body=9, number=24),
    "roll58": Paper(width=58 * MM, height=None, margin=5 * MM, body=8.5, number=24),
    "a5": Paper(width=148 * MM, height=210 * MM, margin=10 * MM, body=8.5, number=26, media="A5"),
    "a4": Paper(width=210 * MM, height=297 * MM, margin=20 * MM, body=10.5, number=32, media="A4"),
}

EVERY = tuple(PAPERS)
SHEETS = tuple(name for name, paper in PAPERS.items() if not paper.roll)

SIZES = {
    "receipt": EVERY,
    "tag": EVERY,
    "worksheet": SHEETS,
    "brief": SHEETS,
    "letter": SHEETS,
    "comment_card": EVERY,
    "leaflet": SHEETS,
}
"""On which papers each kind of paper can be printed; the first is the usual one."""

OF_THE_HOUSE = ("comment_card", "leaflet")
"""What can lie on the counter, about no complaint."""
OF_A_CASE = tuple(kind for kind in SIZES if kind != "leaflet")
"""What can be printed about a complaint; a comment card then carries its number."""
