"""The way to a printer: through CUPS (`lp`, `lpstat`), or straight to a receipt printer.

Where there is no `lp`, as on Windows, `printers()` is empty and `print_pdf` says that printing
goes through the window, which prints the page images of `raster` with QPrinter.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
from typing import NamedTuple

from desk.paper import escpos
from desk.paper.papers import PAPERS
from desk.paper.ports import is_direct
from desk.paper.raster import page_sizes
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
        return say(
            "printers",
            "There is no printer “{printer}” on this computer. The complaint is saved; choose "
            "another printer, or save the receipt as a PDF.",
        )(printer=printer)
    state = _run("lpstat", "-p", printer, "-a", printer).out
    return _stopped(printer, state) or _closed(printer, state)


def _stopped(printer: str, state: str) -> Text | None:
    found = re.search(rf"^printer {re.escape(printer)} disabled.*\n(\t.*)?", state, re.M)
    text = say(
        "printers",
        "The printer “{printer}” is stopped ({reason}). The complaint is saved; look at the "
        "printer and start it again, choose another one, or save the receipt as a PDF.",
    )
    return text(printer=printer, reason=_reason(found[1])) if found else None


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
