"""What all papers have in common: whose they are, the number, paragraphs, room to write and sign.

A new paper is one file: its values as a dataclass that begins with `FromShop`, and a function that
puts rows of these parts, and of its own, one below the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from desk.paper.papers import DOT, MM
from desk.paper.sheet import (
    WHITE,
    Row,
    Rows,
    beside,
    boxed,
    clinging,
    fill,
    number_code,
    on_black,
    rule,
    snapped,
    space,
    text,
    together,
)
from desk.rules.errors import Invalid
from desk.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

    from desk.paper.sheet import Look, Words
    from desk.paper.writing import Style


LARGEST = 10 * 1024 * 1024
"""Bytes of a file that is looked at."""
_MOST = 8000
"""Dots in width or height; a file of a few bytes can pretend to be larger than the memory."""
_LEAST = 32
_KEPT = (900, 360)
"""Dots in width and height that papers need; what is larger is made smaller once."""


def normal(content: bytes) -> bytes:
    """A PNG or JPEG as it is kept: on white, no larger than papers need, without anything beside.

    The same picture always gives the same bytes. Raises Invalid with what to do instead.
    """
    from PIL import Image, ImageOps

    if len(content) > LARGEST:
        raise _refused()
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if not _LEAST <= min(opened.size) <= max(opened.size) <= _MOST:
                raise _refused()
            picture = _on_white(ImageOps.exif_transpose(opened))
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as fault:
        raise _refused() from fault
    picture.thumbnail(_KEPT)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _refused() -> Invalid:
    return Invalid(
        say(
            "logo",
            "This file cannot be the logo. It takes a PNG or JPEG picture of 32 to 8,000 dots in "
            "width and height and at most 10 MB. The papers stay as they are; choose another file.",
        ),
        field="logo",
    )


def _on_white(picture: Image) -> Image:
    """Without transparency, which printers show as black."""
    from PIL import Image

    seen = picture.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    ground.alpha_composite(seen)
    return ground.convert("RGB")


def drawn(content: bytes, *, width: float, height: float, grey: bool) -> tuple[float, Row]:
    """(its width, the picture as large as it fits into `width` and `height`)."""
    from reportlab.lib.utils import ImageReader

    picture = _opened(content, grey=grey)
    scale = min(width / picture.width, height / picture.height)
    wide, tall = picture.width * scale, picture.height * scale

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.drawImage(ImageReader(picture), snapped(x), snapped(top - tall), wide, tall)

    return wide, Row(tall, draw)


@lru_cache(maxsize=2)
def _opened(content: bytes, *, grey: bool) -> Image:
    from PIL import Image

    with Image.open(BytesIO(content), formats=("PNG",)) as picture:
        return picture.convert("L" if grey else "RGB")


_SMALLEST_NUMBER = 15
_LINE = 8 * MM
"""From one line to write on to the next."""
_SIGN = 13 * MM


@dataclass(frozen=True, kw_only=True)
class FromShop:
    """Whose paper it is. `logo` is a picture as `logo.normal` gives it, or nothing."""

    company: str
    branch: str
    address: str = ""
    reach: str = ""
    logo: bytes = b""


@dataclass(frozen=True, kw_only=True)
class AboutCase(FromShop):
    """A paper of one complaint: its number, as scanners read it and grouped for people."""

    number: str
    grouped: str


def shop(of: FromShop, look: Look, width: float, *, reach: bool = False) -> Rows:
    """The logo, and the shop's name, branch and address; without a logo the name is large."""
    if not of.logo:
        return [
            *text(of.company, _name_style(of.company, look, width), width),
            *_place(of, look, width, reach=reach),
        ]
    grey, unit = look.paper.roll, look.unit
    wide, picture = drawn(of.logo, width=width * 0.45, height=unit * 3.4, grey=grey)
    right = width - wide - unit * 0.8
    if look.paper.roll:
        _, picture = drawn(of.logo, width=width * 0.8, height=unit * 4, grey=grey)
        return [picture, *space(unit * 0.3), *_named(of, look, width, reach=reach)]
    named = _named(of, look, right, reach=reach)
    return beside((0, [picture]), (width - right, [together(named)]))


def _named(of: FromShop, look: Look, width: float, *, reach: bool) -> Rows:
    return [*text(of.company, look.strong, width), *_place(of, look, width, reach=reach)]


def _place(of: FromShop, look: Look, width: float, *, reach: bool) -> Rows:
    lines = [of.address, of.reach if reach else ""]
    return [
        *text(of.branch, look.body if of.logo else look.strong, width),
        *(row for line in lines if line for row in text(line, look.small, width)),
    ]


def _name_style(company: str, look: Look, width: float) -> Style:
    """Large, and on one line where that does not make it small."""
    style = look.fitted(company, width, largest=look.paper.body * 1.6)
    return style if style.size > look.paper.body * 1.2 else look.large(look.paper.body * 1.35)


