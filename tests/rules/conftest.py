"""Chains of entries as a desk writes them, for the rules to read."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from desk.rules.chain import START, Entry, chained, next_tick
from desk.rules.entries import Event, parts

MORNING = datetime(2026, 6, 19, 2, 12, tzinfo=UTC)


@dataclass
class Told:
    """A desk that tells what happened, one entry after the other."""

    node: str = "a1" * 8
    now: datetime = MORNING
    entries: list[Entry] = field(default_factory=list)

    def tell(self, event: Event, subject: str = "c1", actor: str = "wati") -> Entry:
        """The next entry of this desk, one minute after the one before."""
        body, personal = parts(event)
        return self.write(event.KIND, body, personal, subject=subject, actor=actor)

    def write(
        self,
        kind: str,
        body: dict[str, object],
        personal: dict[str, object],
        *,
        subject: str = "c1",
        actor: str = "wati",
    ) -> Entry:
        """The same for what this program may not know."""
        last = self.entries[-1] if self.entries else None
        entry = chained(
            node=self.node,
            seq=last.seq + 1 if last else 1,
            tick=next_tick(last.tick if last else 0, self.now),
            seen=None,
            at=self.now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            actor=actor,
            kind=kind,
            subject=subject,
            body=body,
            personal=personal,
            salt=b"\5" * 16,
            prev=last.hash if last else START,
        )
        self.entries.append(entry)
        self.now += timedelta(minutes=1)
        return entry


@pytest.fixture(scope="session")
def desk_telling() -> type[Told]:
    """Makes a desk that tells: `desk_telling(node=…, now=…)`."""
    return Told


@pytest.fixture
def local_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the zone of this computer, as in “CET-1CEST,M3.5.0,M10.5.0/3”."""
    if not hasattr(time, "tzset"):
        pytest.skip("only on systems whose zone a program can choose for itself")
    before = os.environ["TZ"]

    def choose(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield choose
    monkeypatch.setenv("TZ", before)
    time.tzset()
