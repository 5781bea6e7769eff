"""Where the parts of a receipt stand: one below the other on a roll, side by side on a sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.paper import parts, sheet, stationery
from desk.paper.codes import code128, qr_code
from desk.paper.facts import facts, grid_of, list_of
from desk.paper.papers import MM
from desk.paper.rows import Rows, beside, rule, space, text, together

if TYPE_CHECKING:
    from desk.paper.look import Look
    from desk.paper.receipt import Receipt

_QR = 30 * MM
_LONG = 14
"""Lines of half a sheet's width; a longer story reads better across the whole."""
_COLUMN = 32 * MM
"""The narrowest column in which sentences are still easy to read."""


def print_out(receipt: Receipt, look: Look) -> bytes:
    """The receipt as a PDF."""
    arranged = on_roll if look.paper.roll else on_sheet
    rows, tail = arranged(receipt, look, look.paper.inner)
    title = f"{look.said(parts.TITLE)} {receipt.number}"
    return sheet.pdf(rows, tail, look, title=title, name=receipt.grouped)


def on_roll(receipt: Receipt, look: Look, width: float) -> tuple[Rows, Rows]:
    """One below the other: shop, number, promise, details, code, signatures."""
    gap = space(look.unit * 0.7)
    rows = [
        *stationery.shop(receipt, look, width),
        *gap,
        *rule(width, dots=2),
        *space(look.unit * 0.4),
        *parts.copy_mark(receipt, look, width),
        *stationery.number(receipt, look, width),
        *space(look.unit * 0.3),
        code128(receipt.number, width, height=12 * MM),
        *gap,
        parts.promise(receipt, look, width),
        *gap,
        *parts.warning(receipt, look, width),
        *list_of(facts(receipt, look), look, width),
        *space(look.unit * 0.35),
        *parts.described(receipt, look, width),
        *parts.taken_in(receipt, look, width),
    ]
    tail = [
        parts.signatures(receipt, look, width),
        *gap,
        *rule(width),
        *gap,
        *_code_and_words(receipt, look, width),
        *gap,
        *stationery.ways(receipt, look, width),
        *parts.privacy(look, width),
        *gap,
        *parts.thanks(look, width),
    ]
    return rows, tail


def _code_and_words(receipt: Receipt, look: Look, width: float) -> Rows:
    code = qr_code(receipt.qr, _QR)
    left = code.height + look.unit
    if width - left < _COLUMN:
        return [*parts.keeping(look, width), *space(look.unit * 0.5), code]
    return beside((0, [code]), (left, [together(parts.keeping(look, width - left))]))


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
        parts.promise(receipt, look, width),
        *gap,
        *parts.warning(receipt, look, width),
        *grid_of(facts(receipt, look), look, width),
        *space(look.unit * 0.25),
        *_described_and_taken_in(receipt, look, width),
    ]
    tail = [
        parts.signatures(receipt, look, width),
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
        *parts.keeping(look, half),
    ]
    right = [
        *parts.thanks(look, half),
        *space(look.unit * 0.25),
        *parts.privacy(look, half),
    ]
    return beside((0, [together(left)]), (half + look.unit, [together(right)]))


def _described_and_taken_in(receipt: Receipt, look: Look, width: float) -> Rows:
    """Side by side while both are short; a long story takes the whole width."""
    half = (width - look.unit) / 2
    columns = parts.described(receipt, look, half), parts.taken_in(receipt, look, half)
    if all(0 < len(column) < _LONG for column in columns):
        return beside((0, columns[0]), (half + look.unit, columns[1]))
    return [*parts.described(receipt, look, width), *parts.taken_in(receipt, look, width)]


def _head(receipt: Receipt, look: Look, width: float) -> Rows:
    right = width * 0.3
    title = text(look.said(parts.TITLE), replace(look.strong, align="right"), right)
    left = width - right - look.unit
    shop = stationery.shop(receipt, look, left)
    mark = parts.copy_mark(receipt, look, right)
    return beside((0, [together(shop)]), (width - right, [together([*title, *mark])]))


def _number_and_code(receipt: Receipt, look: Look, width: float) -> Rows:
    code = qr_code(receipt.qr, _QR)
    left = width - code.height - 2 * look.unit
    number = [
        *stationery.number(receipt, look, left),
        *space(look.unit * 0.3),
        code128(receipt.number, left, height=12 * MM),
    ]
    return beside((0, [together(number)]), (width - code.height, [code]))
