"""The search field finds a complaint by whatever the customer or a colleague remembers of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.journal.queue import Filter, Wanted
from desk.journal.store import sought
from desk.rules.errors import Refused
from tests.journal.databases import ON_A_FILE


@pytest.fixture(scope="module")
def shop(fresh):
    """A desk with three complaints, one of them with a note."""
    with fresh() as counter:
        hari = counter.take_in(
            "Bapak Hari Söderström", phone="0812-3456-7801", email="hari@contoh.example",
            address="Jl. Merdeka 7", product="United E-Trifold", serial="CTH0001234",
            what_happened="Rem berat dan berbunyi “ngiiik” (sejak kemarin)",
            expected="Rem bekerja", understood="Kabel rem terjepit",
        )  # fmt: skip
        counter.take_in(
            "Ibu Rita Ângela", nota="77", phone="+65 6123 4567", product="United Stylo-Beat",
            what_happened="Setang turun terus 😡 & <b>goyang</b>",
        )  # fmt: skip
        counter.take_in(
            "عبد الرحمن", nota="INV/20260618/MPL/99", channel="marketplace",
            what_happened="Las retak",
        )  # fmt: skip
        counter.note(hari, "Mekanik Tono memeriksa besok pagi")
        yield counter


def found(counter, typed: str) -> str:
    """The notas that are found, as one text."""
    rows = counter.desk.queue(Wanted(find=typed))
    return " ".join(sorted(str(int(row.number[10:17])) for row in rows))


HARI, RITA, RAHMAN = "1234", "77", "9000001"


@pytest.mark.parametrize(
    "typed",
    [
        "K1202606200001234", "k1202606200001234", "K1 2026-06-20 0001234", "1 2026 06 20 0001234",
        "1202606200001234", " 1234 ", "0001234", "K12026062000012",
    ],
)  # fmt: skip
def test_a_complaint_is_found_by_its_number_however_it_is_typed(typed, shop) -> None:
    assert found(shop, typed) == HARI


@pytest.mark.parametrize(
    "typed",
    [
        "Hari", "hari", "HARI", "Har", "bapak hari", "hari bapak", "Hari Söd", "soderstrom",
        "SÖDERSTRÖM", "hari@contoh.example", "hari@con", "contoh", "Jl. Merdeka", "merdeka 7",
    ],
)  # fmt: skip
def test_a_complaint_is_found_by_the_name_and_where_the_customer_lives(typed, shop) -> None:
    assert found(shop, typed) == HARI


@pytest.mark.parametrize(
    "typed",
    [
        "0812-3456-7801", "0812 3456 7801", "081234567801", "+6281234567801", "6281234567801",
        "+62 812-3456-7801", "(0812) 3456.7801", "08123456", "0812-3456", "7801",
    ],
)  # fmt: skip
def test_a_complaint_is_found_by_the_telephone_however_it_is_typed(typed, shop) -> None:
    assert found(shop, typed) == HARI


@pytest.mark.parametrize("typed", ["+65 6123 4567", "+6561234567", "6561234567"])
def test_a_complaint_is_found_by_a_telephone_from_abroad(typed, shop) -> None:
    assert found(shop, typed) == RITA


@pytest.mark.parametrize(
    ("typed", "nota"),
    [
        ("E-Trifold", HARI),
        ("trifold", HARI),
        ("United", f"{HARI} {RITA}"),
        ("united stylo", RITA),
        ("Stylo-Beat", RITA),
        ("CTH0001234", HARI),
        ("cth000", HARI),
        ("ngiiik", HARI),
        ("sejak kemarin", HARI),
        ("bekerja", HARI),
        ("terjepit", HARI),
        ("goyang", RITA),
        ("rem hari", HARI),
        ("angela", RITA),
        ("عبد", RAHMAN),
        ("INV/20260618/MPL/99", RAHMAN),
        ("MPL", RAHMAN),
        ("retak", RAHMAN),
    ],
)
def test_a_complaint_is_found_by_its_product_and_what_was_said(typed, nota, shop) -> None:
    assert found(shop, typed) == nota


@pytest.mark.parametrize("typed", ["Tono", "memeriksa besok", "hari tono"])
def test_a_complaint_is_found_by_a_note_of_a_colleague(typed, shop) -> None:
    assert found(shop, typed) == HARI


def test_a_note_is_found_as_soon_as_it_is_written_and_the_rest_stays(counter) -> None:
    taken = counter.take_in(what_happened="Rem berat")
    assert found(counter, "gudang") == ""
    counter.note(taken, "Menunggu dari gudang")
    assert found(counter, "gudang") == found(counter, "berat") == "1234"
    counter.withdraw(taken, "Tertukar dengan nota lain")
    assert found(counter, "tertukar") == found(counter, "gudang") == "1234"


@pytest.mark.parametrize("typed", ["Budi", "hari rita", "K1202606210001234", "8", "ari"])
def test_what_nobody_said_is_not_found(typed, shop) -> None:
    assert found(shop, typed) == ""


@pytest.mark.parametrize("typed", ["", "  ", "\n"])
def test_an_empty_field_shows_everything(typed, shop) -> None:
    assert found(shop, typed) == f"{HARI} {RITA} {RAHMAN}"


@pytest.mark.parametrize(
    ("typed", "nota"),
    [
        ('"', ""),
        ('"Hari', HARI),
        ('"Hari"', HARI),
        ("Hari *", HARI),
        ("Hari - Rem", HARI),
        ("Hari & Rem", HARI),
        ("Hari OR Rita", ""),
        ("Hari AND Rem", ""),
        ("NOT Hari", ""),
        ("name:Hari", ""),
        ("{name phone}: Hari", ""),
        ("NEAR(Hari Rem)", ""),
        ("^Hari", HARI),
        ("Hari)", HARI),
        ("(((", ""),
        ("*", ""),
        ("-", ""),
        ("😡", ""),
        ("'; DROP TABLE entry; --", ""),
        ("%", ""),
        ("_", ""),
        ("\0", ""),
        ("Ha\0ri", HARI),
        ("half \ud83d", ""),
        ("<b>goyang</b>", RITA),
        ("x" * 50_000, ""),
        ("hari " * 5_000, HARI),
    ],
)
def test_signs_that_mean_something_to_a_database_mean_nothing_here(typed, nota, shop) -> None:
    assert found(shop, typed) == nota
    assert len(shop.desk.queue(Wanted())) == 3


@settings(max_examples=60)
@given(typed=st.text(st.characters(), max_size=20))
def test_anything_can_be_typed_into_the_search_field(shop, typed) -> None:
    shop.desk.queue(Wanted(find=typed, filter=Filter.OPEN))
    assert isinstance(shop.store.asked(sought(typed)), str)


@ON_A_FILE  # for a server it is compared word by word in test_finding.py
@settings(max_examples=30)
@given(word=st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=10))
def test_every_word_of_letters_and_digits_is_found_again(fresh, word) -> None:
    with fresh() as counter:
        counter.take_in(name=f"Bapak {word}", nota="5550001")
        assert found(counter, f"Bapak {word}") == "5550001"


def test_a_number_that_leads_to_nothing_is_looked_for_as_words(counter) -> None:
    counter.take_in(product="Ban 2750", nota="1")
    assert found(counter, "2750") == "1"


def test_a_search_holds_together_with_the_other_filters(shop) -> None:
    def rows(**wanted: object) -> int:
        return len(shop.desk.queue(Wanted(find="United", **wanted)))

    assert rows() == rows(state="received", branch="1", filter=Filter.NOT_PRINTED) == 2
    assert rows(state="withdrawn") == rows(branch="4") == rows(filter=Filter.LATE) == 0


def test_a_number_leads_to_one_complaint_or_a_sentence(counter) -> None:
    first = counter.take_in()
    second = counter.take_in()
    counter.clock.forward(days=1)
    later = counter.take_in()
    assert [each.number[-9:] for each in (first, second, later)] == [
        "200001234", "0001234-2", "210001234",
    ]  # fmt: skip
    desk = counter.desk
    assert desk.find_number(first.grouped).id == first.id
    assert desk.find_number(second.number.lower()).id == second.id
    for typed, sentence in [
        ("1234", "1234 leads to several complaints: K1202606210001234, K1202606200001234-2"),
        ("K1202606200001234-3", "There is no complaint K1202606200001234-3 at this desk."),
        ("K1202606200001234B", "There is no complaint K1202606200001234B"),
        ("Hari", "There is no complaint Hari at this desk."),
        ("", "There is no complaint"),
    ]:
        with pytest.raises(Refused, match=re.escape(sentence)):
            desk.find_number(typed)
