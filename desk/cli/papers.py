"""Commands about papers beside the receipt: paper, check-receipt, settings logo."""

from __future__ import annotations

import sys
from argparse import Namespace
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import TYPE_CHECKING

from desk import words
from desk.app.desk import Desk
from desk.app.papers import filled_paper
from desk.app.safely import write_whole
from desk.cli.output import Output
from desk.paper.papers import OF_THE_HOUSE, SIZES
from desk.rules.errors import Invalid, Trouble
from desk.telling.as_json import local
from desk.words import say

if TYPE_CHECKING:
    from desk.rules.complaint import Complaint

_LONGEST = 200_000
"""Bytes of a letter's text, or of a code, that are read."""


def paper(desk: Desk, options: Namespace, output: Output) -> int:
    """A paper of a complaint, into a file or onto a printer."""
    size = options.paper or SIZES[options.kind][0]
    if size not in SIZES[options.kind]:
        raise Invalid(
            say("cli", "This paper does not come on {paper}. It can be: {known}.")(
                paper=size, known=", ".join(SIZES[options.kind])
            ),
            field="paper",
        )
    complaint = _complaint(desk, options)
    language = options.language or words.spoken()
    text = _read(options.text) if options.kind == "letter" and options.text else ""
    made = filled_paper(desk, options.kind, complaint, language=language, text=text)
    for fault in made.faults:
        sys.stderr.write(f"{fault}\n")
    pdf = made.make(size, language)
    number = complaint.number if complaint else ""
    if options.printer:
        from desk.paper.printers import print_pdf

        title = "-".join(filter(None, (number, options.kind)))
        job = print_pdf(pdf, printer=options.printer, paper=size, title=title)
        place = {"printer": options.printer, "job": job}
    else:
        write_whole(desk.home.foreign(options.to), pdf)
        place = {"file": str(options.to)}
    document = {"kind": options.kind, "number": number, "paper": size} | place
    told = (options.kind, number, size, options.printer or str(options.to))
    output.tell(document, "\t".join(told))
    return 0


def _complaint(desk: Desk, options: Namespace) -> Complaint | None:
    if options.number:
        return desk.complaint(desk.find_number(options.number).id)
    if options.kind in OF_THE_HOUSE:
        return None
    raise Invalid(say("cli", "Which complaint? Say its number behind the kind of paper."))


def _read(name: str) -> str:
    """A text from a file, or from stdin for “-”."""
    try:
        if name == "-":
            content = sys.stdin.buffer.read(_LONGEST)
        else:
            with Path(name).open("rb") as stream:
                content = stream.read(_LONGEST)
        wide = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))  # as Windows' own shell writes
        return content.decode("utf-16" if wide else "utf-8-sig").strip()
    except OSError as fault:
        raise Trouble(
            say("cli", "The file {file} cannot be read: {reason}. Nothing was changed.")(
                file=name, reason=fault.strerror or fault
            )
        ) from fault
    except ValueError as fault:
        raise Invalid(say("cli", "{file} cannot be read as text (UTF-8).")(file=name)) from fault


def check_receipt(desk: Desk, options: Namespace, output: Output) -> int:
    """Whether a receipt is genuine: 0 only where its signature is right."""
    from desk.app.checking_receipts import check_receipt as check

    verdict = check(desk, _read("-") if options.text == "-" else options.text)
    document = {
        "verdict": verdict.kind,
        "genuine": verdict.genuine,
        "number": verdict.number,
        "desk": verdict.desk,
        "received_at": local(verdict.received_at) if verdict.received_at else None,
        "due_at": local(verdict.due_at) if verdict.due_at else None,
        "here": verdict.here,
        "text": str(verdict.text),
    }
    output.tell(document, str(verdict.text))
    return 0 if verdict.genuine else 1


def settings(desk: Desk, options: Namespace, output: Output) -> int:
    """Chooses the company's logo, or none."""
    from desk.app.papers import choose_logo

    source = None if options.file == "none" else Path(options.file)
    digest = choose_logo(desk, source)
    none = say("cli", "The papers show the company's name in type.")
    shown = say("cli", "The papers show the logo {file} from now on.")(file=options.file)
    output.tell({"logo": digest or None}, str(shown if digest else none))
    return 0
