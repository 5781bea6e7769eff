"""Facts that only a wrong program writes: kept as entries, and no database stumbles over them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, get_origin, get_type_hints

import pytest

from desk.journal.exchanged import APPLIED
from desk.journal.queue import Wanted
from desk.journal.verify import verify
from desk.rules import entries
from desk.rules.entries import Event, personal_names
from desk.rules.errors import finish
from tests.faults import head_office
from tests.faults.forging import EVENTS, written
from tests.faults.head_office import Office
from tests.postgres_server import Server

STRANGE: dict[str, tuple[Callable[[str], str], int]] = {
    "NUL": (lambda name: f"{name}\0\0", 2**63 - 1),
    "long": (lambda _: os.urandom(10_000).hex(), -(2**63)),
    "wide": (lambda _: "😡\u202e" * 3_000, 2**31),
    "times": (lambda _: "9999-12-31T23:59:59.999999-14:00", 0),
    "early": (lambda _: "0001-01-01T00:00:00+14:00", -1),
    "empty": (lambda _: "", 10**12),
    "quotes": (lambda _: "'; DROP TABLE entry; --\\%_$1?:x", 1),
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    database = ""
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("server")
        database = server.url(server.create().url.rsplit("/", 1)[1])
    made = head_office.make(tmp_path_factory.mktemp("desks"), database)
    yield made
    made.close()


def strange(event: type[Event], text: Callable[[str], str], number: int) -> dict[str, Any]:
    """An event of which every field holds something strange of the right type."""
    hints = get_type_hints(event)
    body: dict[str, Any] = {"v": event.VERSION}
    secret: dict[str, Any] = {}
    for name in event.__struct_fields__:
        kind = hints[name]
        some = text(name)
        value: Any = {str: some, int: number, bool: number > 0}.get(kind, some)
        if get_origin(kind) is tuple:
            value = [some, some, ""]
        (secret if name in personal_names(event) else body)[name] = value
    if event is entries.StaffAdded:
        body["branch"] = ""  # else it is refused
    return {"kind": event.KIND, "body": body, "personal": secret}


def subjects(kind: str, how: str, real: str) -> tuple[str, str]:
    """What such an entry is about, in two entries."""
    if kind == "branch.named":
        return "1", "1"
    one_for_all = kind.startswith(("staff.", "desk.", "node.", "card."))
    return (how if one_for_all else f"{how} {kind}"), (how if one_for_all else real)


@pytest.mark.parametrize("how", STRANGE)
def test_whatever_stands_in_an_entry_is_taken_and_all_tables_hold_it(
    office: Office, how: str
) -> None:
    """Each kind about a subject of its own, and each once more about a real complaint."""
    entries = office.parts.entries
    real = next(each["subject"] for each in entries if each["kind"] == "complaint.registered")
    here = office.desk.journal.seq_of(entries[-1]["node"])
    tick = entries[-1]["tick"] + here * 10
    if here:
        last = {"node": entries[-1]["node"], "seq": here, "hash": head_of(office)}
        entries = [last]
    for kind, event in EVENTS.items():
        for subject in subjects(kind, how, real):
            tick, last = tick + 1, entries[-1]
            more = strange(event, *STRANGE[how]) | {"subject": subject, "tick": tick}
            entries.append(written(last["node"], last["seq"] + 1, last["hash"], **more))
    found = office.take(office.forger.package(office.parts, entries=entries[bool(here) :]))
    assert found.parcel.verdict == APPLIED, found.text
    desk = office.desk
    desk.counts()
    for row in desk.queue(Wanted(), limit=500):
        desk.complaint(row.id)
    checked = finish(verify(desk.journal))
    assert checked.clean, checked.wrong


def head_of(office: Office) -> str:
    """The hash of Bekasi's last entry at head office."""
    node = office.parts.entries[-1]["node"]
    rows = office.desk.journal.store.run(
        "SELECT hash FROM entry WHERE node = ? ORDER BY seq DESC LIMIT 1", (node,)
    )
    return bytes(rows[0][0]).hex()
