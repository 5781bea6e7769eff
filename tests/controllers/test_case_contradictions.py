"""What two desks wrote against each other is told on both sides of the case."""

from __future__ import annotations

from desk.app.commands import AddStaff
from desk.controllers.case.controller import Case
from desk.rules.acts import Act, Close, Solve
from tests.app.company import OFFICE, Company
from tests.controllers.case_sheet import Sheet


def marked(company: Company, code: str, case: str) -> list[str]:
    """The lines of the story under which a contradiction is told, and what is told there."""
    sheet = Sheet()
    Case(company.desks[code], sheet).show(case)
    assert sheet.page is not None
    return [
        f"{each.clock} {each.told.what}: {mark}"
        for each in sheet.page.timeline
        for mark in each.marks
        if "Contradiction" in str(mark)
    ]


def crossed(company: Company, here: Act, there: Act) -> str:
    """A solved case; the branch writes one thing, and head office another a minute later."""
    case = company.register("1").id
    company.act("1", case, Solve(cause="Kabel", remedy="Dipindah"))
    company.meet()
    company.act("1", case, here)
    company.clock.turn(minutes=1)
    company.act(OFFICE, case, there)
    company.meet()
    return case


def test_the_word_of_a_customer_who_does_not_agree_is_one_side(company: Company) -> None:
    no = Close(answer="not_agreed", score=2, why="Bunyi")
    case = crossed(company, no, Close(answer="agreed", score=5))
    for code in ("1", OFFICE):
        assert marked(company, code, case) == [
            "10.16 Bapak Hari does not agree, Admin 1 wrote down: Contradiction: what Admin 9 "
            "wrote today 10.17 says otherwise.",
            "10.17 Admin 9 closed it with Bapak Hari: Agreed: Contradiction: It was closed while "
            "it was not solved.",
        ]


def test_two_closings_contradict_each_other(company: Company) -> None:
    case = crossed(company, Close(answer="agreed", score=5), Close(answer="partly", score=3))
    for code in ("1", OFFICE):
        assert marked(company, code, case) == [
            "10.16 Admin 1 closed it with Bapak Hari: Agreed: Contradiction: what Admin 9 wrote "
            "today 10.17 says otherwise.",
            "10.17 Admin 9 closed it with Bapak Hari: Partly agreed: Contradiction: It was closed "
            "twice.",
        ]


def test_to_settle_is_offered_only_where_something_contradicts_itself(company: Company) -> None:
    case = crossed(company, Close(answer="agreed", score=5), Close(answer="partly", score=3))
    desk, sheet = company.desks["1"], Sheet()
    Case(desk, sheet).show(case)
    assert "settle" in sheet.deeds
    Case(desk, sheet).show(company.register("1").id)
    assert "settle" not in sheet.deeds


def test_what_comes_next_says_so_only_to_those_who_may_settle_it(company: Company) -> None:
    case = crossed(company, Close(answer="agreed", score=5), Close(answer="partly", score=3))
    desk, steps = company.desks["1"], {}
    for role in ("staff", "cro", "technician", "supervisor"):
        desk.sign_in("Admin 1")
        desk.do(AddStaff(name=role, roles=(role,)))
        desk.sign_in(role)
        sheet = Sheet()
        Case(desk, sheet).show(case)
        steps[role] = sheet.step
    settle = "Two entries contradict each other: write down what holds [Settle the contradiction]"
    called = "Closed. After-care call to Bapak Hari 21 Jun 2026, 10.16 []"
    assert steps == {"staff": called, "cro": settle, "technician": called, "supervisor": settle}
