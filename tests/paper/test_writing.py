"""Lines hold all that was typed and never run over their width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.paper.writing import MISSING, Style, glyph, lines

BODY = Style(9, 12)


def shown(text: str, width: float) -> list[str]:
    return ["".join(part for _, part in line.runs) for line in lines(text, BODY, width)]


def test_a_line_breaks_between_words() -> None:
    assert shown("Rem depan terasa berat", 60) == ["Rem depan", "terasa berat"]


def test_a_word_wider_than_the_paper_is_broken() -> None:
    parts = shown("nomor " + "9" * 40, 60)
    assert len(parts) > 2
    assert "".join(parts) == "nomor" + "9" * 40


def test_empty_lines_stay() -> None:
    assert shown("satu\n\ndua", 100) == ["satu", "", "dua"]
    assert shown("", 100) == [""]


def test_a_space_that_must_not_break_does_not() -> None:
    assert shown("aa 10\u00a0000\u00a0000", 50) == ["aa", "10\u00a0000\u00a0000"]


def test_a_long_arabic_text_stands_at_the_right_edge() -> None:
    assert {line.align for line in lines("محمد " * 20, BODY, 80)} == {"right"}
    assert {line.align for line in lines("محمد", BODY, 80)} == {"left"}


def test_letters_are_taken_from_the_first_face_that_has_them() -> None:
    faces = [face for face, _ in lines("Hari محمد 🚲", BODY, 500)[0].runs]
    assert faces == [
        "NotoSans-Regular",
        "NotoSansArabic-Regular",
        "NotoSans-Regular",
        "NotoEmoji-Medium",
    ]


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("char", ["陳", "\x00", "\ud800", "\U0010ffff"])
def test_what_cannot_be_printed_is_a_box(char: str, *, bold: bool) -> None:
    assert glyph(char, bold=bold).char == MISSING


def test_the_fonts_have_every_latin_letter() -> None:
    latin = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1E00, 0x1F00)]
    faces = {glyph(chr(code), bold=bold).face for code in latin for bold in (True, False)}
    assert faces == {"NotoSans-Regular", "NotoSans-Bold"}


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200),
    st.floats(min_value=20, max_value=300),
)
def test_no_text_of_any_kind_runs_over_its_width(text: str, width: float) -> None:
    assert all(
        line.width <= width + 0.02 or len(line.runs) < 2 for line in lines(text, BODY, width)
    )


@given(st.text(alphabet="abc åéñ <>&\n", max_size=300), st.floats(min_value=30, max_value=200))
def test_every_letter_typed_is_on_a_line(text: str, width: float) -> None:
    printed = "".join(shown(text, width))
    assert printed.replace(" ", "") == text.replace(" ", "").replace("\n", "")
