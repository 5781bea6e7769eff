"""The paper shows what people typed as they typed it, however long and in whatever letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from desk.paper.receipt import PAPERS, Receipt, receipt_pdf

Words = Callable[[bytes], str]
Squeeze = Callable[[str], str]
Scan = Callable[[bytes], list[str]]

every_paper = pytest.mark.parametrize("paper", PAPERS)

STORY = "".join(f"Kalimat {n} dari cerita panjang pelanggan. " for n in range(80))[:3000]
NAME = " ".join(f"Nama{n:02}" for n in range(18))[:120]
THINGS = tuple(f"barang titipan nomor {n}" for n in range(10))
MARKUP = "<b>tebal</b> & <img src=http://a.b/c> &amp; <para>{x} %s %(a)s</para> <font color=red>"


@pytest.fixture
def long(receipt: Receipt) -> Receipt:
    return replace(
        receipt, customer=NAME, what_happened=STORY, understood="", accessories=THINGS, copy=3
    )


@every_paper
def test_nothing_of_a_long_receipt_is_cut(
    long: Receipt, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    shown = words(receipt_pdf(long, paper=paper, language="id"))
    sentences = [f"Kalimat {n} dari" for n in range(STORY.count("Kalimat"))]
    expected = [*sentences, *NAME.split(), *THINGS]
    assert [text for text in expected if squeeze(text) not in shown] == []


@every_paper
def test_a_long_receipt_can_still_be_scanned(long: Receipt, scan: Scan, *, paper: str) -> None:
    pdf = receipt_pdf(long, paper=paper, language="id")
    assert scan(pdf) == [f"CODE-128:{long.number}", f"QR-Code:{long.qr}"]


def test_a_long_story_flows_onto_numbered_pages(long: Receipt) -> None:
    pages = PdfReader(BytesIO(receipt_pdf(long, paper="a5", language="en"))).pages
    feet = [page.extract_text().splitlines()[0] for page in pages]
    assert feet == [f"{long.grouped} · page {n} of 3" for n in (1, 2, 3)]


@every_paper
def test_a_name_of_five_thousand_letters_is_printed_whole(
    receipt: Receipt, words: Words, *, paper: str
) -> None:
    pdf = receipt_pdf(replace(receipt, customer="Q" * 5000), paper=paper, language="en")
    assert words(pdf).count("Q") == 5000


@every_paper
def test_markup_is_printed_as_typed(
    receipt: Receipt, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    typed = replace(receipt, customer=MARKUP, understood=MARKUP, accessories=(MARKUP,))
    shown = words(receipt_pdf(typed, paper=paper, language="id"))
    assert shown.count(squeeze(MARKUP)) == 3


@every_paper
def test_arabic_and_emoji_stand_on_the_paper(
    receipt: Receipt, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    typed = replace(receipt, customer="محمد أحمد", understood="Terima kasih 🙏 sepeda 🚲 ✓ → ❤")
    shown = words(receipt_pdf(typed, paper=paper, language="id"))
    assert squeeze("محمد أحمد") in shown
    assert squeeze("Terima kasih 🙏 sepeda 🚲 ✓ → ❤") in shown


def test_a_letter_that_no_font_has_becomes_a_box(
    receipt: Receipt, words: Words, squeeze: Squeeze
) -> None:
    typed = replace(receipt, customer="Tan 陳 \ud800 \x07 Lim")
    shown = words(receipt_pdf(typed, paper="roll80", language="id"))
    assert squeeze("Tan □ □ □ Lim") in shown


def test_lines_are_kept_as_they_were_typed(receipt: Receipt) -> None:
    typed = replace(receipt, understood="satu\r\ndua\n\n\ttiga\u200b")
    [page] = PdfReader(BytesIO(receipt_pdf(typed, paper="roll80", language="en"))).pages
    lines = page.extract_text().splitlines()
    start = lines.index("satu")
    assert [line.rstrip() for line in lines[start : start + 4] if line.strip()][:3] == [
        "satu",
        "dua",
        "    tiga",
    ]


def test_a_roll_longer_than_a_page_can_be_goes_on(receipt: Receipt) -> None:
    typed = replace(receipt, understood="\n".join(map(str, range(1400))))
    pdf = receipt_pdf(typed, paper="roll58", language="en")
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) == 2
    assert all(page.mediabox.height <= 14400 for page in pages)
    assert "1399" in pages[1].extract_text().splitlines()
