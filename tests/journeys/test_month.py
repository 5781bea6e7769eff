"""A month of a company, simulated: files late, twice, shuffled, some lost and sent again.

Four days by default; `DESK_TEST_DAYS=30` is the whole month of 6,000 complaints.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

import pytest

from desk.journal.exchanged import APPLIED, KNOWN, WAITING
from desk.rules import acts
from desk.rules.errors import DeskError
from tests.app.company import OFFICE, Company, found

CODES = ("1", "2", "3", "4", "5")
DAYS = int(os.environ.get("DESK_TEST_DAYS") or 4)
A_DAY = int(os.environ.get("DESK_TEST_A_DAY") or (40 if DAYS >= 30 else 8))
MEMORY = Path("/dev/shm")  # noqa: S108 - only where it is there; a folder of our own in it


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory, where that is possible: thousands of saves wait for the disk."""
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


@dataclass
class Month:
    """What happens on its days, and the files that are on their way."""

    company: Company
    dice: random.Random
    mail: list[tuple[int, str, Path]] = field(default_factory=list)
    open: dict[str, list[str]] = field(default_factory=lambda: {code: [] for code in CODES})
    counted: Counter[str] = field(default_factory=Counter)

    def day(self, today: int) -> None:
        """People come in, cases go on, and at the day's end everybody writes a file."""
        for _ in range(A_DAY):
            for code in CODES:
                registered = self.company.register(code, no_nota=self.dice.random() < 0.1)
                self.open[code].append(registered.id)
                self.go_on(code)
        for _ in range(3 * A_DAY):
            self.go_on(OFFICE)
        for code in CODES:
            self.answer(code)
            self.send(today, OFFICE, self.company.export(code))
            self.send(today, code, self.company.export(OFFICE, code))
        self.deliver(today)
        self.company.clock.turn(hours=10)

    def go_on(self, code: str) -> None:
        """Somebody does what is next with a case, also with one of another branch's."""
        of = self.dice.choice(CODES) if code == OFFICE or self.dice.random() < 0.1 else code
        if not self.open[of]:
            return
        chosen = self.dice.choice(self.open[of])
        for act in self.what_is_next():
            with suppress(DeskError):  # not known there yet, or not what is next
                self.company.act(code, chosen, act)
                self.counted[act.ACTION] += 1
                ended = act.ACTION in {"close", "withdraw"}
                if ended and self.dice.random() < 0.7:  # others may not have heard of it yet
                    self.open[of].remove(chosen)
                    return

    def answer(self, code: str) -> None:
        """Somebody answers for the branch to what was handed over to it."""
        store = self.company.desks[code].journal.store
        for (offered,) in store.run("SELECT id FROM complaint WHERE offered_branch = ?", (code,)):
            act = self.dice.choice([acts.Accept(), acts.Decline(why="Stok kosong")])
            self.company.act(code, offered, act)
            self.counted[act.ACTION] += 1

    def what_is_next(self) -> tuple[acts.Act, ...]:
        handled: tuple[acts.Act, ...] = (
            acts.Contact(said="Masih dikerjakan"),
            acts.Start(),
            acts.Solve(cause="Kabel salah jalur", remedy="Kabel dipindah"),
            acts.Close(answer="agreed", score=5),
        )
        return self.dice.choices(
            [
                handled,
                handled[:2],
                (acts.PassOn(branch=self.dice.choice(CODES)),),
                (acts.Note(text="Sudah ditelepon"), acts.Judge(fault="shop")),
                (acts.Reopen(why="Bunyi lagi"), acts.Settle(text="Yang terakhir berlaku")),
                (acts.Withdraw(why="Salah nota"),),
            ],
            weights=(10, 6, 8, 3, 4, 1),
        )[0]

    def send(self, today: int, to: str, file: Path) -> None:
        """Most files are there today, some come days later, twice, or never."""
        luck = self.dice.random()
        if luck < 0.1:
            self.counted["lost"] += 1
            return
        late = self.dice.randint(1, 4) if luck < 0.3 else 0
        self.mail.append((today + late, to, file))
        if luck > 0.85:
            self.mail.append((today + self.dice.randint(0, 3), to, file))

    def deliver(self, today: int) -> None:
        """What has come by today, in whatever order."""
        came = [each for each in self.mail if each[0] <= today]
        self.mail = [each for each in self.mail if each[0] > today]
        self.dice.shuffle(came)
        for _, to, file in came:
            verdict = self.company.take(to, file).parcel.verdict
            assert verdict in {APPLIED, KNOWN, WAITING}
            self.counted[verdict] += 1


@pytest.mark.slow
@pytest.mark.timeout(7_200)
def test_after_a_month_of_files_all_desks_agree(place: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    dice = random.Random(seed)  # noqa: S311 - a month that found something comes again
    month = Month(found(place, CODES), dice)
    began = process_time()
    for today in range(DAYS):
        month.day(today)
    month.deliver(DAYS + 10)
    worked = process_time()
    month.company.meet()
    month.company.check()
    office = month.company.office.journal
    told = {
        "seed": seed,
        "complaints": office.store.run("SELECT count(*) FROM complaint")[0][0],
        "entries": office.store.run("SELECT count(*) FROM entry")[0][0],
        "contradictory": office.store.run("SELECT count(*) FROM complaint WHERE conflicts > 0")[0][
            0
        ],
        "at several branches": office.store.run(
            "SELECT count(*) FROM (SELECT complaint FROM concern GROUP BY complaint "
            "HAVING count(*) > 1) AS shared"
        )[0][0],
        "cpu seconds": (round(worked - began), round(process_time() - worked)),
        **{str(what): count for what, count in month.counted.items()},
    }
    print(told)
    assert told["complaints"] == DAYS * A_DAY * len(CODES)
    month.company.close()
