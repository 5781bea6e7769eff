"""A message is looked through before it goes out: words that hurt, and what it leaves out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.app.guidance import wording
from desk.assets import asset
from desk.rules.wording import MISSING, REASONS, Hurt, WordList, check, hurting
from desk.words import LANGUAGES

ID, EN = wording("id").words, wording("en").words
NUMBER = "K1202606180001234"


def found(text: str, words: WordList) -> list[str]:
    return [remark.word for remark in hurting(text, words)]


def missing(text: str, words: WordList, *, name: str = "Bapak Hari", number: str = NUMBER) -> str:
    remarks = check(text, words, name=name, number=number)
    return " ".join(remark.kind for remark in remarks if remark.kind != "hurts")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bapak tidak mengerti cara pakainya.", ["tidak mengerti"]),
        ("SABAR YA bu", ["SABAR YA"]),
        ("Aturan kami begitu, Bapak harus bawa nota.", ["Aturan kami", "harus"]),
        ("Itu bukan urusan saya", ["bukan urusan saya"]),
        ("Kenapa tidak\n  telepon dulu? Kenapa baru sekarang?", ["Kenapa tidak", "Kenapa baru"]),
        (
            "Ada masalah, tapi tidak bisa hari ini.",
            ["masalah", "tapi", "tidak bisa"],
        ),
        ("Kami kabari secepatnya.", ["secepatnya"]),
    ],
)
def test_words_that_hurt_are_found_in_indonesian(text: str, words: list[str]) -> None:
    assert [" ".join(word.split()) for word in found(text, ID)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You don't understand.", ["You don't understand"]),
        ("you don’t understand", ["you don’t understand"]),
        ("you dont understand", ["you dont understand"]),
        ("Wait a moment, our rules say so.", ["Wait a moment", "our rules"]),
        ("That's not my job.", ["not my job"]),
        ("You have to come. Why didn't you call?", ["You have to", "Why didn't you"]),
        ("No, but the problem is yours.", ["No", "but", "problem"]),
        ("We will try to call you as soon as possible", ["We will try", "as soon as possible"]),
    ],
)
def test_words_that_hurt_are_found_in_english(text: str, words: list[str]) -> None:
    assert found(text, EN) == words


@pytest.mark.parametrize(
    "text",
    [
        "Bapak tidak harus datang, kami yang harus minta maaf.",
        "Kami yakin rem sudah aman. Tapis oli tersegerakan, ketapian, bertapi-tapi.",
        "Mengharuskan, mewajibkan: kata lain.",
        "Tidak masalah, Bu.",
    ],
)
def test_harmless_words_are_left_alone_in_indonesian(text: str) -> None:
    assert found(text, ID) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nobody noticed the button, nor the note.",
        "Complaint no. 12, no K1 2026-06-18 0001234, by 09.00 and no later than that.",
        "There is no charge, and do you have to wait?",
        "A no-nonsense button, rebuttal, problematic, airports.",
        "It is not your fault.",
    ],
)
def test_harmless_words_are_left_alone_in_english(text: str) -> None:
    assert found(text, EN) == []


def test_customers_own_words_in_quotation_marks_are_not_looked_at() -> None:
    text = 'Yang kami tangkap: “Remnya bermasalah, tidak bisa dipakai”, "tapi baru". Harus datang.'
    assert found(text, ID) == ["Harus"]


def test_longest_phrase_is_told_once() -> None:
    assert found("Secepat mungkin, nanti kami kabari.", ID) == [
        "Secepat mungkin",
        "nanti kami kabari",
    ]
    assert found("as soon as possible", EN) == ["as soon as possible"]


def test_hint_says_why_and_what_is_better_in_the_language_of_the_window() -> None:
    (remark,) = hurting("Tapi sudah selesai.", ID)
    assert (remark.kind, remark.start, remark.end) == ("hurts", 0, 4)
    assert remark.hint.into("en") == (
        "It takes back what was said before it. Better: “dan; sekaligus”."
    )


def test_company_may_give_a_reason_in_its_own_words() -> None:
    own = replace(EN, hurts=(Hurt(word="gadget", why="We say bicycle.", better="bicycle {x}"),))
    (remark,) = hurting("Your gadget is here", own)
    assert str(remark.hint) == "We say bicycle. Better: “bicycle {x}”."


def test_good_message_has_nothing_to_look_at_again() -> None:
    text = (
        "Selamat siang Bapak Hari, komplain K1 2026-06-18 0001234 sudah selesai. Rem disetel ulang "
        "dan besok pukul 10.00 kami antar."
    )
    assert check(text, ID, name="Bapak Hari Santoso", number=NUMBER) == []
    text = "Dear Bapak Hari, k1202606180001234: the brake is repaired, I will call you on Friday."
    assert check(text, EN, name="Bapak Hari Santoso", number=NUMBER) == []


def test_what_is_missing_is_told_at_the_end_of_the_text() -> None:
    text = "Terima kasih banyak."
    remarks = check(text, ID, name="Bapak Hari", number=NUMBER)
    assert [remark.kind for remark in remarks] == list(MISSING)
    assert {(remark.start, remark.end, remark.word) for remark in remarks} == {(20, 20, "")}
    assert [str(remark.hint) for remark in remarks] == [str(hint) for hint in MISSING.values()]


def test_empty_message_is_not_remarked_upon() -> None:
    assert check(" \n", ID, name="Bapak Hari", number=NUMBER) == []


@pytest.mark.parametrize("text", ["Bapak Hari", "pak hari", "Hari", "HARI", "Pak. Hari", "Santoso"])
def test_customers_name_is_known_as_people_write_it(text: str) -> None:
    assert "who" not in missing(f"{text}, terima kasih", ID, name="Bapak Hari Santoso")


@pytest.mark.parametrize("text", ["hari ini", "sehari", "Harian", "Bapak", "Ibu Rita", "pak, dari"])
def test_another_word_is_not_taken_for_the_name(text: str) -> None:
    assert "who" in missing(f"kami antar {text}", ID, name="Bapak Hari Santoso")


def test_without_a_name_any_form_of_address_will_do() -> None:
    assert "who" not in missing("Selamat siang Bu", ID, name="")
    assert "who" not in missing("Selamat siang Bu", ID, name="Ibu")
    assert "who" in missing("Selamat siang, bubur", ID, name="")


@pytest.mark.parametrize(
    "text",
    [
        "K1202606180001234",
        "k1 2026-06-18 0001234",
        "1 2026 06 18 0001234",
        "K1 2026\u201106\u201118 0001234",
        "*K1 2026-06-18 0001234*",
    ],
)
def test_complaint_number_is_known_in_any_form(text: str) -> None:
    assert "number" not in missing(f"Nomor: {text}.", ID)
    assert "number" not in missing(f"Nomor: {text}.", ID, number=f"{NUMBER}")


def test_another_complaints_number_is_not_this_one() -> None:
    assert "number" in missing("K1 2026-06-18 0001235", ID)
    assert "number" not in missing("K1 2026-06-18 0001235", ID, number="")
    assert "number" in missing("Nota 0001234, 18 Juni 2026", ID, number="")
    assert "number" in missing("K1 2026-06-18 0001234", ID, number=f"{NUMBER}B-2")
    assert "number" not in missing("K1 2026-06-18 0001234B-2", ID, number=f"{NUMBER}B-2")


@pytest.mark.parametrize(
    "text",
    ["besok", "Sabtu", "jam 9", "10.30", "9:05", "20 Juni", "dalam 2 jam", "20/06", "20-06-2026"],
)
def test_moment_is_known(text: str) -> None:
    assert "when" not in missing(f"Kami hubungi {text}.", ID)


@pytest.mark.parametrize(
    "text",
    ["K1 2026-06-18 0001234", "K1202606180001234", "Rp 150.000", "20x1.75", "1.25.00", "nanti"],
)
def test_number_price_or_size_is_not_taken_for_a_moment(text: str) -> None:
    assert "when" in missing(f"Kami hubungi {text}.", ID)


def test_may_is_a_month_only_beside_a_day() -> None:
    assert "when" in missing("May we call you?", EN)
    assert "when" not in missing("We will call you on 3 May.", EN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_whole(language: str) -> None:
    words = {"id": ID, "en": EN}[language]
    assert len(words.hurts) > 40
    assert len(words.builds) >= 10
    for hurt in words.hurts:
        assert hurt.why in REASONS
        assert found(hurt.word, words) == [hurt.word]
        assert hurt.better.strip()
        for phrase in hurt.not_in:
            assert found(phrase.replace("#", "5").replace("*", "x"), words) == []
    for hurt in words.hurts:
        assert hurting(hurt.better, words) == [], hurt.word
    for build in words.builds:
        assert found(build.word, words) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_twice(language: str) -> None:
    path = asset("resources", "guidance", f"wording_{language}.json")

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)

    json.loads(path.read_bytes(), object_pairs_hook=once)


def test_empty_list_of_words_finds_nothing_that_hurts() -> None:
    remarks = check("Tapi harus besok", WordList())
    assert [remark.kind for remark in remarks] == ["who", "what", "when", "number"]


PIECES = st.sampled_from(
    [hurt.word for hurt in (*ID.hurts, *EN.hurts)]
    + ["K1 2026-06-18 0001234", "“", "”", '"', "'", "-", " ", "\n", "09.30", "Bapak Hari", "İ", "ß"]
)


@given(
    st.lists(PIECES | st.text(max_size=5)).map("".join),
    st.text(max_size=20),
    st.text(max_size=20),
)
def test_any_text_can_be_looked_through(text: str, name: str, number: str) -> None:
    for words in (ID, EN):
        remarks = check(text, words, name=name, number=number)
        ends = [0]
        for remark in remarks:
            assert ends[-1] <= remark.start <= remark.end <= len(text)
            assert text[remark.start : remark.end] == remark.word
            assert remark.hint.into("id")
            ends.append(remark.end)


def test_very_long_text_is_looked_through() -> None:
    for mark in ("a", " ", "tidak ", "1", "K1 ", '"', "“", "'", "-", "09."):
        check(mark * (20_000 // len(mark)), ID, name="Bapak Hari", number=NUMBER)
