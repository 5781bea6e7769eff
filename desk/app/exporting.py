"""Everything that head office has not acknowledged yet becomes one signed file.

Three steps, so that the slow one can run beside the window: `plan` (asks the desk), `Plan.steps`
(a connection of its own, no other thread's), and the command `NoteExported` once the file is whole.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from desk.app.commands import NoteExported
from desk.app.desk import Desk
from desk.exchange.cards import Card
from desk.exchange.package import FileRef, Range, Shipment, Written, told, write_package
from desk.journal import known
from desk.journal.files import FileStore
from desk.journal.journal import Journal
from desk.journal.known import Trusted
from desk.journal.store import Store
from desk.rules import deciding
from desk.rules.case_entries import ComplaintRegistered
from desk.rules.entries import read
from desk.rules.errors import Refused, Trouble
from desk.rules.people import Action
from desk.rules.steps import Steps
from desk.words import say


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One export, fixed at the moment it was asked for."""

    shipment: Shipment
    entries: Generator[Mapping[str, object], None, None]
    folder: Path
    upto: int
    receiver: str

    def steps(self) -> Steps[Written]:
        """Writes the file and reads it back, in any one thread; stopped early, nothing is left."""
        with closing(self.entries):
            return (yield from write_package(self.shipment, self.folder))


def no_folder(folder: Path, fault: OSError) -> Trouble:
    """What is told when the folder for the export cannot be made."""
    return Trouble(
        say(
            "exporting",
            "The folder {folder} cannot be made ({reason}). Nothing was written; everything is "
            "kept at this desk. Choose another folder.",
        )(folder=folder, reason=fault.strerror or str(fault))
    )


def receiver_of(desk: Desk, node: str = "") -> Trusted | None:
    """Who gets the export: `node`, else head office; None while its card is not known."""
    if node:
        for card in known.trusted(desk.journal.store):
            if card.node == node:
                return card
        raise Refused(
            say("exporting", "No desk {node} is known here. Accept its card first.")(node=node)
        )
    return known.head_office(desk.journal.store)


def plan(desk: Desk, *, folder: Path, node: str = "", without_personal: bool = False) -> Plan:
    """What would be written now. Raises Refused without the right, or without a receiver's card.

    Until acknowledgements are read (they come back in head office's files), everything is not yet
    acknowledged, so that each file is whole by itself.
    """
    deciding.check(Action.EXPORT, desk.circle)
    receiver = None if without_personal else receiver_of(desk, node)
    shop, journal = desk.shop, desk.journal
    ranges = tuple(_range(journal, one) for one in journal.nodes())
    entries = _entries(journal.store.path, ranges)
    shipment = Shipment(
        keys=desk.keys,
        receiver=_card(receiver, desk) if receiver else None,
        branch=shop.branch,
        name=shop.branch_name,
        package_id=str(uuid4()),
        now=desk.now(),
        tick=journal.last_tick(),
        ranges=ranges,
        acknowledgements=(),
        needs=(),
        entries=entries,
        files=() if without_personal else tuple(_files(desk)),
        without_personal=without_personal,
    )
    shipment.check(folder)
    return Plan(
        shipment=shipment,
        entries=entries,
        folder=folder,
        upto=journal.seq_of(journal.node),
        receiver=receiver.node if receiver else "",
    )


def noted(planned: Plan, written: Written) -> NoteExported:
    """The command that keeps in the journal what was written."""
    return NoteExported(
        package=written.package_id,
        receiver=planned.receiver,
        sha256=written.sha256,
        entries=written.entries,
        upto=planned.upto,
        personal=not planned.shipment.without_personal,
    )


def _card(trusted: Trusted, desk: Desk) -> Card:
    """The accepted card again; its signature was checked when it was accepted."""
    return Card(
        company=trusted.company,
        name=trusted.name,
        branch=trusted.branch,
        node=trusted.node,
        head_office=trusted.head_office,
        signing_key=bytes.fromhex(trusted.signing_key),
        recipient=trusted.recipient,
        made_at=desk.now(),
        signature=b"",
    )


def _range(journal: Journal, node: str) -> Range:
    last = journal.seq_of(node)
    head = next(journal.entries(node, after=last - 1, upto=last)).hash
    first = next(journal.entries(node, upto=1))
    return Range(node, first.seq, last, first.prev.hex(), head.hex(), last - first.seq + 1)


def _entries(path: Path, ranges: tuple[Range, ...]) -> Generator[Mapping[str, object], None, None]:
    """Read on a connection of its own, opened where the first entry is drawn."""
    store = Store(path)
    try:
        journal = Journal(store, "")
        for each in ranges:
            for entry in journal.entries(each.node, after=each.first - 1, upto=each.last):
                yield told(entry)
    finally:
        store.close()


def _files(desk: Desk) -> Iterator[FileRef]:
    files = FileStore(desk.home.files)
    for entry in desk.journal.of_kind(ComplaintRegistered.KIND):
        event = read(entry)
        for digest in event.files if isinstance(event, ComplaintRegistered) else ():
            path = files.path_of(digest)
            yield FileRef(digest, path, path.stat().st_size if path.is_file() else 0)
