"""What goes with the goods: the technician’s sheet, and a tag that names nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from desk.moments import moment
from desk.paper import sheet
from desk.paper.papers import MM
from desk.paper.receipt import Labelled, grid_of
from desk.paper.sheet import (
    WHITE,
    Look,
    Words,
    beside,
    clinging,
    number_code,
    on_black,
    rule,
    space,
    text,
    together,
)
from desk.paper.stationery import (
    AboutCase,
    head,
    paragraph,
    shop,
    sign,
    ticked,
    title,
    to_write,
    warning,
)
from desk.words import Text, say

if TYPE_CHECKING:
    from desk.paper.sheet import Rows


_TITLE = say("worksheet", "Technician’s sheet")
_LINE = 7 * MM
_MOST_LINES = 6
"""For each part, where the page has room for them."""


@dataclass(frozen=True, kw_only=True)
class Worksheet(AboutCase):
    """What the sheet says. `said` are the customer's words, `found` the technician's: two fields.

    What is empty of the technician's part becomes lines to write on. Moments are aware.
    """

    received_at: datetime
    due_at: datetime
    customer: str
    product: str = ""
    serial: str = ""
    nota: str = ""
    asked_for: Text | None = None
    safety: bool = False
    condition: str = ""
    accessories: tuple[str, ...] = ()
    said: str
    found: str = ""
    cause: str = ""
    remedy: str = ""


def worksheet_pdf(worksheet: Worksheet, *, paper: str, language: str) -> bytes:
    """The sheet on `paper` in `language`. Raises KeyError for a paper it does not come on."""
    look = Look.of("worksheet", paper, language)
    tail = _tail(look)
    fewest = len(sheet.pages_of(_rows(worksheet, look, lines=1), tail, look.paper))
    for lines in range(_MOST_LINES, 0, -1):
        rows = _rows(worksheet, look, lines=lines)
        if len(sheet.pages_of(rows, tail, look.paper)) <= fewest:
            break
    name = f"{look.said(_TITLE)} {worksheet.number}"
    return sheet.pdf(rows, tail, look, title=name, name=worksheet.grouped)


def _rows(worksheet: Worksheet, look: Look, *, lines: int) -> Rows:
    """All but the signature, with so many lines to write on for each part."""
    width = look.paper.inner
    return [
        *head(worksheet, look, width),
        *space(look.unit * 0.4),
        *title(_TITLE, look, width),
        *space(look.unit * 0.2),
        *_unsafe(worksheet, look, width),
        *grid_of(_facts(worksheet, look), look, width),
        *_taken_in(worksheet, look, width),
        *_band("1", say("worksheet", "What the customer says is wrong"), look, width),
        *text(worksheet.said, look.body, width),
        *space(look.unit * 0.8),
        *_band("2", say("worksheet", "What the technician finds"), look, width),
        *_part(say("worksheet", "Found"), worksheet.found, lines, look, width),
        *_why_and_what(worksheet, lines, look, width),
        *_parts_used(lines, look, width),
    ]


def _tail(look: Look) -> Rows:
    signed = say("worksheet", "Technician: name and signature")
    when = say("worksheet", "Date and time")
    return [sign(signed, when, look=look, width=look.paper.inner)]


def _unsafe(worksheet: Worksheet, look: Look, width: float) -> Rows:
    if not worksheet.safety:
        return []
    words = say("worksheet", "Not to be used or handed out before it is checked.")
    return warning(say("worksheet", "SAFETY"), words, look, width)


def _facts(worksheet: Worksheet, look: Look) -> list[Labelled]:
    serial = say("worksheet", "Serial number {serial}")(serial=worksheet.serial)
    nota = say("worksheet", "Nota {nota}")(nota=worksheet.nota)
    product = (
        worksheet.product,
        look.said(serial) if worksheet.serial else "",
        look.said(nota) if worksheet.nota else "",
    )
    told = (
        (say("worksheet", "Product"), tuple(filter(None, product))),
        (say("worksheet", "Customer"), (worksheet.customer,)),
        (say("worksheet", "Received"), (look.said(moment(worksheet.received_at)),)),
        (say("worksheet", "Answer promised by"), (look.said(moment(worksheet.due_at)),)),
        (say("worksheet", "Asks for"), (look.said(worksheet.asked_for or ""),)),
        (say("worksheet", "Condition when taken in"), (worksheet.condition,)),
    )
    return [Labelled(label, values) for label, values in told if values and values[0]]


def _taken_in(worksheet: Worksheet, look: Look, width: float) -> Rows:
    """The accessories in two columns, to tick off."""
    things = worksheet.accessories
    if not things:
        return []
    half = (width - look.unit) / 2
    heading = look.said(say("worksheet", "Taken in with it"))
    middle = (len(things) + 1) // 2
    left, right = ticked(things[:middle], look, half), ticked(things[middle:], look, half)
    return [
        *clinging(text(heading, look.label, width)),
        *beside((0, left), (half + look.unit, right)),
        *space(look.unit * 0.5),
    ]


def _band(number: str, words: Text, look: Look, width: float) -> Rows:
    """What parts the customer's words from the technician's."""
    pad = look.unit * 0.25
    style = look.large(look.paper.body)
    inside = text(f"{number}  {look.said(words)}", replace(style, grey=WHITE), width - 2 * pad)
    return clinging([on_black(inside, width, pad=pad), *space(look.unit * 0.3)])


def _part(heading: Words, words: str, lines: int, look: Look, width: float) -> Rows:
    """What was written down already, or lines to write on: more of them on a larger sheet."""
    above = clinging(text(look.said(heading), look.heading, width))
    if words:
        return [*above, *text(words, look.body, width), *space(look.unit * 0.5)]
    empty = to_write(lines, width, apart=_LINE)
    return [together([*above, *empty]), *space(look.unit * 0.5)]


def _why_and_what(worksheet: Worksheet, lines: int, look: Look, width: float) -> Rows:
    """Cause and remedy: side by side while both are still to be written."""
    cause, remedy = say("worksheet", "Cause"), say("worksheet", "Remedy")
    if worksheet.cause or worksheet.remedy:
        return [
            *_part(cause, worksheet.cause, lines, look, width),
            *_part(remedy, worksheet.remedy, lines, look, width),
        ]
    half = (width - look.unit) / 2
    left, right = _part(cause, "", lines, look, half), _part(remedy, "", lines, look, half)
    return beside((0, left), (half + look.unit, right))


def _parts_used(lines: int, look: Look, width: float) -> Rows:
    """An empty table: part, its number, how many."""
    columns = (
        (0.0, 0.56, say("worksheet", "Part")),
        (0.56, 0.28, say("worksheet", "Part number")),
        (0.84, 0.16, say("worksheet", "Pieces")),
    )
    gap = look.unit * 0.6
    table = [
        (
            width * at,
            [
                *text(look.said(name), look.heading, width * share),
                *to_write(lines, width * share - gap, apart=_LINE),
            ],
        )
        for at, share, name in columns
    ]
    return [together(beside(*table)), *space(look.unit * 0.5)]


_TAG = say("tag", "Tag")


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
        number_code(tag.number, width, height=(14 if look.paper.roll else 22) * MM),
        *gap,
        *_tag_unsafe(tag, look, width),
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
    title = f"{look.said(_TAG)} {tag.number}"
    return sheet.pdf(rows, tail, look, title=title, name=tag.grouped)


def _number(tag: Tag, look: Look, width: float) -> Rows:
    """Read from afar: what tells one tag from the other fills the width."""
    first, _, last = tag.grouped.rpartition(" ")
    return [
        *text(first, look.fitted(first, width, largest=look.paper.number), width),
        *text(last, look.fitted(last, width, largest=look.paper.number * 4), width),
    ]


def _tag_unsafe(tag: Tag, look: Look, width: float) -> Rows:
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
