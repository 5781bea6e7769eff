"""What somebody asked for is theirs, even if somebody else has taken over before it was done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.commands import AddStaff, OnCase, Register, Registered, SwitchOffStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.journal.known import Person
from desk.rules.acts import PrintReceipt
from desk.rules.chain import new_id
from desk.rules.errors import Refused
from desk.rules.intake import Intake


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    wanted = SetUp(company="Toko Sepeda", branch="1", branch_name="Hankam", admin="Sari")
    made = set_up(Home(tmp_path / "desk"), wanted)
    made.do(AddStaff(name="Dedi", roles=("staff",)))
    made.sign_in("Sari")
    yield made
    made.close()


@pytest.fixture
def case(desk: Desk) -> str:
    intake = Intake(id=new_id(desk.now()), name="Ibu Rita", nota="9", what_happened="Rem berat")
    taken = desk.do(Register(intake=intake))
    assert isinstance(taken, Registered)
    return taken.id


def named(desk: Desk, name: str) -> Person:
    return next(person for person in desk.people() if person.name == name)


def printed(case: str) -> OnCase:
    return OnCase(complaint=case, act=PrintReceipt(paper="roll80"))


def actors(desk: Desk, case: str) -> list[str]:
    return [desk.name_of(entry.actor) for entry in desk.complaint(case).timeline]


def test_it_stands_under_the_name_of_who_asked_and_nobody_changes_over(
    desk: Desk, case: str
) -> None:
    seen: list[str] = []
    desk.watch(lambda: seen.append(desk.actor.name if desk.actor else ""))
    desk.do(printed(case), by=named(desk, "Dedi"))
    assert actors(desk, case) == ["Sari", "Dedi"]
    assert seen == ["Sari"], "the window never shows somebody who is not at work"


def test_it_is_done_also_while_nobody_is_at_work(desk: Desk, case: str) -> None:
    desk.sign_out()
    desk.do(printed(case), by=named(desk, "Dedi"))
    assert desk.actor is None
    assert actors(desk, case)[-1] == "Dedi"


def test_who_was_switched_off_meanwhile_does_nothing_any_more(desk: Desk, case: str) -> None:
    dedi = named(desk, "Dedi")
    desk.do(SwitchOffStaff(staff=dedi.id))
    with pytest.raises(Refused):
        desk.do(printed(case), by=dedi)
    assert desk.actor is not None
    assert desk.actor.name == "Sari"
    assert actors(desk, case) == ["Sari"]
