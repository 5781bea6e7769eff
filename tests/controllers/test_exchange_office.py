"""Head office's side of the Exchange, as staff read it: each branch in each state, and doubles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from desk.app.believing import revoke_of
from desk.app.commands import AddStaff
from desk.controllers.exchange.office import BranchLine, ConflictLine, DoubleLine, Office
from desk.journal import exchanged
from desk.journal.doubles import Double
from desk.rules.acts import Withdraw
from desk.rules.errors import DeskError
from desk.words import Text
from tests.app.company import OFFICE, Company

DAYS = 3
NO_LINK = (
    "To link two complaints takes another role: Staff, Customer relations officer, Shop "
    "supervisor, Technician, Head office. Nothing was changed."
)
DECIDED = {
    "same_matter": "K2 2026-06-19 0000002 and K1 2026-06-19 0000001 are the same matter.",
    "related": "K2 2026-06-19 0000002 and K1 2026-06-19 0000001 are related.",
    "different": "K2 2026-06-19 0000002 and K1 2026-06-19 0000001 have nothing to do with each "
    "other.",
}


@dataclass
class Screen:
    """A place on paper: it keeps what it was last shown."""

    standing: list[str] = field(default_factory=list)
    branches: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    doubles: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    no_writing: str = ""
    no_linking: str = ""

    def show_standing(self, sentences: Sequence[Text]) -> None:
        self.standing = [str(each) for each in sentences]

    def show_branches(self, lines: Sequence[BranchLine]) -> None:
        self.branches = [
            f"{line.name} | {line.came} | {line.tone}: {line.missing} | {line.confirmed} | "
            f"{line.card_tone}: {line.card}"
            for line in lines
        ]

    def show_conflicts(self, lines: Sequence[ConflictLine]) -> None:
        self.conflicts = [f"{line.number} {line.name}: {line.what}" for line in lines]

    def show_doubles(self, lines: Sequence[DoubleLine]) -> None:
        self.doubles = [
            f"{line.why}: {line.older} / {line.newer}, {line.customer}, {line.product}"
            for line in lines
        ]

    def may_write(self, reason: Text | None) -> None:
        self.no_writing = str(reason or "")

    def may_link(self, reason: Text | None) -> None:
        self.no_linking = str(reason or "")

    def show_refusal(self, fault: DeskError) -> None:
        self.refused.append(str(fault))

    def tell(self, text: Text) -> None:
        self.told.append(str(text))


def look(company: Company) -> Screen:
    """Somebody at head office opens the place."""
    screen = Screen()
    Office(company.office, screen).refresh(days=DAYS)
    return screen


def of_branch(company: Company, code: str) -> list[str]:
    """The lines of one branch."""
    return [line for line in look(company).branches if line.startswith(f"{code} ·")]


def pretend_sent(company: Company, code: str) -> None:
    """Head office is thought to have what it never got."""
    journal = company.desks[code].journal
    with journal.store.transaction():
        inside = [(journal.node, journal.seq_of(journal.node) - 1)]
        exchanged.acknowledge(journal.store, company.office.journal.node, inside)


ONE_BRANCH = """\
new: 1 · Cabang 1 | none yet | waiting: the first file | no file written yet | good: trusted
came: 1 · Cabang 1 | written today 10.12, came today 10.12 | good: nothing \
| no file written yet | good: trusted
answered: 1 · Cabang 1 | written today 10.12, came today 10.12 | good: nothing \
| not yet: file of today 10.12 | good: trusted
confirmed: 1 · Cabang 1 | written today 10.13, came today 10.13 | good: nothing \
| up to today 10.12 | good: trusted
silent: 1 · Cabang 1 | written 19 Jun 2026, 10.13, came 19 Jun 2026, 10.13 \
| late: nothing since 19 Jun 2026, 10.13 | up to 19 Jun 2026, 10.12 | good: trusted
waiting: 1 · Cabang 1 | written 19 Jun 2026, 10.13, came 19 Jun 2026, 10.13 \
| soon: 1 file waits: 2 entries before | up to 19 Jun 2026, 10.12 | good: trusted
there: 1 · Cabang 1 | written today 10.15, came today 10.15 | good: nothing \
| up to 19 Jun 2026, 10.12 | good: trusted
revoked: 1 · Cabang 1 | written today 10.15, came today 10.15 | good: nothing \
| up to 19 Jun 2026, 10.12 | late: revoked"""


def test_a_branch_from_its_first_file_to_its_silence(company: Company) -> None:
    drawn = {"new": of_branch(company, "1")}
    company.register("1")
    company.bring("1")
    drawn["came"] = of_branch(company, "1")
    sent = company.export(OFFICE, to="1")
    drawn["answered"] = of_branch(company, "1")
    company.take("1", sent)
    company.bring("1")
    drawn["confirmed"] = of_branch(company, "1")
    company.clock.turn(days=DAYS, minutes=1)
    drawn["silent"] = of_branch(company, "1")
    company.register("1")
    lost = company.export("1")
    pretend_sent(company, "1")
    company.register("1")
    company.take(OFFICE, company.export("1"))
    drawn["waiting"] = of_branch(company, "1")
    company.take(OFFICE, lost)
    drawn["there"] = of_branch(company, "1")
    company.office.do(revoke_of(company.desks["1"].journal.node))
    drawn["revoked"] = of_branch(company, "1")
    assert "\n".join(f"{name}: {line}" for name, (line,) in drawn.items()) == ONE_BRANCH


def test_what_is_to_be_done_stands_first(company: Company) -> None:
    drawn = {"new": look(company).standing}
    case = company.register("1").id
    company.meet()
    drawn["there"] = look(company).standing
    company.act("1", case, Withdraw(why="Keliru"))
    company.act(OFFICE, case, Withdraw(why="Ganda"))
    company.bring("1")
    drawn["contradiction"] = look(company).standing
    drawn["conflicts"] = look(company).conflicts
    company.clock.turn(days=DAYS, hours=1)
    drawn["silent"] = look(company).standing
    for code in company.codes:
        company.office.do(revoke_of(company.desks[code].journal.node))
    drawn["revoked"] = look(company).standing
    assert drawn == {
        "new": ["What came from 2 branches is all taken in."],
        "there": ["What came from 2 branches is all taken in."],
        "contradiction": ["1 complaint contradicts itself: please decide."],
        "conflicts": [
            "K1 2026-06-19 0000001 Bapak Hari: “Withdrawn” came when it was not open any more."
        ],
        "silent": [
            "1 complaint contradicts itself: please decide.",
            "2 branches have sent nothing for more than 3 days.",
        ],
        "revoked": ["No branch's card is known here yet."],
    }


def test_who_may_neither_write_nor_link_is_told_why(company: Company) -> None:
    office = company.office
    drawn = {}
    for role in ("staff", "technician", "admin"):
        office.sign_in("Admin 9")
        office.do(AddStaff(name=role, roles=(role,)))
        office.sign_in(role)
        screen = look(company)
        drawn[role] = (screen.no_writing, screen.no_linking)
    assert drawn == {
        "staff": ("", ""),
        "technician": (
            "To write the file for head office takes another role: Staff, Customer relations "
            "officer, Shop supervisor, Head office, Administrator. Nothing was changed.",
            "",
        ),
        "admin": ("", NO_LINK),
    }


def pair(company: Company, screen: Screen) -> tuple[Office, Double]:
    """A customer complained about one matter at two branches."""
    company.register("1", phone="081234567801", product="Stylo")
    company.register("2", phone="081234567801", product="Stylo", name="Pak Hari")
    for code in company.codes:
        company.bring(code)
    office = Office(company.office, screen)
    (double,) = office.looking()()
    office.found([double])
    return office, double


@pytest.mark.parametrize("link", DECIDED)
def test_a_pair_is_decided_with_one_key_and_gone(company: Company, link: str) -> None:
    screen = Screen()
    office, double = pair(company, screen)
    assert screen.doubles == [
        "same phone and product: K1 2026-06-19 0000001, 19 Jun 2026 / K2 2026-06-19 0000002, "
        "19 Jun 2026, Bapak Hari / Pak Hari, Stylo"
    ]
    assert office.link(double, link)
    assert screen.told == [DECIDED[link]]
    assert screen.refused == []
    assert office.looking()() == []


def test_a_pair_that_may_not_be_linked_says_why_and_nothing_is_written(company: Company) -> None:
    screen = Screen()
    office, double = pair(company, screen)
    company.office.do(AddStaff(name="Only admin", roles=("admin",)))
    company.office.sign_in("Only admin")
    before = company.office.journal.last()
    assert not office.link(double, "related")
    assert screen.refused == [NO_LINK]
    assert screen.told == []
    assert company.office.journal.last() == before
