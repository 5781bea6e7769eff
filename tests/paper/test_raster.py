"""The preview and the printer get the same page as dots."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.paper.escpos import PageImage, page_sizes, raster
from desk.paper.receipt import PAPERS, Receipt, receipt_pdf

MM = 72 / 25.4


def as_pgm(image: PageImage) -> bytes:
    lines = (image.data[at : at + image.width] for at in range(0, len(image.data), image.stride))
    return b"P5 %d %d 255\n" % (image.width, image.height) + b"".join(lines)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_printed_picture_can_be_scanned(
    receipt: Receipt, component: Callable[[str], str], tmp_path: Path, *, paper: str
) -> None:
    image = raster(receipt_pdf(receipt, paper=paper, language="id"), dpi=203)
    picture = tmp_path / "page.pgm"
    picture.write_bytes(as_pgm(image))
    zbarimg = [component("zbarimg"), "--nodbus", "-q", str(picture)]
    read = subprocess.run(zbarimg, capture_output=True, check=True, text=True).stdout
    assert sorted(read.splitlines()) == [f"CODE-128:{receipt.number}", f"QR-Code:{receipt.qr}"]


def test_a_picture_has_the_dots_that_were_asked_for(receipt: Receipt) -> None:
    image = raster(receipt_pdf(receipt, paper="a5", language="id"), dpi=100)
    assert (image.width, image.height) == (583, 827)
    assert image.stride >= image.width
    assert len(image.data) == image.stride * image.height


def test_the_page_is_white_and_black_in_grey_and_in_colour(receipt: Receipt) -> None:
    pdf = receipt_pdf(receipt, paper="roll80", language="id")
    grey, colour = raster(pdf, dpi=72), raster(pdf, dpi=72, grey=False)
    assert (grey.data[0], min(grey.data)) == (255, 0)
    assert colour.data[:3] == b"\xff\xff\xff"
    assert (grey.width, grey.height) == (colour.width, colour.height)
    assert colour.stride >= 3 * colour.width


def test_sizes_are_told_in_points(receipt: Receipt) -> None:
    [(width, height)] = page_sizes(receipt_pdf(receipt, paper="a5", language="id"))
    assert (width, height) == (pytest.approx(148 * MM, abs=0.01), pytest.approx(210 * MM, abs=0.01))


@pytest.mark.parametrize("page", [1, -1])
def test_a_page_that_is_not_there_is_refused(receipt: Receipt, page: int) -> None:
    with pytest.raises(IndexError):
        raster(receipt_pdf(receipt, paper="a5", language="id"), page=page, dpi=72)
