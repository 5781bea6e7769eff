"""The sales lists that were read in: a sale is found by nota, phone, name, product or words."""

import pytest

from desk.journal import customers
from desk.journal.customers import FIELDS, nota_digits
from desk.rules.errors import finish


def line(**fields: str) -> dict[str, str]:
    """A line as it comes from a list; what is not named is empty."""
    return dict.fromkeys(FIELDS, "") | fields


HARI = {"customer": "Bapak Hari", "phone": "+6281234567801", "email": "hari@contoh.example"}
LINES = [
    line(nota="1234", line="1", sold_on="2026-06-18", product="United E-Trifold", **HARI),
    line(nota="1234", line="2", sold_on="2026-06-18", product="Helm", **HARI),
    line(nota="SO00077", line="1", sold_on="2026-06-20", customer="Ibu Rita", product="Stylo"),
    line(nota="INV/1/MPL", line="1", sold_on="", customer="Söderström", product="Ban 27.5"),
    line(nota="900", line="1", sold_on="2025-01-01", product="Bel", **HARI),
]


@pytest.fixture
def list_read(counter):
    """A desk that has read in a short list."""
    with counter.store.transaction():
        assert customers.keep(counter.store, LINES) == [True] * 5
    return counter


def shown(found: list[customers.Sale]) -> str:
    """What was found, as a clerk reads it."""
    return ", ".join(f"{each.nota}/{each.line} {each.product}" for each in found)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1234", "1234/1 United E-Trifold, 1234/2 Helm"),
        (" 1234 ", "1234/1 United E-Trifold, 1234/2 Helm"),
        ("0001234", "1234/1 United E-Trifold, 1234/2 Helm"),
        ("SO00077", "SO00077/1 Stylo"),
        ("so00077", "SO00077/1 Stylo"),
        ("77", "SO00077/1 Stylo"),
        ("inv/1/mpl", "INV/1/MPL/1 Ban 27.5"),
        ("9", ""),
        ("", ""),
        ("%", ""),
        ("12345678", ""),
    ],
)
def test_a_nota_is_found_as_written_or_by_its_digits(typed, found, list_read) -> None:
    assert shown(customers.by_nota(list_read.store, typed)) == found


@pytest.mark.parametrize(
    ("nota", "digits"),
    [
        ("1234", 1234), ("SO43701", 43701), ("SO-0043701", 43701), ("0007", 7), ("INV/1/2", None),
        ("12345678", None), ("SO", None), ("", None), ("1234a", None), ("0000000", 0),
        ("١٢٣", None), (" 12 ", 12),
    ],
)  # fmt: skip
def test_the_digits_of_a_nota_are_what_stands_behind_its_letters(nota, digits) -> None:
    assert nota_digits(nota) == digits
    assert customers.Sale(**line(nota=nota)).digits == digits


def test_what_a_customer_bought_is_listed_newest_first(list_read) -> None:
    bought = "1234/1 United E-Trifold, 1234/2 Helm, 900/1 Bel"
    store = list_read.store
    assert shown(customers.by_customer(store, phone="+6281234567801")) == bought
    assert shown(customers.by_customer(store, email="HARI@contoh.example")) == bought
    assert shown(customers.by_customer(store, name="bapak hari")) == bought
    assert shown(customers.by_customer(store, phone="+6281234567801", name="Ibu Rita")) == bought
    assert customers.by_customer(store) == customers.by_customer(store, name=" ") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("trifold", "1234/1 United E-Trifold"),
        ("hari helm", "1234/2 Helm"),
        ("0812-3456-7801 helm", ""),
        ("soderstrom", "INV/1/MPL/1 Ban 27.5"),
        ("27.5", "INV/1/MPL/1 Ban 27.5"),
        ("SO00077", "SO00077/1 Stylo"),
        ("", ""),
        ('"', ""),
        ("NOT helm", ""),
    ],
)
def test_a_sale_is_found_by_words(typed, found, list_read) -> None:
    assert shown(customers.by_words(list_read.store, typed)) == found


@pytest.mark.parametrize("typed", ["0812-3456-7801", "081234567801", "+62 812 3456 7801"])
def test_a_sale_is_found_by_a_phone_however_it_is_typed(typed, list_read) -> None:
    assert len(customers.by_words(list_read.store, typed)) == 3


def test_a_line_that_was_read_before_is_known(list_read) -> None:
    store = list_read.store
    again = [LINES[0], line(nota="8"), line(nota="8"), {**LINES[1], "quantity": "2"}]
    assert customers.are_new(store, again) == [False, True, False, True]
    assert customers.count(store) == 5
    with store.transaction():
        assert customers.keep(store, again) == [False, True, False, True]
    assert customers.count(store) == 7
    assert len(customers.by_words(store, "helm")) == 2


def test_sales_are_no_part_of_the_journal_and_stay_through_a_rebuild(list_read) -> None:
    finish(list_read.desk.journal.rebuild())
    list_read.reopen()
    assert customers.count(list_read.store) == 5
    assert len(customers.by_words(list_read.store, "helm")) == 1
    assert list_read.verdict().clean


def test_texts_are_kept_exactly_as_they_stood_in_the_list(counter) -> None:
    odd = line(nota="7", customer="<b>Hari</b> 😡 & “x”", product="=1+1", price="1.000,50")
    with counter.store.transaction():
        customers.keep(counter.store, [odd])
    assert customers.by_nota(counter.store, "7") == [customers.Sale(**odd)]
