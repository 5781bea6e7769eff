"""Any text that people type, as lines that can be printed: as typed, never read as markup."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from desk.paper import bidi
from desk.paper.arabic import joined
from desk.paper.fonts import glyph

if TYPE_CHECKING:
    from collections.abc import Iterator

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Hints for shaping and direction: they have no form of their own on paper."""
_WORD = re.compile(" *[^ ]+")
_SLACK = 0.01
"""A text that was made to fit must not break over a rounded digit."""


@dataclass(frozen=True)
class Style:
    """How a text looks; sizes in points, `leading` from one line to the next."""

    size: float
    leading: float
    bold: bool = False
    align: str = "left"
    grey: float = 0.0
    """0 is black, 1 is white."""

    def advance(self, text: str) -> float:
        """How wide a text is in this style."""
        return self.size * sum(glyph(char, bold=self.bold).advance for char in text)


@dataclass(frozen=True)
class Line:
    """One line in the order of its glyphs on paper."""

    runs: tuple[tuple[str, str], ...]
    """(face, text) from left to right."""
    width: float
    align: str


def clean(text: str) -> list[str]:
    """The text's paragraphs in characters that can be printed, Arabic joined."""
    plain = unicodedata.normalize("NFC", text).replace("\t", "    ")
    return [_INVISIBLE.sub("", joined(part)).rstrip() for part in plain.splitlines()] or [""]


def lines(text: str, style: Style, width: float) -> list[Line]:
    """The text broken into lines of at most `width`; nothing is cut, long words are broken."""
    return [line for part in clean(text) for line in _paragraph(part, style, width)]


def _paragraph(text: str, style: Style, width: float) -> list[Line]:
    """Several lines from right to left stand at the right edge; a name stays with its label."""
    right = bidi.leans_right(text)
    parts = _broken(text, style, width)
    turned = right and len(parts) > 1 and style.align == "left"
    align = "right" if turned else style.align
    return [_line(part, style, right=right, align=align) for part in parts]


def _line(part: str, style: Style, *, right: bool, align: str) -> Line:
    glyphs = [glyph(char, bold=style.bold) for char in bidi.visual(part, right=right)]
    runs = tuple(
        (face, "".join(shown.char for shown in run))
        for face, run in groupby(glyphs, key=lambda shown: shown.face)
    )
    return Line(
        runs=runs,
        width=style.size * sum(shown.advance for shown in glyphs),
        align=align,
    )


def _broken(paragraph: str, style: Style, width: float) -> list[str]:
    parts, used = [""], 0.0
    for word in _fitting(paragraph, style, width):
        advance = style.advance(word)
        if parts[-1] and used + advance > width + _SLACK:
            parts.append(word.lstrip(" "))
            used = style.advance(parts[-1])
        else:
            parts[-1] += word
            used += advance
    return parts


def _fitting(paragraph: str, style: Style, width: float) -> Iterator[str]:
    """The words with the blanks before them; one that is wider than a line comes in pieces."""
    for word in _WORD.findall(paragraph):
        piece, used = "", 0.0
        for char in word:
            advance = style.advance(char)
            if piece and used + advance > width + _SLACK:
                yield piece
                piece, used = "", 0.0
            piece += char
            used += advance
        yield piece
