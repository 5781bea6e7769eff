"""What entries do to a case: corrections, lateness, crossings; and what no entry can undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from desk.rules.acts import (
    Act,
    Close,
    Contact,
    Correct,
    Extend,
    Note,
    PrintReceipt,
    Solve,
    Start,
    Withdraw,
)
from desk.rules.entries import (
    ComplaintAccepted,
    ComplaintAttached,
    ComplaintClosed,
    ComplaintContacted,
    ComplaintCorrected,
    ComplaintExtended,
    ComplaintNotAgreed,
    ComplaintNoted,
    ComplaintPassedOn,
    ComplaintPromised,
    ComplaintReopened,
    ComplaintSolved,
    ComplaintStarted,
    ComplaintWaiting,
    ComplaintWithdrawn,
    Event,
    JudgementConfirmed,
    PromiseKept,
)
from desk.rules.errors import DeskError
from desk.rules.facts import CORRECTABLE
from desk.rules.folding import fold
from tests.rules.case import AGREED, ID, MORNING, REGISTERED, WELL_DONE, Case, case, in_state, story

DUE = MORNING + timedelta(hours=24)
TOMORROW = (MORNING + timedelta(hours=40)).isoformat()


def refused(each: Case, who: str, act: Act) -> DeskError:
    """The refusal of this deed, which leaves the case as it was."""
    before = list(each.entries)
    with pytest.raises(DeskError) as told:
        each.do(who, act)
    assert each.entries == before
    return told.value


def test_a_correction_is_a_new_line_and_the_old_value_stays_readable() -> None:
    each = case()
    told = each.do("wati", Correct(field="name", value=" Bapak Harry ", why="Salah tulis"))
    assert told.registered is not None
    assert told.registered.name == "Bapak Harry"
    first, line = told.timeline
    assert first.text == "Rem berat dan berbunyi"
    assert (line.about("was"), line.about("field")) == ("Bapak Hari", "name")
    assert line.text == "Salah tulis\nBapak Harry"


def test_what_may_be_corrected_is_this_and_nothing_else() -> None:
    assert CORRECTABLE == (
        "name", "phone", "email", "address", "product", "serial", "bought_at", "sold_branch",
        "channel", "asked_for", "factor", "safety", "what_happened", "expected", "understood",
        "condition",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name", " Ibu Rita ", "Ibu Rita"), ("phone", "+6281234567802", "+6281234567802"),
        ("email", "rita@contoh.id", "rita@contoh.id"), ("address", "Jl. Melati", "Jl. Melati"),
        ("product", "Polygon", "Polygon"), ("serial", "UTF-1", "UTF-1"),
        ("bought_at", "2026-06-01", "2026-06-01"), ("sold_branch", "2", "2"),
        ("channel", "phone", "phone"), ("asked_for", "refund", "refund"),
        ("factor", "human", "human"), ("safety", "true", True), ("what_happened", "Rem", "Rem"),
        ("expected", "Uang", "Uang"), ("understood", "Rem blong", "Rem blong"),
        ("condition", "lecet", "lecet"),
    ],
)  # fmt: skip
def test_each_of_these_fields_can_be_corrected(field: str, typed: str, kept: object) -> None:
    told = case().do("wati", Correct(field=field, value=typed, why="Salah tulis"))
    assert getattr(told.registered, field) == kept
    assert not told.update_needed


@pytest.mark.parametrize("field", ["number", "nota", "received_at", "branch", "customer", "x", ""])
def test_number_nota_moment_and_branch_are_never_corrected(field: str) -> None:
    told = refused(case(), "wati", Correct(field=field, value="1", why="x"))
    assert told.field == "field"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "), ("what_happened", ""), ("bought_at", "kemarin"), ("channel", "pigeon"),
        ("sold_branch", "x"), ("safety", "ya"), ("asked_for", "car"), ("factor", "x"),
    ],
)  # fmt: skip
def test_a_corrected_field_has_to_pass_what_a_new_one_has_to_pass(field: str, value: str) -> None:
    assert refused(case(), "wati", Correct(field=field, value=value, why="x")).field == "value"


def test_a_correction_says_why_and_safety_is_true_or_false() -> None:
    each = case()
    assert refused(each, "wati", Correct(field="name", value="x")).field == "why"
    for value in ("true", "false"):
        each.do("wati", Correct(field="safety", value=value, why="Rem"))
        assert each.complaint.registered is not None
        assert each.complaint.registered.safety == (value == "true")


def test_a_complaint_that_is_entered_late_is_late_from_the_start() -> None:
    each = Case(now=MORNING + timedelta(hours=24, minutes=1))
    each.tell(REGISTERED)
    assert each.complaint.bucket(each.now) == "open_late"
    assert each.do("budi", Solve(cause="x", remedy="y")).bucket(each.now) == "late"


@pytest.mark.parametrize(
    "act", [act for act in WELL_DONE.values() if act.ACTION not in {"extend", "settle"}]
)
def test_when_it_happened_is_shown_and_moves_no_deadline(act: Act) -> None:
    state = {"accept": "passed_on", "decline": "passed_on", "close": "solved", "reopen": "closed"}
    each = in_state(state.get(act.ACTION, "in_handling"))
    who = {"close": "rina", "reopen": "rina", "confirm_judgement": "rina", "pass_on": "wati"}
    plain, told = replace(each, entries=[*each.entries]), replace(each, entries=[*each.entries])
    actor = who.get(act.ACTION, "budi")
    plain.do(actor, act, hours=30)
    told.do(
        actor, structs.replace(act, happened_at="2026-06-19 09:30", note=" Dari buku "), hours=30
    )
    line = told.complaint.timeline[-1]
    if not isinstance(act, PrintReceipt):
        assert (line.happened_at, line.note) == ("2026-06-19T09:30:00+07:00", "Dari buku")
    for name in ("due_at", "first_due_at", "next_contact_at", "was_late", "ended_at", "burns_at"):
        assert getattr(told.complaint, name) == getattr(plain.complaint, name), name
    future = structs.replace(act, happened_at=(told.now + timedelta(minutes=1)).isoformat())
    told.entries = [*each.entries]
    if not isinstance(act, PrintReceipt):
        assert refused(told, actor, future).field == "happened_at"


def test_a_clock_that_was_set_back_takes_no_lateness_away() -> None:
    each = case()
    each.do("wati", Note(text="x"), hours=25)
    each.now -= timedelta(hours=3)
    told = refused(each, "budi", Extend(until=TOMORROW, contact=AGREED, agreed=True))
    assert str(told).startswith("It is late already")
    assert each.do("budi", Solve(cause="x", remedy="y")).bucket(each.now) == "late"


def test_each_receipt_counts_one_more() -> None:
    each = in_state("withdrawn")
    for copy in (1, 2):
        assert each.do("wati", PrintReceipt(paper="a5", way="file")).receipts == copy
        assert each.complaint.timeline[-1].about("copy") == str(copy)


# Two desks that did not know of each other


def crossing(state: str, *events: Event) -> Case:
    """What another desk wrote meanwhile about a case that had come to this state here."""
    each = in_state(state)
    known = each.complaint.head
    for event in events:
        each.now += timedelta(minutes=1)
        each.tell(event, "elsewhere", seen=known)
    return each


CLOSED = ComplaintClosed(answer="agreed", entered_by="staff")


@pytest.mark.parametrize(
    ("state", "events", "ends", "conflict"),
    [
        ("solved", [CLOSED, CLOSED], "closed", "It was closed twice."),
        ("solved", [ComplaintWithdrawn(why="x"), CLOSED], "withdrawn", "It was closed twice."),
        (
            "closed",
            [ComplaintReopened(why="x"), CLOSED],
            "closed",
            "It was closed while it was not solved.",
        ),
        (
            "solved",
            [ComplaintNotAgreed(level="cro"), CLOSED],
            "closed",
            "It was closed while it was not solved.",
        ),
        (
            "reopened",
            [ComplaintReopened(why="x")],
            "reopened",
            "It was reopened while it was open.",
        ),
        ("solved", [ComplaintSolved(cause="x", remedy="y")], "solved", "It was solved twice."),
        ("closed", [ComplaintSolved(cause="x", remedy="y")], "closed", "It was solved twice."),
        ("in_handling", [JudgementConfirmed()], "in_handling", ""),
        ("in_handling", [PromiseKept(promise="p1")] * 2, "in_handling", "A promise was ended"),
        ("closed", [ComplaintWithdrawn(why="x")], "closed", "“complaint.withdrawn” came when"),
        ("closed", [ComplaintStarted()], "closed", "“complaint.started” came when"),
        ("closed", [ComplaintPassedOn(to="x")], "closed", "“complaint.passed_on” came when"),
        ("solved", [ComplaintWaiting(waits_for="part")], "solved", "“complaint.waiting” came when"),
        ("received", [ComplaintNotAgreed(level="cro")], "received", "“complaint.not_agreed” came"),
        ("received", [REGISTERED], "received", "It was registered twice."),
    ],
)
def test_what_contradicts_is_kept_and_a_person_is_asked(
    state: str, events: list[Event], ends: str, conflict: str
) -> None:
    each = crossing(state, *events)
    complaint = each.complaint
    assert complaint.state == ends
    assert "".join(map(str, complaint.conflicts)).startswith(conflict)
    assert bool(complaint.conflicts) == bool(conflict)
    assert len(complaint.timeline) == len(each.entries)


@pytest.mark.parametrize("state", ["received", "solved", "closed", "withdrawn"])
def test_notes_photos_contacts_and_scores_never_contradict(state: str) -> None:
    said = ComplaintContacted(direction="in", how="phone", answered=True, said="x")
    each = crossing(state, ComplaintNoted(text="x"), ComplaintAttached(file="ab"), said)
    assert not each.complaint.conflicts
    crossed = [line.crossed for line in each.complaint.timeline[-3:]]
    assert crossed == [False, True, True], "what crossed is marked; the first had seen it all"


def test_of_two_that_crossed_the_later_wins_field_by_field() -> None:
    each = crossing(
        "received",
        ComplaintCorrected(field="name", value="Bapak A", why="x"),
        ComplaintCorrected(field="phone", value="0812", why="x"),
        ComplaintCorrected(field="name", value="Bapak B", why="x"),
        ComplaintAccepted(),
    )
    facts = each.complaint.registered
    assert facts is not None
    assert (facts.name, facts.phone) == ("Bapak B", "0812")
    assert not each.complaint.conflicts


def test_a_judgement_that_is_confirmed_before_it_came_asks_a_person() -> None:
    each = case()
    each.tell(JudgementConfirmed(), "elsewhere")
    assert story(each.complaint).endswith("! A judgement was confirmed before it came.")


def test_the_same_promise_told_twice_is_one() -> None:
    promised = ComplaintPromised(promise="p1", by=TOMORROW, who="x", what="Ditelepon")
    assert len(crossing("received", promised, promised).complaint.promises) == 1


@pytest.mark.parametrize("until", ["", "soon", "2026-06-20T08:00:00+07:00"])
def test_an_extension_that_cannot_be_honoured_moves_nothing(until: str) -> None:
    each = case()
    each.tell(ComplaintExtended(until=until, direction="out", how="phone"), "elsewhere")
    complaint = each.complaint
    assert (complaint.due_at, complaint.extensions) == (DUE, 0)
    assert complaint.update_needed or complaint.conflicts


def test_an_extension_that_was_agreed_too_late_elsewhere_does_not_make_it_timely() -> None:
    each = case()
    each.now += timedelta(hours=25)
    each.tell(ComplaintExtended(until=TOMORROW, direction="out", how="phone"), "elsewhere")
    assert str(each.complaint.conflicts[0]) == (
        "An extension came too late; the first moment stands."
    )
    assert each.do("budi", Solve(cause="x", remedy="y")).bucket(each.now) == "late"


def test_an_extension_from_a_file_that_came_late_counts_from_when_it_was_agreed() -> None:
    here = case()
    there = Case(node="b2" * 8, now=MORNING + timedelta(hours=20))
    there.tell(ComplaintExtended(until=TOMORROW, direction="out", how="phone"), "budi")
    here.do("budi", Solve(cause="x", remedy="y"), hours=30)
    assert here.complaint.bucket(here.now) == "late"
    both = fold(ID, [*there.entries, *here.entries])
    assert (both.bucket(here.now), both.conflicts) == ("extended", ())


@pytest.mark.parametrize("field", ["number", "nota", "received_at", "branch", "customer", "safety"])
def test_no_entry_from_anywhere_corrects_what_never_changes(field: str) -> None:
    each = case()
    before = each.complaint
    each.tell(ComplaintCorrected(field=field, value="1", why="x"), "elsewhere")
    after = each.complaint
    assert (after.registered, after.number) == (before.registered, before.number)
    assert after.update_needed == (field != "safety")


def test_a_case_that_ends_forgets_the_hand_over_and_who_is_waited_for() -> None:
    each = in_state("waiting_customer")
    each.tell(ComplaintPassedOn(to="rina"), "budi")
    gone = each.do("wati", Withdraw(why="Batal"))
    assert (gone.offered_to, gone.waits_for, gone.next_contact_at) == ("", "", None)
    solved = in_state("in_handling")
    solved.tell(ComplaintPassedOn(to="rina"), "budi")
    solved.do("budi", Solve(cause="x", remedy="y"))
    assert solved.do("rina", Close(answer="agreed")).offered_to == ""


def test_a_case_can_be_reopened_and_solved_many_times_and_is_late_only_where_it_was() -> None:
    each = in_state("closed")
    for round_ in range(1, 4):
        each.do("rina", WELL_DONE["reopen"], days=2)
        each.do("budi", Start(), hours=1)
        solved = each.do("budi", Solve(remedy="Lagi"), hours=30 if round_ == 2 else 3)
        assert solved.bucket(each.now) == ("in_time" if round_ == 1 else "late")
        each.do("rina", Close(answer="agreed"))
    assert each.complaint.reopened == 3
    assert each.complaint.number == REGISTERED.number
    each.do("rina", WELL_DONE["reopen"], days=1)
    each.do("budi", Extend(until=(each.now + timedelta(days=3)).isoformat(), contact=AGREED,
                           agreed=True))  # fmt: skip
    assert each.complaint.extensions == 1
    assert each.complaint.bucket(each.now) == "open_late", "once late, for good"
    assert each.do("rina", Contact(said="x")).next_contact_at == each.now + timedelta(hours=24)
