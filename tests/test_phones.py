"""Phone numbers as staff type them and as everybody reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.phones import as_typed, masked, normal, shown

MOBILE = "+6281234567801"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("081234567801", MOBILE),
        ("0812-3456-7801", MOBILE),
        ("0812 3456 7801", MOBILE),
        ("0812.3456.7801", MOBILE),
        ("(0812) 3456 7801", MOBILE),
        ("  0812–3456–7801 ", MOBILE),
        ("81234567801", MOBILE),
        ("+6281234567801", MOBILE),
        ("+62 812-3456-7801", MOBILE),
        ("(+62) 812 3456 7801", MOBILE),
        ("+62 (0)812 3456 7801", MOBILE),
        ("62 812 3456 7801", MOBILE),
        ("0062 812 3456 7801", MOBILE),
        ("00 62 81234567801", MOBILE),
        ("٠٨١٢٣٤٥٦٧٨٠١", MOBILE),
        ("021 5551 2345", "+622155512345"),
        ("62 21 1234567", "+62211234567"),
        ("+65 6123 4567", "+6561234567"),
        ("+39 06 6982", "+39066982"),
    ],
)
def test_a_number_is_understood_however_it_is_typed(typed, kept):
    assert normal(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-",
        "+",
        "abc",
        "O812 3456 7801",
        "0812 3456 78O1",
        "0812",
        "112",
        "0812+34567801",
        "0812 3456 7801 / 0813 1111 2222",
        "+999 1234 5678",
        "+0062 812 3456 7801",
        "0" * 5000,
        "8.12346E+10",
        "<b>0812</b>",
        "²081234567801",
    ],
)
def test_what_is_no_number_we_understand_gives_none_and_stays_as_typed(typed):
    assert normal(typed) is None
    assert shown(typed) == typed


def test_numbers_of_another_country_are_understood_where_the_desk_stands_there():
    assert normal("6123 4567", "SG") == "+6561234567"


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        (MOBILE, "0812-3456-7801"),
        ("+622155512345", "(021) 55512345"),
        ("+6561234567", "+65 6123 4567"),
        ("tetangga: 0812", "tetangga: 0812"),
    ],
)
def test_a_number_is_shown_as_indonesians_write_it(kept, read):
    assert shown(kept) == read


@pytest.mark.parametrize(
    ("kept", "hidden"),
    [
        (MOBILE, "0812••••801"),
        ("081234567801", "0812••••801"),
        ("+6561234567", "+656••••567"),
        ("tetangga 081234567801", "0812••••801"),
        ("555123", "••••123"),
        ("55512", "••••"),
        ("hubungi anaknya", "••••"),
        ("", ""),
    ],
)
def test_a_list_shows_too_little_of_a_number_to_copy_it(kept, hidden):
    assert masked(kept) == hidden


def test_dashes_come_by_themselves_while_a_mobile_number_is_typed():
    field, seen = "", []
    for key in "081234567801":
        field = as_typed(field + key)
        seen.append(field)
    assert seen[3:] == [
        "0812",
        "0812-3",
        "0812-34",
        "0812-345",
        "0812-3456",
        "0812-3456-7",
        "0812-3456-78",
        "0812-3456-780",
        "0812-3456-7801",
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("+6281234567801", "+62 812-3456-7801"),
        ("081234567801", "0812-3456-7801"),
        ("0812 3456 7801", "0812 3456 7801"),
        ("0812-3456-", "0812-3456-"),
        ("O81234567801", "O81234567801"),
        ("(021) 555", "(021) 555"),
        ("+6561234567", "+6561234567"),
        ("0812-345", "0812-345"),
    ],
)
def test_typing_is_grouped_only_where_nothing_typed_would_be_lost(text, read):
    assert as_typed(text) == read


@given(st.text(alphabet="0123456789+- .()OoA٣", max_size=25))
def test_nothing_typed_is_ever_lost(text):
    rest = iter(as_typed(text))
    assert all(mark in rest for mark in text)
    assert as_typed(as_typed(text)) == as_typed(text)


@given(st.text(max_size=40))
def test_any_text_is_taken_without_complaint_and_masking_hides_it(text):
    kept = normal(text)
    assert kept is None or normal(kept) == kept
    shown(text)
    as_typed(text)
    assert len([mark for mark in masked(text) if mark.isdecimal()]) <= 7


@given(st.integers(0, 9999_9999), st.sampled_from(["08121{:08d}", "628121{:08d}", "8121{:08d}"]))
def test_what_is_shown_is_understood_as_the_same_number(number, form):
    kept = normal(form.format(number))
    assert kept == f"+628121{number:08d}"
    assert normal(shown(kept)) == kept
