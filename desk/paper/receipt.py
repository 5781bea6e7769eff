"""The customer's receipt, from plain values to a PDF; without one, the promise is only a word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import zip_longest

from desk.moments import clock, day, moment, short
from desk.paper import sheet, stationery
from desk.paper.papers import MM, SIZES
from desk.paper.sheet import (
    WHITE,
    Look,
    Row,
    Rows,
    beside,
    boxed,
    clinging,
    number_code,
    on_black,
    qr_code,
    rule,
    space,
    text,
    together,
)
from desk.paper.stationery import AboutCase, paragraph, sign
from desk.words import Text, say


@dataclass(frozen=True)
class Labelled:
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


def facts(receipt: Receipt, look: Look) -> list[Labelled]:
    """What the paper tells about the complaint; what is not known is not mentioned."""
    bought = _bought(receipt, look)
    asked_for = look.said(receipt.asked_for) if receipt.asked_for else ""
    told = [
        Labelled(say("receipt", "Customer"), (receipt.customer, receipt.phone), strong=True),
        Labelled(
            say("receipt", "Product"), (receipt.product, bought), strong=bool(receipt.product)
        ),
        Labelled(say("receipt", "You ask for"), (asked_for,)),
        Labelled(say("receipt", "Received"), (look.said(moment(receipt.received_at)),)),
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


def list_of(told: list[Labelled], look: Look, width: float) -> Rows:
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


def grid_of(told: list[Labelled], look: Look, width: float) -> Rows:
    """Two columns, each value under its label."""
    half = (width - look.unit) / 2
    cells = [_cell(fact, look, half) for fact in told]
    return [
        row
        for left, right in zip_longest(cells[::2], cells[1::2])
        for row in beside((0, left or []), (half + look.unit, right or []))
    ]


def _cell(fact: Labelled, look: Look, width: float) -> Rows:
    return [
        *clinging(text(look.said(fact.label), look.label, width)),
        *fact.rows(look, width),
        *space(look.unit * 0.35),
    ]


TITLE = say("receipt", "Complaint receipt")
_SOLVED = say("receipt", "Solved on")


def copy_mark(receipt: Receipt, look: Look, width: float) -> Rows:
    """A reprint says that it is one, so that nobody takes it for a second complaint."""
    if receipt.copy == 1:
        return []
    words = look.said(say("receipt", "Copy {n}")(n=receipt.copy))
    style = replace(look.strong, grey=WHITE, align="center")
    mark = on_black([together(text(words, style, width))], width, pad=0.2 * MM)
    return [mark, *space(look.unit * 0.4)]


def promise(receipt: Receipt, look: Look, width: float) -> Row:
    """The moment by which the customer hears: the most prominent words of the paper."""
    if receipt.ended_at is not None:
        return _ended(receipt, receipt.ended_at, look, width)
    pad = look.unit * 0.6
    inner = width - 2 * pad
    date = look.said(day(receipt.due_at))
    time = look.said(say("receipt", "at {clock}")(clock=clock(receipt.due_at)))
    rows = [
        *text(look.said(say("receipt", "You will hear from us by")), look.notice, inner),
        *space(look.unit * 0.15),
    ]
    if look.paper.roll:
        largest = look.paper.body * 2.1
        rows += text(date, look.fitted(date, inner, largest=largest), inner)
        rows += text(time, look.large(largest), inner)
    else:
        both = f"{date}, {time}"
        rows += text(both, look.fitted(both, inner, largest=look.paper.body * 2), inner)
    longer = say(
        "receipt",
        "Should it take longer, we will tell you before then and agree on a new time.",
    )
    return boxed(
        [*rows, *space(look.unit * 0.2), *text(look.said(longer), look.small, inner)],
        width,
        pad=pad,
        dots=4,
    )


def _ended(receipt: Receipt, ended_at: datetime, look: Look, width: float) -> Row:
    """What became of it: nothing is promised any more."""
    pad = look.unit * 0.6
    inner = width - 2 * pad
    when = look.said(moment(ended_at))
    rows = [
        *text(look.said(receipt.outcome or _SOLVED), look.notice, inner),
        *space(look.unit * 0.15),
        *text(when, look.fitted(when, inner, largest=look.paper.body * 1.6), inner),
    ]
    again = say("receipt", "Should it not be right, come back: this number stays yours.")
    rows += [*space(look.unit * 0.2), *text(look.said(again), look.small, inner)]
    return boxed(rows, width, pad=pad, dots=4)


def warning(receipt: Receipt, look: Look, width: float) -> Rows:
    """Where it is a matter of safety, the product is not to be used (domain.md, section 6)."""
    if not receipt.safety:
        return []
    words = say("receipt", "Please do not use the product until we have checked it.")
    return stationery.warning(say("receipt", "For your safety"), words, look, width)


def described(receipt: Receipt, look: Look, width: float) -> Rows:
    """The sentence the customer agreed to, else their own words; and what was done, if it is."""
    heading, words = say("receipt", "What we understood"), receipt.understood
    if not words:
        heading, words = say("receipt", "In your words"), receipt.what_happened
    done = receipt.remedy if receipt.ended_at is not None else ""
    return [
        *paragraph(heading, words, look, width),
        *paragraph(say("receipt", "What we did"), done, look, width),
    ]


def taken_in(receipt: Receipt, look: Look, width: float) -> Rows:
    """What the customer leaves with the shop, and in what condition."""
    if not (receipt.condition or receipt.accessories):
        return []
    rows = clinging(text(look.said(say("receipt", "Left with us")), look.heading, width))
    if receipt.condition:
        words = say("receipt", "Condition: {condition}")(condition=receipt.condition)
        rows += text(look.said(words), look.body, width)
    dash = look.body.advance("–  ")
    for accessory in receipt.accessories:
        item = text(accessory, look.body, width - dash)
        rows += beside((0, text("–", look.body, dash)), (dash, item))
    return [*rows, *space(look.unit * 0.6)]


def signatures(receipt: Receipt, look: Look, width: float) -> Row:
    """Room for both to sign."""
    shop_side = look.said(say("receipt", "Signature for the shop"))
    if receipt.served_by:
        served = say("receipt", "Served by {name}")(name=receipt.served_by)
        shop_side = f"{shop_side}\n{look.said(served)}"
    return sign(say("receipt", "Customer’s signature"), shop_side, look=look, width=width)


def keeping(look: Look, width: float) -> Rows:
    """What the paper is good for."""
    keep = say("receipt", "Please keep this receipt and give its number when you contact us.")
    genuine = say("receipt", "With the square code each of our branches can check this receipt.")
    return [
        *text(look.said(keep), look.notice, width),
        *space(look.unit * 0.25),
        *text(look.said(genuine), look.small, width),
    ]


def privacy(look: Look, width: float) -> Rows:
    """What the shop keeps about the customer, and what the customer may ask."""
    words = say(
        "receipt",
        "We keep your details only to handle this complaint and to serve you better. "
        "You may ask us to show, correct or delete them.",
    )
    return text(look.said(words), look.small, width)


def thanks(look: Look, width: float) -> Rows:
    """The last word of L.A.S.T. (domain.md, section 5)."""
    return text(look.said(say("receipt", "Thank you for telling us.")), look.strong, width)


_QR = 30 * MM
_LONG = 14
"""Lines of half a sheet's width; a longer story reads better across the whole."""
_COLUMN = 32 * MM
"""The narrowest column in which sentences are still easy to read."""


