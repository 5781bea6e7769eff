"""What a complaint says of itself: open or not, late or not, in which bucket, what burns next."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from desk.rules.acts import BreakPromise, Close, Contact, Extend, KeepPromise, MakePromise, Solve
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint
from tests.rules.case import AGREED, MORNING, REGISTERED, case, in_state

DUE = MORNING + timedelta(hours=24)


@pytest.mark.parametrize(
    ("fault", "flag"),
    [("shop", True), ("product", False), ("customer", False), ("nobody", None), ("", None)],
)
def test_the_flag_is_on_only_where_the_shop_was_at_fault(fault: str, flag: bool | None) -> None:
    assert Complaint(id="c1", fault=fault).flag is flag


@pytest.mark.parametrize("state", STATES)
def test_only_a_closed_or_withdrawn_complaint_owes_nobody_anything(state: str) -> None:
    assert Complaint(id="c1", state=state).open == (state not in {"closed", "withdrawn"})


@pytest.mark.parametrize(
    ("typed", "day"), [("2026-06-18", "2026-06-18"), ("yesterday", "None"), ("", "None")]
)
def test_a_day_of_sale_that_is_none_is_left_out(typed: str, day: str) -> None:
    facts = replace(REGISTERED, bought_at=typed)
    assert str(Complaint(id="c1", registered=facts).bought_at) == day
    assert Complaint(id="c1").bought_at is None


def test_a_complaint_is_late_the_moment_after_the_promised_one() -> None:
    complaint = case().complaint
    assert complaint.due_at == DUE
    assert (complaint.late(DUE), complaint.bucket(DUE)) == (False, "open")
    after = DUE + timedelta(milliseconds=1)
    assert (complaint.late(after), complaint.bucket(after)) == (True, "open_late")


@pytest.mark.parametrize(
    ("hours", "until", "bucket"),
    [
        (23, None, "in_time"),
        (23, 48, "in_time"),
        (24, 48, "in_time"),
        (25, None, "late"),
        (40, 48, "extended"),
        (50, 48, "late"),
    ],
)
def test_what_was_solved_falls_into_one_of_three_buckets(
    hours: int, until: int | None, bucket: str
) -> None:
    each = case()
    if until is not None:
        moment = (MORNING + timedelta(hours=until)).isoformat()
        each.do("budi", Extend(until=moment, contact=AGREED, agreed=True), hours=20)
    each.now = MORNING + timedelta(hours=hours)
    solved = each.do("budi", Solve(cause="Baut longgar", remedy="Dikencangkan"))
    closed = each.do("rina", Close(answer="agreed"), days=9)
    for complaint in (solved, closed):
        assert complaint.bucket(each.now + timedelta(days=99)) == bucket
        assert complaint.late(each.now) == (bucket == "late")


def test_what_burns_next_is_whatever_must_not_pass_first() -> None:
    each = case()
    assert each.complaint.burns_at == DUE
    each.do("wati", MakePromise(promise="p1", what="Ditelepon", by="2026-06-19 15:00"))
    assert each.complaint.burns_at == datetime.fromisoformat("2026-06-19T15:00:00+07:00")
    each.do("wati", KeepPromise(promise="p1"), hours=1)
    assert each.complaint.burns_at == DUE
    each.do("wati", MakePromise(promise="p2", what="Ditelepon", by="2026-06-19 15:00"))
    each.do("wati", BreakPromise(promise="p2", why="Lupa"))
    assert each.complaint.burns_at == DUE
    solved = each.do("budi", Solve(cause="x", remedy="y"))
    assert solved.burns_at == solved.next_contact_at == each.now + timedelta(hours=24)
    closed = each.do("rina", Close(answer="agreed"))
    assert closed.burns_at == closed.aftercare_at == each.now + timedelta(days=2)
    assert each.do("wati", Contact(said="Puas"), days=2).burns_at is None


def test_a_case_without_an_answer_burns_where_the_customer_waits_for_news() -> None:
    each = case()
    unanswered = each.do("wati", Contact(answered=False), hours=2)
    assert unanswered.next_contact_at == DUE
    news = each.do("wati", Contact(said="Masih dikerjakan"))
    assert news.next_contact_at == DUE, "never after the promised moment"
    late = each.do("wati", Contact(said="Maaf, terlambat"), hours=30)
    assert late.next_contact_at == each.now + timedelta(hours=24)


def test_head_office_decides_from_the_third_extension_on() -> None:
    each = case()
    for days in (1, 2, 3):
        assert not each.complaint.head_office_decides
        until = (MORNING + timedelta(hours=24, days=days)).isoformat()
        each.do("budi", Extend(until=until, contact=AGREED, agreed=True), hours=1)
    assert each.complaint.head_office_decides
    assert each.complaint.first_due_at == DUE


@pytest.mark.parametrize("state", STATES)
def test_the_aftercare_call_is_due_two_days_after_closing_and_at_no_other_time(state: str) -> None:
    complaint = in_state(state).complaint
    if state == "closed":
        assert complaint.closed_at is not None
        assert complaint.aftercare_at == complaint.closed_at + timedelta(days=2)
    else:
        assert complaint.aftercare_at is None


def test_news_that_was_promised_burns_only_while_the_case_is_open() -> None:
    soon = MORNING + timedelta(hours=2)
    for state, burns in (("in_handling", soon), ("closed", None), ("withdrawn", None)):
        assert Complaint(id="c1", state=state, next_contact_at=soon).burns_at == burns, state
    assert Complaint(id="c1", state="in_handling").burns_at is None


def test_who_would_rather_not_say_has_given_no_score_and_no_ease() -> None:
    closed = in_state("solved").do("rina", Close(answer="agreed"))
    assert (closed.state, closed.score, closed.ease) == ("closed", None, None)
