"""The complaint number: made, grouped, and read however somebody types it."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.errors import Invalid, Refused
from desk.rules.number import (
    NO_NOTA_FIRST,
    NO_NOTA_LAST,
    ComplaintNumber,
    next_repeat,
    next_without_nota,
    nota_in,
    parse_branch,
    parse_nota,
    parse_number,
    restore_digits,
)

JUNE = date(2026, 6, 18)
FIRST = ComplaintNumber("1", JUNE, 1234)

numbers = st.builds(
    ComplaintNumber,
    branch=st.from_regex(r"[0-9]{1,3}", fullmatch=True),
    day=st.dates(),
    nota=st.integers(1, 9_999_999),
    letter=st.sampled_from(["", *ascii_uppercase]),
    restore=st.just(0) | st.integers(1_000, 9_999),
    repeat=st.integers(1, 999),
)
gaps = st.sampled_from(["", " ", "-", ".", " - ", "\u00a0", "\u202f", "–", "‑"])


@pytest.mark.parametrize(
    ("number", "printed", "aloud"),
    [
        (FIRST, "K1202606180001234", "K1 2026-06-18 0001234"),
        (replace(FIRST, repeat=2), "K1202606180001234-2", "K1 2026-06-18 0001234-2"),
        (replace(FIRST, letter="B"), "K1202606180001234B", "K1 2026-06-18 0001234B"),
        (
            replace(FIRST, letter="B", repeat=3),
            "K1202606180001234B-3",
            "K1 2026-06-18 0001234B-3",
        ),
        (replace(FIRST, restore=4711), "K1202606180001234-4711", "K1 2026-06-18 0001234-4711"),
        (
            replace(FIRST, letter="B", restore=1000, repeat=999),
            "K1202606180001234B-1000-999",
            "K1 2026-06-18 0001234B-1000-999",
        ),
        (
            ComplaintNumber("123", date(1987, 1, 2), 9_000_001),
            "K123198701029000001",
            "K123 1987-01-02 9000001",
        ),
        (ComplaintNumber("4", date(812, 3, 4), 7), "K4081203040000007", "K4 0812-03-04 0000007"),
    ],
)
def test_a_number_is_printed_and_read_aloud(number, printed, aloud) -> None:
    assert str(number) == printed
    assert number.grouped == aloud


@given(numbers)
def test_every_number_is_read_back_as_it_was_printed(number) -> None:
    assert parse_number(str(number)) == number
    assert parse_number(number.grouped) == number
    assert parse_number(number.stem) == ComplaintNumber(number.branch, number.day, number.nota)


@given(numbers, st.data())
def test_every_number_is_found_however_it_is_typed(number, data) -> None:
    def gap() -> str:
        return data.draw(gaps)

    day = number.day
    typed = data.draw(st.sampled_from(["K", "k", ""]))
    typed += f"{gap()}{number.branch}{gap()}{day.year:04}{gap()}{day:%m}{gap()}{day:%d}"
    typed += f"{gap()}{number.nota:07}"
    if number.letter:
        typed += data.draw(st.sampled_from(["", " "])) + number.letter
    for tail in filter(None, (number.restore, number.repeat if number.repeat > 1 else 0)):
        typed += (gap() if typed[-1].isalpha() else gap() or "-") + str(tail)
    typed = data.draw(st.sampled_from([typed, typed.lower(), f"  {typed}\n"]))
    assert parse_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "K1202606180001234",
        "k1202606180001234",
        "1202606180001234",
        "K1 2026-06-18 0001234",
        "K1\u00a02026‑06‑18\u00a00001234",
        "1 2026 06 18 0001234",
        "K 1 20260618 0001234",
        "K1-20260618-0001234",
        "K1.2026.06.18.0001234",
        "K1 2026/06/18 0001234",
        " K1202606180001234 \r\n",
        "K1202606180001234-1",
        "DESK1:K1202606180001234:20260618T0212Z:20260619T0212Z:00:00:SIGNATURE",
        "desk1:k1202606180001234:20260618t0212z:20260619t0212z:00:00:signature",
    ],
)
def test_the_same_complaint_is_meant(typed) -> None:
    assert parse_number(typed) == FIRST


@pytest.mark.parametrize(
    ("typed", "letter", "restore", "repeat"),
    [
        ("K1202606180001234-2", "", 0, 2),
        ("K1202606180001234 2", "", 0, 2),
        ("K1202606180001234-0002", "", 0, 2),
        ("K1202606180001234-999", "", 0, 999),
        ("K1202606180001234-1000", "", 1000, 1),
        ("K1202606180001234 4711", "", 4711, 1),
        ("K1 2026-06-18 0001234 - 4711 - 2", "", 4711, 2),
        ("K1 2026-06-18 0001234 - 2", "", 0, 2),
        ("k1202606180001234b", "B", 0, 1),
        ("K1202606180001234 B", "B", 0, 1),
        ("K1202606180001234B2", "B", 0, 2),
        ("K1202606180001234b4711-2", "B", 4711, 2),
        ("K1 2026-06-18 0001234B-12", "B", 0, 12),
    ],
)
def test_the_second_complaint_the_second_desk_and_the_restored_desk_are_told_apart(
    typed, letter, restore, repeat
) -> None:
    assert parse_number(typed) == ComplaintNumber("1", JUNE, 1234, letter, restore, repeat)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "K",
        "1234",
        "Bapak Hari",
        "K1202613180001234",
        "K1202602300001234",
        "K1000006180001234",
        "202606180001234",
        "K1234202606180001234",
        "K12026061800012345",
        "K1202606180001234-",
        "K1202606180001234-12345",
        "K1202606180001234-2-4711",
        "K1202606180001234-4711-4712",
        "K1202606180001234-47112",
        "K1202606180001234BB",
        "K１202606180001234",
        "K1٢٠٢٦06180001234",
        "081234567801",
        "DESK1:",
        "DESK1",
        "K1202606180001234" * 50,
        "1" + " " * 5_000 + "2",
    ],
)
def test_anything_else_is_not_taken_for_a_number(typed) -> None:
    assert parse_number(typed) is None


@given(numbers, numbers)
def test_two_numbers_are_never_written_alike(one, other) -> None:
    other = replace(other, branch=one.branch, day=one.day, nota=one.nota)
    assert (str(one) == str(other)) == (one == other)


@pytest.mark.parametrize(
    ("node", "digits"),
    [
        ("0" * 16, 1000),
        ("0" * 15 + "1", 1001),
        ("0000000000002327", 9_999),
        ("ffffffffffffffff", 4_615),
    ],
)
def test_the_digits_of_a_restore_follow_from_the_name_of_the_desk(node, digits) -> None:
    assert restore_digits(node) == digits


@given(st.from_regex(r"[0-9a-f]{16}", fullmatch=True))
def test_the_digits_of_a_restore_are_always_four(node) -> None:
    assert 1_000 <= restore_digits(node) <= 9_999


def test_the_complaints_of_one_nota_and_day_end_before_the_digits_of_a_restore() -> None:
    assert next_repeat(1) == 2
    assert next_repeat(998) == 999
    with pytest.raises(Refused, match=r"There are 999 complaints.*the draft is kept"):
        next_repeat(999)


@given(st.text() | st.from_regex(r"(?i)K?[0-9 .\-/:A-Z]*", fullmatch=True))
def test_reading_a_number_never_fails(typed) -> None:
    number = parse_number(typed)
    assert number is None or parse_number(str(number)) == number


@pytest.mark.parametrize(("typed", "nota"), [("1234", 1234), (" 12 ", 12), ("0000007", 7)])
def test_a_nota_has_one_to_seven_digits(typed, nota) -> None:
    assert parse_nota(typed) == nota
    assert nota_in(typed) == nota


@pytest.mark.parametrize(
    "typed",
    [
        "12345678", "abc", "0", "0000000", "-1", "1.5", "1234a", "12 34", "０１", "١٢٣", "²",
        "1234\x00", "<b>1234</b>", "{typed}", "9" * 5_000,
    ],
)  # fmt: skip
def test_a_wrong_nota_is_refused_with_a_sentence_that_says_what_one_looks_like(typed) -> None:
    with pytest.raises(Invalid, match="A nota has 1 to 7 digits, such as 1234") as refused:
        parse_nota(typed)
    assert refused.value.field == "nota"
    assert str(refused.value).startswith("“" + typed[:39])
    assert len(str(refused.value)) < 160


@pytest.mark.parametrize("typed", ["", "   ", "\n"])
def test_a_missing_nota_is_called_missing(typed) -> None:
    with pytest.raises(Invalid, match=r"The nota number is missing.*choose “no nota”") as refused:
        parse_nota(typed)
    assert refused.value.field == "nota"


@given(st.text())
def test_a_nota_is_a_number_or_refused(typed) -> None:
    with suppress(Invalid):
        assert 1 <= parse_nota(typed) <= 9_999_999


@pytest.mark.parametrize("typed", ["1", "007", " 12 ", "0"])
def test_a_branch_code_is_kept_as_written(typed) -> None:
    assert parse_branch(typed) == typed.strip()


@pytest.mark.parametrize("typed", ["", "1234", "A", "１", "-1", "1 2"])
def test_anything_else_is_no_branch_code(typed) -> None:
    with pytest.raises(Invalid, match="is not a branch code") as refused:
        parse_branch(typed)
    assert refused.value.field == "branch"


def test_the_series_without_a_nota_begins_at_nine_million_and_one() -> None:
    assert next_without_nota(None) == NO_NOTA_FIRST == 9_000_001
    assert next_without_nota(0) == 9_000_001
    assert next_without_nota(9_000_001) == 9_000_002


def test_the_series_ends_with_a_sentence_and_not_with_an_eighth_digit() -> None:
    assert next_without_nota(9_999_998) == NO_NOTA_LAST == 9_999_999
    for last in (9_999_999, 10_000_000):
        with pytest.raises(Refused, match=r"used up.*the draft is kept"):
            next_without_nota(last)


def test_what_is_no_nota_is_named_up_to_forty_letters() -> None:
    for length, told in ((40, "x" * 40), (41, "x" * 39 + "…")):
        with pytest.raises(Invalid) as refused:
            parse_nota("x" * length)
        assert f"“{told}” is not a nota number" in str(refused.value)
