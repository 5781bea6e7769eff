"""What was solved before and shares words with what is told now."""

from __future__ import annotations

from desk.app.commands import InOneSitting
from desk.journal.customers import solved_like
from desk.rules.acts import Close, Solve, Start
from desk.rules.chain import id_of_draft
from desk.rules.intake import Intake

SOLVED = (Start(), Solve(cause="Kabel", remedy="Diganti"))


def case(counter, name: str, what: str, *, product: str = "", solved: bool = True) -> str:
    """A complaint from earlier; its id."""
    subject = id_of_draft(name, "")
    intake = Intake(id=subject, name=name, no_nota=True, what_happened=what, product=product)
    counter.desk.do(InOneSitting(intake=intake, acts=SOLVED if solved else ()))
    return subject


def found(counter, *words: str, product: str = "", limit: int = 5) -> list[str]:
    return solved_like(counter.store, words, product=product, limit=limit)


def test_two_words_in_common_are_needed_and_the_newest_is_first(counter) -> None:
    first = case(counter, "a", "Remnya bunyi keras")
    case(counter, "b", "Setang turun")
    second = case(counter, "c", "bunyi dari rem belakang")
    assert found(counter, "bunyi", "rem") == [second, first]
    assert found(counter, "bunyi", "setang") == []
    assert found(counter, "bunyi") == []
    assert found(counter) == []
    assert found(counter, "bunyi", "rem", limit=1) == [second]


def test_the_same_product_counts_for_a_word(counter) -> None:
    here = case(counter, "a", "Rem bunyi", product="United E-Trifold")
    case(counter, "b", "Rem bunyi", product="Kipas F7")
    assert found(counter, "bunyi", product="united e-trifold") == [here]
    assert found(counter, product="United E-Trifold") == []


def test_only_what_was_solved_or_closed_can_help(counter) -> None:
    case(counter, "a", "Rem bunyi", solved=False)
    solved = case(counter, "b", "Rem bunyi")
    subject = id_of_draft("c", "")
    intake = Intake(id=subject, name="c", no_nota=True, what_happened="Rem bunyi")
    counter.desk.do(InOneSitting(intake=intake, acts=(*SOLVED, Close(answer="agreed"))))
    assert found(counter, "rem", "bunyi") == [subject, solved]


def test_a_name_or_a_note_is_no_likeness(counter) -> None:
    case(counter, "bunyi", "Setang turun")
    assert found(counter, "setang", "bunyi") == []


def test_a_word_in_every_complaint_says_nothing(counter) -> None:
    alike = [case(counter, f"n{at}", "sepeda goyang") for at in range(25)]
    rare = case(counter, "rare", "sepeda goyang engsel patah")
    assert found(counter, "sepeda", "goyang") == []
    assert found(counter, "sepeda", "engsel", "patah") == [rare]
    assert rare not in alike


def test_what_is_typed_is_never_read_as_a_query(counter) -> None:
    case(counter, "a", "Rem bunyi", product='Rak "kuat" AND *')
    assert len(found(counter, "bunyi", product='Rak "kuat" AND *')) == 1
    assert found(counter, "bunyi", product='" OR product : "') == []
