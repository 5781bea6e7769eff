"""Commands between desks: card, trust, export."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desk.app import exporting
from desk.app.cards import own_card, trust_of
from desk.app.desk import Desk
from desk.cli.output import Output
from desk.exchange.cards import Card, read_card, write_card
from desk.rules.steps import finish
from desk.words import say


def card(desk: Desk, options: Namespace, output: Output) -> int:
    """Writes this desk's card, to be carried to another desk."""
    made = own_card(desk)
    write_card(made, options.to)
    text = say("cli", "Written: {file}. Compare the fingerprint by telephone: {fingerprint}")(
        file=options.to, fingerprint=made.fingerprint
    )
    output.tell(_told(made) | {"file": str(options.to)}, str(text))
    return 0


def trust(desk: Desk, options: Namespace, output: Output) -> int:
    """Accepts another desk's card."""
    read = read_card(options.file)
    desk.do(trust_of(read))
    text = say(
        "cli", "Accepted: {name}, {company}. Compare the fingerprint by telephone: {fingerprint}"
    )(name=read.name, company=read.company, fingerprint=read.fingerprint)
    output.tell(_told(read), str(text))
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
    document = {
        "file": str(written.path),
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
    output.tell(document, str(text))
    return 0


def _outbox(desk: Desk) -> Path:
    folder = desk.home.outbox
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise exporting.no_folder(folder, fault) from fault
    return folder
