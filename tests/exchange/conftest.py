"""Two desks, a chain of complaints and a shipment between them."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.exchange.cards import Card, make_card
from desk.exchange.keys import DeskKeys, make_keys
from desk.exchange.package import (
    Checked,
    FileRef,
    Range,
    Shipment,
    Written,
    check_package,
    told,
    write_package,
)
from desk.rules.chain import START, Entry, chained

NOW = datetime(2026, 6, 20, 2, 15, 0, 123456, tzinfo=UTC)
PACKAGE = "01978a5c-0000-7000-8000-00000000abcd"
NAME, PHONE, STORY = (
    "Bapak Hari",
    "0812-3456-7801",
    "Rem berbunyi “ngiiik” 😡 — katanya <b>aman</b>",
)


def chain_of(node: str, count: int) -> Iterator[Entry]:
    """Complaints with personal data, and now and then an entry without any."""
    prev, seen = START, None
    for seq in range(1, count + 1):
        personal = {"name": NAME, "phone": PHONE, "what_happened": f"{STORY} {seq}"}
        entry = chained(
            node=node,
            seq=seq,
            tick=(1781921700000 + seq) << 16,
            seen=seen,
            at="2026-06-20T02:15:00.000Z",
            actor="0197-staff",
            kind="complaint.registered" if seq % 3 else "receipt.printed",
            subject=f"01978a5c-{seq:012}",
            body={"v": 1, "nota": seq, "number": f"K120260618{seq:07}", "product": "Sepeda"},
            personal=personal if seq % 3 else {},
            salt=hashlib.sha256(str(seq).encode()).digest()[:16],
            prev=prev,
        )
        prev, seen = entry.hash, entry.hash
        yield entry


def range_of(entries: list[Entry]) -> Range:
    """The stretch that these entries of one desk fill."""
    first, last = entries[0], entries[-1]
    return Range(first.node, first.seq, last.seq, first.prev.hex(), last.hash.hex(), len(entries))


def finished(shipment: Shipment, folder: Path) -> Written:
    """Exhausts the writing and gives what it returns."""
    steps = write_package(shipment, folder)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def checked(path: Path, public: bytes, identity: object) -> Checked:
    """Reads a whole package and gives what it was found to be."""
    steps = check_package(path, public=public, identity=identity)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@dataclass(frozen=True)
class Trade:
    """A branch, its head office, and how things go from one to the other."""

    branch: DeskKeys
    office: DeskKeys
    office_card: Card
    chain_of: Callable[[str, int], Iterator[Entry]] = chain_of
    range_of: Callable[[list[Entry]], Range] = range_of
    write: Callable[[Shipment, Path], Written] = finished
    now: datetime = NOW
    personal: tuple[str, ...] = (NAME, PHONE, "ngiiik")

    def shipment(self, count: int = 10, **changes: object) -> Shipment:
        """Everything the branch did so far."""
        entries = list(chain_of(self.branch.node, count))
        shipment = Shipment(
            keys=self.branch,
            receiver=self.office_card,
            branch="1",
            name="Cabang 1 – Dago",
            package_id=PACKAGE,
            now=NOW,
            tick=entries[-1].tick,
            ranges=(range_of(entries),),
            entries=[told(entry) for entry in entries],
        )
        return replace(shipment, **changes)

    def check(self, path: Path, identity: object) -> Checked:
        """Reads one of the branch's packages as the owner of `identity`."""
        return checked(path, self.branch.public, identity)

    def photo(self, folder: Path, content: bytes) -> FileRef:
        """A file as the desk's store keeps it."""
        digest = hashlib.sha256(content).hexdigest()
        path = folder / digest
        path.write_bytes(content)
        return FileRef(digest, path, len(content))


@pytest.fixture(scope="session")
def trade(tmp_path_factory: pytest.TempPathFactory) -> Trade:
    """The two desks, made once."""
    branch = make_keys(tmp_path_factory.mktemp("branch") / "keys")
    office = make_keys(tmp_path_factory.mktemp("office") / "keys")
    card = make_card(
        office, company="Toko Sepeda", name="Kantor Pusat", branch="0", head_office=True, now=NOW
    )
    return Trade(branch, office, card)
