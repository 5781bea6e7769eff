"""The tag on goods taken in: the number for the eye and for a scanner, and what they are.

It names nobody: other customers see it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.moments import moment
from desk.paper import sheet
from desk.paper.codes import code128
from desk.paper.look import Look
from desk.paper.papers import MM
from desk.paper.sheet import clinging, rule, space, text
from desk.paper.stationery import AboutCase, paragraph, shop, ticked, warning
from desk.words import say

if TYPE_CHECKING:
    from desk.paper.sheet import Rows

_TITLE = say("tag", "Tag")


@dataclass(frozen=True, kw_only=True)
class Tag(AboutCase):
    """What a tag says. Empty values are left out; `received_at` is aware."""

    received_at: datetime
    product: str = ""
    serial: str = ""
    safety: bool = False
    condition: str = ""
    accessories: tuple[str, ...] = ()


def tag_pdf(tag: Tag, *, paper: str, language: str) -> bytes:
    """The tag on `paper` in `language`. Raises KeyError for a paper that it does not come on."""
    look = Look.of("tag", paper, language)
    width = look.paper.inner
    gap = space(look.unit * 0.6)
    rows = [
        *_number(tag, look, width),
        *gap,
        code128(tag.number, width, height=(14 if look.paper.roll else 22) * MM),
        *gap,
        *_unsafe(tag, look, width),
        *_product(tag, look, width),
        *paragraph(say("tag", "Condition when taken in"), tag.condition, look, width),
        *_accessories(tag, look, width),
    ]
    taken = say("tag", "Taken in on {moment}")(moment=moment(tag.received_at))
    tail = [
        *rule(width),
        *space(look.unit * 0.4),
        *text(look.said(taken), look.body, width),
        *space(look.unit * 0.4),
        *shop(tag, look, width, reach=True),
    ]
    title = f"{look.said(_TITLE)} {tag.number}"
    return sheet.pdf(rows, tail, look, title=title, name=tag.grouped)


def _number(tag: Tag, look: Look, width: float) -> Rows:
    """Read from afar: what tells one tag from the other fills the width."""
    first, _, last = tag.grouped.rpartition(" ")
    return [
        *text(first, look.fitted(first, width, largest=look.paper.number), width),
        *text(last, look.fitted(last, width, largest=look.paper.number * 4), width),
    ]


def _unsafe(tag: Tag, look: Look, width: float) -> Rows:
    if not tag.safety:
        return []
    words = say("tag", "Do not use, do not ride, do not hand out before it is checked.")
    return warning(say("tag", "SAFETY"), words, look, width)


def _product(tag: Tag, look: Look, width: float) -> Rows:
    if not (tag.product or tag.serial):
        return []
    serial = say("tag", "Serial number {serial}")(serial=tag.serial)
    return [
        *text(tag.product, look.large(look.paper.body * 1.5), width),
        *(text(look.said(serial), look.body, width) if tag.serial else []),
        *space(look.unit * 0.6),
    ]


def _accessories(tag: Tag, look: Look, width: float) -> Rows:
    if not tag.accessories:
        return []
    heading = look.said(say("tag", "Taken in with it (tick when handed back)"))
    rows = [*clinging(text(heading, look.heading, width)), *ticked(tag.accessories, look, width)]
    return [*rows, *space(look.unit * 0.6)]
