"""Everything that another desk has not acknowledged yet becomes one signed file.

Three steps, so that the slow one can run beside the window: `plan` (asks the desk), `Plan.steps`
(a connection of its own, no other thread's), and the command `NoteExported` once the file is whole.
To head office goes all that was written here; to a branch, only what concerns it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from desk.app.commands import NoteExported
from desk.app.desk import Desk
from desk.app.doing import head_office
from desk.exchange.cards import Card
from desk.exchange.package import Ack, FileRef, Range, Shipment, Written, told, write_package
from desk.journal import exchanged, known, merge
from desk.journal.known import Trusted
from desk.journal.merge import Stretch, files_named
from desk.journal.store import Store
from desk.rules.entries import ExportWritten
from desk.rules.errors import Refused, Steps, Trouble
from desk.rules.people import Action
from desk.words import say

_NEEDS = 100
"""So many files are asked for at a time: a manifest has not room for more than a thousand."""


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
    """Who gets the export: `node`, else head office; None while its card is not known.

    Raises Refused for a desk that is not known, or whose card was revoked.
    """
    if not node:
        return head_office(desk)
    for card in known.trusted(desk.journal.store):
        if card.node == node and card.direct and not card.revoked:
            return card
    raise Refused(
        say("exporting", "No desk {node} is known here. Accept its card first.")(node=node[:40])
    )


def plan(desk: Desk, *, folder: Path, node: str = "", without_personal: bool = False) -> Plan:
    """What would be written now. Raises Refused without the right, or without a receiver's card."""
    desk.check(Action.EXPORT)
    desk.home.foreign(folder / "new")
    receiver = None if without_personal and not node else receiver_of(desk, node)
    shop, journal = desk.shop, desk.journal
    with journal.store.reading():  # what is written meanwhile belongs into the next file
        stretches = _chosen(desk, receiver)
        acknowledgements = _acknowledgements(desk, receiver)
        files = () if without_personal else tuple(_files(desk, receiver, stretches))
        needs = exchanged.lacking(journal.store)[:_NEEDS]
        upto = journal.seq_of(journal.node)
    ranges = tuple(map(_range, stretches))
    entries = _entries(journal.store, stretches)
    shipment = Shipment(
        keys=desk.keys,
        receiver=_card(receiver, desk) if receiver else None,
        branch=shop.branch,
        name=shop.branch_name,
        package_id=str(uuid4()),
        now=desk.now(),
        tick=journal.last_tick(desk.now()),
        ranges=ranges,
        acknowledgements=acknowledgements,
        needs=needs,
        entries=entries,
        files=files,
        without_personal=without_personal,
    )
    shipment.check(folder)
    return Plan(
        shipment=shipment,
        entries=entries,
        folder=folder,
        upto=upto,
        receiver=receiver.node if receiver else "",
    )


def _chosen(desk: Desk, receiver: Trusted | None) -> list[Stretch]:
    acknowledged = exchanged.acknowledged(desk.journal.store, receiver.node) if receiver else {}
    if receiver is None or receiver.head_office:
        return merge.for_head_office(desk.journal, acknowledged)
    return merge.for_branch(desk.journal, receiver.branch, acknowledged, receiver=receiver.node)


def _acknowledgements(desk: Desk, receiver: Trusted | None) -> tuple[Ack, ...]:
    """What this desk has; another branch is told only of the chains that it knows itself."""
    known_here = exchanged.marks(desk.journal)
    if receiver is not None and not receiver.head_office:
        theirs = {*exchanged.acknowledged(desk.journal.store, receiver.node), receiver.node}
        known_here = {node: mark for node, mark in known_here.items() if node in theirs}
    acks = (Ack(one.node, one.seq, one.head_hash.hex()) for one in known_here.values())
    return tuple(ack for ack in acks if ack.seq)


def _range(stretch: Stretch) -> Range:
    return Range(
        stretch.node,
        stretch.first,
        stretch.last,
        stretch.prev_hash.hex(),
        stretch.head_hash.hex(),
        stretch.count,
    )


def noted(planned: Plan, written: Written) -> NoteExported:
    """The command that keeps in the journal what was written."""
    return NoteExported(
        package=written.package_id,
        written=ExportWritten(
            receiver=planned.receiver,
            sha256=written.sha256,
            entries=written.entries,
            upto=planned.upto,
            personal=not planned.shipment.without_personal,
        ),
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


def _entries(
    store: Store, stretches: Iterable[Stretch]
) -> Generator[Mapping[str, object], None, None]:
    """Read on a connection of its own, opened where the first entry is drawn."""
    own = store.again()
    try:
        for each in stretches:
            for entry in merge.entries_of(own, each):
                yield told(entry)
    finally:
        own.close()


def _files(desk: Desk, receiver: Trusted | None, stretches: list[Stretch]) -> Iterator[FileRef]:
    """The photos that the entries name, and those that the receiver said it lacks."""
    store = desk.journal.store
    named = files_named(merge.files_in(store, stretches))
    wished = exchanged.wishes(store, receiver.node) if receiver else ()
    for digest in dict.fromkeys((*named, *wished)):
        path = desk.files.fetch(digest)
        if path.is_file() or digest in named:  # one that cannot be read is named as left out
            yield FileRef(digest, path, path.stat().st_size if path.is_file() else 0)
