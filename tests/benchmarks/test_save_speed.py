"""What saving a complaint costs: beside a bare insert, in fsyncs, in statements, in rows read."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pysqlite3 as sqlite
import pytest

from desk.app.commands import Register
from desk.app.desk import Desk
from tests.benchmarks.crowded import crowded_desk, visitor
from tests.benchmarks.ratios import alternate, report

CHECKOUT = Path(__file__).resolve().parents[2]
SAVES = 40
BATCH = 20
FEW = 60
_SMALL = r"fact\b|staff\b|own\b|branch\b|card\b|known\b|counted\b"
_STRAY = re.compile(rf"^SCAN (?!search |\(|{_SMALL}|main\.search_config)")


def connection(desk: Desk) -> Any:
    return desk.journal.store.database.connection()


@contextmanager
def traced(desk: Desk) -> Iterator[list[str]]:
    """The statements that the program sends; what FTS5 does inside is not among them."""
    seen: list[str] = []

    def note(statement: str) -> None:
        if not statement.startswith("--"):
            seen.append(statement)

    connection(desk).set_trace_callback(note)
    yield seen
    connection(desk).set_trace_callback(None)


def bare_journal(folder: Path) -> Any:
    """A database with the journal's table alone, as safe on the disk as ours."""
    base = sqlite.connect(str(folder / "bare.db"), isolation_level=None)
    base.execute("PRAGMA journal_mode=wal")
    base.execute("PRAGMA synchronous=full")
    base.execute("PRAGMA wal_autocheckpoint=4000")
    base.execute("CREATE TABLE entry(node, seq, header, body, personal, digest, prev, hash)")
    return base


def test_a_save_is_weighed_against_a_bare_insert_of_the_same_bytes(
    crowded: Desk, tmp_path: Path
) -> None:
    base, numbers = bare_journal(tmp_path), itertools.count(1)

    def save() -> None:
        for _ in range(BATCH):
            crowded.do(Register(intake=visitor(next(numbers))))

    def insert() -> None:
        for at in range(BATCH):
            row = ("n" * 16, at, "h" * 140, "b" * 300, "p" * 400, *[bytes(32)] * 3)
            base.execute("BEGIN IMMEDIATE")
            base.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            base.execute("COMMIT")

    with closing(base):
        report(f"{BATCH} saves among 20,000 / bare inserts", alternate(save, insert, 12))


def test_a_save_sends_the_same_few_statements_however_full_the_desk_is(
    crowded: Desk, tmp_path: Path
) -> None:
    with closing(crowded_desk(tmp_path / "small", FEW)) as small:
        counts = []
        for desk, at in ((small, 900_001), (crowded, 900_002)):
            desk.do(Register(intake=visitor(at)))
            with traced(desk) as statements:
                desk.do(Register(intake=visitor(at + 10)))
            counts.append(len(statements))
    print(f"| statements a save | {counts[0]} among {FEW} | {counts[1]} among 20,000 | |")
    assert counts[0] == counts[1] <= 27


def test_a_save_reads_no_table_from_end_to_end(crowded: Desk) -> None:
    with traced(crowded) as statements:
        crowded.do(Register(intake=visitor(950_000)))
    plans = [
        (statement[:100], _with_tables(step[3], statement))
        for statement in statements
        if statement.lstrip().startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))
        for step in connection(crowded).execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    ]
    assert not [plan for plan in plans if _STRAY.match(plan[1])]


def _with_tables(step: str, statement: str) -> str:
    """A step of a plan with the tables' names instead of the short ones, as in “t1”."""
    for table, short in re.findall(r'"(\w+)" AS "(t\d+)"', statement):
        step = re.sub(rf"\b{short}\b", table, step)
    return step


def syncs(home: Path, saves: int, component: Callable[[str], str]) -> int:
    """How often the disk was asked to keep what it got, while so many complaints were saved."""
    told = home.with_suffix(".strace")
    subprocess.run(
        [
            *(component("strace"), "-f", "-qq", "-c", "-e", "trace=fsync,fdatasync", "-o", told),
            *(sys.executable, "-m", "tests.benchmarks.saving", home, str(saves)),
        ],
        cwd=CHECKOUT,
        check=True,
    )
    calls = re.findall(r"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s.*sync$", told.read_text(), re.M)
    return sum(map(int, calls))


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux, which has strace")
def test_a_save_is_brought_to_the_disk_exactly_once(
    tmp_path: Path, component: Callable[[str], str]
) -> None:
    once = syncs(tmp_path / "once", SAVES, component)
    twice = syncs(tmp_path / "twice", 2 * SAVES, component)
    print(f"| fsyncs a save | {(twice - once) / SAVES:g} | 1 | |")
    assert twice - once == SAVES
