"""Arabic, Hebrew, Latin letters and digits stand in the order that their readers expect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.paper.writing import leans_right, visual


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Bapak Hari, 12.5% (baik)", "Bapak Hari, 12.5% (baik)"),
        ("שלום", "םולש"),
        ("Ali אבג 123", "Ali 123 גבא"),
        ("אבג (דה) ok", "(הד) גבא ok"),
        ("אבג <b> דה", "גבא <b> הד"),
        ("harga אבג 1.250.000 Rp", "harga 1.250.000 גבא Rp"),
        ("a -5% אב 7+8", "a -5% 7+8 בא"),
        ("محمد 12", "12 دمحم"),
    ],
)
def test_in_an_indonesian_line_foreign_words_run_their_own_way(typed: str, shown: str) -> None:
    assert visual(typed, right=False) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("אבג abc.", ".abc גבא"),
        ("אבג (abc) דה", "הד (abc) גבא"),
        ("אבג (12) [דה]", "[הד] (12) גבא"),
        ("<b>", "<b>"),
        ("אב 5%", "5% בא"),
        ("abc - דה  ", "  הד - abc"),
        ("محمد 5%", "%5 دمحم"),
    ],
)
def test_a_line_of_an_arabic_or_hebrew_paragraph_starts_at_the_right(
    typed: str, shown: str
) -> None:
    assert visual(typed, right=True) == shown


@pytest.mark.parametrize(
    ("paragraph", "right"),
    [("", False), ("12 + 3", False), ("1. Hari", False), ("“שלום” hari", True), ("محمد", True)],
)
def test_the_first_letter_gives_the_direction(paragraph: str, *, right: bool) -> None:
    assert leans_right(paragraph) is right


MIXED = "ab אבجح 123٤٥.,:-+%$()[]<>«»\u064b\u0301"


@given(line=st.text(alphabet=MIXED, max_size=30), right=st.booleans())
def test_no_letter_is_lost_or_added(line: str, *, right: bool) -> None:
    mirrored = str.maketrans("([<«", ")]>»")
    shown = visual(line, right=right).translate(mirrored)
    assert sorted(shown) == sorted(line.translate(mirrored))
