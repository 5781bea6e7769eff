"""Commands about truth and safety: verify, rebuild, backup, restore."""

from __future__ import annotations

import os
from argparse import Namespace

from desk.app import safety
from desk.app.desk import Desk
from desk.app.home import find_home
from desk.cli.output import Output
from desk.journal.verify import verify
from desk.rules.errors import Refused, finish
from desk.rules.people import Action
from desk.words import counted, say


def verify_all(desk: Desk, options: Namespace, output: Output) -> int:
    """Checks everything; names the first entry that is wrong."""
    verdict = finish(verify(desk.journal))
    if verdict.wrong is not None:
        raise Refused(verdict.wrong)
    document = {"clean": True, "entries": verdict.entries, "complaints": verdict.complaints}
    text = say("cli", "All is well: {entries}, {complaints}.")(
        entries=counted(verdict.entries, say("cli", "{n} entry"), say("cli", "{n} entries")),
        complaints=counted(
            verdict.complaints, say("cli", "{n} complaint"), say("cli", "{n} complaints")
        ),
    )
    output.tell(document, str(text))
    return 0


def rebuild(desk: Desk, options: Namespace, output: Output) -> int:
    """Computes the tables anew from the journal."""
    reason = desk.can(Action.REBUILD)
    if reason is not None:
        raise Refused(reason)
    finish(desk.journal.rebuild())
    output.tell({"rebuilt": True}, str(say("cli", "The tables were computed anew.")))
    return 0


def back_up(desk: Desk, options: Namespace, output: Output) -> int:
    """Writes a checked backup."""
    made = safety.back_up(desk, options.to)
    output.tell({"file": str(made)}, str(say("cli", "Backed up: {file}.")(file=made)))
    return 0


def restore(options: Namespace, output: Output) -> int:
    """Puts a backup in the place of this desk; what it replaces is kept."""
    home = find_home(options.home)
    safety.check_may_restore(home, os.environ.get("DESK_USER", ""), os.environ.get("DESK_PIN", ""))
    restored = safety.restore(home, options.file, database=options.database)
    document = {
        "node": restored.node,
        "succeeded": restored.succeeded,
        "replaced": str(restored.replaced) if restored.replaced else None,
    }
    if restored.replaced:
        text = say("cli", "Restored. What was there before is kept in {folder}.")(
            folder=restored.replaced
        )
    else:
        text = say("cli", "Restored into {folder}.")(folder=home.folder)
    output.tell(document, str(text))
    return 0
