"""The parts of a receipt, each as rows of a given width."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.moments import clock, day, moment
from desk.paper import stationery
from desk.paper.look import WHITE, Look
from desk.paper.papers import MM
from desk.paper.rows import Row, Rows, beside, boxed, clinging, on_black, space, text, together
from desk.paper.stationery import paragraph, sign
from desk.words import say

if TYPE_CHECKING:
    from datetime import datetime

    from desk.paper.receipt import Receipt

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
