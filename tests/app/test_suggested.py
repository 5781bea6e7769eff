"""The message that fits the case is proposed, and once it was sent another one."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from desk.app.messages import suggested
from desk.rules.choices import MESSAGES
from desk.rules.complaint import Complaint, Line
from tests.app.written_about import CLOSED, DISAGREED, NOW, RECEIVED, SOLVED, at


def line(message: str, when: datetime = NOW) -> Line:
    return Line(
        at=when,
        actor="s",
        kind="complaint.contacted",
        detail=(("message", message),),
        node="n",
        seq=1,
    )


def test_message_that_fits_the_state_is_suggested() -> None:
    told = replace(RECEIVED, timeline=(line("acknowledge"),))
    cases = {
        "acknowledge": suggested(RECEIVED, NOW),
        "pass_on": suggested(told, NOW),
        "more_time": suggested(replace(told, state="in_handling"), at("2026-06-20T06:00")),
        "apology": suggested(told, at("2026-06-20T09:13")),
        "solved": suggested(SOLVED, NOW),
        "decision": suggested(replace(DISAGREED, due_at=NOW + timedelta(days=1)), NOW),
        "thanks": suggested(CLOSED, at("2026-06-19T17:01")),
        "after_care": suggested(CLOSED, at("2026-06-21T17:00")),
    }
    assert [*cases] == [*cases.values()]
    assert {*cases} == {*MESSAGES}


def test_customer_with_the_receipt_in_hand_needs_no_acknowledgement() -> None:
    assert suggested(replace(RECEIVED, receipts=1), NOW) == "pass_on"
    again = replace(
        RECEIVED, state="reopened", receipts=1, reopened=1, round_began_at=NOW, timeline=()
    )
    assert suggested(again, NOW) == "acknowledge"
    before = line("acknowledge", NOW - timedelta(hours=1))
    assert suggested(replace(again, timeline=(before,)), NOW) == "acknowledge"


def sent(complaint: Complaint, *kinds: str, when: datetime = NOW) -> Complaint:
    return replace(complaint, timeline=tuple(line(kind, when) for kind in kinds))


def test_a_message_that_was_sent_is_not_suggested_again() -> None:
    late = at("2026-06-20T09:13")
    assert suggested(sent(RECEIVED, "acknowledge", "pass_on"), NOW) == "more_time"
    assert suggested(sent(SOLVED, "solved"), NOW) == "thanks"
    assert suggested(sent(RECEIVED, "apology", when=late), late) == "pass_on"
    assert suggested(sent(RECEIVED, "apology"), late) == "apology", "that was before it was late"
    again = sent(replace(CLOSED, closed_at=NOW), "after_care")
    assert suggested(again, at("2026-06-22T17:00")) == "thanks"
    assert suggested(sent(DISAGREED, "decision"), NOW) == "acknowledge"


def test_where_every_message_was_sent_the_most_needed_one_is_suggested() -> None:
    assert suggested(sent(SOLVED, "solved", "thanks"), NOW) == "solved"
    assert suggested(sent(CLOSED, "thanks"), NOW) == "thanks"


def test_what_happened_since_makes_a_message_fit_once_more() -> None:
    solved_again = replace(line(""), kind="complaint.solved", detail=())
    twice = replace(SOLVED, timeline=(line("solved"), solved_again))
    assert suggested(twice, NOW) == "solved"


def test_something_is_suggested_for_whatever_is_known() -> None:
    assert suggested(Complaint(id="y"), NOW) in MESSAGES
    assert suggested(replace(RECEIVED, state="withdrawn"), NOW) == "thanks"
    assert suggested(replace(CLOSED, answer="not_agreed"), NOW) == "decision"
