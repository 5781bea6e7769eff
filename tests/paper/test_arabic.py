"""Arabic letters join as they do in writing, and stay the letters that were typed."""

from __future__ import annotations

import unicodedata

import pytest

from desk.paper.writing import joined


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("محمد", "ﻣﺤﻤﺪ"),
        ("دار", "ﺩﺍﺭ"),
        ("سلام", "ﺳﻼﻡ"),
        ("لا", "ﻻ"),
        ("ببب ب", "ﺑﺒﺐ ﺏ"),
        ("چای", "ﭼﺎﯼ"),
    ],
)
def test_letters_take_the_forms_of_their_place(typed: str, forms: str) -> None:
    assert joined(typed) == forms


def test_marks_stand_between_letters_without_parting_them() -> None:
    assert joined("مُحَ") == "ﻣُﺢَ"


def test_a_non_joiner_parts_and_a_joiner_joins() -> None:
    assert joined("ب\u200cب") == "ﺏ\u200cﺏ"
    assert joined("ب\u200d") == "ﺑ\u200d"


@pytest.mark.parametrize("typed", ["Hari", "", "12,5 & <b>", "陳 🚲", "שלום", "👨\u200d👩"])
def test_other_writing_is_left_alone(typed: str) -> None:
    assert joined(typed) == typed


def test_the_letters_can_be_told_back_from_their_forms() -> None:
    typed = "السلام عليكم ورحمة الله وبركاته"
    assert unicodedata.normalize("NFKC", joined(typed)) == typed
