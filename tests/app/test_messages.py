"""A message is prepared from the case: complete, in both languages, and never with a hole in it."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from msgspec.structs import replace

from desk.app.guidance import wording
from desk.app.messages import BLANKS, Telling, Texts, load, prepare, values, wa_link
from desk.journal.known import Shop
from desk.rules.choices import MESSAGES, TO_COLLEAGUES
from desk.rules.complaint import Complaint
from desk.rules.wording import check
from desk.words import LANGUAGES
from tests.app.written_about import (
    CLOSED,
    DISAGREED,
    LATER,
    NOW,
    RECEIVED,
    REFUND,
    REGISTERED,
    SHOP,
    SOLVED,
    at,
)


def text(
    kind: str,
    complaint: Complaint = RECEIVED,
    *,
    language: str = "id",
    now: datetime = NOW,
    shop: Shop = SHOP,
    writer: str = "Sari",
    until: datetime | None = None,
    why: str = "",
    texts: Texts | None = None,
) -> str:
    return prepare(
        kind,
        complaint,
        shop=shop,
        writer=writer,
        language=language,
        now=now,
        until=until,
        why=why,
        texts=texts,
    ).text


def with_facts(complaint: Complaint = RECEIVED, **facts: object) -> Complaint:
    return replace(complaint, registered=replace(REGISTERED, **facts))


def test_customer_hears_that_the_complaint_was_received() -> None:
    assert text("acknowledge") == (
        "Selamat siang Bapak Hari, saya Sari dari Toko Sepeda, Hankam Bekasi. Terima kasih sudah "
        "menyampaikan hal ini kepada kami, dan mohon maaf atas kejadiannya.\n"
        "\n"
        "Nomor komplain: K1 2026-06-19 0001234\n"
        "Barang: United E-Trifold\n"
        "Yang kami tangkap: “Rem berat dan berbunyi, tidak bisa dipakai.”\n"
        "\n"
        "Sekarang sedang kami tangani, dan paling lambat Sabtu 20 Juni 2026 pukul 09.12 Bapak "
        "sudah menerima kabar dari kami.\n"
        "\n"
        "Ada yang kurang tepat atau ingin ditambahkan? Silakan balas atau hubungi kami "
        "di WA 0860-0000-01."
    )
    assert text("acknowledge", language="en") == (
        "Good afternoon Bapak Hari, this is Sari from Toko Sepeda, Hankam Bekasi. Thank you for "
        "telling us about this. We are sorry that it happened.\n"
        "\n"
        "Complaint number: K1 2026-06-19 0001234\n"
        "Product: United E-Trifold\n"
        "As we understood it: “Rem berat dan berbunyi, tidak bisa dipakai.”\n"
        "\n"
        "We are working on it now, and you will hear from us by 09.12 on Saturday 20 June 2026 at "
        "the latest.\n"
        "\n"
        "Would you like to correct or add anything? Just reply, or reach us here: "
        "WA 0860-0000-01."
    )


def test_supervisor_gets_the_case_without_the_customers_data() -> None:
    complaint = with_facts(
        name="Bapak Hari Santoso",
        email="hari@contoh.id",
        address="Jl. Melati 5",
        safety=True,
        understood="",
        what_happened="Pak hari (0812 3456 7801, hari@contoh.id, Jl. Melati 5) beli hari ini, "
        "kata SANTOSO remnya blong.",
    )
    assert text("pass_on", complaint, why="telepon Hari di 081234567801") == (
        "Mohon ditangani: komplain K1 2026-06-19 0001234\n"
        "KESELAMATAN: barang jangan dipakai sebelum diperiksa\n"
        "\n"
        "Pelanggan: Bapak H. S.\n"
        "Barang: United E-Trifold\n"
        "Kejadian: “Pak H. (••••, ••••, ••••) beli hari ini, kata S. remnya blong.”\n"
        "Permintaan: Perbaikan\n"
        "Catatan: telepon H. di ••••\n"
        "\n"
        "Pelanggan dijanjikan kabar paling lambat Sabtu 20 Juni 2026 pukul 09.12.\n"
        "Nama lengkap dan nomor telepon ada di aplikasi. Diteruskan oleh Sari, Hankam Bekasi."
    )


def test_supervisor_sees_that_the_moment_has_passed() -> None:
    late = text("pass_on", now=NOW + timedelta(days=1), language="en")
    assert "The promised moment has passed: 09.12 on Saturday 20 June 2026." in late
    assert "was promised news" not in late


def test_customer_is_asked_for_more_time_with_reason_and_moment() -> None:
    asked = text("more_time", until=LATER, why="suku cadang sedang dikirim.")
    assert "Alasannya: suku cadang sedang dikirim.\n" in asked
    assert "Bolehkah kami minta waktu sampai Minggu 21 Juni 2026 pukul 17.00?" in asked
    for waits_for, words in (("part", "menunggu suku cadang"), ("maker", "jawaban dari pabrik")):
        assert words in text("more_time", replace(RECEIVED, waits_for=waits_for), until=LATER)
    without = text("more_time")
    assert "Bolehkah kami minta tambahan waktu?" in without
    assert "Alasannya" not in without


def test_customer_is_told_what_was_done_and_asked_whether_it_is_fine() -> None:
    told = text("solved", replace(SOLVED, promises=(REFUND,)))
    assert "Penyebabnya: kabel depan terjepit\n" in told
    assert "Yang sudah kami kerjakan: rem disetel ulang, kabel dipindah\n" in told
    assert "uang kembali, paling lambat Jumat 26 Juni 2026 pukul 17.00\n" in told
    assert "Apakah hasilnya sudah sesuai dengan harapan Bapak?" in told


def test_shop_that_is_late_says_so() -> None:
    late = text("apology", now=NOW + timedelta(days=1), until=LATER, language="en")
    assert "We promised you news by 09.12 on Saturday 20 June 2026, and we did not keep" in late
    assert "You will hear from me by 17.00 on Sunday 21 June 2026" in late
    assert "did not keep" not in text("apology", language="en")


def test_shop_takes_the_fault_only_where_it_was_judged_so() -> None:
    assert "The fault is ours: kabel" in text("apology", SOLVED, language="en")
    for fault in ("", "product", "customer", "nobody"):
        assert "fault" not in text("apology", replace(SOLVED, fault=fault), language="en")


def test_moment_that_has_passed_is_never_promised() -> None:
    told = text("acknowledge", now=NOW + timedelta(days=1))
    assert "20 Juni" not in told
    assert "Sekarang sedang kami tangani.\n" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_customer_who_does_not_agree_reads_where_else_to_turn(language: str) -> None:
    told = text("decision", DISAGREED, why="sudah diuji dua kali", language=language)
    assert "BPSK" in told
    assert "YLKI" in told
    assert "sudah diuji dua kali" in told
    agreed = text("decision", SOLVED, why="sudah diuji dua kali", language=language)
    assert "BPSK" not in agreed


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_else_to_turn_is_a_sentence_that_the_company_may_write_itself(
    tmp_path: Path, language: str
) -> None:
    own = {"parts": {"elsewhere": ["LAPS {you}, 021-0000"]}}
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / f"{language}.json").write_text(json.dumps(own))
    texts = load(tmp_path, language)
    assert not texts.faults
    for complaint, found in ((DISAGREED, True), (SOLVED, False)):
        message = prepare(
            "decision",
            complaint,
            shop=SHOP,
            writer="Sari",
            language=language,
            now=NOW,
            texts=texts,
        )
        assert message.elsewhere.startswith("LAPS") is found
        assert message.elsewhere in message.text
        assert ("LAPS" in message.text) is found
        assert "BPSK" not in message.text


def test_decision_says_who_looks_at_it_again_only_while_somebody_does() -> None:
    shop, office = "customer relations officer", "head office"
    told = text("decision", DISAGREED, language="en")
    assert shop in told
    assert office not in told
    told = text("decision", replace(DISAGREED, level="head_office"), language="en")
    assert shop not in told
    assert office in told
    told = text("decision", replace(DISAGREED, state="closed"), language="en")
    assert shop not in told
    assert office not in told
    assert "BPSK" in told


def test_reopened_complaint_is_received_with_other_words() -> None:
    told = text("acknowledge", replace(RECEIVED, state="reopened", reopened=1), language="en")
    assert "Thank you for coming back to us." in told
    assert "Thank you for telling us" not in told


@pytest.mark.parametrize(
    ("hour", "id_", "en"),
    [
        ("00:10", "Selamat pagi", "Good morning"),
        ("10:59", "Selamat pagi", "Good morning"),
        ("11:00", "Selamat siang", "Good afternoon"),
        ("15:00", "Selamat sore", "Good afternoon"),
        ("18:30", "Selamat malam", "Good evening"),
    ],
)
def test_greeting_goes_by_the_hour(hour: str, id_: str, en: str) -> None:
    now = at(f"2026-06-19T{hour}")
    assert text("thanks", now=now).startswith(id_)
    assert text("thanks", now=now, language="en").startswith(en)


@pytest.mark.parametrize(
    ("name", "you"),
    [("Ibu Rita", "Ibu"), ("bu Rita", "Ibu"), ("Bpk. Hari", "Bapak"), ("Rita", "Anda")],
)
def test_customer_is_addressed_as_their_name_was_typed(name: str, you: str) -> None:
    assert f"harapan {you}?" in text("solved", with_facts(SOLVED, name=name))


CASES = {
    "acknowledge": RECEIVED,
    "pass_on": RECEIVED,
    "more_time": RECEIVED,
    "solved": SOLVED,
    "apology": SOLVED,
    "decision": DISAGREED,
    "after_care": CLOSED,
    "thanks": CLOSED,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MESSAGES)
def test_every_message_to_a_customer_passes_its_own_check(kind: str, language: str) -> None:
    words = wording(language).words
    for complaint in (CASES[kind], replace(CASES[kind], promises=(REFUND,), waits_for="part")):
        told = text(kind, with_facts(complaint, safety=True), language=language, until=LATER)
        remarks = check(told, words, name=REGISTERED.name, number=REGISTERED.number)
        expected = ["who"] if kind in TO_COLLEAGUES else []
        assert [remark.kind for remark in remarks] == expected


def test_all_kinds_are_tried_above() -> None:
    assert [*CASES] == [*MESSAGES]


HOLES = re.compile(r"[{}@]|  |\.\.|[,:] ?[.,?]|[ (][.,:?)]|“ *”|: ?$|, ?$", re.M)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MESSAGES)
def test_message_about_a_complaint_whose_customer_was_erased_stays_whole(
    kind: str, language: str
) -> None:
    erased = replace(CASES[kind], registered=replace(REGISTERED, name="", understood=" - "))
    for complaint in (erased, Complaint(id="y"), replace(CASES[kind], registered=None)):
        told = text(kind, complaint, language=language, shop=Shop(), writer="")
        assert told
        assert not HOLES.search(told), told


def test_every_blank_has_a_value_and_nothing_more() -> None:
    telling = Telling(shop=SHOP, writer="Sari", language="id", words={}, you={})
    given_ = values(replace(CLOSED, promises=(REFUND,)), telling, now=NOW, until=LATER, why="x")
    assert set(given_) == set(BLANKS)
    assert [blank for blank, value in given_.items() if not value] == [
        "greeting",
        "you",
        "due_was",
        "next",
    ]


def test_typed_text_with_braces_and_lines_stays_as_it_is_on_one_line() -> None:
    complaint = with_facts(name="Ibu {number}", understood="Rem {0}\n\n  berat")
    told = text("acknowledge", complaint)
    assert "Ibu {number}," in told
    assert "“Rem {0} berat”" in told


def test_very_long_story_is_cut_so_that_the_link_still_opens() -> None:
    told = text("acknowledge", with_facts(understood="rem berat, " * 1000))
    assert "…”" in told
    assert len(told) < 1_300


# WhatsApp


def test_link_opens_whatsapp_with_the_whole_text() -> None:
    told = text("acknowledge") + " & 100 % #1 + ç 🚲"
    link = wa_link("0812 3456 7801", told)
    assert link is not None
    assert link.isascii()
    assert " " not in link
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "wa.me", "/6281234567801")
    assert parts.fragment == ""
    assert parse_qs(parts.query, strict_parsing=True) == {"text": [told]}


@pytest.mark.parametrize("phone", ["", "12", "belum ada", "0812-34", "+62abc"])
def test_without_a_usable_number_there_is_no_link(phone: str) -> None:
    assert wa_link(phone, "x") is None


def test_text_that_cannot_be_encoded_is_no_hindrance() -> None:
    assert wa_link("+6281234567801", "a\ud800b") == "https://wa.me/6281234567801?text=a%3Fb"
