"""The words of a case, as a clerk reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk.rules.choices import STATES
from desk.rules.complaint import Line
from desk.telling import standing

NOW = datetime.fromisoformat("2026-06-20T10:00:00+07:00")


@pytest.mark.parametrize("state", [*STATES, "from_the_future"])
def test_every_state_has_a_word(state: str) -> None:
    assert str(standing.state(state).words)


def test_lateness_begins_right_after_the_promised_moment() -> None:
    assert standing.due(NOW, NOW).tone == "soon"
    assert standing.due(NOW - timedelta(microseconds=1), NOW).tone == "late"


def lines(*kinds: str) -> list[Line]:
    at = datetime(2026, 6, 20, tzinfo=UTC)
    return [Line(at=at, actor="1", kind=kind, node="n", seq=1) for kind in kinds]


def test_a_second_receipt_is_told_as_a_copy() -> None:
    words = standing.entry_words(
        lines("complaint.registered", "receipt.printed", "complaint.noted", "receipt.printed")
    )
    assert list(map(str, words)) == [
        "registered",
        "receipt printed",
        "note",
        "copy 2 of the receipt printed",
    ]


def test_what_a_newer_program_wrote_is_told_honestly() -> None:
    (words,) = standing.entry_words(lines("complaint.teleported"))
    assert str(words) == "something that this version cannot show"


def test_a_number_is_grouped_for_reading_aloud() -> None:
    assert standing.grouped("K1202606190001234") == "K1 2026-06-19 0001234"
    assert standing.grouped("something else") == "something else"
