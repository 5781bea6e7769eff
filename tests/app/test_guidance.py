"""Guidance at the counter is there in both languages, and the company may write its own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desk.app.editable import is_texts
from desk.app.guidance import Words, guidance, wording
from desk.rules.entries import ComplaintRegistered
from desk.rules.wording import check, hurting
from desk.words import LANGUAGES

REGISTERED = ComplaintRegistered(
    number="K1202606190001234", branch="1", received_at="", nota=1234, customer="c"
)


def own(home: Path, name: str, content: object) -> None:
    folder = home / "guidance"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_clerk_finds_everything_in_both_languages(language: str) -> None:
    found = guidance(language)
    assert found.language == language
    assert [step.key for step in found.last] == ["listen", "apologize", "solve", "thank"]
    assert all(len(step.sentences) == 3 for step in found.last)
    assert [step.key for step in found.recovery] == [
        "respect",
        "listen",
        "expectation",
        "solutions",
        "act",
        "check",
    ]
    assert [style.key for style in found.styles] == [
        "dominance",
        "influencing",
        "steadiness",
        "compliance",
    ]
    assert found.styles_note
    assert {"calm", "limits", "colleague"} <= {step.key for step in found.abuse}
    assert len(found.second_opinion) >= 3
    assert [*found.roadblocks] == [
        "not_listening",
        "no_respect",
        "no_material",
        "no_communication",
        "no_training",
        "conflicting_work",
    ]
    assert found.faults == ()


def test_card_of_styles_says_that_nothing_is_kept() -> None:
    assert "Nothing about the customer is stored" in guidance("en").styles_note
    assert "tidak ada yang disimpan" in guidance("id").styles_note


def test_both_languages_have_the_same_steps() -> None:
    one, other = (guidance(language) for language in LANGUAGES)
    for name in ("last", "recovery", "styles", "abuse", "second_opinion"):
        assert [step.key for step in getattr(one, name)] == [
            step.key for step in getattr(other, name)
        ]
    assert [*one.roadblocks] == [*other.roadblocks]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_to_say_have_no_word_that_hurts(language: str) -> None:
    words = wording(language).words
    for step in guidance(language).last:
        for sentence in step.sentences:
            assert hurting(sentence, words) == [], sentence


def test_company_writes_a_sentence_of_its_own(home: Path) -> None:
    own(home, "id.json", {"last": {"thank": {"sentences": ["Suwun nggih."]}}})
    found, known = guidance("id", home), guidance("id")
    assert found.faults == ()
    assert found.last[3].sentences == ("Suwun nggih.",)
    assert found.last[:3] == known.last[:3]
    assert found.last[3].name == known.last[3].name
    assert guidance("en", home) == guidance("en")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"last": {"thank": {"sentences": []}}}, "“last / thank / sentences” is not written in"),
        ({"last": {"thank": {"sentences": "Suwun"}}}, "“last / thank / sentences” is not"),
        ({"last": "Suwun"}, "“last” is not written in the form"),
        ({"recovery": {"respect": {"how": ["a"]}}}, "“recovery / respect / how” is not written"),
        ({"recovery": {"smile": {"name": "a", "how": "b"}}}, "“recovery / smile” is not known."),
        ({"roadblocks": {"weather": "Hujan"}}, "“roadblocks / weather” is not known."),
        ({"styles_note": ""}, "“styles_note” is not written in the form"),
    ],
)
def test_what_does_not_fit_is_told_and_the_built_in_text_stays(
    home: Path, content: object, reason: str
) -> None:
    own(home, "id.json", content)
    found = guidance("id", home)
    (fault,) = found.faults
    assert str(fault).startswith(f"In guidance/id.json: {reason}")
    assert str(fault).endswith("The built-in text is used.")
    assert replace(found, faults=()) == guidance("id")


def words_of(home: Path, content: object) -> Words:
    own(home, "wording_id.json", content)
    return wording("id", home)


def test_company_adds_changes_and_removes_words(home: Path) -> None:
    found = words_of(
        home,
        {
            "hurts": {
                "unit": {"why": "Kita bilang sepeda.", "better": "sepeda", "not_in": ["1 unit"]},
                "namun": None,
                "harus": {"better": "silakan"},
                "wajib": {"not_in": []},
            },
            "builds": {"Matur nuwun": "untuk pelanggan Jawa"},
            "who": ["gan"],
        },
    )
    assert found.faults == ()
    text = "Gan, unit harus diambil besok, namun 1 unit kami kirim. K1 2026-06-19 0001234"
    remarks = check(text, found.words)
    assert [remark.word for remark in remarks] == ["unit", "harus"]
    assert str(remarks[1].hint) == "It gives the customer an order. Better: “silakan”."
    assert found.words.builds[-1].word == "Matur nuwun"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"hurts": {"unit": "sepeda"}}, "“hurts / unit” is not written"),
        ({"hurts": {"unit": {"why": "x"}}}, "“hurts / unit” is not written"),
        ({"hurts": {"unit": {"why": "x", "better": "y", "z": 1}}}, "“hurts / unit” is not"),
        ({"hurts": {" ": {"why": "x", "better": "y"}}}, "“hurts /  ” is not written"),
        ({"hurts": {"harus": {"not_in": "x"}}}, "“hurts / harus / not_in” is not written"),
        ({"hurts": {"harus": {"because": "x"}}}, "“hurts / harus / because” is not known."),
        ({"builds": {"Halo": 5}}, "“builds / Halo” is not written"),
        ({"who": "gan"}, "“who” is not written"),
        ({"where": ["sini"]}, "“where” is not known."),
    ],
)
def test_word_in_another_form_is_told_and_not_used(
    home: Path, content: object, reason: str
) -> None:
    found = words_of(home, content)
    (fault,) = found.faults
    assert str(fault).startswith(f"In guidance/wording_id.json: {reason}")
    assert found.words == wording("id").words


def test_list_of_texts_is_told_from_anything_else() -> None:
    assert is_texts(["a"])
    assert not is_texts([])
    assert not is_texts(["a", " "])
    assert not is_texts("a")
