"""The papers that a shop has, with the measures that make each of them easy to read."""

from __future__ import annotations

from dataclasses import dataclass

from desk.rules.people import Action
from desk.words import Text, say

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


@dataclass(frozen=True, kw_only=True)
class PaperKind:
    """A kind of paper. All that is the same for each of them walks the table of `PAPER_KINDS`."""

    name: Text
    """What one of them is called."""
    several: Text
    """What they are called in Settings."""
    sizes: tuple[str, ...] = SHEETS
    """On which papers it can be printed; the first is the usual one."""
    of_a_case: bool = True
    print_one: Text | None = None
    """The command for one that lies on the counter, about no complaint."""
    like: str = "letter"
    """Whose printer and size it takes until others are chosen."""
    right: Action | None = None
    """Whose right is asked for; else it is for whoever sees the case."""


PAPER_KINDS = {
    "receipt": PaperKind(
        name=say("papers", "Receipt"),
        several=say("print_check", "Receipts"),
        sizes=EVERY,
        like="receipt",
        right=Action.PRINT_RECEIPT,
    ),
    "tag": PaperKind(
        name=say("papers", "Tag for the goods"),
        several=say("print_check", "Tags for goods"),
        sizes=EVERY,
        like="receipt",
    ),
    "worksheet": PaperKind(
        name=say("papers", "Technician’s sheet"), several=say("print_check", "Technician’s sheets")
    ),
    "brief": PaperKind(
        name=say("papers", "Hand-over brief"), several=say("print_check", "Hand-over briefs")
    ),
    "letter": PaperKind(
        name=say("papers", "Letter"),
        several=say("print_check", "Letters"),
        like="receipt",
        right=Action.CONTACT,
    ),
    "comment_card": PaperKind(
        name=say("papers", "Comment card"),
        several=say("print_check", "Comment cards"),
        sizes=EVERY,
        print_one=say("papers", "Print a comment card"),
        like="receipt",
    ),
    "leaflet": PaperKind(
        name=say("papers", "Leaflet"),
        several=say("print_check", "Leaflets"),
        of_a_case=False,
        print_one=say("papers", "Print the leaflet"),
    ),
}

SIZES = {name: kind.sizes for name, kind in PAPER_KINDS.items()}
OF_THE_HOUSE = tuple(name for name, kind in PAPER_KINDS.items() if kind.print_one)
"""What can lie on the counter, about no complaint."""
OF_A_CASE = tuple(name for name, kind in PAPER_KINDS.items() if kind.of_a_case)
"""What can be printed about a complaint; a comment card then carries its number."""

SIZE_NAMES = {
    "roll80": say("print_check", "Roll, 80 mm"),
    "roll58": say("print_check", "Roll, 58 mm"),
    "a5": say("print_check", "Sheet, A5"),
    "a4": say("print_check", "Sheet, A4"),
}
"""What people call the sizes of paper."""
