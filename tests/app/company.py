"""A company in one process: head office and its branches, each with its own files and keys.

What they write for each other are real packages; who carries them is the test's business.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import structs

from desk.app import exporting, importing, safety
from desk.app.believing import accept, own_card
from desk.app.commands import OnCase, Registered
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.importing import Verdict
from desk.app.setting_up import SetUp, set_up
from desk.journal import exchanged, merge
from desk.journal.queue import Filter, QueueRow, Wanted
from desk.journal.verify import verify
from desk.rules.acts import Act
from desk.rules.chain import Entry
from desk.rules.errors import finish
from tests.app.at_work import Clock, register

OFFICE = "9"
BOOKKEEPING = {"export.written", "import.applied"}


@dataclass
class Company:
    """Everybody's desk, open, by branch code; under one clock."""

    folder: Path
    clock: Clock
    desks: dict[str, Desk]
    nota: int = 0
    backups: dict[str, list[Path]] = field(default_factory=dict)

    @property
    def office(self) -> Desk:
        """Head office's desk."""
        return self.desks[OFFICE]

    @property
    def codes(self) -> list[str]:
        """The branches."""
        return [code for code in self.desks if code != OFFICE]

    @property
    def stick(self) -> Path:
        """Where files are written."""
        return self.folder / "stick"

    def register(self, code: str, **facts: object) -> Registered:
        """Somebody complains there, about a nota of their own."""
        self.nota += 1
        self.clock.turn(seconds=7)
        return register(self.desks[code], str(self.nota), **facts)

    def act(self, code: str, complaint: str, act: Act) -> None:
        """Somebody there does something about a complaint, having seen all that is there."""
        self.clock.turn(seconds=11)
        desk = self.desks[code]
        desk.do(OnCase(complaint=complaint, act=act, seen=desk.complaint(complaint).head))

    def export(self, code: str, to: str = "", **how: bool) -> Path:
        """The file that a desk writes now: for head office, or from there for a branch."""
        self.clock.turn(seconds=13)
        desk = self.desks[code]
        node = self.desks[to].journal.node if to else ""
        planned = exporting.plan(desk, folder=self.stick, node=node, **how)
        written = finish(planned.steps())
        desk.do(exporting.noted(planned, written))
        return written.path

    def take(self, code: str, file: Path) -> Verdict:
        """A file reaches a desk."""
        self.clock.turn(seconds=17)
        return finish(importing.import_file(self.desks[code], file))

    def bring(self, code: str, to: str = OFFICE) -> Verdict:
        """A file is written and reaches the other side at once."""
        return self.take(to, self.export(code, to if code == OFFICE else ""))

    def reopen(self, code: str) -> Desk:
        """The program ends there and starts again."""
        home = self.desks[code].home
        self.desks[code].close()
        self.desks[code] = opened(home, self.clock)
        return self.desks[code]

    def back_up(self, code: str) -> Path:
        """A backup of a desk; its path."""
        self.clock.turn(seconds=19)
        made = safety.back_up(self.desks[code], self.folder / f"backup {code}")
        self.backups.setdefault(code, []).append(made)
        return made

    def restore(self, code: str, backup: Path) -> None:
        """A branch's PC is lost; its backup goes on as a new desk, whose card is exchanged."""
        lost = self.desks[code]
        self.clock.turn(seconds=23)
        lost.close()
        safety.restore(lost.home, backup, self.clock)
        self.desks[code] = opened(lost.home, self.clock)
        accept(self.office, own_card(self.desks[code]), replaces=lost.journal.node)

    def begin_anew(self, code: str) -> None:
        """A branch's PC is lost, and there is no backup: a new desk in the same branch."""
        lost = self.desks[code]
        lost.close()
        shutil.rmtree(lost.home.folder)
        self.desks[code] = new_desk(self.folder, code, self.clock)
        accept(self.desks[code], own_card(self.office))
        accept(self.office, own_card(self.desks[code]), replaces=lost.journal.node)

    def meet(self) -> None:
        """Fresh files in both directions, until nothing but bookkeeping is left to send."""
        for _ in range(4):
            for code in self.codes:
                self.bring(code)
            for code in self.codes:
                self.bring(OFFICE, code)
            if not any(self.owed()):
                return
        raise AssertionError([entry.kind for entry in self.owed()])

    def owed(self) -> Iterator[Entry]:
        """What some desk has not confirmed to have, besides the bookkeeping of files."""
        for code in self.codes:
            desk, office = self.desks[code], self.office
            told = exchanged.acknowledged(desk.journal.store, office.journal.node)
            for each in merge.for_head_office(desk.journal, told):
                entries = merge.entries_of(desk.journal.store, each)
                yield from (entry for entry in entries if entry.kind not in BOOKKEEPING)
            node = desk.journal.node
            told = exchanged.acknowledged(office.journal.store, node)
            for each in merge.for_branch(office.journal, code, told, receiver=node):
                yield from merge.entries_of(office.journal.store, each)

    def check(self) -> None:
        """Everybody agrees about what they share, has only what is theirs, and is true."""
        for code, desk in self.desks.items():
            verdict = finish(verify(desk.journal))
            assert verdict.clean, (code, str(verdict.wrong))
        for code in self.codes:
            self.check_branch(code)

    def check_branch(self, code: str) -> None:
        """The same cases in the same order as head office sees them for this branch."""
        desk = self.desks[code]
        for which in (Filter.ALL, Filter.OPEN):
            here = rows(desk, Wanted(filter=which))
            assert here == rows(self.office, Wanted(filter=which, branch=code)), (code, which)
        for row in rows(desk, Wanted()):
            complaint = desk.complaint(row.id)
            assert complaint == self.office.complaint(row.id), (code, row.number)
            assert code in {branch for branch, _, _ in complaint.branches}, (code, row.number)

    def close(self) -> None:
        """Everybody goes home."""
        for desk in self.desks.values():
            desk.close()


