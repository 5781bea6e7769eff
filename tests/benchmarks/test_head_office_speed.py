"""Files of many branches at a head office on PostgreSQL, against COPY of the same rows.

`DESK_TEST_BRANCHES` and `DESK_TEST_ENTRIES` (for each) make it larger: 500 and 2,000 are a million
entries.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from desk.app.believing import accept, own_card
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.importing import AT_A_PROMPT, import_file
from desk.app.setting_up import SetUp, set_up
from desk.rules.errors import finish
from tests.benchmarks.many_branches import Delivered, deliver
from tests.benchmarks.ratios import TABLE
from tests.postgres_server import Server, running

resource = pytest.importorskip("resource")
BRANCHES = int(os.environ.get("DESK_TEST_BRANCHES", "6"))
ENTRIES = int(os.environ.get("DESK_TEST_ENTRIES", "500"))
_LOOKS = 5


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as started:
        yield started


@dataclass
class Spent:
    """Seconds, by the clock and of this process."""

    wall: float = 0.0
    cpu: float = 0.0
    memory: list[int] = field(default_factory=list)

    def measure(self, work: Callable[[], object]) -> None:
        """Adds what `work` takes."""
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu
        self.memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def test_a_second_import_changes_nothing_and_takes_a_fraction(
    server: Server, tmp_path: Path
) -> None:
    wanted = SetUp(
        company="Toko",
        branch="999",
        branch_name="Pusat",
        head_office=True,
        admin="Hana",
        database=server.url(server.create().name),
    )
    first, copied, again = Spent(), Spent(), Spent()
    with (
        closing(set_up(Home(tmp_path / "pusat"), wanted)) as desk,
        psycopg.connect(wanted.database, autocommit=True) as floor,
    ):
        floor.execute("CREATE TABLE floor (LIKE entry INCLUDING DEFAULTS)")
        office = own_card(desk)
        for number in range(1, BRANCHES + 1):
            branch = deliver(tmp_path, number, ENTRIES, office)
            accept(desk, branch.card)
            first.measure(lambda branch=branch: _take_in(desk, branch.file, "applied"))
            copied.measure(lambda branch=branch: _copy(floor, branch))
            again.measure(lambda branch=branch: _take_in(desk, branch.file, "known"))
            branch.file.unlink()
        own = desk.journal.node
        held = desk.journal.store.run("SELECT count(*) FROM entry WHERE node <> ?", (own,))
        assert held == floor.execute("SELECT count(*) FROM floor").fetchall()
        assert held == [(BRANCHES * ENTRIES,)]
    _report(first, copied, again)


def _take_in(desk: Desk, file: Path, verdict: str) -> None:
    became = finish(import_file(desk, file, pace=AT_A_PROMPT))
    assert became.parcel.verdict == verdict, str(became.text)


def _copy(floor: psycopg.Connection[tuple[object, ...]], branch: Delivered) -> None:
    with floor.cursor().copy("COPY floor FROM STDIN") as copy:
        for row in branch.rows:
            copy.write_row(row)


def _report(first: Spent, copied: Spent, again: Spent) -> None:
    entries = BRANCHES * ENTRIES
    rate = {name: entries / spent.wall for name, spent in (("import", first), ("COPY", copied))}
    looks = [first.memory[len(first.memory) * at // _LOOKS] // 1024 for at in range(_LOOKS)]
    line = (
        f"| {entries} entries of {BRANCHES} branches imported on PostgreSQL | "
        f"{first.wall:.1f} s ({rate['import']:.0f}/s, {entries / first.cpu:.0f} per CPU second) | "
        f"COPY {copied.wall:.1f} s ({rate['COPY']:.0f}/s) | {first.wall / copied.wall:.1f}× | "
        f"again {again.wall:.2f} s | memory {looks} MB |"
    )
    print(line)
    if os.environ.get(TABLE):
        with Path(os.environ[TABLE]).open("a", encoding="utf-8") as table:
            table.write(line + "\n")