def print_out(receipt: Receipt, look: Look) -> bytes:
    """The receipt as a PDF."""
    arranged = on_roll if look.paper.roll else on_sheet
    rows, tail = arranged(receipt, look, look.paper.inner)
    title = f"{look.said(TITLE)} {receipt.number}"
    return sheet.pdf(rows, tail, look, title=title, name=receipt.grouped)


def on_roll(receipt: Receipt, look: Look, width: float) -> tuple[Rows, Rows]:
    """One below the other: shop, number, promise, details, code, signatures."""
    gap = space(look.unit * 0.7)
    rows = [
        *stationery.shop(receipt, look, width),
        *gap,
        *rule(width, dots=2),
        *space(look.unit * 0.4),
        *copy_mark(receipt, look, width),
        *stationery.number(receipt, look, width),
        *space(look.unit * 0.3),
        number_code(receipt.number, width, height=12 * MM),
        *gap,
        promise(receipt, look, width),
        *gap,
        *warning(receipt, look, width),
        *list_of(facts(receipt, look), look, width),
        *space(look.unit * 0.35),
        *described(receipt, look, width),
        *taken_in(receipt, look, width),
    ]
    tail = [
        signatures(receipt, look, width),
        *gap,
        *rule(width),
        *gap,
        *_code_and_words(receipt, look, width),
        *gap,
        *stationery.ways(receipt, look, width),
        *privacy(look, width),
        *gap,
        *thanks(look, width),
    ]
    return rows, tail


