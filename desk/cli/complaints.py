"""Commands about complaints and their papers."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from desk import words
from desk.app.commands import OnCase, Register, Registered
from desk.app.desk import Desk, document_of
from desk.app.papers import filled_paper
from desk.cli.output import Output
from desk.durable import write_whole
from desk.journal.queue import Filter, QueueRow, Wanted
from desk.moments import near
from desk.paper.papers import OF_THE_HOUSE, SIZES
from desk.rules.acts import Act, Attach, MakePromise, PrintReceipt
from desk.rules.chain import id_of_draft, new_id
from desk.rules.choices import STATES
from desk.rules.deciding import act_from_json
from desk.rules.details import clean
from desk.rules.errors import DeskError, Invalid, Refused, Stale, Trouble
from desk.rules.intake import Intake, intake_from_json
from desk.rules.people import Action
from desk.telling.as_json import listed, local
from desk.words import say

_LONGEST_LINE = 8 * 1024 * 1024
"""Bytes; every field of a complaint filled to the brim and escaped takes less."""


def register(desk: Desk, options: Namespace, output: Output) -> int:
    """Takes in one complaint a line; a bad line is named, the others are still registered."""
    reason = desk.can(Action.REGISTER)
    if reason is not None:
        raise Refused(reason)
    refused = 0
    with _input(options.file) as stream:
        for number, line in enumerate(_lines(stream), start=1):
            if not line.strip():
                continue
            try:
                _register_line(desk, line, output)
            except DeskError as fault:
                output.refuse(fault, line=number)
                if isinstance(fault, Trouble | Stale):  # no line after this one could be kept
                    return 1
                refused += 1
    return 1 if refused else 0


def _lines(stream: BufferedReader) -> Iterator[bytes]:
    """The lines; of one that is longer than any complaint only the beginning is kept."""
    with _reader(stream) as readline:
        while line := readline(_LONGEST_LINE):
            yield line
            while line and not line.endswith(b"\n"):
                line = readline(_LONGEST_LINE)


@contextmanager
def _reader(stream: BufferedReader) -> Iterator[Callable[[int], bytes]]:
    """Windows' own shell writes its files in UTF-16, which their first two bytes say."""
    if stream.peek(2)[:2] not in {BOM_UTF16_LE, BOM_UTF16_BE}:
        yield stream.readline
        return
    with TextIOWrapper(stream, encoding="utf-16", errors="replace") as text:
        yield lambda limit: text.readline(limit).encode()


@contextmanager
def _input(name: str) -> Iterator[BufferedReader]:
    named = name != "-"
    try:  # not in the `with`: only opening it may fail so
        stream = open(name if named else sys.stdin.fileno(), "rb", closefd=named)  # noqa: SIM115
    except OSError as fault:
        raise Trouble(
            say("cli", "The file {file} cannot be read: {reason}. Nothing was registered.")(
                file=name, reason=fault.strerror or fault
            )
        ) from fault
    with stream:
        yield stream


def _register_line(desk: Desk, line: bytes, output: Output) -> None:
    registered = desk.do(Register(intake=_intake(desk, line)))
    assert isinstance(registered, Registered)  # noqa: S101 - tells mypy what `do` gave
    document = {
        "number": registered.number,
        "id": registered.id,
        "received_at": local(registered.received_at),
        "due_at": local(registered.due_at),
    }
    output.tell(document, "\t".join(str(value) for value in document.values()))


