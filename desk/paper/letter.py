"""A letter to the customer, from plain values to a PDF: on A4 or A5, in the receipt's hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.paper.papers import PAPERS
from desk.words import Text

SHEETS = tuple(name for name, paper in PAPERS.items() if not paper.roll)
"""The papers that a letter can be written on."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What a letter says. Empty values are left out on paper; nothing typed is read as markup.

    `elsewhere` says where else the customer may turn (domain.md, section 6), apart from `text`.
    `written_at` is aware and printed in local time.
    """

    company: str
    branch: str
    address: str = ""
    reach: str = ""
    number: str
    grouped: str
    written_at: datetime
    name: str
    home: str = ""
    subject: Text
    text: str
    elsewhere: str = ""
    writer: str = ""


def letter_pdf(letter: Letter, *, paper: str, language: str) -> bytes:
    """The letter on `paper` in `language`; the same values always give the same bytes.

    Raises KeyError for a paper that is not one of `SHEETS`.
    """
    from desk.paper.letter_layout import print_out  # ReportLab takes 0.2 s to import

    if paper not in SHEETS:
        raise KeyError(paper)
    return print_out(letter, paper=PAPERS[paper], language=language)