def head(of: AboutCase, look: Look, width: float) -> Rows:
    """The head of a sheet: whose it is, and the number that a scanner reads."""
    right = width * 0.45
    left = width - right - look.unit
    number = [
        *text(look.said(say("letter", "Complaint number")), look.heading, right),
        *text(of.grouped, look.fitted(of.grouped, right, largest=12), right),
        *space(look.unit * 0.3),
        number_code(of.number, right, height=10 * MM),
    ]
    whose = together(shop(of, look, left, reach=True))
    return [
        *beside((0, [whose]), (width - right, [together(number)])),
        *space(look.unit * 0.7),
        *rule(width, dots=2),
    ]


def title(words: Words, look: Look, width: float) -> Rows:
    """What kind of paper it is, on one line."""
    said = look.said(words)
    return clinging(text(said, look.fitted(said, width, largest=look.paper.body * 1.9), width))


def number(of: AboutCase, look: Look, width: float) -> Rows:
    """The number as large as the paper takes it, on two lines where one would be small."""
    rows = clinging(text(look.said(say("receipt", "Complaint number")), look.heading, width))
    style = look.fitted(of.grouped, width, largest=look.paper.number)
    if style.size >= _SMALLEST_NUMBER:
        return [*rows, *text(of.grouped, style, width)]
    first, _, last = of.grouped.rpartition(" ")
    longer = max(first, last, key=look.strong.advance)
    style = look.fitted(longer, width, largest=look.paper.number)
    return [*rows, *text(f"{first}\n{last}", style, width)]


def warning(heading: Words, words: Words, look: Look, width: float) -> Rows:
    """White on black, with a sign: what nobody may miss."""
    pad = look.unit * 0.5
    sign = replace(look.large(look.paper.body * 2), grey=WHITE)
    left = sign.advance("⚠") + pad
    inner = width - 2 * pad - left
    rows = [
        *text(look.said(heading), replace(look.body, grey=WHITE), inner),
        *text(look.said(words), replace(look.strong, grey=WHITE), inner),
    ]
    mark = [together(text("⚠", sign, left))]
    both = beside((0, mark), (left, [together(rows)]))
    return [on_black(both, width, pad=pad), *space(look.unit * 0.7)]


def paragraph(heading: Words, words: Words, look: Look, width: float) -> Rows:
    """A heading and what stands under it; nothing where there is nothing to say."""
    said = look.said(words)
    if not said:
        return []
    return [
        *clinging(text(look.said(heading), look.heading, width)),
        *text(said, look.body, width),
        *space(look.unit * 0.6),
    ]


def framed(heading: Words, words: Words, look: Look, width: float) -> Rows:
    """A short text in a frame, under its heading."""
    pad = look.unit * 0.6
    inner = width - 2 * pad
    rows = text(look.said(words), look.body, inner)
    above = clinging(text(look.said(heading), look.heading, inner))
    return [boxed([*above, *rows], width, pad=pad, dots=2), *space(look.unit * 0.7)]


def ticked(items: Iterable[Words], look: Look, width: float) -> Rows:
    """A box to tick before each of them."""
    return [row for item in items for row in tick(item, look, width)]


def tick(words: Words, look: Look, width: float) -> Rows:
    """A box to tick, and what for."""
    side = look.unit * 0.8
    left = side + look.unit * 0.5
    box = [square(side, below=look.unit - side)]
    return [*beside((0, box), (left, text(look.said(words), look.body, width - left)))]


def square(side: float, *, below: float = 0) -> Row:
    """An empty box."""

    def draw(canvas: Canvas, x: float, top: float) -> None:
        top -= below / 2
        for at, under, wide, tall in (
            (0.0, 0.0, side, 2 * DOT),
            (0.0, side - 2 * DOT, side, 2 * DOT),
            (0.0, 0.0, 2 * DOT, side),
            (side - 2 * DOT, 0.0, 2 * DOT, side),
        ):
            fill(canvas, x + at, top - under, wide, tall)

    return Row(side + below, draw)


def to_write(lines: int, width: float, *, apart: float = _LINE) -> Rows:
    """Empty lines for a pen."""
    return [together([*space(apart), *rule(width)]) for _ in range(lines)]


def sign(*words: Words, look: Look, width: float) -> Row:
    """Room for each to sign, side by side."""
    gap = look.unit
    each = (width - gap * (len(words) - 1)) / len(words)
    columns = [
        [
            *space(_SIGN),
            *rule(each),
            *space(look.unit * 0.15),
            *text(look.said(said), look.small, each),
        ]
        for said in words
    ]
    return together(beside(*((at * (each + gap), rows) for at, rows in enumerate(columns))))


def ways(of: FromShop, look: Look, width: float) -> Rows:
    """How to reach the shop; where it takes several lines, each way has its own."""
    if not of.reach:
        return []
    fits = look.strong.advance(of.reach) <= width
    words = of.reach if fits else of.reach.replace(" · ", "\n")
    return [*text(words, look.strong, width), *space(look.unit * 0.25)]
