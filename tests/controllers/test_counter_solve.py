"""“Solve now at the counter”: the whole way in one sitting, or as far as one may go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.commands import AddStaff, ChangeRoles
from desk.controllers.counter.controller import Counter
from desk.journal import queue
from desk.rules.complaint import Complaint
from tests.controllers.counter_sheet import HARI, STORY, Shop, kept, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from open_shop(tmp_path)


FILLED = {
    "cause": "Kabel rem salah jalur",
    "remedy": "Kabel dipindah",
    "answer": "agreed",
    "score": "5",
}


def open_panel(shop: Shop, **values: str) -> None:
    """A complaint is typed, then F10 and the panel."""
    shop.screen.write(**HARI, **STORY)
    shop.counter.solve_now()
    shop.screen.solve(**values)


def hire(shop: Shop, *roles: str) -> None:
    """Dedi leads, Wati closes, and Sari keeps only these roles."""
    shop.desk.do(AddStaff(name="Dedi", roles=("supervisor", "admin")))
    shop.desk.do(AddStaff(name="Wati", roles=("cro",)))
    assert shop.desk.actor is not None
    shop.desk.do(ChangeRoles(staff=shop.desk.actor.id, roles=roles))


def only(shop: Shop) -> Complaint:
    """The one complaint that there is."""
    (row,) = shop.desk.queue(queue.Wanted())
    return shop.desk.complaint(row.id)


def faults(shop: Shop) -> list[str | None]:
    return [fault.field for fault in shop.screen.faults]


def test_one_person_goes_the_whole_way_and_the_number_is_printed(shop: Shop) -> None:
    open_panel(shop, **FILLED)
    assert shop.screen.focus == "cause"
    shop.counter.save()
    complaint = only(shop)
    assert (complaint.state, complaint.answer, complaint.score) == ("closed", "agreed", 5)
    assert (complaint.cause, complaint.remedy) == ("Kabel rem salah jalur", "Kabel dipindah")
    assert (complaint.alone, complaint.entered_by) == (True, "staff")
    assert shop.screen.printed == [complaint.id]
    result = shop.screen.result
    assert result is not None
    assert str(result.lead) == "Solved and closed with Bapak Hari’s own word. Thank you."
    assert (str(result.promise), result.may_undo) == ("", False)
    assert shop.screen.form.blank


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ({"cause": " "}, ["cause"]),
        ({"remedy": ""}, ["remedy"]),
        ({"answer": ""}, ["answer"]),
        ({"score": ""}, ["score"]),
        ({"score": "2"}, ["why"]),
        ({"cause": "", "remedy": "", "answer": "", "score": ""}, [*FILLED]),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(
    shop: Shop, left_out: dict[str, str], missing: list[str]
) -> None:
    open_panel(shop, **FILLED | left_out)
    before = shop.screen.form
    shop.counter.save()
    assert faults(shop) == missing
    assert shop.screen.form == before
    assert shop.desk.queue(queue.Wanted()) == []


def test_a_customer_who_would_rather_not_say_is_an_answer(shop: Shop) -> None:
    open_panel(shop, **FILLED | {"score": "declined"})
    shop.counter.save()
    assert (only(shop).state, only(shop).score) == ("closed", None)


def test_not_agreed_goes_up_and_the_customer_is_told_by_when(shop: Shop) -> None:
    open_panel(shop, **FILLED | {"answer": "not_agreed", "score": "1", "why": "Tetap bunyi"})
    shop.counter.save()
    complaint = only(shop)
    assert (complaint.state, complaint.level, complaint.open) == ("in_handling", "cro", True)
    result = shop.screen.result
    assert result is not None
    assert str(result.lead).startswith("Bapak Hari does not agree: it stays open and goes up.")
    assert str(result.promise)


def test_a_clerk_hands_it_over_with_what_was_seen(shop: Shop) -> None:
    hire(shop, "staff")
    open_panel(shop, cause="Kabel putus", remedy="")
    way = shop.screen.way
    assert way is not None
    assert [one.name for one in way.receivers] == ["Dedi"]
    shop.counter.save()
    complaint = only(shop)
    assert complaint.state == "passed_on"
    assert shop.desk.name_of(complaint.offered_to) == "Dedi"
    assert complaint.timeline[-1].note == "Cause, as seen at the counter: Kabel putus"
    result = shop.screen.result
    assert result is not None
    assert str(result.lead) == "Handed over to Dedi. Bapak Hari will hear from us by"


def test_who_solved_leaves_the_customers_word_to_somebody_else(shop: Shop) -> None:
    hire(shop, "supervisor", "cro", "admin")
    open_panel(shop, cause="Kabel putus", remedy="Kabel diganti")
    shop.counter.save()
    assert (only(shop).state, only(shop).answer) == ("solved", "")
    result = shop.screen.result
    assert result is not None
    assert str(result.lead) == "Solved. A colleague asks Bapak Hari whether they agree, by"


def test_what_the_form_itself_lacks_is_said_too(shop: Shop) -> None:
    shop.screen.write(**STORY)
    shop.counter.solve_now()
    shop.counter.save()
    assert faults(shop) == ["name", "nota", *FILLED]


def test_the_panel_is_left_and_taken_up_again_without_loss(shop: Shop) -> None:
    open_panel(shop, **FILLED)
    filled = shop.screen.form
    assert shop.counter.solve_later()
    assert not shop.screen.form.solution.now
    assert not shop.counter.solve_later()
    shop.counter.solve_now()
    assert shop.screen.form == filled


def test_a_half_filled_panel_waits_as_a_draft_through_a_restart(shop: Shop) -> None:
    open_panel(shop, **FILLED)
    filled = shop.screen.form
    shop.counter.keep()
    assert kept(shop.desk) == ["Bapak Hari"]
    Counter(shop.desk, shop.screen).start()
    assert shop.screen.form == filled


def test_an_opened_panel_alone_is_no_draft(shop: Shop) -> None:
    shop.counter.solve_now()
    assert not shop.counter.park()
    shop.counter.keep()
    assert kept(shop.desk) == []


def test_leaving_the_panel_saves_as_ever(shop: Shop) -> None:
    open_panel(shop, **FILLED)
    shop.counter.solve_later()
    shop.counter.save()
    assert only(shop).state == "received"
