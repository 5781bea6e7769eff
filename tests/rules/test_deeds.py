"""What each deed asks for and what it does to the case, told by what people did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from desk.rules.acts import (
    Accept,
    Act,
    Close,
    Contact,
    Decline,
    Examine,
    Extend,
    Judge,
    KeepPromise,
    MakePromise,
    Note,
    PassOn,
    Reopen,
    Solve,
    Start,
    Wait,
    Withdraw,
)
from desk.rules.choices import FAULTS, ROADBLOCKS, WAITED_FOR
from desk.rules.details import LONGEST
from desk.rules.errors import DeskError, Invalid, Refused
from tests.rules.case import AGREED, MORNING, WELL_DONE, Case, case, in_state

DUE = MORNING + timedelta(hours=24)
TOMORROW = (MORNING + timedelta(hours=40)).isoformat()


def refused(each: Case, who: str, act: Act) -> DeskError:
    """The refusal of this deed, which leaves the case as it was."""
    before = list(each.entries)
    with pytest.raises(DeskError) as told:
        each.do(who, act)
    assert each.entries == before
    return told.value


# More time


@pytest.mark.parametrize(
    "act",
    [
        Extend(until=TOMORROW),
        Extend(until=TOMORROW, agreed=True),
        Extend(until=TOMORROW, contact=AGREED),
        Extend(until=TOMORROW, contact=replace(AGREED, answered=False), agreed=True),
    ],
)
def test_no_more_time_without_a_contact_in_which_the_customer_agreed(act: Extend) -> None:
    each = case()
    told = refused(each, "budi", act)
    assert isinstance(told, Refused)
    assert "More time is never taken in silence" in str(told)
    assert each.complaint.due_at == DUE


@pytest.mark.parametrize(
    ("contact", "field"),
    [
        (Contact(said=" "), "said"),
        (Contact(said="", message="extension"), "said"),
        (Contact(said="Ya", how="pigeon"), "how"),
        (Contact(said="Ya", direction="up"), "direction"),
        (Contact(said="x" * (LONGEST + 1)), "said"),
        (Contact(said="Ya", happened_at="2026-06-20 10:00"), "happened_at"),
    ],
)
def test_the_contact_of_an_extension_is_a_whole_one(contact: Contact, field: str) -> None:
    told = refused(case(), "budi", Extend(until=TOMORROW, contact=contact, agreed=True))
    assert (type(told), told.field) == (Invalid, field)


def test_an_extension_agreed_by_telephone_moves_the_moment_and_keeps_the_first() -> None:
    each = case()
    contact = Contact(how="phone", said="Boleh", note="Ramah", happened_at="2026-06-19 20:00")
    later = each.do("budi", Extend(until=TOMORROW, contact=contact, agreed=True), hours=20)
    assert later.due_at == later.next_contact_at == MORNING + timedelta(hours=40)
    assert (later.first_due_at, later.extensions) == (DUE, 1)
    line = later.timeline[-1]
    assert (line.text, line.note) == ("Boleh", "Ramah")
    assert line.happened_at == "2026-06-19T20:00:00+07:00"
    assert (line.about("how"), line.about("direction")) == ("phone", "out")


@pytest.mark.parametrize(
    "until", ["2026-06-20 09:12", "2026-06-20 09:12:00.9", "2026-06-19 15:00", "2026-06-18", "soon"]
)
def test_the_new_moment_lies_after_the_one_that_was_promised(until: str) -> None:
    told = refused(case(), "budi", Extend(until=until, contact=AGREED, agreed=True))
    assert (type(told), told.field) == (Invalid, "until")


def test_more_time_comes_too_late_when_the_moment_has_passed() -> None:
    each = case()
    each.now += timedelta(hours=24, seconds=1)
    told = refused(each, "budi", Extend(until=TOMORROW, contact=AGREED, agreed=True))
    assert str(told).startswith("It is late already")
    each.do("wati", Note(text="Pelanggan datang"))
    assert "apologise" in str(refused(each, "budi", WELL_DONE["extend"]))
    assert each.complaint.bucket(each.now) == "open_late"


def test_the_third_extension_goes_up_to_head_office_and_every_one_stays_visible() -> None:
    each = case()
    for days in (2, 3, 4):
        until = (MORNING + timedelta(days=days)).isoformat()
        each.do("budi", Extend(until=until, contact=AGREED, agreed=True), hours=1)
    assert each.complaint.head_office_decides
    assert [line.kind for line in each.complaint.timeline].count("complaint.extended") == 3
    assert each.complaint.first_due_at == DUE


# Whose fault, and who confirms


@pytest.mark.parametrize("fault", FAULTS)
def test_a_judgement_sets_the_flag_and_a_new_one_has_to_be_confirmed_anew(fault: str) -> None:
    each = in_state("in_handling")
    each.do("rina", WELL_DONE["confirm_judgement"])
    judged = each.do("budi", Judge(fault=fault))
    assert (judged.fault, judged.judged_by, judged.confirmed_by) == (fault, "budi", "")
    assert each.do("hana", WELL_DONE["confirm_judgement"]).confirmed_by == "hana"


def test_there_is_no_other_fault_than_those_four() -> None:
    assert refused(case(), "budi", Judge(fault="weather")).field == "fault"
    assert refused(case(), "budi", Judge()).field == "fault"


# Solved, and the customer's word


@pytest.mark.parametrize(
    ("act", "field"),
    [(Solve(), "cause"), (Solve(cause="Kabel"), "remedy"), (Solve(remedy="Dipindah"), "cause")],
)
def test_nothing_is_solved_without_cause_and_remedy(act: Solve, field: str) -> None:
    assert refused(case(), "budi", act).field == field


def test_what_the_technician_wrote_is_taken_over() -> None:
    each = case()
    each.do("joko", Examine(found="Kabel terjepit", cause="Salah jalur", remedy="Dipindah"))
    solved = each.do("budi", Solve(cause=" ", remedy="Dipindah dan disetel"), hours=1)
    assert (solved.found, solved.cause) == ("Kabel terjepit", "Salah jalur")
    assert solved.remedy == "Dipindah dan disetel"
    assert solved.repaired_by == {"joko", "budi"}
    assert solved.ended_at == each.now


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (Close(), "answer"),
        (Close(answer="happy"), "answer"),
        (Close(answer="agreed", score=0), "score"),
        (Close(answer="agreed", score=6), "score"),
        (Close(answer="agreed", ease=9), "ease"),
        (Close(answer="agreed", score=2), "why"),
        (Close(answer="not_agreed", score=1, why=" "), "why"),
        (Close(answer="agreed", entered_by="robot"), "entered_by"),
    ],
)
def test_closing_needs_the_customers_word_and_a_low_score_asks_why(act: Close, field: str) -> None:
    assert refused(in_state("solved"), "rina", act).field == field


def test_declining_to_score_is_an_answer() -> None:
    closed = in_state("solved").do("rina", Close(answer="partly", entered_by="customer"))
    assert (closed.state, closed.answer, closed.score) == ("closed", "partly", None)
    assert closed.entered_by == "customer"


def test_not_agreed_goes_up_from_shop_to_cro_to_head_office_and_the_clock_goes_on() -> None:
    each = in_state("solved")
    word = Close(answer="not_agreed", score=1, why="Masih bunyi", words="Kecewa")
    up = each.do("rina", word, hours=1)
    assert (up.state, up.level, up.answer, up.ended_at) == (
        "in_handling",
        "cro",
        "not_agreed",
        None,
    )
    assert up.due_at == DUE
    assert not up.head_office_decides
    each.do("budi", Solve(remedy="Diganti"))
    assert each.do("rina", word).level == "head_office"
    assert each.complaint.head_office_decides
    each.do("budi", Solve(remedy="Diganti lagi"))
    assert each.do("rina", word).state == "in_handling", "never closed by the shop"
    assert each.do("rina", Note(text="Menunggu pusat"), hours=24).late(each.now)
    each.do("budi", Solve(remedy="Uang kembali"))
    closed = each.do("hana", word, hours=1)
    assert (closed.state, closed.answer, closed.bucket(each.now)) == (
        "closed",
        "not_agreed",
        "late",
    )


def test_time_that_passed_while_the_customer_thought_about_it_counts() -> None:
    each = in_state("solved")
    assert each.complaint.bucket(each.now) == "in_time"
    back = each.do("rina", Close(answer="not_agreed"), hours=30)
    assert back.bucket(each.now) == "open_late"


def test_who_repaired_does_not_close() -> None:
    each = in_state("in_handling")
    each.do("hana", Solve(cause="x", remedy="y"))
    told = refused(each, "hana", Close(answer="agreed"))
    assert str(told).startswith(
        "Who repaired does not close; somebody else asks the customer: Rina"
    )


def test_reopening_keeps_the_number_and_starts_new_24_hours() -> None:
    each = in_state("closed")
    number = each.complaint.number
    assert refused(each, "rina", Reopen()).field == "why"
    again = each.do("rina", Reopen(why="Bunyi lagi"), days=3)
    assert (again.number, again.state, again.reopened) == (number, "reopened", 1)
    assert again.round_began_at == each.now
    assert again.due_at == again.next_contact_at == each.now + timedelta(hours=24)
    assert (again.first_due_at, again.received_at) == (DUE, MORNING)
    assert (again.holder, again.answer, again.closed_at, again.open) == ("rina", "", None, True)


# Hand-over


def test_the_giver_hands_over_and_the_receiver_takes_it_on() -> None:
    each = case()
    offered = each.do("wati", PassOn(to="BUDI ", note="Tolong ya"))
    assert (offered.state, offered.holder, offered.offered_to) == ("passed_on", "wati", "budi")
    taken = each.do("budi", Accept(note="Siap"))
    assert (taken.state, taken.holder, taken.offered_to) == ("passed_on", "budi", "")
    assert each.do("budi", Start()).state == "in_handling"


def test_the_receiver_gives_it_back_with_a_reason() -> None:
    each = case()
    each.do("wati", PassOn(to="budi"))
    assert refused(each, "budi", Decline()).field == "why"
    back = each.do("budi", Decline(why="Sedang di cabang lain"))
    assert (back.state, back.holder, back.offered_to) == ("received", "wati", "")


def test_a_reopened_case_that_was_given_back_is_still_a_reopened_one() -> None:
    each = in_state("reopened")
    each.do("rina", PassOn(to="budi"))
    assert each.do("budi", Decline(why="Libur")).state == "reopened"


@pytest.mark.parametrize("to", ["", "Nobody", "wati", "Wati", "dewi"])
def test_a_case_is_handed_only_to_a_colleague_who_can_take_it_on(to: str) -> None:
    assert refused(case(), "wati", PassOn(to=to)).field == "to"


# Promises, contacts, waiting


def test_promises_are_kept_kept_late_or_broken() -> None:
    each = case()
    for name, hours in (("a", 2), ("b", 4), ("c", 6)):
        by = (MORNING + timedelta(hours=hours)).isoformat()
        each.do("wati", MakePromise(promise=name, what=name, by=by, who="Rina"))
    each.do("wati", KeepPromise(promise="a"), hours=1)
    each.do("joko", KeepPromise(promise="b", happened_at="2026-06-19 11:00"), hours=5)
    each.do("rina", replace(WELL_DONE["break"], promise="c"))
    kept = [(one.id, one.who, one.state, one.kept_late) for one in each.complaint.promises]
    assert kept == [
        ("a", "rina", "kept", False),
        ("b", "rina", "kept", True),
        ("c", "rina", "broken", False),
    ]
    assert refused(each, "wati", KeepPromise(promise="a")).field == "promise"


def test_the_only_open_promise_need_not_be_named() -> None:
    each = case()
    assert refused(each, "wati", KeepPromise()).field == "promise"
    each.do("wati", MakePromise(promise="p1", what="Ditelepon", by=TOMORROW))
    assert each.complaint.promises[0].who == "wati"
    assert not each.do("wati", KeepPromise()).open_promises


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (MakePromise(promise="p", by=TOMORROW), "what"),
        (MakePromise(promise="p", what="x", by="2026-06-19 09:00"), "by"),
        (MakePromise(promise="p", what="x"), "by"),
        (MakePromise(promise="p", what="x", by=TOMORROW, who="Nobody"), "who"),
        (Contact(), "said"),
        (Contact(said="x", how="drum"), "how"),
        (Wait(waits_for="rain", why="x"), "for"),
        (Wait(waits_for="part"), "why"),
        (Withdraw(), "why"),
        (Note(text="\0 "), "text"),
        (Note(text="x" * (LONGEST + 1)), "text"),
        (Note(text="x", note="x" * (LONGEST + 1)), "note"),
        (Examine(), "found"),
    ],
)
def test_what_is_missing_or_wrong_is_named(act: Act, field: str) -> None:
    assert refused(case(), "budi", act).field == field


@pytest.mark.parametrize("waits_for", WAITED_FOR)
def test_waiting_says_for_whom_and_the_clock_goes_on(waits_for: str) -> None:
    each = in_state("in_handling")
    waiting = each.do("budi", Wait(waits_for=waits_for, why="Dikirim"))
    assert waiting.state == ("waiting_customer" if waits_for == "customer" else "in_handling")
    assert (waiting.waits_for, waiting.due_at) == (waits_for, DUE)
    assert waiting.bucket(DUE + timedelta(hours=1)) == "open_late"
    assert each.do("budi", Start()).waits_for == ""


def test_nobody_was_reached_is_logged_and_is_no_news() -> None:
    each = case()
    before = each.complaint.next_contact_at
    tried = each.do("wati", Contact(answered=False, how="whatsapp"), hours=1)
    assert tried.next_contact_at == before
    assert tried.timeline[-1].about("answered") == "false"


def test_the_aftercare_is_done_by_a_contact_that_was_answered() -> None:
    each = in_state("closed")
    assert each.do("rina", Contact(answered=False), days=2).aftercare_at is not None
    assert each.do("rina", Contact(said="Sudah puas")).aftercare_at is None
    assert each.complaint.state == "closed"


# What delays it


@pytest.mark.parametrize("roadblock", [*ROADBLOCKS])
def test_what_delays_a_case_is_recorded_where_it_is_delayed(roadblock: str) -> None:
    each = in_state("in_handling")
    each.do("budi", Note(text="Tunggu", roadblock=roadblock))
    each.do("budi", Wait(waits_for="part", why="Kabel habis", roadblock=roadblock))
    each.do("budi", Extend(until=TOMORROW, contact=AGREED, agreed=True, roadblock=roadblock))
    assert each.complaint.roadblocks == (roadblock,)
    assert [line.about("roadblock") for line in each.complaint.timeline[-3:]] == [roadblock] * 3


def test_a_roadblock_that_is_none_is_refused_and_none_is_needed() -> None:
    each = in_state("in_handling")
    fault = refused(each, "budi", Wait(waits_for="part", why="Kabel habis", roadblock="weather"))
    assert isinstance(fault, Invalid)
    assert fault.field == "roadblock"
    each.do("budi", Wait(waits_for="part", why="Kabel habis"))
    assert each.complaint.roadblocks == ()
