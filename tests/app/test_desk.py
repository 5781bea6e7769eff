"""The one door: who acts, what is done whole or not at all, what is found, who hears of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desk.app.commands import AddStaff, DescribeShop, OnCase, Register, SwitchOffStaff
from desk.app.desk import Desk
from desk.app.home import Home
from desk.journal import drafts
from desk.journal.drafts import Draft
from desk.journal.queue import Filter, Wanted
from desk.journal.verify import verify
from desk.rules.acts import Contact, Extend, Note, PrintReceipt, Withdraw
from desk.rules.errors import DeskError, Invalid, Refused, Stale, Trouble, finish
from desk.rules.intake import Intake
from desk.rules.people import Action
from tests.app.at_work import Clock, register


def test_a_saved_complaint_has_its_number_and_its_promise(desk: Desk) -> None:
    taken = register(desk)
    assert (taken.number, taken.grouped) == ("K1202606190001234", "K1 2026-06-19 0001234")
    assert taken.due_at - taken.received_at == timedelta(hours=24)
    complaint = desk.complaint(taken.id)
    assert (complaint.number, complaint.state, complaint.open) == (taken.number, "received", True)
    assert desk.name_of(complaint.served_by) == "Sari"


def test_saving_the_same_form_twice_gives_the_same_number(desk: Desk) -> None:
    first = register(desk)
    again = register(desk, "77", id_=first.id)
    assert (again.number, again.known, first.known) == (first.number, True, False)
    assert desk.counts()[Filter.ALL] == 1


def test_a_saved_form_is_no_draft_any_more_and_a_refused_one_stays(desk: Desk) -> None:
    store = desk.journal.store
    for subject in ("a", "b"):
        drafts.keep(store, Draft(id=subject, place="counter", values={}, changed_at=desk.now()))
    register(desk, id_="a")
    with pytest.raises(Invalid):
        register(desk, "abc", id_="b")
    assert [draft.id for draft in drafts.kept(store, "counter")] == ["b"]


def test_a_customer_who_comes_back_is_known(desk: Desk) -> None:
    first, again = register(desk), register(desk, phone="+62 812-3456-7801", name="BAPAK HARI")
    other = register(desk, name="Ibu Rita")
    known = [desk.complaint(one.id).registered for one in (first, again, other)]
    customers = [facts.customer for facts in known if facts]
    assert customers[0] == customers[1] != customers[2]


def test_what_is_refused_leaves_nothing_behind(desk: Desk) -> None:
    heard: list[int] = []
    desk.watch(lambda: heard.append(1))
    before = desk.journal.last()
    for command in (
        Register(intake=Intake(id="x", name="", nota="1", what_happened="x")),
        OnCase(complaint="nowhere", act=Note(text="x")),
        OnCase(complaint="nowhere", act=Withdraw(why="x")),
        OnCase(complaint="nowhere", act=PrintReceipt(paper="a5", way="file")),
        AddStaff(name=" ", roles=("staff",)),
        AddStaff(name="sari", roles=("staff",)),
        DescribeShop(company="", branch_name="x"),
        SwitchOffStaff(staff=desk.actor.id if desk.actor else ""),
    ):
        with pytest.raises(DeskError) as told:
            desk.do(command)
        assert str(told.value)
    assert desk.journal.last() == before
    assert not heard


def test_listeners_hear_of_each_change_after_it_is_safe(desk: Desk) -> None:
    seen: list[int] = []
    desk.watch(lambda: seen.append(desk.counts()[Filter.OPEN]))
    register(desk)
    register(desk)
    assert seen == [1, 2]


def test_the_reason_why_something_is_greyed_out_is_the_reason_of_the_refusal(desk: Desk) -> None:
    taken = register(desk)
    assert desk.can(Action.WITHDRAW, desk.complaint(taken.id)) is None
    desk.do(OnCase(complaint=taken.id, act=Withdraw(why="sudah selesai di rumah")))
    reason = desk.can(Action.WITHDRAW, desk.complaint(taken.id))
    with pytest.raises(Refused) as told:
        desk.do(OnCase(complaint=taken.id, act=Withdraw(why="lagi")))
    assert told.value.text == reason
    desk.actor = None
    with pytest.raises(Refused, match="Nobody is signed in"):
        desk.do(OnCase(complaint=taken.id, act=Note(text="x")))


def test_more_time_is_offered_only_before_it_is_late(desk: Desk, clock: Clock) -> None:
    taken = register(desk)
    contact = Contact(said="Boleh")
    until = "2026-06-21T09:00:00+07:00"
    act = OnCase(complaint=taken.id, act=Extend(until=until, contact=contact, agreed=True))
    clock.turn(hours=24)
    assert desk.can(Action.EXTEND, desk.complaint(taken.id)) is None
    clock.turn(seconds=1)
    reason = desk.can(Action.EXTEND, desk.complaint(taken.id))
    assert "It is late already" in str(reason)
    with pytest.raises(Refused) as told:
        desk.do(act)
    assert told.value.text == reason
    assert desk.complaint(taken.id).extensions == 0


def test_somebody_who_left_cannot_act_but_their_name_stays(desk: Desk) -> None:
    staff = desk.do(AddStaff(name="Joko", roles=("staff",), pin="2468"))
    assert desk.sign_in("joko", "2468").name == "Joko"
    with pytest.raises(Refused, match="The PIN of Joko"):
        desk.sign_in("Joko", "1111")
    taken = register(desk)
    desk.sign_in("Sari")
    desk.do(SwitchOffStaff(staff=str(staff)))
    with pytest.raises(Refused, match="Nobody called Joko"):
        desk.sign_in("Joko", "2468")
    assert desk.name_of(desk.complaint(taken.id).served_by) == "Joko"
    assert desk.name_of("somebody of another desk") == "somebody of another desk"


def test_a_number_is_found_however_it_is_typed(desk: Desk) -> None:
    taken = register(desk)
    for typed in ("K1202606190001234", "k1 2026-06-19 0001234", "1 20260619 0001234", "1234"):
        assert desk.find_number(typed).number == taken.number
    register(desk)
    with pytest.raises(Refused, match="leads to several complaints"):
        desk.find_number("1234")
    with pytest.raises(Refused, match="There is no complaint"):
        desk.find_number("rem berat")


def test_the_queue_is_read_page_by_page_without_a_gap(desk: Desk) -> None:
    for nota in range(1, 8):
        register(desk, str(nota))
    pages, after = [], None
    while rows := desk.queue(Wanted(), after=after, limit=3):
        pages.append([row.number[-1] for row in rows])
        after = rows[-1]
    assert pages == [["1", "2", "3"], ["4", "5", "6"], ["7"]]


@pytest.mark.parametrize("jump", [timedelta(minutes=-3), timedelta(days=31)])
def test_a_clock_that_jumped_writes_only_when_somebody_says_that_it_is_right(
    desk: Desk, clock: Clock, jump: timedelta
) -> None:
    first = register(desk)
    clock.now += jump
    with pytest.raises(Stale) as told:
        register(desk, "2")
    assert told.value.field == "clock"
    assert "Nothing was written" in str(told.value)
    desk.clock_confirmed = True
    second = register(desk, "2")
    desk.clock_confirmed = False
    order = [desk.complaint(one.id).tick for one in (first, second)]
    assert order == sorted(order), "the order of events survives the clock"
    assert finish(verify(desk.journal)).clean


def test_another_program_beside_this_one_is_noticed(desk: Desk) -> None:
    beside = Desk.open(desk.home, desk.now)
    mark = desk.change_mark()
    beside.sign_in()
    register(beside)
    assert desk.change_mark() != mark
    assert desk.counts()[Filter.ALL] == 1
    beside.close()


def test_the_shop_is_named_anew_on_everything_that_follows(desk: Desk) -> None:
    desk.do(DescribeShop(company=" Maju Jaya ", branch_name="Bekasi", reach="0812"))
    assert (desk.shop.company, desk.shop.branch_name, desk.shop.branch) == (
        "Maju Jaya",
        "Bekasi",
        "1",
    )


def test_without_a_desk_nothing_is_opened(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("empty")
    with pytest.raises(Trouble, match="There is no complaint desk"):
        Desk.open(Home(folder))
    assert not list(folder.iterdir())


def test_times_are_those_of_the_shops_clock(desk: Desk) -> None:
    taken = register(desk, received_at="2026-06-18 17:00")
    assert taken.received_at == datetime.fromisoformat("2026-06-18T17:00:00+07:00")
    assert taken.number.startswith("K120260618")
