"""The one table of a complaint's facts: each is asked, kept, told and found everywhere it says."""

from desk.rules.entries import ComplaintRegistered
from desk.rules.facts import (
    CORRECTABLE,
    IN_JSON,
    IN_WORKBOOK,
    LABELS,
    LISTS,
    ON_PAGE,
    SEARCHED,
    Asked,
)
from desk.rules.intake import Intake

FACTS = {*Asked.__struct_fields__, "accessories"}


def test_every_fact_that_is_asked_has_a_word_and_goes_into_the_entry_and_the_file() -> None:
    assert set(LABELS) == FACTS
    assert set(ComplaintRegistered.__struct_fields__) >= FACTS
    assert [*IN_JSON] == ["customer", "sale", "", "taken_in"]
    in_json = [name for names in IN_JSON.values() for name in names]
    assert sorted(in_json) == sorted(FACTS - {"channel"})


def test_what_is_corrected_searched_chosen_or_shown_was_asked() -> None:
    assert FACTS.issuperset((*CORRECTABLE, *SEARCHED, *LISTS, *IN_WORKBOOK))
    on_page = {name for names in ON_PAGE.values() for name in names}
    around_the_number = {"nota", "received_at", "branch", "at_branch", "served_by"}
    assert on_page - around_the_number < FACTS


def test_what_is_empty_in_the_entry_is_empty_at_the_counter() -> None:
    blank = ComplaintRegistered(number="", branch="", received_at="", nota=0, customer="")
    assert {name: getattr(blank, name) for name in FACTS} == {
        name: getattr(Intake(id=""), name) for name in FACTS
    }
