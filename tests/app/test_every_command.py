"""Every command asks for its right: who may carry it out, who may not, and what those are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import get_args

import pytest

from desk.app import commands
from desk.app.believing import own_card, revoke_of, trust_of
from desk.app.commands import Command
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.papers import logo_of
from desk.app.setting_up import set_up
from desk.rules import acts
from desk.rules.chain import new_id
from desk.rules.entries import ExportWritten, SalesRead
from desk.rules.errors import Refused
from desk.rules.intake import Intake
from desk.rules.people import ROLES
from tests.app.at_work import Clock, register
from tests.app.conftest import WANTED


@dataclass
class Office:
    """A head office where one of each role works, and the admin, who founded it, prepares."""

    desk: Desk
    clock: Clock
    strangers: Iterator[Desk]
    people: dict[str, str]

    def intake(self) -> Intake:
        """A customer whom nobody knows yet."""
        self.clock.turn(seconds=5)
        return Intake(
            id=new_id(self.desk.now()),
            name="Ibu Rita",
            nota="",
            no_nota=True,
            what_happened="Bunyi",
        )

    def case(self) -> str:
        """A new complaint."""
        self.clock.turn(seconds=5)
        return register(self.desk, nota="", no_nota=True).id

    def colleague(self) -> str:
        """Somebody who began to work here just now."""
        self.clock.turn(seconds=5)
        name = f"Budi {self.clock.now:%H%M%S}"
        return str(self.desk.do(commands.AddStaff(name=name, roles=("technician",))))

    def stranger(self) -> Desk:
        """Another branch's desk, whose card was never seen here."""
        return next(self.strangers)

    def known(self) -> str:
        """A desk whose card was accepted."""
        card = own_card(self.stranger())
        self.desk.do(trust_of(card))
        return card.node


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    founded = replace(WANTED, head_office=True, branch="9")
    desk = set_up(Home(tmp_path / "office"), founded, clock)
    people = {
        role: str(desk.do(commands.AddStaff(name=f"Only {role}", roles=(role,)))) for role in ROLES
    }
    made: list[Desk] = []

    def strangers() -> Iterator[Desk]:
        for at in range(1, 100):
            there = replace(WANTED, branch=str(at), branch_name=f"Cabang {at}")
            made.append(set_up(Home(tmp_path / f"branch {at}"), there, clock))
            yield made[-1]

    yield Office(desk, clock, strangers(), people)
    for each in (desk, *made):
        each.close()


Make = Callable[[Office], Command]


def on_case(act: acts.Act) -> Make:
    return lambda office: commands.OnCase(complaint=office.case(), act=act)


EVERY: Mapping[str, Make] = MappingProxyType(
    {
        "Register": lambda office: commands.Register(intake=office.intake()),
        "InOneSitting": lambda office: commands.InOneSitting(intake=office.intake(), acts=()),
        "OnCase, a note": on_case(acts.Note(text="Halo")),
        "OnCase, to begin": on_case(acts.Start()),
        "OnCase, to withdraw": on_case(acts.Withdraw(why="Keliru")),
        "OnCase, to judge": on_case(acts.Judge(fault="shop")),
        "TakeFeedback": lambda _: commands.TakeFeedback(kind="praise", text="Bagus"),
        "ChangeRoles": lambda office: commands.ChangeRoles(
            staff=office.colleague(), roles=("staff",)
        ),
        "SetPin of another": lambda office: commands.SetPin(staff=office.colleague(), pin="1357"),
        "AddStaff": lambda office: commands.AddStaff(
            name=f"Ibu {office.intake().id[-6:]}", roles=("staff",)
        ),
        "SwitchOffStaff": lambda office: commands.SwitchOffStaff(staff=office.colleague()),
        "LimitToBranches": lambda office: commands.LimitToBranches(
            staff=office.colleague(), branches=("1",)
        ),
        "NameBranch": lambda _: commands.NameBranch(code="7", name="Depok"),
        "DescribeShop": lambda _: commands.DescribeShop(company="Toko", branch_name="Pusat"),
        "SetLogo": lambda _: commands.SetLogo(digest=""),
        "TrustCard": lambda office: trust_of(own_card(office.stranger())),
        "RevokeCard": lambda office: revoke_of(office.known()),
        "NoteExported": lambda _: commands.NoteExported(
            package="p",
            written=ExportWritten(receiver="r", sha256="", entries=1, upto=1, personal=True),
        ),
        "NoteSalesRead": lambda _: commands.NoteSalesRead(
            read=SalesRead(rows=1, taken=1, remarked=0, known=0, refused=0)
        ),
    }
)

