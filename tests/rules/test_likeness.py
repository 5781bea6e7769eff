"""Which words of a story say what it was."""

from __future__ import annotations

import pytest

from desk.controllers.counter.lookup import telling


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("Remnya bunyi terus!!", ["bunyi", "rem"]),
        ("saya beli ini kemarin", []),
        ("The brake of my new bike is noisy", ["brake", "noisy", "bike"]),
        ("REM rem Rem", ["rem"]),
        ("E07 di layar, 2x", ["layar"]),
        ("", []),
        ('\'; DROP TABLE "search" * ( AND', ["search", "table", "drop"]),
    ],
)
def test_only_telling_words_are_compared_without_their_endings(
    story: str, words: list[str]
) -> None:
    assert telling(story) == words


def test_a_long_story_is_compared_by_its_six_longest_words() -> None:
    story = "kabel selongsong kampas setang engsel boncengan baterai pedal"
    assert telling(story) == ["selongsong", "boncengan", "baterai", "kampas", "setang", "engsel"]
