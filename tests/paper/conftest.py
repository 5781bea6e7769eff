"""A receipt as a shop prints it, and the ways in which others read it: scanner, eye, reader."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desk.paper.receipt import Receipt
from desk.words import say

RECEIVED = datetime(2026, 6, 19, 2, 12, tzinfo=UTC)

Read = Callable[..., list[str]]


@pytest.fixture
def receipt() -> Receipt:
    """Case A of domain.md, section 7, with everything that a receipt can say."""
    return Receipt(
        company="Toko Sepeda Maju Jaya",
        branch="Cabang 1 · Hankam Bekasi",
        address="Jl. Raya Hankam No. 27, Bekasi",
        reach="WhatsApp 0812 9000 1100",
        number="K1202606190001234",
        grouped="K1 2026-06-19 0001234",
        received_at=RECEIVED,
        due_at=RECEIVED + timedelta(hours=24),
        customer="Bapak Hari",
        phone="0812••••801",
        product="United E-Trifold",
        nota="1234",
        bought_at=date(2026, 6, 18),
        asked_for=say("receipt", "Received"),
        what_happened="Ngerem berat dan ada bunyi",
        understood="Rem depan berat dan berbunyi.",
        safety=True,
        condition="lecet di spakbor",
        accessories=("lampu depan", "dua anak kunci"),
        served_by="Sari",
        qr="K1202606190001234:20260619:0912:" + "0123456789ABCDEF" * 15,
    )


@pytest.fixture
def scan(tmp_path: Path, component: Callable[[str], str]) -> Read:
    """What a scanner reads from all pages, black on white at the 203 dpi of a receipt printer."""
    pdftoppm, zbarimg = component("pdftoppm"), component("zbarimg")

    def read(pdf: bytes) -> list[str]:
        pages = tmp_path / "scanned"
        pages.mkdir(exist_ok=True)
        _run(pdftoppm, "-r", "203", "-mono", "-", str(pages / "page"), given=pdf)
        images = sorted(str(page) for page in pages.iterdir())
        found = _run(zbarimg, "--nodbus", "-q", *images).splitlines()
        shutil.rmtree(pages)
        return sorted(found)

    return read


@pytest.fixture
def words(component: Callable[[str], str]) -> Callable[[bytes], str]:
    """The text that stands on the paper, without blanks: a line may break anywhere."""
    pdftotext = component("pdftotext")

    def read(pdf: bytes) -> str:
        return squeezed(_run(pdftotext, "-enc", "UTF-8", "-", "-", given=pdf))

    return read


@pytest.fixture
def squeeze() -> Callable[[str], str]:
    """A text as `words` gives it, to look for."""
    return squeezed


def squeezed(text: str) -> str:
    """Without blanks and marks of direction, letters in their plain forms."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        char for char in plain if not char.isspace() and char not in "\u202a\u202b\u202c"
    )


def _run(*command: str, given: bytes = b"") -> str:
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    nothing_found = done.returncode == 4 and Path(command[0]).stem == "zbarimg"
    assert done.returncode == 0 or nothing_found, done.stderr
    return done.stdout.decode()
