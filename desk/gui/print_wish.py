"""A paper that somebody wants, on its way to a printer or into a file; called on the worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desk.app import waiting_papers
from desk.app.desk import Desk
from desk.app.safely import write_whole
from desk.app.waiting_papers import WaitingPaper
from desk.gui import spooler
from desk.gui.print_choices import AS_PDF
from desk.journal.known import Person
from desk.rules.errors import Trouble
from desk.words import Text


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
class Wish:
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


def on_paper(pdf: bytes, wish: Wish) -> Printed:
    """On the worker: prints the PDF where there is a printer, else keeps it."""
    if wish.printer == AS_PDF:
        wish.file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(wish.file, pdf)
        return Printed(printer="", file=wish.file)
    spooler.print_out(
        pdf, printer=wish.printer, paper=wish.paper, title=wish.title, copies=wish.copies
    )
    return Printed(printer=wish.printer, file=None)


def print_or_wait(desk: Desk, pdf: bytes, wish: Wish, *, keep: bool) -> Printed:
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
