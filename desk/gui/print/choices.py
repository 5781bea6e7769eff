"""Which printer and which size each kind of paper takes at this workplace, and in what language."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from desk import words
from desk.paper.papers import PAPER_KINDS, PAPERS, SIZES

LANGUAGE = "paper/language"
DIRECT = "paper/direct"
AS_PDF = ""
"""The printer of a workplace without one: papers are kept as PDF."""
ASK = "?"
"""The printer of who wants the system's print dialog each time."""


def printer_key(kind: str) -> str:
    """Where the printer for a kind of paper stands in the settings."""
    return "paper/printer" if kind == "receipt" else f"paper/{kind}_printer"


def paper_key(kind: str) -> str:
    """Where the size of a kind of paper stands in the settings."""
    return f"paper/{kind}"


class PrintChoices:
    """What was chosen, else what suits."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def language(self) -> str:
        """The language of papers: the one chosen, else the window's."""
        return str(self._settings.value(LANGUAGE, "")) or words.spoken()

    def printer(self, kind: str) -> str:
        """The printer's name, `AS_PDF` or `ASK`."""
        chosen = self._settings.value(printer_key(kind))
        return self._usual_printer(kind) if chosen is None else str(chosen)

    def paper(self, kind: str) -> str:
        """One of the sizes that this kind comes in."""
        chosen = str(self._settings.value(paper_key(kind), ""))
        if chosen in SIZES[kind]:
            return chosen
        if kind == "receipt":
            return SIZES[kind][0]
        like = self.paper(PAPER_KINDS[kind].like)
        return like if like in SIZES[kind] else "a4"

    def _usual_printer(self, kind: str) -> str:
        """A printer of rolls prints no sheets."""
        if kind == "receipt":
            return AS_PDF
        like = PAPER_KINDS[kind].like
        suits = PAPERS[self.paper(like)].roll == PAPERS[self.paper(kind)].roll
        return self.printer(like) if suits else AS_PDF

    @property
    def direct(self) -> list[str]:
        """The receipt printers without a driver that somebody named here."""
        return [name for name in str(self._settings.value(DIRECT, "")).split("\n") if name]

    def add_direct(self, printer: str) -> None:
        """It is offered from now on."""
        kept = [*dict.fromkeys((*self.direct, printer))]
        self._settings.setValue(DIRECT, "\n".join(kept))
