"""The customer's receipt, from plain values to a PDF; without one, the promise is only a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk.paper.papers import PAPERS as _PAPERS
from desk.words import Text

PAPERS = tuple(_PAPERS)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What a receipt says (domain.md, sections 1, 4 and 6). Empty values are left out on paper.

    Both moments are aware and printed in local time. `copy` is 1 for the first paper; a reprint
    is visibly marked with its number. `phone` is masked by the caller, `qr` computed by the caller.
    """

    company: str
    branch: str
    address: str = ""
    reach: str = ""
    number: str
    grouped: str
    received_at: datetime
    due_at: datetime
    customer: str
    phone: str = ""
    product: str = ""
    nota: str = ""
    bought_at: date | None
    asked_for: Text | None
    what_happened: str
    understood: str = ""
    safety: bool = False
    condition: str = ""
    accessories: tuple[str, ...] = ()
    served_by: str = ""
    copy: int = 1
    qr: str


def receipt_pdf(receipt: Receipt, *, paper: str, language: str) -> bytes:
    """The receipt on `paper` in `language`; the same values always give the same bytes.

    Raises KeyError for a paper that is not one of `PAPERS`.
    """
    from desk.paper.layout import print_out  # ReportLab takes 0.2 s to import

    return print_out(receipt, paper=_PAPERS[paper], language=language)
