"""Files of many branches, made without a desk each: real keys, real chains, real packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desk.exchange.cards import Card, make_card
from desk.exchange.keys import DeskKeys, make_keys
from desk.exchange.package import Range, Shipment, told, write_package
from desk.rules import entries as case
from desk.rules.chain import START, Entry, chained, new_id, next_tick
from desk.rules.entries import DeskSetUp, Event, StaffAdded, parts
from desk.rules.errors import finish

_BEGIN = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)
_WORDS = "Rem berat dan berbunyi sejak hari kedua, sudah dua kali dibawa ke toko"


@dataclass
class Chain:
    """What one branch writes, in the order of time."""

    keys: DeskKeys
    branch: str
    now: datetime = _BEGIN
    last: Entry | None = None

    def tell(self, event: Event, subject: str, actor: str) -> Entry:
        """The next entry."""
        body, personal = parts(event)
        self.now += timedelta(seconds=7)
        self.last = chained(
            node=self.keys.node,
            seq=self.last.seq + 1 if self.last else 1,
            tick=next_tick(self.last.tick if self.last else 0, self.now),
            seen=None,
            at=f"{self.now:%Y-%m-%dT%H:%M:%S}.000Z",
            actor=actor,
            kind=event.KIND,
            subject=subject,
            body=body,
            personal=personal,
            salt=bytes(16),
            prev=self.last.hash if self.last else START,
        )
        return self.last

    def entries(self, many: int) -> Iterator[Entry]:
        """So many: a desk, somebody at work, and complaints from counter to closing."""
        clerk = new_id(self.now)
        yield self.tell(DeskSetUp(branch=self.branch), self.keys.node, "setup")
        yield self.tell(StaffAdded(roles=("staff", "cro"), name="Sari"), clerk, "setup")
        left = many - 2
        nota = 0
        while left > 0:
            nota += 1
            for entry in self._case(nota, clerk, min(left, 6)):
                left -= 1
                yield entry

    def _case(self, nota: int, clerk: str, many: int) -> Iterator[Entry]:
        subject = new_id(self.now)
        day = f"{self.now.astimezone():%Y%m%d}"
        events: tuple[Event, ...] = (
            case.ComplaintRegistered(
                number=f"K{self.branch}{day}{nota:07}",
                branch=self.branch,
                received_at=self.now.astimezone().isoformat(timespec="seconds"),
                nota=nota,
                customer=new_id(self.now),
                name=f"Pelanggan {self.branch}-{nota}",
                phone=f"+62812{int(self.branch):03}{nota:05}",
                product="United E-Trifold",
                what_happened=_WORDS,
            ),
            case.ComplaintStarted(),
            case.ComplaintContacted(
                direction="out", how="phone", answered=True, said="Besok dikabari lagi"
            ),
            case.ComplaintJudged(fault="shop"),
            case.ComplaintSolved(cause="Kabel salah jalur", remedy="Kabel dipindah"),
            case.ComplaintClosed(answer="agreed", score=5, entered_by="staff"),
        )
        for event in events[:many]:
            yield self.tell(event, subject, clerk)


@dataclass(frozen=True)
class Delivered:
    """One branch's file, and its card."""

    card: Card
    file: Path
    rows: list[tuple[object, ...]]


def deliver(folder: Path, branch: int, many: int, head_office: Card) -> Delivered:
    """Makes a branch with so many entries and writes its file for head office."""
    code = f"{branch}"
    keys = make_keys(folder / f"keys-{code}")
    chain = Chain(keys, code)
    entries = list(chain.entries(many))
    shipment = Shipment(
        keys=keys,
        receiver=head_office,
        branch=code,
        name=f"Cabang {code}",
        package_id=f"{branch:08x}-0000-4000-8000-000000000000",
        now=chain.now,
        tick=entries[-1].tick,
        ranges=(Range(keys.node, 1, many, START.hex(), entries[-1].hash.hex(), many),),
        entries=[told(entry) for entry in entries],
    )
    written = finish(write_package(shipment, folder))
    card = make_card(
        keys,
        company="Toko",
        name=f"Cabang {code}",
        branch=code,
        head_office=False,
        now=chain.now,
    )
    rows = [tuple(getattr(entry, name) for name in entry.__struct_fields__) for entry in entries]
    return Delivered(card, written.path, rows)