def _code_and_words(receipt: Receipt, look: Look, width: float) -> Rows:
    code = qr_code(receipt.qr, _QR)
    left = code.height + look.unit
    if width - left < _COLUMN:
        return [*keeping(look, width), *space(look.unit * 0.5), code]
    return beside((0, [code]), (left, [together(keeping(look, width - left))]))


def on_sheet(receipt: Receipt, look: Look, width: float) -> tuple[Rows, Rows]:
    """Head, number and code, promise, details in two columns; signatures at the foot."""
    gap = space(look.unit * 0.8)
    rows = [
        *_head(receipt, look, width),
        *space(look.unit * 0.5),
        *rule(width, dots=2),
        *gap,
        *_number_and_code(receipt, look, width),
        *gap,
        promise(receipt, look, width),
        *gap,
        *warning(receipt, look, width),
        *grid_of(facts(receipt, look), look, width),
        *space(look.unit * 0.25),
        *_described_and_taken_in(receipt, look, width),
    ]
    tail = [
        signatures(receipt, look, width),
        *gap,
        *rule(width),
        *space(look.unit * 0.5),
        *_closing_words(receipt, look, width),
    ]
    return rows, tail


def _closing_words(receipt: Receipt, look: Look, width: float) -> Rows:
    half = (width - look.unit) / 2
    left = [
        *stationery.ways(receipt, look, half),
        *keeping(look, half),
    ]
    right = [
        *thanks(look, half),
        *space(look.unit * 0.25),
        *privacy(look, half),
    ]
    return beside((0, [together(left)]), (half + look.unit, [together(right)]))


def _described_and_taken_in(receipt: Receipt, look: Look, width: float) -> Rows:
    """Side by side while both are short; a long story takes the whole width."""
    half = (width - look.unit) / 2
    columns = described(receipt, look, half), taken_in(receipt, look, half)
    if all(0 < len(column) < _LONG for column in columns):
        return beside((0, columns[0]), (half + look.unit, columns[1]))
    return [*described(receipt, look, width), *taken_in(receipt, look, width)]


def _head(receipt: Receipt, look: Look, width: float) -> Rows:
    right = width * 0.3
    title = text(look.said(TITLE), replace(look.strong, align="right"), right)
    left = width - right - look.unit
    shop = stationery.shop(receipt, look, left)
    mark = copy_mark(receipt, look, right)
    return beside((0, [together(shop)]), (width - right, [together([*title, *mark])]))


def _number_and_code(receipt: Receipt, look: Look, width: float) -> Rows:
    code = qr_code(receipt.qr, _QR)
    left = width - code.height - 2 * look.unit
    number = [
        *stationery.number(receipt, look, left),
        *space(look.unit * 0.3),
        number_code(receipt.number, left, height=12 * MM),
    ]
    return beside((0, [together(number)]), (width - code.height, [code]))


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
