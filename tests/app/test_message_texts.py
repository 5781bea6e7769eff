"""Messages are built from sentences; the company may write its own, and a fault in them is told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.app.messages import (
    BLANKS,
    CONDITIONS,
    Facts,
    Texts,
    filled,
    load,
    prepare,
    written,
)
from desk.assets import asset
from desk.journal.known import Shop
from desk.rules.choices import MESSAGES
from desk.rules.complaint import Complaint
from desk.rules.entries import ComplaintRegistered
from desk.words import LANGUAGES

NOW = datetime.fromisoformat("2026-06-19T13:00+07:00")
SHOP = Shop(company="Toko Sepeda", branch="1", branch_name="Hankam", reach="WA 0860-0000-01")


def complaint(name: str = "Bapak Hari", what_happened: str = "Rem berat.") -> Complaint:
    number = "K1202606190001234"
    registered = ComplaintRegistered(
        number=number,
        branch="1",
        received_at="2026-06-19T09:12:00+07:00",
        nota=1234,
        customer="c",
        name=name,
        phone="+6281234567801",
        what_happened=what_happened,
    )
    due = datetime.fromisoformat("2026-06-20T09:12+07:00")
    return Complaint(id="x", number=number, registered=registered, due_at=due)


def text(kind: str, texts: Texts | None = None, about: Complaint | None = None) -> str:
    return prepare(
        kind,
        about or complaint(),
        shop=SHOP,
        writer="Sari",
        language="id",
        now=NOW,
        texts=texts,
    ).text


HOLES = re.compile(r"[{}@]|  | \n|\n |\n\n\n|\.\.|[,:] ?[.,?]|[ (][.,:?)]|“ *”|: ?$|, ?$", re.M)
VALUES = st.sampled_from(["", "", "Bapak Hari", "sudah selesai.", "kapan?", "R&B, 100 %", "nota 1"])


@given(
    st.sampled_from([*LANGUAGES]),
    st.sampled_from([*MESSAGES]),
    st.fixed_dictionaries({blank: VALUES for blank in BLANKS}),
    st.sets(st.sampled_from([*CONDITIONS])),
)
def test_message_never_has_a_hole(
    language: str, kind: str, given_: dict[str, str], holding: set[str]
) -> None:
    texts = load(None, language)
    told = written(texts.messages[kind], Facts(given_, holding, texts.parts))
    assert not HOLES.search(told), told
    assert told == told.strip()


def test_value_that_ends_its_sentence_takes_no_second_stop() -> None:
    assert filled("Alasan: {a}. Ya", {"a": "rusak."}) == "Alasan: rusak. Ya"
    assert filled("Alasan: {a}.", {"a": "rusak?"}) == "Alasan: rusak?"
    assert filled("Alasan: {a}.", {"a": "rusak"}) == "Alasan: rusak."
    assert filled("Alasan: {a}.", {"a": ""}) == ""


def test_explanation_in_the_file_names_every_blank_and_condition() -> None:
    for language in LANGUAGES:
        about = json.loads(asset("resources", "messages", f"{language}.json").read_bytes())["about"]
        assert about[3].partition(": ")[2].split() == [*BLANKS]
        assert about[4].rpartition("safety ")[2].split() == [*CONDITIONS][1:]


def own(home: Path, content: object, language: str = "id") -> Texts:
    folder = home / "messages"
    folder.mkdir(parents=True, exist_ok=True)
    written_ = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (folder / f"{language}.json").write_text(written_, encoding="utf-8-sig")
    return load(home, language)


def test_company_writes_one_message_anew_and_keeps_the_others(home: Path) -> None:
    texts = own(home, {"about": "x", "thanks": [["Suwun {name}.", "@reply"]]})
    assert texts.faults == ()
    assert text("thanks", texts) == (
        "Suwun Bapak Hari. Silakan balas atau hubungi kami di WA 0860-0000-01."
    )
    assert text("solved", texts) == text("solved")


def test_company_greets_in_its_own_way_in_every_message(home: Path) -> None:
    own_words = {
        "parts": {"opening": "Halo {name}!"},
        "words": {"moment": "{day} jam {clock}"},
        "you": {"koh": "Koko"},
    }
    texts = own(home, own_words)
    assert texts.faults == ()
    told = text("acknowledge", texts, complaint(name="Koh Budi"))
    assert told.startswith("Halo Koh Budi! Terima kasih")
    assert "Sabtu 20 Juni 2026 jam 09.12 Koko sudah" in told


FAULTS = [
    ("{", "In messages/id.json: it is not JSON, please look at line 1."),
    ("[1]", "In messages/id.json: it holds no keys."),
    ("[" * 100_000, "In messages/id.json: it cannot be read as text (UTF-8)."),
    (
        {"thanks": [["Halo {nama}."]]},
        "In messages/id.json: “thanks” uses {nama}, and there is no such blank.",
    ),
    (
        {"thanks": [["@closing"]]},
        "In messages/id.json: “thanks” uses {@closing}, and there is no such blank.",
    ),
    (
        {"thanks": [[{"needs": ["rich"], "say": "Halo"}]]},
        "In messages/id.json: “thanks” uses {rich}, and there is no such blank.",
    ),
    ({"thank": [["Halo"]]}, "In messages/id.json: “thank” is not known."),
    ({"words": {"noon": "Halo"}}, "In messages/id.json: “words / noon” is not known."),
    ({"parts": {"end": "Halo"}}, "In messages/id.json: “parts / end” is not known."),
]
FORMLESS = [
    {"thanks": "Halo"},
    {"thanks": []},
    {"thanks": [[]]},
    {"thanks": [["Halo {name"]]},
    {"thanks": [["Halo {name!r}"]]},
    {"thanks": [["Halo {name:>9}"]]},
    {"thanks": [[{"say": "Halo"}]]},
    {"thanks": [[{"needs": 1, "say": "Halo"}]]},
    {"thanks": [{"line": ["Halo"]}]},
    {"thanks": None},
    {"words": {"moment": "{day}"}},
    {"words": {"morning": " "}},
    {"you": ["Anda"]},
    {"parts": {"opening": 5}},
]


@pytest.mark.parametrize(("content", "fault"), FAULTS)
def test_fault_in_the_companys_own_texts_is_told_in_one_sentence(
    home: Path, content: object, fault: str
) -> None:
    texts = own(home, content)
    assert [str(each) for each in texts.faults] == [f"{fault} The built-in text is used."]
    assert replace(texts, faults=()) == load(None, "id")


@pytest.mark.parametrize("content", FORMLESS)
def test_text_in_another_form_is_not_used(home: Path, content: object) -> None:
    texts = own(home, content)
    (fault,) = texts.faults
    assert "is not written in the form that the built-in file shows." in str(fault)
    assert replace(texts, faults=()) == load(None, "id")


def test_blank_cannot_reach_into_the_program(home: Path) -> None:
    (fault,) = own(home, {"thanks": [["{name.__class__} {name[0]}"]]}).faults
    assert "there is no such blank" in str(fault)


def test_good_texts_beside_a_faulty_one_are_used(home: Path) -> None:
    texts = own(home, {"solved": [["Beres, {name}."]], "thanks": [["{nama}"]]})
    assert len(texts.faults) == 1
    assert text("solved", texts) == "Beres, Bapak Hari."
    assert text("thanks", texts) == text("thanks")


def test_file_that_is_no_text_or_a_folder_is_told(home: Path) -> None:
    folder = home / "messages"
    folder.mkdir(parents=True)
    (folder / "id.json").write_bytes(b"\xff\xfe{")
    assert "cannot be read as text" in str(load(home, "id").faults[0])
    (folder / "en.json").mkdir()
    assert "cannot be opened" in str(load(home, "en").faults[0])


def test_desk_without_texts_of_its_own_has_no_faults(home: Path) -> None:
    assert load(home, "id") == load(None, "id")


def test_masked_message_stays_masked_whatever_the_company_writes(home: Path) -> None:
    texts = own(home, {"pass_on": [["{name} {initials} {happened}"]]})
    told = text("pass_on", texts, complaint(what_happened="Hari: +62 812 3456 7801"))
    assert told == "Bapak H. Bapak H. H.: ••••"


def test_both_languages_have_the_same_messages_and_parts() -> None:
    there = [load(None, language) for language in LANGUAGES]
    assert len({tuple(texts.messages) for texts in there}) == 1
    assert len({tuple(texts.parts) for texts in there}) == 1
    assert len({tuple(texts.words) for texts in there}) == 1
    for one, other in zip(*(texts.messages.values() for texts in there), strict=True):
        assert [len(paragraph.sentences) for paragraph in one] == [
            len(paragraph.sentences) for paragraph in other
        ]