def rows(desk: Desk, wanted: Wanted) -> list[QueueRow]:
    """The whole queue; what is local to a database is taken out."""
    found = [structs.replace(row, row=0) for row in desk.queue(wanted, limit=1_000_000)]
    return sorted(found, key=lambda row: (row.burns, row.id))


def numbers(company: Company, code: str) -> list[str]:
    """The complaints that are known at a desk."""
    return sorted(row.number for row in rows(company.desks[code], Wanted()))


def said(verdict: Verdict) -> tuple[str, int, int]:
    """What became of a file, and the counts."""
    return verdict.parcel.verdict, verdict.parcel.applied, verdict.parcel.known


def opened(home: Home, clock: Clock) -> Desk:
    """The desk with the only person who works there."""
    desk = Desk.open(home, clock)
    desk.sign_in()
    desk.clock_confirmed = True  # a branch may hear nothing for longer than a month
    return desk


def new_desk(folder: Path, code: str, clock: Clock) -> Desk:
    """The desk of a branch, or head office."""
    home = Home(folder / code)
    set_up(
        home,
        SetUp(
            company="Toko Sepeda Maju",
            branch=code,
            branch_name="Pusat" if code == OFFICE else f"Cabang {code}",
            head_office=code == OFFICE,
            admin=f"Admin {code}",
        ),
        clock,
    ).close()
    return opened(home, clock)


def found(folder: Path, codes: Iterable[str], clock: Clock | None = None) -> Company:
    """A new company: all desks are set up, and the cards exchanged."""
    clock = clock or Clock()
    desks = {code: new_desk(folder, code, clock) for code in (*codes, OFFICE)}
    office = desks[OFFICE]
    for code, desk in desks.items():
        if code != OFFICE:
            accept(desk, own_card(office))
            accept(office, own_card(desk))
    (folder / "stick").mkdir()
    return Company(folder, clock, desks)


def copied(template: Path, folder: Path, codes: Iterable[str]) -> Company:
    """The same company once more, as it was founded: its keys were made before."""
    shutil.copytree(template, folder)
    clock = Clock()
    clock.turn(hours=1)
    desks = {code: opened(Home(folder / code), clock) for code in (*codes, OFFICE)}
    return Company(folder, clock, desks)
