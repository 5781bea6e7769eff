"""Commands between desks: card, trust, export."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desk.app import exporting, importing
from desk.app.believing import accept, own_card, revoke_of
from desk.app.desk import Desk
from desk.app.importing import AT_A_PROMPT
from desk.cli.output import Output
from desk.exchange.cards import Card, read_card, write_card
from desk.exchange.package import Written
from desk.journal.exchanged import APART, APPLIED, KNOWN, REFUSED
from desk.rules.errors import Trouble, finish
from desk.words import say


def card(desk: Desk, options: Namespace, output: Output) -> int:
    """Writes this desk's card, to be carried to another desk."""
    made = own_card(desk)
    write_card(made, desk.home.foreign(options.to))
    text = say("cli", "Written: {file}. Compare the fingerprint by telephone: {fingerprint}")(
        file=options.to, fingerprint=made.fingerprint
    )
    more = {"kept_in": desk.keys.kept_in, "file": str(options.to)}
    output.tell(_told(made) | more, str(text))
    return 0


def trust(desk: Desk, options: Namespace, output: Output) -> int:
    """Accepts another desk's card, also in place of an old one; or lets one count no more."""
    if options.revoke:
        return _revoke(desk, options, output)
    read = read_card(options.file)
    compared = accept(desk, read, fingerprint=options.fingerprint, replaces=options.replace)
    told = say(
        "cli", "Accepted: {name}, {company}. Compare the fingerprint by telephone: {fingerprint}"
    )
    if compared:
        told = say("cli", "Accepted: {name}, {company}. The fingerprint agrees: {fingerprint}")
    text = told(name=read.name, company=read.company, fingerprint=read.fingerprint)
    more = {"compared": compared, "replaced": options.replace.strip().lower() or None}
    output.tell(_told(read) | more, str(text))
    return 0


def _revoke(desk: Desk, options: Namespace, output: Output) -> int:
    command = revoke_of(options.revoke, why=options.why)
    desk.do(command)
    text = say(
        "cli", "The card of {node} does not count any more. What that desk wrote so far stays."
    )(node=command.node)
    output.tell({"node": command.node, "revoked": True}, str(text))
    return 0


def _told(card: Card) -> dict[str, object]:
    return {
        "node": card.node,
        "company": card.company,
        "name": card.name,
        "branch": card.branch,
        "head_office": card.head_office,
        "fingerprint": card.fingerprint,
    }


def export(desk: Desk, options: Namespace, output: Output) -> int:
    """Writes what head office has not acknowledged into one signed file."""
    folder = options.to or _outbox(desk)
    planned = exporting.plan(
        desk,
        folder=folder,
        node=options.receiver,
        without_personal=options.without_personal,
    )
    written = finish(planned.steps())
    desk.do(exporting.noted(planned, written))
    workbook = _workbook(desk, written, options) if options.workbook else None
    document = {
        "file": str(written.path),
        "workbook": workbook and str(workbook),
        "package": written.package_id,
        "receiver": planned.receiver or None,
        "personal": not options.without_personal,
        "entries": written.entries,
        "files": written.files,
        "left_out": list(written.left_out),
        "size": written.size,
        "sha256": written.sha256,
    }
    text = say("cli", "Written, read back and verified: {file} ({n} entries).")(
        file=written.path, n=written.entries
    )
    beside = say("cli", "The workbook beside it: {file}")(file=workbook)
    output.tell(document, f"{text}\n{beside}" if workbook else str(text))
    return 0


def _workbook(desk: Desk, written: Written, options: Namespace) -> Path:
    """For people who only have Excel; the file for the other desk is whole already."""
    from desk.app.workbook import write_workbook

    path = written.path.with_suffix(".xlsx")
    return finish(write_workbook(desk, path, without_personal=options.without_personal))


def take_in(desk: Desk, options: Namespace, output: Output) -> int:
    """Takes files of other desks in, and says of each at once what became of it; before them, of
    those that were interrupted last time."""
    for verdict in finish(importing.resume(desk, pace=AT_A_PROMPT)):
        _tell_verdict(verdict, output)
    verdicts = []
    for file in options.files:
        try:
            verdict = finish(importing.import_file(desk, file, pace=AT_A_PROMPT))
        except Trouble as fault:  # the other files may be whole
            verdict = importing.failed(fault, file.name, desk)
        for each in (verdict, *verdict.unblocked):
            _tell_verdict(each, output)
        verdicts.append(verdict)
    return int(any(one.parcel.verdict in {REFUSED, APART} for one in verdicts))


def _tell_verdict(verdict: importing.Verdict, output: Output) -> None:
    parcel = verdict.parcel
    document = {
        "file": parcel.name,
        "verdict": "refused" if parcel.verdict == APART else parcel.verdict,
        "kept_apart": parcel.verdict == APART,
        "applied": parcel.applied,
        "known": parcel.known,
        "doubtful": parcel.doubtful,
        "sender": parcel.sender or None,
        "package": parcel.package or None,
        "sha256": parcel.sha256 or None,
        "reason": None if parcel.verdict in {APPLIED, KNOWN} else str(verdict.text),
    }
    output.tell(document, f"{parcel.name}: {verdict.text}")


def _outbox(desk: Desk) -> Path:
    folder = desk.home.outbox
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise exporting.no_folder(folder, fault) from fault
    return folder
