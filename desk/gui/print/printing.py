"""Paper from the window: made in the worker, printed or kept as PDF, and told when it is done.

Printing and saving are separate facts: the complaint is safe before any of this begins. A paper
that a printer does not take waits as PDF in the desk's folder and is printed once it is back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices, QImage

from desk import words
from desk.app import papers, waiting_papers
from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.app.papers import Filled, Make, filled_paper, receipt_of
from desk.app.waiting_papers import WaitingPaper
from desk.durable import write_whole
from desk.gui.kit.notify import Offer, Toast
from desk.gui.kit.work import Jobs
from desk.gui.print import spooler
from desk.gui.print.again import PrintAgain
from desk.gui.print.spooler import Chosen
from desk.journal.known import Person
from desk.paper import ports
from desk.paper.letter import Letter
from desk.paper.papers import PAPER_KINDS, PAPERS, SIZES
from desk.paper.receipt import Receipt
from desk.rules.acts import PrintReceipt
from desk.rules.errors import DeskError, Refused, Trouble
from desk.words import Text, say


@dataclass(frozen=True, kw_only=True)
class Printed:
    """Where a paper went: a printer's name, or the PDF it was kept as.

    `trouble` is what the printer said, where it was kept because of that; then `waits` is set too.
    """

    printer: str
    file: Path | None
    trouble: Text | None = None
    waits: WaitingPaper | None = None


@dataclass(frozen=True, kw_only=True)
class PrintWish:
    """A paper that somebody asked for, and where it is to come out."""

    kind: str
    paper: str
    language: str
    printer: str
    title: str
    file: Path
    complaint: str
    by: Person | None
    copies: int = 1


def on_paper(pdf: bytes, wish: PrintWish) -> Printed:
    """On the worker: prints the PDF where there is a printer, else keeps it."""
    if wish.printer == AS_PDF:
        wish.file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(wish.file, pdf)
        return Printed(printer="", file=wish.file)
    spooler.print_out(
        pdf, printer=wish.printer, paper=wish.paper, title=wish.title, copies=wish.copies
    )
    return Printed(printer=wish.printer, file=None)


def print_or_wait(desk: Desk, pdf: bytes, wish: PrintWish, *, keep: bool) -> Printed:
    """On the worker: what the printer does not take waits for it, and is kept beside that."""
    home = desk.home
    try:
        printed = on_paper(pdf, wish)
    except Trouble as fault:
        if wish.printer == AS_PDF:
            raise
        paper = waiting_papers.first(
            kind=wish.kind,
            paper=wish.paper,
            printer=wish.printer,
            title=wish.title,
            complaint=wish.complaint,
            actor=wish.by.id if wish.by else "",
            reason=fault.text,
            now=desk.now(),
        )
        waiting_papers.keep(home, paper, pdf)
        kept = on_paper(pdf, replace(wish, printer=AS_PDF)).file if keep else None
        return Printed(printer="", file=kept, trouble=fault.text, waits=paper)
    waiting_papers.printed(home, wish.kind, wish.complaint)
    return printed


class Printing:
    """The papers of one desk, each kind on the printer that the settings name."""

    def __init__(self, desk: Desk, jobs: Jobs, toast: Toast, settings: QSettings) -> None:
        self._desk = desk
        self._jobs = jobs
        self._toast = toast
        self.choices = PrintChoices(settings)
        self.again = PrintAgain(desk, jobs, self._came_out_later, toast)
        self.last: str | None = None

    @property
    def printer(self) -> str:
        """The printer for receipts, `AS_PDF` or `ASK`."""
        return self.choices.printer("receipt")

    @property
    def paper(self) -> str:
        """The size of receipts."""
        return self.choices.paper("receipt")

    @property
    def language(self) -> str:
        """The language of papers: the one chosen, else the window's."""
        return self.choices.language

    def receipt(self, complaint: str, *, as_pdf: bool = False) -> None:
        """Prints the receipt of the complaint with this id, or keeps it as PDF."""
        self.last = complaint
        try:
            receipt = receipt_of(self._desk, self._desk.complaint(complaint))
        except DeskError as fault:
            self._toast.tell(fault.text, icon="warning")
            return
        title = say("printing", "Receipt {number}")(number=receipt.grouped)
        wish = self._wish("receipt", title, name=receipt.number, complaint=complaint)
        wish = replace(wish, printer=AS_PDF) if as_pdf else wish
        told = partial(self._receipt_printed, wish)
        self._put_out(wish, partial(_receipt_pdf, receipt), told, self._refused)

    def other(self, kind: str, complaint: str = "") -> None:
        """Prints a paper of any other kind, or keeps it as PDF: of the complaint with this id, or
        one that belongs to no complaint."""
        try:
            case = self._desk.complaint(complaint) if complaint else None
            made = filled_paper(self._desk, kind, case, language=self.choices.language)
        except DeskError as fault:
            self._toast.tell(fault.text, icon="warning")
            return
        name = f"{case.number}-{kind}" if case else kind
        title = papers.title(kind, case)
        wish = self._wish(kind, title, name=name, complaint=complaint)
        self._put_out(wish, made.make, partial(self._other_printed, wish, made), self._refused)

    def letter(
        self,
        letter: Letter,
        *,
        name: str,
        language: str,
        done: Callable[[Printed], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Prints a letter, or keeps it as PDF; its file is called after the number and `name`.

        One that a printer does not take is kept, and waits for the printer beside that.
        """
        title = say("printing", "Letter {number}")(number=letter.grouped)
        wish = self._wish("letter", title, name=f"{letter.number}-{name}", complaint="")
        wish = replace(wish, language=language)
        self._put_out(wish, partial(_letter_pdf, letter), done, failed, keep=True)

    def test_page(self, printer: str, kind: str, kind_name: Text, *, paper: str) -> None:
        """Prints the test page for a kind of paper; one that fails is told, and does not wait."""
        from desk.paper.counter import check_page

        title = say("printing", "Test page")
        wish = self._wish(kind, title, name="test-page", complaint="")
        wish = replace(wish, printer=printer, paper=paper)
        made = partial(check_page, printer=printer, kind=kind_name, made_at=self._desk.now())
        self._jobs.run(
            lambda: on_paper(made(paper=wish.paper, language=wish.language), wish),
            partial(self._tell, wish),
            self._refused,
        )

    def waiting_on(self, paper: WaitingPaper, chosen: Chosen) -> None:
        """A paper that waits comes out elsewhere: on another printer, or as a file."""
        home = self._desk.home
        pdf = waiting_papers.pdf_of(home, paper)
        try:
            if pdf is not None and chosen.file is not None:
                write_whole(home.foreign(chosen.file), pdf)
                self._came_out(paper, way="file")
                waiting_papers.drop(home, paper.id)
            elif pdf is not None:
                waiting_papers.move(home, paper, chosen.printer, self._desk.now())
                self.again.now(chosen.printer)
        except DeskError as fault:
            self._refused(fault)
        self.again.told()

    def throw_away(self, paper: WaitingPaper) -> None:
        """Nobody wants it any more."""
        waiting_papers.drop(self._desk.home, paper.id)
        self.again.told()

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
        self._jobs.run(
            lambda: spooler.images(_receipt_pdf(receipt, paper, language), width), done, failed
        )

    def preview_waiting(
        self, paper: WaitingPaper, *, width: int, done: Callable[[Sequence[QImage]], None]
    ) -> None:
        """The pages of a paper that waits."""
        home = self._desk.home

        def pages() -> list[QImage]:
            pdf = waiting_papers.pdf_of(home, paper)
            return spooler.images(pdf, width) if pdf else []

        self._jobs.run(pages, done, self._refused)

    def _wish(self, kind: str, title: Text | str, *, name: str, complaint: str) -> PrintWish:
        return PrintWish(
            kind=kind,
            paper=self.choices.paper(kind),
            language=self.choices.language,
            printer=self.choices.printer(kind),
            title=str(title),
            file=self._desk.home.folder / "papers" / f"{name}.pdf",
            complaint=complaint,
            by=self._desk.actor,
        )

    def _put_out(
        self,
        wish: PrintWish,
        make: Make,
        done: Callable[[Printed], None],
        failed: Callable[[DeskError], None],
        *,
        keep: bool = False,
    ) -> None:
        """In the worker; who wants to be asked for the printer is asked first."""
        if wish.printer == ASK:
            self._ask(wish, make, done, failed)
            return
        desk = self._desk
        self._jobs.run(
            lambda: print_or_wait(desk, make(wish.paper, wish.language), wish, keep=keep),
            lambda printed: self._after(printed, done),
            failed,
        )

    def _ask(
        self,
        wish: PrintWish,
        make: Make,
        done: Callable[[Printed], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        if not spooler.can_ask():
            pdf = replace(wish, printer=AS_PDF)
            self._put_out(pdf, make, partial(self._not_asked, wish.title, done), failed)
            return

        def chosen(what: Chosen) -> None:
            try:
                if what.file is not None:
                    self._desk.home.foreign(what.file)
            except Refused as fault:
                failed(fault)
                return
            there = replace(wish, printer=what.printer, copies=what.copies)
            self._put_out(replace(there, file=what.file or wish.file), make, done, failed)

        nothing = say("printing", "Nothing was printed; the complaint is saved.")
        spooler.ask(
            self._toast.window(),
            title=wish.title,
            chosen=chosen,
            left=lambda: failed(Refused(nothing)),
        )

    def _not_asked(self, title: str, done: Callable[[Printed], None], printed: Printed) -> None:
        done(printed)
        if printed.file is not None and self._desk.actor is not None:
            told = say(
                "printing",
                "There is no printer to choose on this computer. {title} is kept as PDF: {file}",
            )
            told = told(title=title, file=printed.file.name)
            self._toast.tell(told, offer=_open(printed.file), icon="receipt")

    def _after(self, printed: Printed, done: Callable[[Printed], None]) -> None:
        """The list of what waits is right before anything is told."""
        if printed.printer:
            self.again.now(printed.printer)
        self.again.told()
        done(printed)

    def _receipt_printed(self, wish: PrintWish, printed: Printed) -> None:
        """Counted as done by whoever pressed the key, even if somebody else is at work by now."""
        if printed.waits is None:
            way = "file" if printed.file else "printer"
            if not self._count(wish.complaint, wish.paper, way=way, by=wish.by):
                return
        self._tell(wish, printed)

    def _other_printed(self, wish: PrintWish, made: Filled, printed: Printed) -> None:
        """Where the company's own words could not be used, that is what is told."""
        self._tell(wish, printed)
        if made.faults and self._desk.actor is not None:
            self._toast.tell(made.faults[0], icon="warning")

    def _tell(self, wish: PrintWish, printed: Printed) -> None:
        if self._desk.actor is None:
            return  # nothing is shown after the lock
        if printed.trouble is not None:
            waits = say("printing", "{reason} It waits and is printed once the printer is back.")
            self._toast.tell(waits(reason=printed.trouble), icon="warning")
        elif printed.file is None:
            told = say("printing", "{title} sent to {printer}.")
            self._toast.tell(
                told(title=wish.title, printer=ports.place(printed.printer)), icon="print"
            )
        else:
            told = say("printing", "{title} kept as PDF: {file}")
            told = told(title=wish.title, file=printed.file.name)
            self._toast.tell(told, offer=_open(printed.file), icon="receipt")

    def _refused(self, fault: DeskError) -> None:
        if self._desk.actor is not None:
            self._toast.tell(fault.text, icon="warning")

    def _came_out_later(self, paper: WaitingPaper) -> None:
        self._came_out(paper, way="printer")
        if self._desk.actor is not None:
            told = say("printing", "{printer} is back: {title} was printed.")
            self._toast.tell(
                told(printer=ports.place(paper.printer), title=paper.title), icon="print"
            )

    def _came_out(self, paper: WaitingPaper, *, way: str) -> None:
        if paper.kind == "receipt":
            by = next((one for one in self._desk.people() if one.id == paper.actor), None)
            self._count(paper.complaint, paper.paper, way=way, by=by)

    def _count(self, complaint: str, paper: str, *, way: str, by: Person | None) -> bool:
        try:
            self._desk.do(
                OnCase(complaint=complaint, act=PrintReceipt(paper=paper, way=way)), by=by
            )
        except DeskError as fault:
            self._refused(fault)
            return False
        return True


def _receipt_pdf(receipt: Receipt, paper: str, language: str) -> bytes:
    from desk.paper.receipt import receipt_pdf

    return receipt_pdf(receipt, paper=paper, language=language)


def _letter_pdf(letter: Letter, paper: str, language: str) -> bytes:
    from desk.paper.letter import letter_pdf

    return letter_pdf(letter, paper=paper, language=language)


def _open(file: Path) -> Offer:
    return Offer(say("printing", "Open"), lambda: open_file(file))


def open_file(file: Path) -> None:
    """Shows a paper that was kept, in the program that this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


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
