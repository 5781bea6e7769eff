"""Paper from the window: made in the worker, printed or kept as PDF, and told when it is done.

Printing and saving are separate facts: the complaint is safe before any of this begins, and a
printer that fails leaves the PDF in the desk's folder and an offer to try again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices, QImage

from desk import words
from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.app.receipts import receipt_of
from desk.app.safely import write_whole
from desk.gui import spooler
from desk.gui.jobs import Jobs
from desk.gui.toast import Offer, Toast
from desk.paper.letter import SHEETS, Letter
from desk.paper.receipt import PAPERS, Receipt
from desk.rules.acts import PrintReceipt
from desk.rules.errors import DeskError, Trouble
from desk.words import Text, say

PRINTER = "paper/printer"
PAPER = "paper/receipt"
LANGUAGE = "paper/language"
LETTER_PRINTER = "paper/letter_printer"
LETTER_PAPER = "paper/letter"
AS_PDF = ""
"""The printer setting of a workplace without a printer: papers are kept as PDF."""


@dataclass(frozen=True)
class Printed:
    """Where a paper went: a printer's name, or the PDF it was kept as.

    `trouble` is what the printer said, where it was kept because of that.
    """

    printer: str
    file: Path | None
    trouble: Text | None = None


class Printing:
    """The papers of one desk, on the printer that the settings name."""

    def __init__(self, desk: Desk, jobs: Jobs, toast: Toast, settings: QSettings) -> None:
        self._desk = desk
        self._jobs = jobs
        self._toast = toast
        self._settings = settings
        self.last: str | None = None

    @property
    def printer(self) -> str:
        """The chosen printer, or `AS_PDF`."""
        return str(self._settings.value(PRINTER, AS_PDF))

    @property
    def paper(self) -> str:
        """The chosen paper for receipts, one of `PAPERS`."""
        chosen = str(self._settings.value(PAPER, PAPERS[0]))
        return chosen if chosen in PAPERS else PAPERS[0]

    @property
    def letter_printer(self) -> str:
        """The printer for letters; until one is chosen that for receipts, if it takes sheets."""
        usual = self.printer if self.paper in SHEETS else AS_PDF
        return str(self._settings.value(LETTER_PRINTER, usual))

    @property
    def letter_paper(self) -> str:
        """The chosen paper for letters, one of `SHEETS`."""
        chosen = str(self._settings.value(LETTER_PAPER, ""))
        usual = self.paper if self.paper in SHEETS else "a4"
        return chosen if chosen in SHEETS else usual

    @property
    def language(self) -> str:
        """The language of papers: the one chosen, else the window's."""
        return str(self._settings.value(LANGUAGE, "")) or words.spoken()

    def receipt(self, complaint: str, *, as_pdf: bool = False) -> None:
        """Prints the receipt of the complaint with this id, or keeps it as PDF."""
        self.last = complaint
        printer = AS_PDF if as_pdf else self.printer
        try:
            receipt = receipt_of(self._desk, self._desk.complaint(complaint))
        except DeskError as fault:
            self._toast.tell(fault.text, icon="warning")
            return
        paper, language = self.paper, self.language
        file = self._desk.home.folder / "papers" / f"{receipt.number}.pdf"
        self._jobs.run(
            lambda: _put_on_paper(_receipt_pdf(receipt, paper, language), paper, printer, file),
            lambda printed: self._printed(complaint, paper, printed),
            lambda fault: self._failed(complaint, receipt, fault),
        )

    def _printed(self, complaint: str, paper: str, printed: Printed) -> None:
        way = "file" if printed.file else "printer"
        try:
            self._desk.do(OnCase(complaint=complaint, act=PrintReceipt(paper=paper, way=way)))
        except DeskError as fault:
            self._toast.tell(fault.text, icon="warning")
            return
        if printed.file is None:
            told = say("printing", "Receipt sent to {printer}.")(printer=printed.printer)
            self._toast.tell(told, icon="print")
        else:
            told = say("printing", "Receipt kept as PDF: {file}")(file=printed.file.name)
            self._toast.tell(told, offer=_open(printed.file), icon="receipt")

    def _failed(self, complaint: str, receipt: Receipt, fault: DeskError) -> None:
        offer = Offer(say("printing", "Keep as PDF"), lambda: self.receipt(complaint, as_pdf=True))
        self._toast.tell(fault.text, offer=offer, icon="warning")

    def letter(
        self,
        letter: Letter,
        *,
        name: str,
        language: str,
        done: Callable[[Printed], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Prints a letter, or keeps it as PDF; its file is called after the number and `name`."""
        paper, printer = self.letter_paper, self.letter_printer
        file = self._desk.home.folder / "papers" / f"{letter.number}-{name}.pdf"
        self._jobs.run(
            lambda: _letter_on_paper(letter, paper, language, printer, file), done, failed
        )

    def preview(
        self,
        receipt: Receipt,
        *,
        width: int,
        done: Callable[[Sequence[QImage]], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """The pages of the receipt as it would print, `width` pixels wide, made in the worker."""
        paper, language = self.paper, self.language
        self._jobs.run(lambda: _pages(receipt, paper, language, width), done, failed)


def _receipt_pdf(receipt: Receipt, paper: str, language: str) -> bytes:
    from desk.paper.receipt import receipt_pdf

    return receipt_pdf(receipt, paper=paper, language=language)


def _put_on_paper(pdf: bytes, paper: str, printer: str, file: Path) -> Printed:
    """On the worker: prints the PDF where there is a printer, else keeps it."""
    if printer == AS_PDF:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, pdf)
        return Printed(printer="", file=file)
    spooler.print_out(pdf, printer=printer, paper=paper, title=file.stem)
    return Printed(printer=printer, file=None)


def _letter_on_paper(
    letter: Letter, paper: str, language: str, printer: str, file: Path
) -> Printed:
    """On the worker: a letter that the printer does not take is kept as PDF."""
    from desk.paper.letter import letter_pdf

    pdf = letter_pdf(letter, paper=paper, language=language)
    try:
        return _put_on_paper(pdf, paper, printer, file)
    except Trouble as fault:
        if printer == AS_PDF:
            raise
        return replace(_put_on_paper(pdf, paper, AS_PDF, file), trouble=fault.text)


def _pages(receipt: Receipt, paper: str, language: str, width: int) -> list[QImage]:
    """On the worker: the pages as images."""
    pages: list[QImage] = spooler.images(_receipt_pdf(receipt, paper, language), width)
    return pages


def _open(file: Path) -> Offer:
    return Offer(say("printing", "Open"), lambda: open_file(file))


def open_file(file: Path) -> None:
    """Shows a paper that was kept, in the program that this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
