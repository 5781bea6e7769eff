"""Whatever people do at several desks, and whatever becomes of the files between them: once fresh
files went both ways, everybody agrees about what they share."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from desk.app.importing import Verdict
from desk.journal.exchanged import APPLIED, KNOWN, REFUSED, WAITING
from desk.rules import acts
from desk.rules.acts import Act
from desk.rules.errors import DeskError
from tests.app.company import OFFICE, Company, copied, found

CODES = ("1", "2", "3")
EXAMPLES = int(os.environ.get("DESK_TEST_COMPANIES") or 6)
MEMORY = Path("/dev/shm")  # noqa: S108 - only where it is there; a folder of our own in it

branches = st.sampled_from(CODES)
everybody = st.sampled_from([*CODES, OFFICE])
picks = st.integers(0, 10**6)
deeds: st.SearchStrategy[Act] = st.sampled_from(
    [
        acts.Accept(),
        acts.Decline(why="Stok kosong"),
        acts.Start(),
        acts.Contact(said="Masih dikerjakan"),
        acts.Examine(found="Kabel terjepit", cause="Salah jalur", remedy="Dipindah"),
        acts.Judge(fault="shop"),
        acts.ConfirmJudgement(),
        acts.Wait(waits_for="customer", why="Barang belum dibawa"),
        acts.Solve(cause="Kabel salah jalur", remedy="Kabel dipindah"),
        acts.Close(answer="agreed", score=5),
        acts.Reopen(why="Bunyi lagi"),
        acts.Withdraw(why="Salah nota"),
        acts.Note(text="Sudah ditelepon"),
        acts.Correct(field="name", value="Bapak Harry", why="Salah tulis"),
        acts.PrintReceipt(paper="a5"),
        acts.Settle(text="Yang terakhir berlaku"),
    ]
)


@pytest.fixture(scope="module")
def founded() -> Iterator[Path]:
    """A company that nobody has worked in yet; in memory, where that is possible."""
    place = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    (place / "founded").mkdir()
    company = found(place / "founded", CODES)
    company.meet()  # so that each branch knows of the others
    company.close()
    yield place
    shutil.rmtree(place)


class Desks(RuleBasedStateMachine):
    """Three branches, head office, and the files on their way."""

    founded: Path

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(dir=self.founded))
        self.company: Company = copied(self.founded / "founded", self.place / "all", CODES)
        self.mail: list[tuple[str, Path]] = []
        for code in CODES:
            self.company.back_up(code)

    def teardown(self) -> None:
        try:
            self.company.meet()
            self.company.check()
        finally:
            self.company.close()
            shutil.rmtree(self.place)

    @rule(code=everybody, nota=st.booleans())
    def register(self, code: str, nota: bool) -> None:
        self.company.register(code, no_nota=not nota)

    @rule(code=everybody, pick=picks, act=deeds)
    def act(self, code: str, pick: int, act: Act) -> None:
        self.do(code, pick, act)

    @rule(code=everybody, pick=picks, to=branches)
    def pass_on(self, code: str, pick: int, to: str) -> None:
        self.do(code, pick, acts.PassOn(branch=to))

    @rule(code=everybody, pick=picks, other=picks)
    def link(self, code: str, pick: int, other: int) -> None:
        known = self.known(code)
        if known:
            chosen = known[other % len(known)]
            self.do(code, pick, acts.LinkTo(number="x", link="same_matter", other=chosen))

    @rule(hours=st.integers(1, 40))
    def time_goes_by(self, hours: int) -> None:
        self.company.clock.turn(hours=hours)

    @rule(code=branches, back=st.booleans())
    def export(self, code: str, back: bool) -> None:
        if back:
            self.mail.append((code, self.company.export(OFFICE, code)))
        else:
            self.mail.append((OFFICE, self.company.export(code)))

    @rule(code=branches)
    def visit(self, code: str) -> None:
        """Somebody drives to head office with a stick, and back with another."""
        self.believable(self.company.bring(code))
        self.believable(self.company.bring(OFFICE, code))

    @rule(code=branches, to=branches)
    def hand_over_a_new_one(self, code: str, to: str) -> None:
        self.company.register(code)
        self.do(code, -1, acts.PassOn(branch=to))

    @precondition(lambda self: self.mail)
    @rule(pick=picks, again=st.booleans())
    def deliver(self, pick: int, again: bool) -> None:
        at = pick % len(self.mail)
        to, file = self.mail[at]
        self.believable(self.company.take(to, file))
        if not again:
            self.mail.pop(at)

    @precondition(lambda self: self.mail)
    @rule(pick=picks)
    def lose(self, pick: int) -> None:
        self.mail.pop(pick % len(self.mail))

    @rule(code=branches)
    def back_up(self, code: str) -> None:
        self.company.back_up(code)

    @rule(code=branches, pick=picks)
    def restore(self, code: str, pick: int) -> None:
        backups = self.company.backups[code]
        self.company.restore(code, backups[pick % len(backups)])

    @rule(code=branches)
    def begin_anew(self, code: str) -> None:
        self.company.begin_anew(code)

    def known(self, code: str) -> list[str]:
        """The complaints that are known at a desk, in an order that is the same in every run."""
        store = self.company.desks[code].journal.store
        return [row[0] for row in store.run("SELECT id FROM complaint ORDER BY received_at, id")]

    def do(self, code: str, pick: int, act: Act) -> None:
        known = self.known(code)
        if known:
            with suppress(DeskError):  # much of what is tried is not allowed
                self.company.act(code, known[pick % len(known)], act)

    def believable(self, verdict: Verdict) -> None:
        """Nothing is wrong with a file but that it came late, or to a desk that is no more."""
        parcel = verdict.parcel
        if parcel.verdict == REFUSED:
            assert "is for another desk" in str(verdict.text) or "revoked" in str(verdict.text)
        assert parcel.verdict in {APPLIED, KNOWN, WAITING, REFUSED}, str(verdict.text)


@pytest.mark.slow
@pytest.mark.timeout(3_000)
def test_whatever_becomes_of_files_everybody_agrees_in_the_end(founded: Path) -> None:
    run_state_machine_as_test(
        type("Company", (Desks,), {"founded": founded}),
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
        ),
    )
