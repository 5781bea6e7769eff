"""The embedded typefaces: which of them has a character, and how wide it is."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from desk.assets import asset

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

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


class _Face(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A typeface whose text can be searched and read aloud as it was typed.

    ReportLab itself writes wrong codes for emoji, and Arabic letters in their joined forms.
    """

    def addObjects(self, doc: PDFDocument) -> None:
        subsets = len(self.state[doc].subsets)
        super().addObjects(doc)
        for number in range(subsets):
            subset = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            codes = doc.idToObject[f"toUnicodeCMap:{subset}"]
            codes.content = re.sub("(?<=> )<([0-9A-F]{4,})>", _typed, codes.content)


def _typed(code: re.Match[str]) -> str:
    char = chr(int(code[1], 16))
    plain = unicodedata.normalize("NFKC", char) if "\ufb50" <= char <= "\ufefc" else char
    letter = plain if len(plain) == 1 else char  # readers turn two letters of one glyph around
    return f"<{letter.encode('utf-16-be').hex().upper()}>"


@cache
def face(name: str) -> TTFont:
    """A typeface of `resources/fonts/`, read once and known to ReportLab by its name."""
    font = _Face(name, str(asset("resources", "fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


@cache
def glyph(char: str, *, bold: bool) -> Glyph:
    """How to print one character; one that no face has becomes a visible box."""
    code = ord(char)
    for name in _FACES[bold] if unicodedata.category(char) != "Cc" else ():
        metrics = face(name).face
        if code in metrics.charToGlyph:
            return Glyph(char, name, metrics.getCharWidth(code) / 1000)
    return glyph(MISSING, bold=bold)
