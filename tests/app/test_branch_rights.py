"""Somebody at head office who sees only some branches' cases: the same in every way in."""

from __future__ import annotations

import pytest

from desk.app.commands import AddStaff, LimitToBranches, OnCase, Register
from desk.app.desk import Desk
from desk.controllers.counter.lookup import cases_of
from desk.controllers.today import Reminders, day_of
from desk.gui import window
from desk.journal import customers
from desk.journal.queue import Filter, Wanted
from desk.rules.acts import LinkTo, Note, PassOn
from desk.rules.chain import new_id
from desk.rules.errors import Refused
from desk.rules.intake import Intake
from desk.rules.people import Action
from tests.app.company import OFFICE, Company

NOT_THEIRS = "belongs to branches that are not yours"


@pytest.fixture
def company(company: Company) -> Company:
    """Wulan works at head office, for branch 2."""
    office = company.office
    wulan = office.do(AddStaff(name="Wulan", roles=("head_office",)))
    office.do(LimitToBranches(staff=str(wulan), branches=("2",)))
    return company


def taken_in(company: Company) -> tuple[str, str]:
    """A complaint of branch 1 and one of branch 2, both at head office; their numbers."""
    numbers = (company.register("1").number, company.register("2").number)
    company.meet()
    company.office.sign_in("Wulan")
    return numbers


def ids(desk: Desk) -> dict[str, str]:
    """What the actor sees, by number."""
    return {row.number: row.id for row in desk.queue(Wanted())}


def test_the_queue_its_counts_and_the_search_show_only_their_branches(company: Company) -> None:
    theirs = taken_in(company)[1]
    office = company.office
    assert [*ids(office)] == [theirs]
    assert office.counts()[Filter.ALL] == office.counts()[Filter.OPEN] == 1
    assert office.counts("1")[Filter.ALL] == 0
    assert [row.number for row in office.queue(Wanted(find="K"))] == [theirs]
    assert office.queue(Wanted(branch="1")) == []


def test_a_number_of_another_branch_is_refused_with_a_sentence(company: Company) -> None:
    hidden, theirs = taken_in(company)
    office = company.office
    for typed in (hidden, hidden.lower(), "1"):
        with pytest.raises(Refused, match=NOT_THEIRS):
            office.find_number(typed)
    assert office.find_number(theirs).number == theirs
    assert NOT_THEIRS in str(office.hidden(hidden))
    assert office.hidden(theirs) is office.hidden("K9202606190000099") is None
    assert window.number_in(office, hidden) is window.case_of(office, hidden) is None


def test_a_case_of_another_branch_is_neither_read_nor_written_to(company: Company) -> None:
    hidden, theirs = taken_in(company)
    office = company.office
    office.sign_in("Admin 9")
    known = ids(office)
    office.sign_in("Wulan")
    with pytest.raises(Refused, match=NOT_THEIRS):
        office.complaint(known[hidden])
    with pytest.raises(Refused, match=NOT_THEIRS):
        office.do(OnCase(complaint=known[hidden], act=Note(text="Halo")))
    with pytest.raises(Refused, match=NOT_THEIRS):
        office.do(OnCase(complaint=known[theirs], act=LinkTo(number=hidden, link="related")))
    office.do(OnCase(complaint=known[theirs], act=Note(text="Halo")))


def test_what_is_passed_on_to_their_branch_is_theirs_too(company: Company) -> None:
    hidden, theirs = taken_in(company)
    office = company.office
    office.sign_in("Admin 9")
    company.act(OFFICE, ids(office)[hidden], PassOn(branch="2"))
    office.sign_in("Wulan")
    assert {*ids(office)} == {hidden, theirs}
    assert office.find_number(hidden).at_branch == "2"


def test_today_reminders_and_a_customers_cases_tell_nothing_of_other_branches(
    company: Company,
) -> None:
    hidden, theirs = taken_in(company)
    company.clock.turn(hours=23, minutes=45)
    office = company.office
    today = day_of(office, office.now())
    assert {row.number for row in today.burning.rows} == {theirs}
    told = Reminders(office).next()
    assert told is not None
    assert told.number == theirs
    office.sign_in("Admin 9")
    owner = office.complaint(ids(office)[hidden]).registered
    assert owner is not None
    customer = customers.by_id(office.journal.store, owner.customer)
    assert customer is not None
    assert len(cases_of(office, customer)) == 1
    office.sign_in("Wulan")
    assert cases_of(office, customer) == []


def test_nothing_is_taken_in_that_they_could_not_see_afterwards(company: Company) -> None:
    taken_in(company)
    office = company.office
    intake = Intake(id=new_id(office.now()), name="Ibu Rita", nota="9", what_happened="Bunyi")
    with pytest.raises(Refused, match="belongs to branch 9, whose cases you do not see"):
        office.do(Register(intake=intake))
    assert office.can(Action.REGISTER) is not None


def test_without_a_limit_everything_is_seen_again(company: Company) -> None:
    numbers = taken_in(company)
    office = company.office
    wulan = office.actor
    assert wulan is not None
    office.sign_in("Admin 9")
    office.do(LimitToBranches(staff=wulan.id, branches=()))
    office.sign_in("Wulan")
    assert {*ids(office)} == {*numbers}


def test_a_branch_does_not_say_whose_cases_somebody_sees(company: Company) -> None:
    desk = company.desks["1"]
    assert desk.actor is not None
    with pytest.raises(Refused, match="is set at head office"):
        desk.do(LimitToBranches(staff=desk.actor.id, branches=("1",)))


def test_a_limit_holds_for_who_is_signed_in_at_that_moment(company: Company) -> None:
    hidden, _ = taken_in(company)
    office = company.office
    office.sign_in("Admin 9")
    wulan = next(person for person in office.people() if person.name == "Wulan")
    office.do(LimitToBranches(staff=wulan.id, branches=()))
    office.sign_in("Wulan")
    assert office.find_number(hidden)
    beside = Desk.open(office.home, office.now)
    beside.sign_in("Admin 9")
    company.clock.turn(seconds=5)
    beside.do(LimitToBranches(staff=wulan.id, branches=("2",)))
    beside.close()
    office.changed()
    with pytest.raises(Refused, match=NOT_THEIRS):
        office.find_number(hidden)