WHO_MAY = """\
                    staff cro supervisor technician head_office admin
Register            yes   yes yes        .          yes         .
InOneSitting        yes   yes yes        .          yes         .
OnCase, a note      yes   yes yes        yes        yes         .
OnCase, to begin    .     yes yes        yes        yes         .
OnCase, to withdraw yes   yes yes        .          yes         .
OnCase, to judge    .     .   yes        .          yes         .
TakeFeedback        yes   yes yes        .          yes         .
ChangeRoles         .     .   .          .          yes         yes
SetPin of another   .     .   .          .          yes         yes
AddStaff            .     .   .          .          yes         yes
SwitchOffStaff      .     .   .          .          yes         yes
LimitToBranches     .     .   .          .          yes         yes
NameBranch          .     .   .          .          .           yes
DescribeShop        .     .   .          .          .           yes
SetLogo             .     .   .          .          .           yes
TrustCard           .     .   .          .          yes         yes
RevokeCard          .     .   .          .          yes         yes
NoteExported        yes   yes yes        .          yes         yes
NoteSalesRead       .     yes yes        .          yes         yes"""

REFUSAL = re.compile(r"To [a-z', ]+ takes another role: ([A-Za-z, ]+)\. Nothing was changed\.")


def refused(office: Office, make: Make, role: str) -> str:
    """What somebody with this role alone is told; nothing where they may, and did it."""
    desk = office.desk
    desk.sign_in("Sari")
    command = make(office)
    desk.sign_in(f"Only {role}")
    before = desk.journal.last()
    try:
        desk.do(command)
    except Refused as fault:
        assert desk.journal.last() == before
        return str(fault)
    assert desk.journal.last() > before
    return ""


def test_who_may_carry_out_each_command_and_the_others_are_told_who(office: Office) -> None:
    drawn = [" " * 20 + " ".join(ROLES)]
    for name, make in EVERY.items():
        told = {role: refused(office, make, role) for role in ROLES}
        cells = [("." if told[role] else "yes").ljust(len(role)) for role in ROLES]
        drawn.append(f"{name:20}{' '.join(cells)}".rstrip())
        who = ", ".join(str(text) for role, text in ROLES.items() if not told[role])
        for sentence in filter(None, told.values()):
            found = REFUSAL.fullmatch(sentence)
            assert found is not None, sentence
            assert found[1] == who, name
    assert "\n".join(drawn) == WHO_MAY
    assert logo_of(office.desk) == b""


def test_no_command_is_left_out() -> None:
    tried = {name.partition(" ")[0].rstrip(",") for name in EVERY}
    assert tried == {each.__name__ for each in get_args(Command)}


def test_while_nobody_is_at_work_nothing_is_carried_out(office: Office) -> None:
    wanted = [make(office) for make in EVERY.values()]
    office.desk.sign_out()
    before = office.desk.journal.last()
    for command in wanted:
        with pytest.raises(Refused, match=r"Nobody is signed in\. Nothing was changed\."):
            office.desk.do(command)
    assert office.desk.journal.last() == before


def test_a_clerk_sets_their_own_pin_and_nobody_elses(office: Office) -> None:
    desk = office.desk
    desk.sign_in("Only staff")
    desk.do(commands.SetPin(staff=office.people["staff"], pin="1357"))
    with pytest.raises(Refused, match="To add or switch off people takes another role"):
        desk.do(commands.SetPin(staff=office.people["admin"], pin="1357"))
    desk.sign_in("Only admin", "2468")  # as before, without a PIN
    with pytest.raises(Refused, match="The PIN of Only staff is another one"):
        desk.sign_in("Only staff", "2468")
    desk.sign_in("Only staff", "1357")
