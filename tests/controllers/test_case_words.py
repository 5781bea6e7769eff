"""The next thing to do and the words of a case, as a clerk reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desk.controllers import case_words
from desk.rules.case_entries import ComplaintRegistered
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint, Line

NOW = datetime.fromisoformat("2026-06-20T10:00:00+07:00")


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
        (complaint(), "Call Bapak Hari before today 16.00.", "calm"),
        (complaint(timedelta(hours=4)), "Call Bapak Hari before today 14.00.", "soon"),
        (complaint(timedelta(hours=20)), "Call Bapak Hari before tomorrow 06.00.", "calm"),
        (complaint(phone="", email="h@x.id"), "Write to Bapak Hari before today 16.00.", "calm"),
        (complaint(phone=""), "Give Bapak Hari an answer before today 16.00.", "calm"),
        (complaint(-timedelta(hours=2)), "2 hours late: call Bapak Hari now.", "late"),
        (complaint(-timedelta(seconds=3)), "1 minute late: call Bapak Hari now.", "late"),
        (complaint(-timedelta(days=3), phone="", email="h@x.id"), "3 days late: write to", "late"),
        (complaint(-timedelta(hours=1), phone=""), "1 hour late: give Bapak Hari an", "late"),
        (complaint(name=""), "Call the customer before today 16.00.", "calm"),
        (complaint(state="waiting_customer"), "Waiting for Bapak Hari: remind them", "calm"),
        (complaint(-timedelta(hours=9), state="solved"), "Solved: ask Bapak Hari", "good"),
        (complaint(state="closed", ended_at=NOW), "Closed today 10.00. Nothing is", "good"),
        (complaint(state="withdrawn", ended_at=NOW), "Withdrawn today 10.00. Nothing", "calm"),
        (Complaint(id="1"), "The registration is not here yet.", "waiting"),
    ],
)
def test_the_next_thing_to_do_is_one_sentence(case: Complaint, said: str, tone: str) -> None:
    told = case_words.next_step(case, NOW)
    assert str(told.words).startswith(said)
    assert told.tone == tone


@pytest.mark.parametrize("state", [*STATES, "from_the_future"])
def test_every_state_has_a_next_step_and_a_word(state: str) -> None:
    assert str(case_words.next_step(complaint(state=state), NOW).words)
    assert str(case_words.state(state).words)


def test_a_very_long_name_leaves_room_for_what_is_to_be_done() -> None:
    told = case_words.next_step(complaint(name="N" * 5000), NOW)
    assert str(told.words) == f"Call {'N' * 47}… before today 16.00."


def test_lateness_begins_right_after_the_promised_moment() -> None:
    assert case_words.due(NOW, NOW).tone == "soon"
    assert case_words.due(NOW - timedelta(microseconds=1), NOW).tone == "late"


def lines(*kinds: str) -> list[Line]:
    at = datetime(2026, 6, 20, tzinfo=UTC)
    return [Line(at=at, actor="1", kind=kind, node="n", seq=1) for kind in kinds]


def test_a_second_receipt_is_told_as_a_copy() -> None:
    words = case_words.entry_words(
        lines("complaint.registered", "receipt.printed", "complaint.noted", "receipt.printed")
    )
    assert list(map(str, words)) == [
        "registered",
        "receipt printed",
        "note",
        "copy 2 of the receipt printed",
    ]


def test_what_a_newer_program_wrote_is_told_honestly() -> None:
    (words,) = case_words.entry_words(lines("complaint.teleported"))
    assert str(words) == "something that this version cannot show"


def test_a_number_is_grouped_for_reading_aloud() -> None:
    assert case_words.grouped("K1202606190001234") == "K1 2026-06-19 0001234"
    assert case_words.grouped("something else") == "something else"
