"""A paper reaches a real print queue as it is, or one sentence says why it did not."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.paper.printers import check_on_windows, print_pdf, printers, why_stopped
from desk.paper.receipt import PAPERS, Receipt, receipt_pdf
from desk.rules.errors import Trouble
from tests.paper.print_service import PrintService, print_service, sizes


@pytest.fixture
def service(
    component: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrintService]:
    with print_service(component("cupsd"), monkeypatch) as started:
        yield started


def trouble(printer: str) -> str:
    with pytest.raises(Trouble) as refusal:
        print_pdf(b"", printer=printer, paper="a5", title="Struk")
    return str(refusal.value)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_printed_receipt_has_its_size_and_can_be_scanned(
    service: PrintService, receipt: Receipt, scan: Callable[[bytes], list[str]], *, paper: str
) -> None:
    pdf = receipt_pdf(receipt, paper=paper, language="id")
    printed = service.print_out(pdf, paper=paper)
    assert scan(printed) == [f"CODE-128:{receipt.number}", f"QR-Code:{receipt.qr}"]
    [(width, height)], [(printed_width, printed_height)] = sizes(pdf), sizes(printed)
    assert abs(width - printed_width) <= 1
    assert abs(height - printed_height) <= 1


def test_the_printers_of_this_computer_are_listed(service: PrintService) -> None:
    assert sorted(printers()) == ["Asleep", "Closed", "Receipts"]


def test_a_printer_that_cannot_print_is_told_with_the_reason(service: PrintService) -> None:
    assert trouble("Epson") == (
        "There is no printer “Epson” on this computer. The complaint is saved; choose another "
        "printer, or save the receipt as a PDF."
    )
    assert trouble("Asleep") == (
        "The printer “Asleep” is stopped (Out of paper). The complaint is saved; look at the "
        "printer and start it again, choose another one, or save the receipt as a PDF."
    )
    assert trouble("Closed") == (
        "The printer “Closed” takes no papers now (Moved to the back room). The complaint is "
        "saved; open the printer for new jobs, choose another one, or save the receipt as a PDF."
    )
    assert service.printed.read_bytes() == b""


def test_a_print_service_that_is_down_is_told(service: PrintService) -> None:
    service.stop()
    assert printers() == []
    assert trouble("Receipts") == (
        "The print service of this computer is not running, so “Receipts” cannot print. The "
        "complaint is saved; start the print service (CUPS), or save the receipt as a PDF."
    )


def test_what_the_printer_refuses_is_told_with_its_words(service: PrintService) -> None:
    assert trouble("Receipts").startswith("The printer “Receipts” did not take the paper (")


def test_a_computer_without_cups_prints_from_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printers() == []
    assert trouble("Epson") == (
        "On this computer “Epson” prints only from the window. The complaint is saved; print it "
        "from the window, or save it as a PDF."
    )


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX is there such a service")
def test_a_print_service_that_does_not_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("lp", "lpstat"):
        (tmp_path / command).write_text("#!/bin/sh\nexec sleep 60\n")
        (tmp_path / command).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("desk.paper.printers.TIMEOUT", 0.2)
    assert trouble("Epson").startswith("The print service of this computer does not answer.")


@pytest.mark.parametrize(
    ("status", "attributes", "reason"),
    [
        (0, 0, None),
        (0x20000 | 0x200 | 0x4000, 0x40, None),  # toner low, busy, printing; shared
        (0x10 | 0x2, 0, "it has no paper"),
        (0x8, 0, "its paper is stuck"),
        (0x400000, 0, "its cover is open"),
        (0, 0x400, "it is not connected or switched off"),  # “use printer offline”
        (0x80, 0, "it is not connected or switched off"),
        (0x1, 0, "its queue was stopped"),
        (0x2, 0, "it reports a fault of its own"),
    ],
)
def test_what_windows_knows_of_a_printer_is_said_in_words(
    status: int, attributes: int, reason: str | None
) -> None:
    told = why_stopped(status, attributes)
    assert (str(told) if told else None) == reason


@pytest.mark.skipif(sys.platform != "win32", reason="only on Windows")
def test_windows_is_asked_whether_there_is_such_a_printer() -> None:
    with pytest.raises(Trouble, match="There is no printer “Epson” on this computer"):
        check_on_windows("Epson")
