"""The way to a printer: through CUPS (`lp`, `lpstat`), or straight to a receipt printer.

Where there is no `lp`, as on Windows, `printers()` is empty and `print_pdf` says that printing
goes through the window, which prints the page images of `raster` with QPrinter. Windows takes jobs
for printers that cannot print, too, so `check_on_windows` asks it first.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
from typing import NamedTuple

from desk.paper import escpos
from desk.paper.escpos import page_sizes
from desk.paper.papers import PAPERS
from desk.paper.ports import is_direct
from desk.rules.errors import Trouble
from desk.words import Text, say

TIMEOUT = 20
"""Seconds; a spooler answers at once or is in trouble."""


def printers() -> list[str]:
    """The names of the printers that this computer has; none without CUPS."""
    if shutil.which("lpstat") is None:
        return []
    return _run("lpstat", "-e").out.split()


def print_pdf(pdf: bytes, *, printer: str, paper: str, title: str, copies: int = 1) -> str:
    """Hand a PDF to a printer as it is, unscaled; gives the id of the print job, if it has one.

    The printer's state is asked first, since a spooler takes jobs for printers that cannot print.
    Raises Trouble with the reason and what to do next, KeyError for an unknown paper.
    """
    if is_direct(printer):
        for _ in range(copies):
            escpos.print_pdf(pdf, printer=printer, paper=paper)
        return ""
    media = PAPERS[paper].media or _roll(pdf)
    _check(printer)
    options = ["-o", f"media={media}", "-o", "print-scaling=none"]
    sent = _run("lp", "-d", printer, "-n", str(copies), "-t", title, *options, "-", given=pdf)
    job = re.search(r"request id is (\S+)", sent.out)
    if sent.code or not job:
        refusal = say(
            "printers",
            "The printer “{printer}” did not take the paper ({reason}). The complaint is saved; "
            "try again, choose another printer, or save it as a PDF.",
        )
        raise Trouble(refusal(printer=printer, reason=_reason(sent.err)))
    return job[1]


def _roll(pdf: bytes) -> str:
    width, height = page_sizes(pdf)[0]
    return f"Custom.{width:.2f}x{math.ceil(height)}pt"


def _check(printer: str) -> None:
    """Raises Trouble where the printer cannot print now."""
    if shutil.which("lp") is None:
        raise Trouble(
            say(
                "printers",
                "On this computer “{printer}” prints only from the window. The complaint is "
                "saved; print it from the window, or save it as a PDF.",
            )(printer=printer)
        )
    problem = _problem(printer)
    if problem is not None:
        raise Trouble(problem)


def _problem(printer: str) -> Text | None:
    if "not running" in _run("lpstat", "-r").out:
        return say(
            "printers",
            "The print service of this computer is not running, so “{printer}” cannot print. The "
            "complaint is saved; start the print service (CUPS), or save the receipt as a PDF.",
        )(printer=printer)
    if printer not in printers():
        return _NOT_THERE(printer=printer)
    state = _run("lpstat", "-p", printer, "-a", printer).out
    return _stopped(printer, state) or _closed(printer, state)


def _stopped(printer: str, state: str) -> Text | None:
    found = re.search(rf"^printer {re.escape(printer)} disabled.*\n(\t.*)?", state, re.M)
    return _STOPPED(printer=printer, reason=_reason(found[1])) if found else None


_STOPPED = say(
    "printers",
    "The printer “{printer}” is stopped ({reason}). The complaint is saved; look at the "
    "printer and start it again, choose another one, or save the receipt as a PDF.",
)


def _closed(printer: str, state: str) -> Text | None:
    found = re.search(rf"^{re.escape(printer)} not accepting.*\n(\t.*)?", state, re.M)
    text = say(
        "printers",
        "The printer “{printer}” takes no papers now ({reason}). The complaint is saved; open "
        "the printer for new jobs, choose another one, or save the receipt as a PDF.",
    )
    return text(printer=printer, reason=_reason(found[1])) if found else None


def _reason(told: str | None) -> str:
    lines = (told or "").strip().splitlines()
    return lines[0].strip().rstrip(".") if lines else "?"


_NOT_THERE = say(
    "printers",
    "There is no printer “{printer}” on this computer. The complaint is saved; choose "
    "another printer, or save the receipt as a PDF.",
)
_WORK_OFFLINE = 0x400
_POINTERS, _ATTRIBUTES, _STATUS = 13, 0, 5
"""PRINTER_INFO_2 is so many pointers, then numbers; two of them are asked for."""
_WHY = (
    (0x10, say("printers", "it has no paper")),
    (0x8 | 0x40, say("printers", "its paper is stuck")),
    (0x400000, say("printers", "its cover is open")),
    (0x80 | 0x1000 | 0x800000, say("printers", "it is not connected or switched off")),
    (0x1 | 0x4, say("printers", "its queue was stopped")),
    (0x2 | 0x40000 | 0x100000 | 0x200000, say("printers", "it reports a fault of its own")),
)
"""Bits of PRINTER_STATUS, what people can see for themselves first."""


def check_on_windows(printer: str) -> None:
    """Raises Trouble where Windows says that the printer cannot print now.

    Afterwards it is not asked: a job that was taken is printed by Windows once the printer is back.
    """
    if sys.platform != "win32":
        return
    import ctypes

    spooler = ctypes.WinDLL("winspool.drv")
    handle, needed = ctypes.c_void_p(), ctypes.c_ulong()
    if not spooler.OpenPrinterW(ctypes.c_wchar_p(printer), ctypes.byref(handle), None):
        raise Trouble(_NOT_THERE(printer=printer))
    try:
        spooler.GetPrinterW(handle, 2, None, 0, ctypes.byref(needed))
        told = ctypes.create_string_buffer(needed.value)
        if not spooler.GetPrinterW(handle, 2, told, needed, ctypes.byref(needed)):
            return  # it says nothing of itself, and is believed to be well
        numbers = (ctypes.c_uint32 * (_STATUS + 1)).from_buffer(
            told, _POINTERS * ctypes.sizeof(ctypes.c_void_p)
        )
    finally:
        spooler.ClosePrinter(handle)
    reason = why_stopped(numbers[_STATUS], numbers[_ATTRIBUTES])
    if reason is not None:
        raise Trouble(_STOPPED(printer=printer, reason=reason))


def why_stopped(status: int, attributes: int) -> Text | None:
    """What keeps a printer of Windows from printing, by its PRINTER_STATUS and attributes."""
    if attributes & _WORK_OFFLINE:
        status |= 0x80
    return next((reason for bits, reason in _WHY if status & bits), None)


class _Answer(NamedTuple):
    code: int
    out: str
    err: str


def _run(command: str, *args: str, given: bytes = b"") -> _Answer:
    """What a CUPS command answers, in plain English whatever this computer speaks."""
    program = shutil.which(command) or command
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the arguments are ours
            [program, *args],
            input=given,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired as late:
        raise Trouble(
            say(
                "printers",
                "The print service of this computer does not answer. The complaint is saved; "
                "try again later, or save the receipt as a PDF.",
            )
        ) from late
    return _Answer(
        done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    )
