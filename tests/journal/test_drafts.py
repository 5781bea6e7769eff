"""Half-written forms are kept as they are typed, and go when they are done with."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.journal import drafts
from desk.journal.drafts import Draft
from desk.rules.errors import Invalid

NOW = datetime(2026, 6, 20, 2, 12, tzinfo=UTC)


def draft(subject: str = "d1", *, minutes: int = 0, **values: object) -> Draft:
    """A draft of the counter's form."""
    changed = NOW + timedelta(minutes=minutes)
    return Draft(id=subject, place="counter", values=values, changed_at=changed)


def test_a_draft_is_there_after_the_program_was_killed(counter) -> None:
    typed = draft(name="Bapak 😡 <b>Hari", files=[{"digest": "ab"}], no_nota=True, half="\ud83d")
    drafts.keep(counter.store, typed)
    counter.reopen()
    assert drafts.kept(counter.store, "counter") == [typed]


def test_what_is_typed_replaces_what_was_there(counter) -> None:
    drafts.keep(counter.store, draft(name="Ha"))
    drafts.keep(counter.store, draft(name="Hari", minutes=1))
    assert [each.values for each in drafts.kept(counter.store, "counter")] == [{"name": "Hari"}]


def test_drafts_are_listed_newest_first_and_each_form_has_its_own(counter) -> None:
    drafts.keep(counter.store, draft("d1", minutes=2))
    drafts.keep(counter.store, draft("d2", minutes=3))
    drafts.keep(counter.store, draft("d3", minutes=1))
    assert [each.id for each in drafts.kept(counter.store, "counter")] == ["d2", "d1", "d3"]
    assert drafts.kept(counter.store, "elsewhere") == []


def test_a_draft_is_thrown_away_when_nobody_wants_it(counter) -> None:
    drafts.keep(counter.store, draft())
    drafts.throw_away(counter.store, "d1")
    drafts.throw_away(counter.store, "d1")
    assert drafts.kept(counter.store, "counter") == []


def test_a_draft_goes_in_the_same_moment_in_which_its_complaint_is_saved(counter) -> None:
    drafts.keep(counter.store, draft("d1", name="Hari"))
    drafts.keep(counter.store, draft("d2", name="Rita"))
    with pytest.raises(Invalid):
        counter.take_in(id="d1", name="")
    assert len(drafts.kept(counter.store, "counter")) == 2
    counter.take_in(id="d1")
    assert [each.id for each in drafts.kept(counter.store, "counter")] == ["d2"]


def test_a_draft_that_cannot_be_read_does_not_hide_the_others(counter) -> None:
    drafts.keep(counter.store, draft("d1"))
    drafts.keep(counter.store, draft("d2", minutes=1))
    with counter.store.transaction():
        counter.store.run("UPDATE draft SET data = '{broken' WHERE id LIKE '%d2'")
    assert [each.id for each in drafts.kept(counter.store, "counter")] == ["d1"]


def test_drafts_are_no_part_of_the_journal_and_stay_through_a_rebuild(counter) -> None:
    before = counter.entries()
    drafts.keep(counter.store, draft())
    assert counter.entries() == before
    for _ in counter.desk.journal.rebuild():
        pass
    assert len(drafts.kept(counter.store, "counter")) == 1
    assert counter.verdict().clean
