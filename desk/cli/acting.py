"""The command `act`: one action on a complaint, its details as JSON (design.md, section 8)."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from desk.app.around import document_of
from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.cli.output import Output
from desk.rules.act_json import from_json
from desk.rules.acts import Act, Attach, MakePromise
from desk.rules.errors import Invalid, Trouble
from desk.rules.ids import new_id
from desk.words import say


def act(desk: Desk, options: Namespace, output: Output) -> int:
    """Does one action and prints the complaint as it stands then."""
    found = desk.find_number(options.number)
    wanted = from_json(options.action, _details(options.file), new_id=new_id(desk.now()))
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
