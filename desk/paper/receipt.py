"""The customer's receipt, from plain values to a PDF; without one, the promise is only a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk.paper.layout import print_out
from desk.paper.look import Look
from desk.paper.papers import SIZES
from desk.paper.stationery import AboutCase
from desk.words import Text

PAPERS = SIZES["receipt"]


@dataclass(frozen=True, kw_only=True)
class Receipt(AboutCase):
    """What a receipt says (domain.md, sections 1, 4 and 6). Empty values are left out on paper.

    All moments are aware and printed in local time. `copy` is 1 for the first paper; a reprint
    is visibly marked with its number. `phone` is masked by the caller, `qr` computed by the caller.
    Where `ended_at` is set nothing is owed any more: in place of the promise stands what became
    of the complaint (`outcome`), and `remedy` says what was done.
    """

    received_at: datetime
    due_at: datetime
    ended_at: datetime | None = None
    outcome: Text | None = None
    remedy: str = ""
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
    return print_out(receipt, Look.of("receipt", paper, language))
