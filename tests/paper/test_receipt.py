"""The customer's receipt says everything, on every paper, in every language, and can be scanned."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from desk.moments import clock, day
from desk.paper.receipt import PAPERS, Receipt, receipt_pdf
from desk.words import LANGUAGES, say

MM = 72 / 25.4

Words = Callable[[bytes], str]
Squeeze = Callable[[str], str]
Scan = Callable[[bytes], list[str]]

every_paper = pytest.mark.parametrize("paper", PAPERS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    return [
        (float(page.mediabox.width), float(page.mediabox.height))
        for page in PdfReader(BytesIO(pdf)).pages
    ]


@every_paper
@every_language
def test_a_scanner_reads_number_and_code(
    receipt: Receipt, scan: Scan, *, paper: str, language: str
) -> None:
    pdf = receipt_pdf(receipt, paper=paper, language=language)
    assert scan(pdf) == [f"CODE-128:{receipt.number}", f"QR-Code:{receipt.qr}"]


@every_paper
@every_language
def test_everything_known_stands_on_the_paper(
    receipt: Receipt, words: Words, squeeze: Squeeze, *, paper: str, language: str
) -> None:
    shown = words(receipt_pdf(receipt, paper=paper, language=language))
    expected = [
        receipt.company,
        receipt.branch,
        receipt.address,
        receipt.reach,
        receipt.grouped,
        receipt.customer,
        receipt.phone,
        receipt.product,
        receipt.nota,
        receipt.understood,
        receipt.condition,
        *receipt.accessories,
        receipt.served_by,
    ]
    assert [text for text in expected if squeeze(text) not in shown] == []


@every_paper
@every_language
def test_the_customer_reads_by_when_they_will_hear(
    receipt: Receipt, words: Words, squeeze: Squeeze, *, paper: str, language: str
) -> None:
    shown = words(receipt_pdf(receipt, paper=paper, language=language))
    date = day(receipt.due_at).into(language)
    time = say("receipt", "at {clock}")(clock=clock(receipt.due_at)).into(language)
    assert squeeze(date) in shown
    assert squeeze(time) in shown


@every_paper
def test_what_was_asked_for_is_said_in_the_papers_language(
    receipt: Receipt, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    asked = replace(receipt, asked_for=say("moments", "Saturday"), due_at=receipt.received_at)
    shown = words(receipt_pdf(asked, paper=paper, language="id"))
    assert squeeze(say("moments", "Saturday").into("id")) in shown


@every_paper
def test_every_font_is_embedded(receipt: Receipt, *, paper: str) -> None:
    odd = replace(receipt, customer="محمد 🚲 שלום → ✓ 陳")
    fonts = [
        font.get_object()
        for page in PdfReader(BytesIO(receipt_pdf(odd, paper=paper, language="id"))).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert len(fonts) > 5
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


@pytest.mark.parametrize(("paper", "width"), [("roll80", 80), ("roll58", 58)])
def test_a_roll_is_as_long_as_its_content(receipt: Receipt, *, paper: str, width: int) -> None:
    short = replace(receipt, understood="", safety=False, condition="", accessories=())
    [(short_width, short_height)] = sizes(receipt_pdf(short, paper=paper, language="en"))
    [(long_width, long_height)] = sizes(receipt_pdf(receipt, paper=paper, language="en"))
    assert short_width == long_width == pytest.approx(width * MM, abs=0.01)
    assert long_height > short_height + 20 * MM
    assert short_height > short_width


@pytest.mark.parametrize(("paper", "size"), [("a5", (148, 210)), ("a4", (210, 297))])
@every_language
def test_a_full_receipt_fits_one_sheet(
    receipt: Receipt, *, paper: str, size: tuple[int, int], language: str
) -> None:
    [page] = sizes(receipt_pdf(receipt, paper=paper, language=language))
    assert page == pytest.approx((size[0] * MM, size[1] * MM), abs=0.01)


@every_paper
def test_a_reprint_is_marked_and_the_first_paper_is_not(
    receipt: Receipt, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    mark = squeeze(say("receipt", "Copy {n}")(n=2).into("id"))
    first = receipt_pdf(receipt, paper=paper, language="id")
    second = receipt_pdf(replace(receipt, copy=2), paper=paper, language="id")
    assert mark not in words(first)
    assert mark in words(second)


@every_paper
def test_only_a_matter_of_safety_warns_against_using_the_product(
    receipt: Receipt, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    warning = say("receipt", "Please do not use the product until we have checked it.").into("id")
    calm = replace(receipt, safety=False)
    assert squeeze(warning) in words(receipt_pdf(receipt, paper=paper, language="id"))
    assert squeeze(warning) not in words(receipt_pdf(calm, paper=paper, language="id"))


@every_paper
def test_without_a_sentence_of_ours_the_customers_words_are_printed(
    receipt: Receipt, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    own = replace(receipt, understood="")
    told = squeeze(receipt.what_happened)
    assert told not in words(receipt_pdf(receipt, paper=paper, language="id"))
    assert told in words(receipt_pdf(own, paper=paper, language="id"))


@every_paper
def test_what_is_not_known_is_not_mentioned(
    receipt: Receipt, words: Words, squeeze: Squeeze, scan: Scan, *, paper: str
) -> None:
    bare = Receipt(
        company="Toko",
        branch="Cabang 1",
        number=receipt.number,
        grouped=receipt.grouped,
        received_at=receipt.received_at,
        due_at=receipt.due_at,
        customer="Ibu Rita",
        bought_at=None,
        asked_for=None,
        what_happened="Setang turun",
        qr="K1",
    )
    pdf = receipt_pdf(bare, paper=paper, language="en")
    shown = words(pdf)
    labels = ("Product", "Nota", "bought", "You ask for", "Left with us", "Served by", "Copy")
    assert [label for label in labels if squeeze(label) in shown] == []
    assert scan(pdf) == [f"CODE-128:{receipt.number}", "QR-Code:K1"]


@pytest.mark.parametrize("nota", ["1234", ""])
@pytest.mark.parametrize("dated", [True, False])
def test_nota_and_day_of_purchase_need_not_both_be_known(
    receipt: Receipt, words: Words, *, nota: str, dated: bool
) -> None:
    day_bought = receipt.bought_at if dated else None
    some = replace(receipt, nota=nota, bought_at=day_bought, product="")
    shown = words(receipt_pdf(some, paper="roll80", language="en"))
    assert ("Nota1234" in shown) == bool(nota)
    assert ("18Jun2026" in shown) == dated
    assert ("Product" in shown) == bool(nota or dated)


@every_paper
def test_the_same_receipt_is_the_same_bytes(receipt: Receipt, *, paper: str) -> None:
    first = receipt_pdf(receipt, paper=paper, language="id")
    receipt_pdf(replace(receipt, customer="محمد 🚲"), paper=paper, language="en")
    assert receipt_pdf(receipt, paper=paper, language="id") == first


@pytest.mark.parametrize(
    "number", ["K1202606190001234B-2", "K12202606199000001", "K123202606190001234B"]
)
@every_paper
def test_longer_numbers_are_read_too(
    receipt: Receipt, scan: Scan, *, paper: str, number: str
) -> None:
    longer = replace(receipt, number=number, grouped=f"{number[:-15]} 2026-06-19 {number[-7:]}")
    pdf = receipt_pdf(longer, paper=paper, language="id")
    assert f"CODE-128:{number}" in scan(pdf)


def test_a_receipt_can_be_filled_before_the_slow_library_is_loaded() -> None:
    code = "import sys, desk.paper.receipt; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_unknown_paper_is_refused(receipt: Receipt) -> None:
    with pytest.raises(KeyError, match="napkin"):
        receipt_pdf(receipt, paper="napkin", language="id")
