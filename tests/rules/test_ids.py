"""Ids sort by the time at which they were made, and a draft always gives the same one."""

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk.rules.chain import id_of_draft, new_id

NOON = datetime(2026, 6, 19, 5, 0, tzinfo=UTC)


def test_an_id_is_a_uuid_of_version_seven_with_its_time_in_front() -> None:
    made = uuid.UUID(new_id(NOON))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(NOON.timestamp() * 1000)


def test_ids_sort_by_their_time() -> None:
    made = [new_id(NOON + timedelta(milliseconds=number)) for number in range(50)]
    assert made == sorted(made)


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id(NOON) for _ in range(1_000)}) == 1_000


def test_a_clock_from_before_1970_gives_an_id_all_the_same() -> None:
    assert uuid.UUID(new_id(datetime(1950, 1, 1, tzinfo=UTC))).version == 7


@given(st.uuids())
def test_a_draft_that_has_an_id_keeps_it(draft) -> None:
    assert id_of_draft(str(draft), "node") == str(draft)
    assert id_of_draft(draft.hex.upper(), "node") == str(draft)


@given(st.text(min_size=1))
def test_any_other_draft_gives_the_same_id_each_time_at_the_same_desk(draft) -> None:
    made = id_of_draft(draft, "a1")
    assert uuid.UUID(made)
    assert made == id_of_draft(draft, "a1")


def test_the_same_name_of_a_draft_at_two_desks_is_two_complaints() -> None:
    assert id_of_draft("line 1", "a1") != id_of_draft("line 1", "b2")
    assert id_of_draft("line 1", "a1") != id_of_draft("line 2", "a1")