def _intake(desk: Desk, line: bytes) -> Intake:
    try:
        document = json.loads(line, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as fault:
        raise Invalid(
            say("cli", "This line is not a JSON document. It was left out; the others are taken.")
        ) from fault
    return intake_from_json(
        document,
        id_for=lambda draft: id_of_draft(draft, desk.journal.node) if draft else new_id(desk.now()),
    )


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; a name that stands in it twice is refused, since one value would be lost."""
    document: dict[str, object] = {}
    for name, value in pairs:
        if name in document:
            raise Invalid(
                say("cli", "“{name}” is given twice. The line was left out; give it once.")(
                    name=name[:40]
                ),
                field=name[:40],
            )
        document[name] = value
    return document


def show(desk: Desk, options: Namespace, output: Output) -> int:
    """One complaint with its timeline."""
    document = document_of(desk, desk.complaint(desk.find_number(options.number).id))
    lines = [
        f"{document['grouped']}  {document['state']}  {document['customer']['name']}",
        document["what_happened"],
        *(
            f"{line['at']}  {line['actor']}  {line['kind']}  {line['text']}"
            for line in document["timeline"]
        ),
    ]
    output.tell(document, "\n".join(lines))
    return 0


def list_queue(desk: Desk, options: Namespace, output: Output) -> int:
    """The queue, what burns first on top."""
    if options.limit < 1:
        raise Invalid(say("cli", "--limit takes a number from 1."), field="limit")
    wanted = Wanted(
        filter=Filter.LATE if options.late else Filter.ALL,
        state=options.state,
        branch=clean(options.branch),
        find=clean(options.find),
    )
    left, last = options.limit, None
    while left > 0:
        rows = desk.queue(wanted, after=last, limit=min(left, 500))
        for row in rows:
            output.tell(listed(row, desk.now()), _line(desk, row))
        if len(rows) < min(left, 500):
            break
        left, last = left - len(rows), rows[-1]
    return 0


def _line(desk: Desk, row: QueueRow) -> str:
    due = str(near(row.due_at, desk.now())) if row.open else ""
    cells = (row.number, str(STATES[row.state]), due, row.name, row.product)
    return "\t".join(" ".join(cell.split()) for cell in cells)


def receipt(desk: Desk, options: Namespace, output: Output) -> int:
    """The customer's receipt, into a file or onto a printer."""
    complaint = desk.complaint(desk.find_number(options.number).id)
    reason = desk.can(Action.PRINT_RECEIPT, complaint)
    if reason is not None:
        raise Refused(reason)
    from desk.app import waiting_papers
    from desk.app.papers import receipt_of
    from desk.paper.printers import print_pdf
    from desk.paper.receipt import receipt_pdf

    facts = receipt_of(desk, complaint)
    pdf = receipt_pdf(facts, paper=options.paper, language=options.language or words.spoken())
    if options.printer:
        job = print_pdf(pdf, printer=options.printer, paper=options.paper, title=complaint.number)
        place = {"printer": options.printer, "job": job}
    else:
        write_whole(desk.home.foreign(options.to), pdf)
        place = {"file": str(options.to)}
    way = "printer" if options.printer else "file"
    desk.do(OnCase(complaint=complaint.id, act=PrintReceipt(paper=options.paper, way=way)))
    waiting_papers.printed(desk.home, "receipt", complaint.id)
    document = {"number": complaint.number, "paper": options.paper, "copy": facts.copy} | place
    output.tell(document, f"{complaint.number}\t{options.paper}\t{options.printer or options.to}")
    return 0


def act(desk: Desk, options: Namespace, output: Output) -> int:
    """Does one action and prints the complaint as it stands then."""
    found = desk.find_number(options.number)
    wanted = act_from_json(options.action, _details(options.file), new_id=new_id(desk.now()))
    before = desk.complaint(found.id)
    desk.do(OnCase(complaint=found.id, act=_with_file(desk, wanted), seen=before.head))
    document = document_of(desk, desk.complaint(found.id))
    if isinstance(wanted, MakePromise):
        document["promise"] = wanted.promise
    output.tell(document, f"{document['number']}\t{document['state']}")
    return 0


def _details(name: str) -> Any:
    if not name:
        return {}
    try:
        text = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as fault:
        raise Trouble(
            say("cli", "The file {file} cannot be read: {reason}. Nothing was changed.")(
                file=name, reason=fault.strerror or fault
            )
        ) from fault
    try:
        return json.loads(text) if text.strip() else {}
    except (ValueError, RecursionError) as fault:
        raise Invalid(
            say("cli", "The details are not a JSON document. Nothing was changed."),
            field="details",
        ) from fault


def _with_file(desk: Desk, wanted: Act) -> Act:
    """A file that is to be attached is stored first; the act names its digest."""
    if not isinstance(wanted, Attach):
        return wanted
    source = Path(wanted.file)
    return replace(wanted, file=desk.files.keep(source), name=wanted.name or source.name)


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
