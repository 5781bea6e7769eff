"""A receipt printer without a driver prints the very PDF, dot by dot, or says why it did not."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from desk.paper import escpos, ports
from desk.paper.escpos import raster
from desk.paper.papers import DOT, PAPERS
from desk.paper.ports import Patience
from desk.paper.printers import print_pdf
from desk.paper.receipt import Receipt, receipt_pdf
from desk.rules.errors import Invalid, Trouble
from tests.paper.roll_printer import (
    COVER_OPEN,
    FAULTY,
    MUTE,
    NO_PAPER,
    PAUSED,
    Listener,
    network_printer,
    picture,
    unused_port,
)

ROLLS = tuple(escpos.HEADS)
IMPATIENT = Patience(connect=5, answer=0.05, send=5, looks=40)


@pytest.fixture
def pdf(receipt: Receipt) -> bytes:
    return receipt_pdf(receipt, paper="roll80", language="id")


@pytest.fixture
def read(component: Callable[[str], str], tmp_path: Path) -> Callable[[list[bytes]], list[str]]:
    """What a scanner reads from the dots that a printer put on paper."""
    zbarimg = component("zbarimg")

    def scan(lines: list[bytes]) -> list[str]:
        page = tmp_path / "page.pbm"
        page.write_bytes(picture(lines))
        done = subprocess.run(
            [zbarimg, "--nodbus", "-q", str(page)], capture_output=True, text=True, check=True
        )
        return sorted(done.stdout.splitlines())

    return scan


def trouble(pdf: bytes, printer: str, patience: Patience = IMPATIENT) -> str:
    with pytest.raises(Trouble) as refusal:
        escpos.print_pdf(pdf, printer=printer, paper="roll80", patience=patience)
    return str(refusal.value)


@pytest.mark.parametrize("paper", ROLLS)
def test_a_receipt_comes_out_of_a_network_printer_can_be_scanned_and_is_cut(
    receipt: Receipt, read: Callable[[list[bytes]], list[str]], *, paper: str
) -> None:
    pdf = receipt_pdf(receipt, paper=paper, language="id")
    listener = Listener(head=escpos.HEADS[paper])
    with network_printer(listener) as printer:
        assert print_pdf(pdf, printer=printer, paper=paper, title="Struk") == ""
    (piece,) = listener.paper.pieces
    assert piece == escpos.lines(pdf, 0, paper), "white that is not sent is white"
    assert read(piece) == [f"CODE-128:{receipt.number}", f"QR-Code:{receipt.qr}"]
    assert listener.heard[0] == "begin"
    assert listener.heard[-2:] == ["cut", "asked"]
    assert not listener.paper.feed, "nothing comes out behind the cut"


@pytest.mark.parametrize("paper", ROLLS)
def test_nothing_is_scaled_and_nothing_but_the_margins_is_cut_off(
    receipt: Receipt, *, paper: str
) -> None:
    pdf = receipt_pdf(receipt, paper=paper, language="en")
    page = raster(pdf, dpi=escpos.DPI)
    head = escpos.HEADS[paper]
    assert head == round(PAPERS[paper].inner / DOT)
    assert (page.width, page.height % 8) == (round(PAPERS[paper].width / DOT), 0)
    rows = [page.data[at : at + page.width] for at in range(0, len(page.data), page.stride)]
    left = (page.width - head) // 2
    dots = ["".join("1" if dot < 128 else "0" for dot in row) for row in rows]
    printed = [f"{int.from_bytes(each, 'big'):0{head}b}" for each in escpos.lines(pdf, 0, paper)]
    assert printed == [row[left : left + head] for row in dots]
    aside = "".join(row[: left - 2] + row[left + head + 2 :] for row in dots)
    assert "1" not in aside, "at most the rounded edge of a letter or frame lies in the margin"


def test_a_long_paper_goes_in_bands_that_a_small_memory_holds(pdf: bytes) -> None:
    listener = Listener()
    content = escpos.document(pdf, "roll80")
    listener.hear(content)
    assert listener.paper.pieces == [escpos.lines(pdf, 0, "roll80")]
    assert max(_heights(content)) <= escpos.BAND


def _heights(content: bytes) -> list[int]:
    at, found = content.index(b"\x1dv0\0"), []
    while content[at : at + 4] == b"\x1dv0\0":
        wide, high = (int.from_bytes(content[at + n : at + n + 2], "little") for n in (4, 6))
        found.append(high)
        at += 8 + wide * high
    return found


def test_a_receipt_is_out_in_less_than_a_minute_over_a_slow_line(pdf: bytes) -> None:
    white_too = sum(map(len, escpos.lines(pdf, 0, "roll80")))
    bits = 10 * len(escpos.document(pdf, "roll80"))  # each byte has a start and a stop
    assert bits / ports.BAUD < 50 < 10 * white_too / ports.BAUD


def test_several_copies_are_several_pieces(pdf: bytes) -> None:
    listener = Listener()
    with network_printer(listener) as printer:
        print_pdf(pdf, printer=printer, paper="roll80", title="Struk", copies=2)
    first, second = listener.paper.pieces
    assert first == second


@pytest.mark.parametrize(
    ("state", "cause"),
    [
        (NO_PAPER, "has no paper. Nothing is lost; put in a new roll"),
        (COVER_OPEN, "is open. Nothing is lost; close it"),
        (PAUSED, "is not ready to print"),
        (FAULTY, "reports a fault of its own"),
    ],
)
def test_a_printer_that_cannot_print_says_why_before_anything_is_sent(
    pdf: bytes, *, state: str, cause: str
) -> None:
    listener = Listener(state)
    with network_printer(listener) as printer:
        told = trouble(pdf, printer)
    assert cause in told
    assert f"“{ports.place(printer)}”" in told
    assert "picture" not in listener.heard


def test_paper_that_ends_in_the_middle_is_told(pdf: bytes) -> None:
    listener = Listener(fails_after=(3, NO_PAPER))
    with network_printer(listener) as printer:
        assert "has no paper" in trouble(pdf, printer)
    assert listener.heard.count("picture") > 3


def test_a_printer_that_vanishes_in_the_middle_is_told(pdf: bytes) -> None:
    with network_printer(Listener(), hangs_up_after=20_000) as printer:
        told = trouble(pdf, printer)
    assert "broke off in the middle" in told
    assert "throw the piece away and print again" in told


def test_a_printer_that_stops_answering_in_the_middle_is_told(pdf: bytes) -> None:
    with network_printer(Listener(fails_after=(3, MUTE))) as printer:
        assert "broke off in the middle (no answer)" in trouble(pdf, printer)


def test_a_printer_that_never_answers_is_believed(pdf: bytes) -> None:
    listener = Listener(MUTE)
    with network_printer(listener) as printer:
        escpos.print_pdf(pdf, printer=printer, paper="roll80", patience=IMPATIENT)
    assert len(listener.paper.pieces) == 1


def test_a_printer_that_is_off_is_told(pdf: bytes) -> None:
    where = f"127.0.0.1:{unused_port()}"
    told = trouble(pdf, f"tcp:{where}")
    assert told.startswith(f"The printer “{where}” does not answer (Connection refused).")
    assert "switched on and its cable is in" in told


@pytest.mark.parametrize("where", ["tcp:kasir.invalid", "tcp::9100", "device:/nowhere/lp0"])
def test_a_printer_that_is_not_there_is_told(pdf: bytes, *, where: str) -> None:
    told = trouble(pdf, where)
    assert told.startswith(f"There is no printer at “{ports.place(where)}”. Nothing is lost;")


def test_a_file_that_is_no_printer_is_left_alone(pdf: bytes, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Yth. Bapak Hari")
    assert "no printer" in trouble(pdf, f"device:{letter}")
    assert letter.read_text() == "Yth. Bapak Hari"


def test_a_sheet_does_not_come_from_a_roll(receipt: Receipt) -> None:
    pdf = receipt_pdf(receipt, paper="a5", language="en")
    with pytest.raises(Invalid, match="prints on rolls only"):
        escpos.print_pdf(pdf, printer="tcp:127.0.0.1", paper="a5")


@pytest.mark.parametrize("name", ["device:{}", "serial:{}", "serial:{}@9600"])
def test_a_receipt_comes_out_of_a_printer_behind_a_device_or_a_line(
    pdf: bytes, read: Callable[[list[bytes]], list[str]], receipt: Receipt, *, name: str
) -> None:
    tty = pytest.importorskip("tty", reason="lines are played only on POSIX")
    listener = Listener()
    printer_side, desk_side = os.openpty()
    if name.startswith("device"):
        tty.setraw(desk_side)
    thread = Thread(target=_play, args=(printer_side, listener))
    thread.start()
    try:
        where = name.format(os.ttyname(desk_side))
        escpos.print_pdf(pdf, printer=where, paper="roll80", patience=IMPATIENT)
    finally:
        os.close(desk_side)
        thread.join()
        os.close(printer_side)
    assert read(listener.paper.pieces[0])[0] == f"CODE-128:{receipt.number}"


def _play(line: int, listener: Listener) -> None:
    while True:
        try:
            content = os.read(line, 4096)
        except OSError:  # the other side was closed
            return
        answer = listener.hear(content)
        if answer:
            os.write(line, answer)


def test_only_ports_are_taken_for_ports() -> None:
    assert [
        name for name in ("tcp:a", "serial:COM3", "device:/dev/usb/lp0") if ports.is_direct(name)
    ]
    assert not any(map(ports.is_direct, ("Kasir", "tcp:", "EPSON:TM", "")))
    assert ports.place("tcp:10.0.0.7:9100") == "10.0.0.7:9100"
    assert ports.place("Kasir") == "Kasir"
