"""What colleagues read in a chat group holds nothing by which the customer can be reached."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.telling.standing import initials, without_personal


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Bapak Hari Santoso", "Bapak H. S."),
        ("ibu rita", "ibu R."),
        ("Hj. Siti", "Hj. S."),
        ("Rita", "R."),
        ("Ibu", "Ibu"),
        ("李 明", "李. 明."),
        ("*** 12", ""),
        ("", ""),
    ],
)
def test_name_is_told_by_first_letters(name: str, masked: str) -> None:
    assert initials(name) == masked


@pytest.mark.parametrize(
    "typed",
    [
        "0812 3456 7801",
        "0812-3456-7801",
        "(0812) 3456 7801",
        "(+62) 812 3456 7801",
        "+62 812 3456 7801",
        "62812.3456.7801",
        "WA081234567801",
        "8123456 7801",
        "3456 7801",
        "021-8840 1234",
        "0812 3456 7801 atau 0857 1111 2222",
        "0812 3456 7801 0857 1111 2222",
    ],
)
def test_telephone_numbers_in_typed_words_are_masked(typed: str) -> None:
    told = without_personal(f"hubungi {typed}, ya", name="", phone="+6281234567801")
    assert not re.search(r"\d", told)
    assert told.startswith("hubungi ")
    assert told.endswith(", ya")


@pytest.mark.parametrize(
    "typed",
    [
        "K8 2026-06-19 0001234",
        "dibeli 08-06-2026 14.10",
        "nota 0001234",
        "harga 3.450.000",
        "ban 20 x 1.75",
        "jam 08.00-17.00",
        "rangka WUC2024123456",
    ],
)
def test_other_numbers_in_typed_words_stay(typed: str) -> None:
    assert without_personal(typed, name="Ibu Rita", phone="+6281234567801") == typed


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=20))
def test_any_words_can_be_masked(typed: str, name: str, phone: str) -> None:
    initials(name)
    without_personal(typed, name=name, phone=phone, address=name)
