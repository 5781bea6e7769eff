"""Sentences stay values until somebody shows them, in the language of whoever looks."""

import threading

import pytest

from desk import words
from desk.words import LANGUAGES, Text, counted, say, speak, spoken, translation
from tests.speaking import speaking

MONTH = say("moments", "May")
DATE = say("moments", "{day} {month} {year}")
STRANGE = say("nowhere", "Nobody translated {this}.")


def test_a_text_says_its_english_source() -> None:
    assert str(MONTH) == MONTH.into("en") == "May"


def test_a_text_says_what_the_linguist_wrote() -> None:
    assert MONTH.into("id") == translation("id")[("moments", "May")] == "Mei"


def test_a_missing_translation_falls_back_to_english() -> None:
    assert STRANGE(this="sentence").into("id") == "Nobody translated sentence."


def test_blanks_are_filled_later_and_by_name() -> None:
    half = DATE(day=20, month="?")
    assert str(half(month=MONTH, year=2026)) == "20 May 2026"
    assert half(month=MONTH, year=2026).into("id") == "20 Mei 2026"
    assert DATE.args == ()


def test_a_text_within_a_text_is_translated_with_it() -> None:
    inner = DATE(day=1, month=MONTH, year=2026)
    outer = say("nowhere", "Due on {day}")(day=inner)
    assert outer.into("id") == "Due on 1 Mei 2026"


@pytest.mark.parametrize("typed", ["{0}", "{month.source}", "{", "}", "{{x}}", "%s", "<b>"])
def test_what_people_typed_is_never_taken_for_a_blank(typed) -> None:
    assert str(STRANGE(this=typed)) == f"Nobody translated {typed}."


def test_a_text_without_blanks_may_hold_braces() -> None:
    assert str(say("nowhere", "Write it like {this}")) == "Write it like {this}"


def test_one_thing_is_counted_otherwise_than_many() -> None:
    one, many = say("moments", "{n} minute"), say("moments", "{n} minutes")
    told = [str(counted(number, one, many)) for number in (0, 1, 2, 21)]
    assert told == ["0 minutes", "1 minute", "2 minutes", "21 minutes"]
    assert counted(1, one, many).into("id") == counted(2, one, many)(n=1).into("id")


def test_texts_are_values() -> None:
    assert say("a", "b") == Text("a", "b")
    assert say("a", "{x}")(x=1) == say("a", "{x}")(x=1)
    assert len({say("a", "{x}")(x=1), say("a", "{x}")(x=1), say("a", "{x}")(x=2)}) == 2


def test_a_language_is_spoken_for_a_while() -> None:
    with speaking("id"):
        assert (spoken(), str(MONTH)) == ("id", "Mei")
        with speaking("en"):
            assert str(MONTH) == "May"
        assert str(MONTH) == "Mei"
    assert spoken() == "en"


def test_the_language_comes_back_after_a_fault() -> None:
    with pytest.raises(KeyError), speaking("id"):
        raise KeyError
    assert spoken() == "en"


@pytest.mark.parametrize("language", ["", "ID", "fr", "id_ID"])
def test_an_unknown_language_is_not_spoken(language) -> None:
    with pytest.raises(ValueError, match=f"^{language}$"):
        speak(language)
    assert spoken() == "en"


def test_a_language_is_spoken_in_its_own_thread_only() -> None:
    heard = []
    speaker = threading.Thread(target=lambda: (speak("id"), heard.append(str(MONTH))))
    speaker.start()
    speaker.join()
    assert (heard, str(MONTH)) == (["Mei"], "May")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "in"}, "id"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANGUAGE": "id:en", "LANG": "en_US.UTF-8"}, "id"),
        ({"LC_ALL": "id_ID", "LANG": "en_US"}, "id"),
        ({"LC_MESSAGES": "id", "LANG": "en_US"}, "id"),
        ({"DESK_LANGUAGE": "en", "LANG": "id_ID.UTF-8"}, "en"),
        ({"DESK_LANGUAGE": "id-ID"}, "id"),
        ({"DESK_LANGUAGE": "", "LANG": "Indonesian_Indonesia.1252"}, "id"),
    ],
)
def test_the_language_follows_the_computer_unless_somebody_chose(
    environment, language, monkeypatch
) -> None:
    for name in ("DESK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert words.system_language() == language


def test_english_needs_no_translation_and_indonesian_has_one() -> None:
    assert not translation("en")
    assert translation("id")
    assert {"en", "id"} <= set(LANGUAGES)
