"""The embedded typefaces: which of them has a character, and how wide it is."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
MISSING = "□"

_OTHERS = (
    "NotoSansHebrew-Regular",
    "NotoEmoji-Medium",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
)
_FACES = {
    False: (REGULAR, "NotoSansArabic-Regular", *_OTHERS),
    True: (BOLD, "NotoSansArabic-Bold", *_OTHERS),
}


class Glyph(NamedTuple):
    """A character as it can be printed: in which face, and how wide at a size of 1."""

    char: str
    face: str
    advance: float


@cache
def face(name: str) -> TTFont:
    """A typeface of `resources/fonts/`, read once and known to ReportLab by its name."""
    from desk.paper.faces import read_face  # ReportLab takes 0.2 s to import

    return read_face(name)


@cache
def glyph(char: str, *, bold: bool) -> Glyph:
    """How to print one character; one that no face has becomes a visible box."""
    code = ord(char)
    for name in _FACES[bold] if unicodedata.category(char) != "Cc" else ():
        metrics = face(name).face
        if code in metrics.charToGlyph:
            return Glyph(char, name, metrics.getCharWidth(code) / 1000)
    return glyph(MISSING, bold=bold)
