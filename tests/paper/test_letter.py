"""A letter says everything on its sheets, in every language, and its number can be scanned."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from desk.moments import day
from desk.paper.letter import SHEETS, Letter, letter_pdf
from desk.words import LANGUAGES, say

MM = 72 / 25.4
MARKUP = "<b>tebal</b> & <img src=http://a.b/c> &amp; <para>{x} %s %(a)s</para> <font color=red>"

Words = Callable[[bytes], str]
Squeeze = Callable[[str], str]
Scan = Callable[[bytes], list[str]]

every_sheet = pytest.mark.parametrize("paper", SHEETS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def letter() -> Letter:
    """A decision that the customer does not agree with."""
    return Letter(
        company="Toko Sepeda Maju Jaya",
        branch="Hankam Bekasi",
        address="Jl. Raya Hankam No. 27, Bekasi",
        reach="WhatsApp 0812 9000 1100 · Senin–Sabtu 09.00–18.00",
        number="K1202606190001234",
        grouped="K1 2026-06-19 0001234",
        written_at=datetime(2026, 6, 19, 17, 30, tzinfo=UTC),
        name="Bapak Hari",
        home="Jl. Melati 5\nBekasi 17413",
        subject=say("letters", "Our decision, with reasons"),
        text="Selamat pagi Bapak Hari.\n\nYang kami temukan: kabel terjepit\nKeputusan: disetel",
        elsewhere="Selain kepada kami, Bapak berhak meminta bantuan BPSK di kota Bapak.",
        writer="Sari",
    )


@every_sheet
@every_language
def test_a_scanner_reads_the_number(
    letter: Letter, scan: Scan, *, paper: str, language: str
) -> None:
    pdf = letter_pdf(letter, paper=paper, language=language)
    assert scan(pdf) == [f"CODE-128:{letter.number}"]


@every_sheet
@every_language
def test_everything_stands_on_one_sheet(
    letter: Letter, words: Words, squeeze: Squeeze, *, paper: str, language: str
) -> None:
    pdf = letter_pdf(letter, paper=paper, language=language)
    shown = words(pdf)
    expected = [
        letter.company,
        letter.branch,
        letter.address,
        letter.reach,
        letter.grouped,
        letter.name,
        letter.home,
        letter.subject.into(language),
        *letter.text.splitlines(),
        letter.elsewhere,
        letter.writer,
        say("letter", "Where else you may turn").into(language),
        say("letter", "Yours sincerely,").into(language),
        day(letter.written_at).into(language),
    ]
    assert [text for text in expected if squeeze(text) not in shown] == []
    [page] = PdfReader(BytesIO(pdf)).pages
    size = {"a4": (210, 297), "a5": (148, 210)}[paper]
    measured = (float(page.mediabox.width) / MM, float(page.mediabox.height) / MM)
    assert measured == pytest.approx(size, abs=0.01)


def test_the_day_is_that_of_the_shop(letter: Letter, words: Words) -> None:
    assert "Saturday20June2026" in words(letter_pdf(letter, paper="a4", language="en"))


@every_sheet
def test_what_people_typed_is_never_read_as_markup(
    letter: Letter, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    names = ("company", "branch", "address", "reach", "name", "home", "text", "elsewhere", "writer")
    odd = replace(letter, **dict.fromkeys(names, MARKUP))
    shown = words(letter_pdf(odd, paper=paper, language="id"))
    assert shown.count(squeeze(MARKUP)) == len(names)


@every_sheet
def test_only_where_there_is_somewhere_to_turn_is_it_said(
    letter: Letter, words: Words, squeeze: Squeeze, *, paper: str
) -> None:
    heading = squeeze(say("letter", "Where else you may turn").into("id"))
    assert heading in words(letter_pdf(letter, paper=paper, language="id"))
    plain = replace(letter, elsewhere="")
    assert heading not in words(letter_pdf(plain, paper=paper, language="id"))


@every_sheet
def test_a_long_letter_goes_on_with_numbered_pages_and_loses_nothing(
    letter: Letter, words: Words, squeeze: Squeeze, scan: Scan, *, paper: str
) -> None:
    story = [f"Kalimat {n} dari surat yang panjang." for n in range(200)]
    pdf = letter_pdf(replace(letter, text="\n\n".join(story)), paper=paper, language="en")
    shown = words(pdf)
    assert [text for text in (*story, letter.elsewhere) if squeeze(text) not in shown] == []
    pages = PdfReader(BytesIO(pdf)).pages
    feet = [page.extract_text().splitlines()[0] for page in pages]
    last = len(pages)
    assert feet == [f"{letter.grouped} · page {n} of {last}" for n in range(1, last + 1)]
    assert letter.elsewhere[:30] in pages[-1].extract_text()
    assert scan(pdf) == [f"CODE-128:{letter.number}"]


@every_sheet
def test_what_is_not_known_leaves_no_hole(letter: Letter, words: Words, *, paper: str) -> None:
    bare = Letter(
        company="Toko",
        branch="Bekasi",
        number=letter.number,
        grouped=letter.grouped,
        written_at=letter.written_at,
        name="",
        subject=letter.subject,
        text="",
    )
    shown = words(letter_pdf(bare, paper=paper, language="en"))
    assert "Toko" in shown
    assert "None" not in shown


@every_sheet
def test_the_same_letter_is_the_same_bytes(letter: Letter, *, paper: str) -> None:
    first = letter_pdf(letter, paper=paper, language="id")
    assert letter_pdf(letter, paper=paper, language="id") == first


def test_a_letter_can_be_filled_before_the_slow_library_is_loaded() -> None:
    code = "import sys, desk.paper.letter; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_roll_is_no_paper_for_a_letter(letter: Letter) -> None:
    with pytest.raises(KeyError, match="roll80"):
        letter_pdf(letter, paper="roll80", language="id")
