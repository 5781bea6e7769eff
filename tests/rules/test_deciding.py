"""Why something may not be done now: the reason that a greyed button shows and a refusal gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.rules import deciding
from desk.rules.acts import Close, ConfirmJudgement, Judge, Note, PassOn, Reopen, Solve, Withdraw
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint
from desk.rules.errors import Refused
from desk.rules.people import ROLES, Action, Circle, Colleague
from tests.rules.case import ALL_ROLES, ONE_PERSON, PEOPLE, case, in_state

NUMBER = "K1202606190001234"


def reason(action: Action, who: str, complaint: Complaint | None) -> str:
    """What the greyed button says to one of the usual people; nothing where it is not grey."""
    roles = next(one.roles for one in PEOPLE if one.id == who)
    return str(deciding.refusal(action, Circle(who, roles, PEOPLE), complaint) or "")


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("roles", [(), ("staff",), ("technician",), tuple(ROLES)])
def test_a_greyed_button_gives_the_reason_that_a_refusal_gives(
    action: Action, roles: tuple[str, ...]
) -> None:
    circle = Circle("budi", roles, PEOPLE)
    for complaint in (*(in_state(state).complaint for state in ("received", "withdrawn")), None):
        told = deciding.refusal(action, circle, complaint)
        if told is None:
            deciding.check(action, circle, complaint)
        else:
            with pytest.raises(Refused) as refused:
                deciding.check(action, circle, complaint)
            assert refused.value.text == told


def test_what_is_not_open_says_so_and_what_is_solved_says_that() -> None:
    closed, solved = in_state("closed").complaint, in_state("solved").complaint
    over = f"Complaint {NUMBER} is not open any more. Nothing was changed."
    waits = f"Complaint {NUMBER} is solved and waits for the customer's word. Nothing was changed."
    for action in (Action.START, Action.EXTEND, Action.WAIT, Action.PASS_ON):
        assert reason(action, "rina", closed) == over
        assert reason(action, "rina", solved) == waits
    assert reason(Action.CLOSE, "rina", closed) == over
    assert reason(Action.CLOSE, "rina", in_state("withdrawn").complaint) == over
    assert reason(Action.WITHDRAW, "wati", closed) == over


def test_nothing_is_closed_before_it_is_solved() -> None:
    for state in STATES:
        if state not in {"solved", "closed", "withdrawn"}:
            assert reason(Action.CLOSE, "rina", in_state(state).complaint) == (
                f"Complaint {NUMBER} is not solved yet, so it cannot be closed. Nothing was "
                "changed."
            )


def test_only_who_it_was_handed_to_answers_the_hand_over() -> None:
    each = case()
    each.do("wati", PassOn(to="Joko"))
    for action in (Action.ACCEPT, Action.DECLINE):
        assert reason(action, "joko", each.complaint) == ""
        assert reason(action, "budi", each.complaint) == (
            "It is handed over to Joko, who answers. Nothing was changed."
        )


def test_who_judged_does_not_confirm_where_somebody_else_can() -> None:
    each = case()
    each.do("budi", Judge(fault="product"))
    assert reason(Action.CONFIRM_JUDGEMENT, "budi", each.complaint) == (
        "Somebody other than the one who judged confirms the judgement: Rina, Hana. Nothing was "
        "changed."
    )
    assert reason(Action.CONFIRM_JUDGEMENT, "rina", each.complaint) == ""
    each.do("rina", ConfirmJudgement())
    assert "confirmed already" in reason(Action.CONFIRM_JUDGEMENT, "hana", each.complaint)
    each.do("hana", Judge(fault="shop"))
    assert reason(Action.CONFIRM_JUDGEMENT, "budi", each.complaint) == ""


def test_who_repaired_does_not_close_where_somebody_else_can() -> None:
    both = Colleague("budi", "Budi", ("supervisor", "cro"))
    people = (PEOPLE[0], PEOPLE[1], both)
    each = case(people)
    each.do("budi", Solve(cause="Kabel", remedy="Dipindah"))
    told = str(deciding.refusal(Action.CLOSE, each.circle("budi"), each.complaint))
    assert told == (
        "Who repaired does not close; somebody else asks the customer: Rina. Nothing was changed."
    )
    assert deciding.refusal(Action.CLOSE, each.circle("rina"), each.complaint) is None
    left_alone = replace(each, people=(both, PEOPLE[0]))
    assert deciding.refusal(Action.CLOSE, left_alone.circle("budi"), each.complaint) is None
    assert left_alone.do("budi", Close(answer="agreed")).alone


def test_one_person_alone_does_everything_and_it_is_marked() -> None:
    each = case(ONE_PERSON)
    each.do("sari", Judge(fault="shop"))
    assert each.do("sari", ConfirmJudgement()).alone
    shop = case(ONE_PERSON)
    shop.do("sari", Solve(cause="Kabel", remedy="Dipindah"))
    assert shop.do("sari", Close(answer="agreed")).alone
    assert shop.people[0].roles == ALL_ROLES


def test_nobody_is_called_alone_who_is_not() -> None:
    each = in_state("solved")
    closed = each.do("rina", Close(answer="agreed"))
    assert not closed.alone
    assert not each.do("hana", ConfirmJudgement()).alone


def test_a_case_that_was_late_before_it_was_reopened_is_not_late_in_its_new_round() -> None:
    each = in_state("in_handling")
    each.do("budi", Solve(cause="x", remedy="y"), hours=30)
    each.do("rina", Close(answer="agreed"))
    reopened = each.do("rina", Reopen(why="Bunyi lagi"), days=1)
    assert (reopened.was_late, reopened.round_late) == (True, False)
    assert reason(Action.EXTEND, "budi", reopened) == ""
    late_again = each.do("rina", Note(text="Masih dikerjakan"), hours=25)
    assert late_again.round_late
    assert "late already" in reason(Action.EXTEND, "budi", late_again)


def test_a_late_case_gets_no_more_time_but_the_advice_what_to_do() -> None:
    each = case()
    each.do("wati", PassOn(to="budi"), hours=25)
    assert reason(Action.EXTEND, "budi", each.complaint) == (
        "It is late already: more time is agreed before the moment passes. Nothing was changed. "
        "Call the customer, apologise, and promise a new moment."
    )


def test_what_is_withdrawn_is_not_reopened() -> None:
    each = case()
    each.do("wati", Withdraw(why="Salah nota"))
    assert reason(Action.REOPEN, "rina", each.complaint) == (
        "Only a closed complaint is reopened. Nothing was changed."
    )


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_reason_is_a_whole_sentence_in_both_languages(language: str) -> None:
    circle = Circle("budi", tuple(ROLES), PEOPLE)
    for state in STATES:
        for action in Action:
            told = deciding.refusal(action, circle, in_state(state).complaint)
            sentence = told.into(language) if told else "Ya."
            assert sentence[0].isupper()
            assert sentence.endswith(".")
            assert "{" not in sentence
