"""Every kind of paper, in each size and language: whole, readable by eye and by scanner."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFilter
from pypdf import PdfReader

from desk.paper.escpos import raster
from desk.paper.papers import PAPERS, SIZES
from desk.words import LANGUAGES
from tests.paper.every_paper import EVERY, MAKE, bare, long, picture, told, usual

MM = 72 / 25.4
MARKUP = "<b>tebal</b> & <img src=http://a.b/c> &amp; <para>{x} %s %(a)s</para> <font color=red>"

Words = Callable[[bytes], str]
Squeeze = Callable[[str], str]
Read = Callable[[list[Path]], list[str]]

every_paper = pytest.mark.parametrize(("kind", "size", "language"), EVERY)
every_size = pytest.mark.parametrize(
    ("kind", "size"), sorted({(kind, size) for kind, size, _ in EVERY})
)
CODED = [(kind, size, language) for kind, size, language in EVERY if kind != "leaflet"]


@pytest.fixture
def scanned(component: Callable[[str], str]) -> Read:
    """What a scanner reads from these pictures, all together."""
    zbarimg = component("zbarimg")

    def read(pictures: list[Path]) -> list[str]:
        done = subprocess.run(
            [zbarimg, "--nodbus", "-q", *map(str, pictures)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in {0, 4}, done.stderr
        return sorted(done.stdout.splitlines())

    return read


@pytest.fixture
def boxes(component: Callable[[str], str]) -> Callable[[bytes], list[tuple[float, ...]]]:
    """(left, top, right, bottom, width, height) of each word and its page, in points."""
    pdftotext = component("pdftotext")

    def read(pdf: bytes) -> list[tuple[float, ...]]:
        done = subprocess.run(
            [pdftotext, "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
        )
        found, page = [], (0.0, 0.0)
        for line in done.stdout.decode().splitlines():
            numbers = tuple(map(float, re.findall(r'(?:x|y|width|height)\w*="([\d.-]+)"', line)))
            if "<page " in line:
                page = numbers[:2]
            elif "<word " in line:
                found.append((*numbers, *page))
        return found

    return read


def made(paper: Any, kind: str, size: str, language: str = "id") -> bytes:
    return MAKE[kind](paper, paper=size, language=language)


def codes(paper: Any) -> list[str]:
    """What a scanner reads on one page, sorted."""
    qr = [f"QR-Code:{paper.qr}"] if hasattr(paper, "qr") else []
    return [f"CODE-128:{paper.number}", *qr]


def at_203_dpi(pdf: bytes, page: int = 0) -> Image.Image:
    """The page as a receipt printer has it, black on white."""
    seen = raster(pdf, page=page, dpi=203)
    grey = Image.frombytes("L", (seen.width, seen.height), seen.data, "raw", "L", seen.stride)
    return grey.point(lambda dot: 255 if dot > 127 else 0)


def crumpled(picture: Image.Image) -> Image.Image:
    """5 % of the dots turned over, the paper 3 degrees askew, and despeckled as scanners do.

    Without the last, zbarimg reads no bars at all in such noise, however wide or high they are.
    """
    noise = random.Random(7)  # noqa: S311 - the same noise in every run
    dots = bytearray(picture.tobytes())
    for at in noise.sample(range(len(dots)), len(dots) // 20):
        dots[at] ^= 255
    spoiled = Image.frombytes("L", picture.size, bytes(dots))
    askew = spoiled.rotate(3, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return askew.filter(ImageFilter.MedianFilter(3))


@pytest.mark.parametrize(("kind", "size", "language"), CODED)
def test_a_scanner_reads_every_code_from_a_clean_and_from_a_spoiled_paper(
    scanned: Read, tmp_path: Path, *, kind: str, size: str, language: str
) -> None:
    clean = at_203_dpi(made(usual(kind), kind, size, language))
    both = [tmp_path / "clean.png", tmp_path / "spoiled.png"]
    clean.save(both[0], compress_level=1)
    crumpled(clean).save(both[1], compress_level=1)
    assert scanned(both) == sorted(codes(usual(kind)) * 2)


@every_paper
def test_every_field_stands_on_the_paper_in_embedded_type(
    words: Words, squeeze: Squeeze, *, kind: str, size: str, language: str
) -> None:
    paper = usual(kind)
    if kind == "receipt":
        paper = replace(paper, understood="")  # or the customer's own words stay unsaid
    pdf = made(paper, kind, size, language)
    shown = words(pdf)
    missing = [text for text in told(paper, language) if squeeze(text) not in shown]
    # What is broken into lines stands there in pieces: a text in a column, the ways to reach us.
    assert {word for text in missing for word in text.split() if word not in shown} <= {"·"}
    assert len(missing) <= 2
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


@every_paper
def test_nothing_is_cut_off_however_much_was_written(
    words: Words, boxes: Any, *, kind: str, size: str, language: str
) -> None:
    paper = long(kind)
    pdf = made(paper, kind, size, language)
    if kind == "brief":  # the oldest contacts may be left out, for all to stand on one page
        paper = replace(paper, said=())
    wanted = Counter(word for text in told(paper, language) for word in text.split())
    shown = words(pdf)
    assert [word for word in wanted if word not in {"·"} and word not in shown] == []
    if kind not in {
        "brief",
        "receipt",
    }:  # a brief is one page, a receipt leaves out what is said twice
        assert shown.count("Kalimat") == wanted["Kalimat"]
    outside = [
        box
        for box in boxes(pdf)
        if not (0 < box[0] < box[2] < box[4] + 0.5 and 0 < box[1] < box[3] < box[5] + 0.5)
    ]
    assert outside == []


@every_paper
def test_hardly_anything_known_leaves_a_paper_without_holes(
    words: Words, *, kind: str, size: str, language: str
) -> None:
    shown = words(made(bare(kind), kind, size, language))
    assert [word for word in ("None", "{", "()", "::") if word in shown] == []


@every_size
def test_a_paper_has_the_size_that_was_asked_for_and_is_one_sheet(*, kind: str, size: str) -> None:
    paper = PAPERS[size]
    for language in LANGUAGES:
        [page] = PdfReader(BytesIO(made(usual(kind), kind, size, language))).pages
        assert float(page.mediabox.width) == pytest.approx(paper.width, abs=0.01)
        height = float(page.mediabox.height)
        assert (
            height > paper.width if paper.roll else height == pytest.approx(paper.height, abs=0.01)
        )


@pytest.mark.parametrize("size", SIZES["brief"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_is_one_page_whatever_was_said(size: str, language: str) -> None:
    talked = replace(long("brief"), said=long("brief").said * 4)
    for paper in (long("brief"), talked):
        assert len(PdfReader(BytesIO(made(paper, "brief", size, language))).pages) == 1


def test_a_brief_says_how_many_contacts_it_left_out(words: Words) -> None:
    talked = replace(long("brief"), said=long("brief").said * 4)
    assert re.search(r"and\d+earlier,onthescreen", words(made(talked, "brief", "a5", "en")))


@every_size
def test_what_people_typed_is_never_read_as_markup(
    words: Words, squeeze: Squeeze, *, kind: str, size: str
) -> None:
    paper = usual(kind)
    odd = replace(paper, company=MARKUP, branch=MARKUP)
    typed = {"customer", "product", "found", "text", "name", "intro", "promise", "step"}
    more = {field.name: MARKUP for field in fields(paper)}
    odd = replace(odd, **{name: more[name] for name in typed & {*more}})
    shown = words(made(odd, kind, size))
    assert shown.count(squeeze(MARKUP)) >= 2 + len(typed & {*more})


@every_size
def test_a_logo_stands_beside_the_name_and_leaves_the_codes_readable(
    words: Words, squeeze: Squeeze, scanned: Read, tmp_path: Path, *, kind: str, size: str
) -> None:
    paper = replace(usual(kind), logo=picture())
    pdf = made(paper, kind, size)
    [page] = PdfReader(BytesIO(pdf)).pages
    assert len(page.images) == 1
    assert squeeze(paper.company) in words(pdf)
    at_203_dpi(pdf).save(tmp_path / "page.png", compress_level=1)
    assert scanned([tmp_path / "page.png"]) == (sorted(codes(paper)) if kind != "leaflet" else [])


@every_size
def test_the_same_paper_is_the_same_bytes(*, kind: str, size: str) -> None:
    paper = replace(usual(kind), logo=picture())
    assert made(paper, kind, size) == made(paper, kind, size)


@pytest.mark.parametrize("kind", MAKE)
def test_a_paper_that_it_does_not_come_on_is_refused(kind: str) -> None:
    with pytest.raises(KeyError, match="napkin"):
        made(usual(kind), kind, "napkin")


def test_papers_can_be_filled_before_the_slow_libraries_are_loaded() -> None:
    code = (
        "import sys, desk.app.papers; "
        "sys.exit(bool({'reportlab', 'PIL', 'segno'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_customers_words_and_technicians_findings_are_two_fields(words: Words) -> None:
    shown = words(made(usual("worksheet"), "worksheet", "a5", "en"))
    assert shown.index("Whatthecustomersaysiswrong") < shown.index("Ngeremberat")
    assert shown.index("Ngeremberat") < shown.index("Whatthetechnicianfinds") < shown.index("Found")


def test_a_tag_names_nobody() -> None:
    assert {"customer", "name", "phone"}.isdisjoint(field.name for field in fields(usual("tag")))


@pytest.mark.parametrize("size", SIZES["receipt"])
def test_where_nothing_is_owed_any_more_the_receipt_promises_nothing(
    words: Words, squeeze: Squeeze, size: str
) -> None:
    open_ = usual("receipt")
    solved = replace(open_, ended_at=open_.received_at, safety=False, remedy="Rem disetel ulang")
    promise = squeeze("You will hear from us by")
    assert promise in words(made(open_, "receipt", size, "en"))
    shown = words(made(solved, "receipt", size, "en"))
    assert promise not in shown
    assert squeeze("Solved on") in shown
    assert squeeze("Rem disetel ulang") in shown


def test_a_card_without_a_number_leaves_room_for_it(words: Words) -> None:
    card = replace(usual("comment_card"), number="", grouped="")
    shown = words(made(card, "comment_card", "a5", "en"))
    assert "Complaintnumber" in shown
    assert "K1" not in shown


@pytest.mark.parametrize("number", ["K1202606190001234-4711", "K12202606190001234B-4711-2"])
@pytest.mark.parametrize(
    ("kind", "size"), [*dict.fromkeys((kind, size) for kind, size, _ in CODED)]
)
def test_the_longer_number_of_a_restored_desk_is_read_from_every_paper(
    scanned: Read, tmp_path: Path, *, kind: str, size: str, number: str
) -> None:
    paper = replace(usual(kind), number=number)
    file = tmp_path / "clean.png"
    at_203_dpi(made(paper, kind, size, "id")).save(file, compress_level=1)
    read = [code.partition(":")[2] for code in scanned([file])]
    assert sorted(read) == sorted([number, *([paper.qr] if kind == "receipt" else [])])
