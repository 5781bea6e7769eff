"""The words of a case, as a clerk reads them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desk.rules.choices import STATES
from desk.telling import standing

NOW = datetime.fromisoformat("2026-06-20T10:00:00+07:00")


@pytest.mark.parametrize("state", [*STATES, "from_the_future"])
def test_every_state_has_a_word(state: str) -> None:
    assert str(standing.state(state).words)


def test_lateness_begins_right_after_the_promised_moment() -> None:
    assert standing.due(NOW, NOW).tone == "soon"
    assert standing.due(NOW - timedelta(microseconds=1), NOW).tone == "late"


def test_a_number_is_grouped_for_reading_aloud() -> None:
    assert standing.grouped("K1202606190001234") == "K1 2026-06-19 0001234"
    assert standing.grouped("something else") == "something else"


def test_a_branch_is_told_by_its_code_and_by_its_name_where_that_is_known() -> None:
    assert str(standing.branch_words("7", {"7": "Dago"})) == "branch 7, Dago"
    assert str(standing.branch_words("7", {})) == "branch 7"
    assert str(standing.branch_name("7", {"7": "Dago"})) == "7 · Dago"
    assert standing.branch_name("7", {}) == "7"
