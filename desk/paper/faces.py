"""A typeface as ReportLab embeds it, so that the text of a paper can be searched and read aloud."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from desk.assets import asset

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


def read_face(name: str) -> TTFont:
    """The typeface `resources/fonts/name.ttf`, made known to ReportLab by its name."""
    font = _Face(name, str(asset("resources", "fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


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
