"""Who, what and when of a complaint, as labelled values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from desk.moments import moment, short
from desk.paper.rows import Rows, beside, clinging, space, text
from desk.words import Text, say

if TYPE_CHECKING:
    from desk.paper.look import Look
    from desk.paper.receipt import Receipt


@dataclass(frozen=True)
class Fact:
    """A label and its values; of a strong one the first value counts most."""

    label: Text
    values: tuple[str, ...]
    strong: bool = False

    def rows(self, look: Look, width: float) -> Rows:
        """The values, one below the other."""
        first, *others = self.values
        return [
            *text(first, look.strong if self.strong else look.body, width),
            *(row for value in others for row in text(value, look.body, width)),
        ]


def facts(receipt: Receipt, look: Look) -> list[Fact]:
    """What the paper tells about the complaint; what is not known is not mentioned."""
    bought = _bought(receipt, look)
    asked_for = look.said(receipt.asked_for) if receipt.asked_for else ""
    told = [
        Fact(say("receipt", "Customer"), (receipt.customer, receipt.phone), strong=True),
        Fact(say("receipt", "Product"), (receipt.product, bought), strong=bool(receipt.product)),
        Fact(say("receipt", "You ask for"), (asked_for,)),
        Fact(say("receipt", "Received"), (look.said(moment(receipt.received_at)),)),
    ]
    known = [replace(fact, values=tuple(filter(None, fact.values))) for fact in told]
    return [fact for fact in known if fact.values]


def _bought(receipt: Receipt, look: Look) -> str:
    if not receipt.bought_at:
        nota = say("receipt", "Nota {nota}")(nota=receipt.nota)
        return look.said(nota) if receipt.nota else ""
    date = short(receipt.bought_at)
    if not receipt.nota:
        return look.said(say("receipt", "Bought on {date}")(date=date))
    both = say("receipt", "Nota {nota}, bought on {date}")(nota=receipt.nota, date=date)
    return look.said(both)


def list_of(told: list[Fact], look: Look, width: float) -> Rows:
    """Labels on the left, values on the right; on a narrow roll the labels stand above."""
    labels = max(look.label.advance(look.said(fact.label)) for fact in told) + look.unit * 0.8
    if labels > width * 0.4:
        return [row for fact in told for row in _cell(fact, look, width)]
    rows: Rows = []
    for fact in told:
        label = text(look.said(fact.label), look.label, labels)
        rows += beside((0, label), (labels, fact.rows(look, width - labels)))
        rows += space(look.unit * 0.25)
    return rows


def grid_of(told: list[Fact], look: Look, width: float) -> Rows:
    """Two columns, each value under its label."""
    half = (width - look.unit) / 2
    cells = [_cell(fact, look, half) for fact in told]
    return [
        row
        for left, right in zip_longest(cells[::2], cells[1::2])
        for row in beside((0, left or []), (half + look.unit, right or []))
    ]


def _cell(fact: Fact, look: Look, width: float) -> Rows:
    return [
        *clinging(text(look.said(fact.label), look.label, width)),
        *fact.rows(look, width),
        *space(look.unit * 0.35),
    ]
