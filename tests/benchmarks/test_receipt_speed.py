"""What a receipt costs beside the least that its two codes on a page cost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desk.paper.papers import MM
from desk.paper.receipt import Receipt, receipt_pdf
from desk.paper.sheet import number_code, qr_code
from desk.paper.writing import BOLD, REGULAR, face
from tests.benchmarks.ratios import alternate, report

RECEIVED = datetime(2026, 6, 19, 2, 12, tzinfo=UTC)
RECEIPT = Receipt(
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
    asked_for=None,
    what_happened="Ngerem berat dan ada bunyi",
    understood="Rem depan terasa berat saat ditarik dan berbunyi gesekan di roda depan.",
    safety=True,
    condition="lecet kecil di spakbor belakang",
    accessories=("lampu depan", "dua anak kunci"),
    served_by="Sari",
    qr="K1202606190001234:20260619:0912:" + "0123456789ABCDEF" * 15,
)


def bare_page() -> bytes:
    """One page with the number in two embedded typefaces and the same two codes, drawn alike."""
    out = BytesIO()
    face(REGULAR)
    face(BOLD)
    canvas = Canvas(out, pagesize=(80 * MM, 140 * MM), invariant=1, initialFontName=REGULAR)
    canvas.setFont(REGULAR, 9)
    canvas.drawString(4 * MM, 120 * MM, RECEIPT.number)
    canvas.setFont(BOLD, 18)
    canvas.drawString(4 * MM, 110 * MM, RECEIPT.number)
    number_code(RECEIPT.number, 72 * MM, height=12 * MM).draw(canvas, 4 * MM, 100 * MM)
    qr_code(RECEIPT.qr, 30 * MM).draw(canvas, 4 * MM, 80 * MM)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def receipt_page() -> bytes:
    return receipt_pdf(RECEIPT, paper="roll80", language="id")


def test_a_receipt_is_weighed_against_a_bare_page_with_the_same_codes() -> None:
    assert receipt_page().startswith(b"%PDF-")
    assert bare_page().startswith(b"%PDF-")
    report("receipt / bare ReportLab page with both codes", alternate(receipt_page, bare_page, 15))
