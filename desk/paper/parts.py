"""The parts of a receipt, each as rows of a given width."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.moments import clock, day
from desk.paper.look import WHITE, Look
from desk.paper.papers import MM
from desk.paper.rows import (
    Row,
    Rows,
    beside,
    boxed,
    clinging,
    on_black,
    rule,
    space,
    text,
    together,
)
from desk.words import Text, say

if TYPE_CHECKING:
    from desk.paper.receipt import Receipt
    from desk.paper.writing import Style

TITLE = say("receipt", "Complaint receipt")
_SMALLEST_NUMBER = 15


def shop(receipt: Receipt, look: Look, width: float) -> Rows:
    """Whose paper it is."""
    return [
        *text(receipt.company, _name_style(receipt.company, look, width), width),
        *text(receipt.branch, look.strong, width),
        *(text(receipt.address, look.small, width) if receipt.address else []),
    ]


def _name_style(company: str, look: Look, width: float) -> Style:
    """Large, and on one line where that does not make it small."""
    style = look.fitted(company, width, largest=look.paper.body * 1.6)
    return style if style.size > look.paper.body * 1.2 else look.large(look.paper.body * 1.35)


def copy_mark(receipt: Receipt, look: Look, width: float) -> Rows:
    """A reprint says that it is one, so that nobody takes it for a second complaint."""
    if receipt.copy == 1:
        return []
    words = look.said(say("receipt", "Copy {n}")(n=receipt.copy))
    style = replace(look.strong, grey=WHITE, align="center")
    mark = on_black([together(text(words, style, width))], width, pad=0.2 * MM)
    return [mark, *space(look.unit * 0.4)]


def number(receipt: Receipt, look: Look, width: float) -> Rows:
    """The number as large as the paper takes it, on two lines where one would be small."""
    rows = clinging(text(look.said(say("receipt", "Complaint number")), look.heading, width))
    style = look.fitted(receipt.grouped, width, largest=look.paper.number)
    if style.size >= _SMALLEST_NUMBER:
        return [*rows, *text(receipt.grouped, style, width)]
    head, _, tail = receipt.grouped.rpartition(" ")
    longer = max(head, tail, key=look.strong.advance)
    style = look.fitted(longer, width, largest=look.paper.number)
    return [*rows, *text(f"{head}\n{tail}", style, width)]


def promise(receipt: Receipt, look: Look, width: float) -> Row:
    """The moment by which the customer hears: the most prominent words of the paper."""
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


def warning(receipt: Receipt, look: Look, width: float) -> Rows:
    """Where it is a matter of safety, the product is not to be used (domain.md, section 6)."""
    if not receipt.safety:
        return []
    pad = look.unit * 0.5
    sign = replace(look.large(look.paper.body * 2), grey=WHITE)
    left = sign.advance("⚠") + pad
    inner = width - 2 * pad - left
    head = look.said(say("receipt", "For your safety"))
    words = look.said(say("receipt", "Please do not use the product until we have checked it."))
    rows = [
        *text(head, replace(look.body, grey=WHITE), inner),
        *text(words, replace(look.strong, grey=WHITE), inner),
    ]
    mark = [together(text("⚠", sign, left))]
    both = beside((0, mark), (left, [together(rows)]))
    return [on_black(both, width, pad=pad), *space(look.unit * 0.7)]


def described(receipt: Receipt, look: Look, width: float) -> Rows:
    """The sentence the customer agreed to; without one, the customer's own words."""
    if receipt.understood:
        return paragraph(say("receipt", "What we understood"), receipt.understood, look, width)
    return paragraph(say("receipt", "In your words"), receipt.what_happened, look, width)


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


def paragraph(heading: Text, words: str, look: Look, width: float) -> Rows:
    """A heading and what stands under it."""
    return [
        *clinging(text(look.said(heading), look.heading, width)),
        *text(words, look.body, width),
        *space(look.unit * 0.6),
    ]


def signatures(receipt: Receipt, look: Look, width: float) -> Row:
    """Room for both to sign."""
    gap = look.unit
    half = (width - gap) / 2
    customer = look.said(say("receipt", "Customer’s signature"))
    shop_side = look.said(say("receipt", "Signature for the shop"))
    served = look.said(say("receipt", "Served by {name}")(name=receipt.served_by))
    columns = [
        [*space(13 * MM), *rule(half), *space(look.unit * 0.15), *text(words, look.small, half)]
        for words in (customer, f"{shop_side}\n{served}" if receipt.served_by else shop_side)
    ]
    return together(beside((0, columns[0]), (half + gap, columns[1])))


def keeping(look: Look, width: float) -> Rows:
    """What the paper is good for."""
    keep = say("receipt", "Please keep this receipt and give its number when you contact us.")
    genuine = say("receipt", "With the square code each of our branches can check this receipt.")
    return [
        *text(look.said(keep), look.notice, width),
        *space(look.unit * 0.25),
        *text(look.said(genuine), look.small, width),
    ]


def reach(receipt: Receipt, look: Look, width: float) -> Rows:
    """How to reach the shop; where it takes several lines, each way has its own."""
    if not receipt.reach:
        return []
    style = look.strong
    fits = style.advance(receipt.reach) <= width
    words = receipt.reach if fits else receipt.reach.replace(" · ", "\n")
    return [*text(words, style, width), *space(look.unit * 0.25)]


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
