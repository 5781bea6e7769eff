"""The next thing to do about a case, as a clerk reads it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from desk.rules.choices import STATES
from desk.rules.complaint import Complaint
from desk.rules.entries import ComplaintRegistered
from desk.rules.people import Circle
from desk.telling.standing import next_step

NOW = datetime.fromisoformat("2026-06-20T10:00:00+07:00")
NOBODY = Circle("", ())


def complaint(due: timedelta = timedelta(hours=6), **facts: Any) -> Complaint:
    changed = {key: facts.pop(key) for key in ("state", "ended_at") if key in facts}
    registered = ComplaintRegistered(
        number="K1202606190001234",
        branch="1",
        received_at="2026-06-19T09:12:00+07:00",
        nota=1234,
        customer="1",
        **{"name": "Bapak Hari", "phone": "+6281234567801"} | facts,
    )
    return Complaint(
        id="1", number=registered.number, registered=registered, due_at=NOW + due, **changed
    )


@pytest.mark.parametrize(
    ("case", "said", "tone"),
    [
        (complaint(), "Call Bapak Hari before today 16.00", "calm"),
        (complaint(timedelta(hours=4)), "Call Bapak Hari before today 14.00", "soon"),
        (complaint(timedelta(hours=20)), "Call Bapak Hari before tomorrow 06.00", "calm"),
        (complaint(phone="", email="h@x.id"), "Write to Bapak Hari before today 16.00", "calm"),
        (complaint(phone=""), "Give Bapak Hari an answer before today 16.00", "calm"),
        (complaint(-timedelta(hours=2)), "2 hours late: call Bapak Hari now", "late"),
        (complaint(timedelta(0)), "Call Bapak Hari before today 10.00", "soon"),
        (complaint(-timedelta(seconds=3)), "1 minute late: call Bapak Hari now", "late"),
        (complaint(-timedelta(days=3), phone="", email="h@x.id"), "3 days late: write to", "late"),
        (complaint(-timedelta(hours=1), phone=""), "1 hour late: give Bapak Hari an", "late"),
        (complaint(name=""), "Call the customer before today 16.00", "calm"),
        (complaint(-timedelta(hours=9), state="solved"), "Solved. It waits for the word", "good"),
        (complaint(state="closed", ended_at=NOW), "Closed today 10.00. Nothing is", "good"),
        (complaint(state="withdrawn", ended_at=NOW), "Withdrawn today 10.00. Nothing", "calm"),
        (Complaint(id="1"), "The registration is not here yet.", "waiting"),
    ],
)
def test_the_next_thing_to_do_is_one_sentence(case: Complaint, said: str, tone: str) -> None:
    step = next_step(case, NOBODY, NOW)
    assert str(step.words).startswith(said)
    assert step.tone == tone


@pytest.mark.parametrize("state", [*STATES, "from_the_future"])
def test_every_state_has_a_next_step(state: str) -> None:
    assert str(next_step(complaint(state=state), NOBODY, NOW).words)


def test_a_very_long_name_leaves_room_for_what_is_to_be_done() -> None:
    step = next_step(complaint(name="N" * 5000), NOBODY, NOW)
    assert str(step.words) == f"Call {'N' * 47}… before today 16.00"


@pytest.mark.parametrize(
    ("reached_by", "said"),
    [
        ({}, "Begin: call Bapak Hari before today 16.00"),
        ({"phone": "", "email": "h@x.id"}, "Begin: write to Bapak Hari before today 16.00"),
        ({"phone": ""}, "Begin: give Bapak Hari an answer before today 16.00"),
    ],
)
def test_who_begins_is_told_how_the_customer_is_reached(
    reached_by: dict[str, str], said: str
) -> None:
    step = next_step(complaint(**reached_by), Circle("1", ("cro",)), NOW)
    assert str(step.words) == said


def test_a_case_whose_registration_is_not_here_waits_for_it() -> None:
    """A due moment can be known already, from more time that was agreed."""
    case = Complaint(id="1", number="", due_at=NOW)
    assert str(next_step(case, NOBODY, NOW).words).startswith("The registration is not here yet.")
