"""A page of a PDF as dots, for the preview and, by ESC/POS, for a receipt printer's head.

One page at 203 dpi, 1 bit, nothing scaled: the paper's margins lie outside the head's dots, so they
are cut off and the rest comes out as it is. The printer is asked before and after whether it can
print; one that never answers is believed.
"""

from __future__ import annotations

import socket
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING

from desk.paper import ports
from desk.paper.ports import PATIENCE, Patience, Port
from desk.rules.errors import Invalid, Trouble
from desk.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADS = {"roll80": 576, "roll58": 384}
"""The dots of the head over a roll, 8 to the millimetre."""
DPI = 203.2 * (1 - 1e-6)
"""Of every head. A hair less, since a page of 640.0000001 dots would be drawn on 641."""
BAND = 128
"""Lines sent in one piece, small enough for any printer's memory."""
STRIPE = 8
"""Lines, a millimetre, that are looked at together for how far they reach."""

_BEGIN = b"\x1b@"
_FEED_AND_CUT = b"\x1dVB\x00"  # to the knife, then a cut that leaves a little bridge
_PICTURE = b"\x1dv0\x00"
_ARE_YOU_DONE = b"\x1dr\x01"
_BLACK = bytes(b"1"[0] if grey < 128 else b"0"[0] for grey in range(256))

_GENERAL, _WHY_OFFLINE, _PAPER = 1, 2, 4
_OFFLINE, _COVER, _NO_PAPER, _FAULT, _ROLL_ENDED = 0x08, 0x04, 0x20, 0x40, 0x60


def print_pdf(pdf: bytes, *, printer: str, paper: str, patience: Patience = PATIENCE) -> None:
    """Prints all pages, a cut behind each. Raises Trouble with the cause and the next step."""
    if paper not in HEADS:
        raise Invalid(
            say(
                "escpos",
                "“{printer}” prints on rolls only. Choose a roll for this kind of paper, or "
                "another printer.",
            )(printer=ports.place(printer))
        )
    content = document(pdf, paper)
    with closing(_opened(printer, patience)) as port:
        _hand_over(port, content, printer, patience)


def document(pdf: bytes, paper: str) -> bytes:
    """The bytes that print the pages of a PDF on a roll."""
    return b"".join(
        _BEGIN + b"".join(_bands(lines(pdf, page, paper))) + _FEED_AND_CUT
        for page in range(len(page_sizes(pdf)))
    )


def lines(pdf: bytes, page: int, paper: str) -> list[bytes]:
    """A page as lines of bits, 1 for black, as wide as the head."""
    return _head(raster(pdf, page=page, dpi=DPI), HEADS[paper])


def _head(image: PageImage, dots: int) -> list[bytes]:
    """The middle of the page; a narrower page than the head stands in its middle."""
    aside = (image.width - dots) // 2
    left, right = max(0, aside), max(0, -aside)
    bits = image.data.translate(_BLACK)
    found = []
    for top in range(0, image.height * image.stride, image.stride):
        line = bits[top + left : top + min(left + dots, image.width)]
        whole = (b"0" * right + line).ljust(dots, b"0")
        found.append(int(whole, 2).to_bytes(dots // 8, "big"))
    return found


def _bands(page: list[bytes]) -> Iterator[bytes]:
    """Each only as wide as its dots reach: over a serial line, white paper takes time too."""
    stripes = (page[top : top + STRIPE] for top in range(0, len(page), STRIPE))
    for width, alike in groupby(stripes, key=_reach):
        lines = [line[:width] for stripe in alike for line in stripe]
        for top in range(0, len(lines), BAND):
            band = lines[top : top + BAND]
            size = width.to_bytes(2, "little") + len(band).to_bytes(2, "little")
            yield _PICTURE + size + b"".join(band)


def _reach(lines: list[bytes]) -> int:
    """The bytes up to the last black dot; at least one, as all printers take."""
    return max(1, *(len(line.rstrip(b"\0")) for line in lines))


def _opened(printer: str, patience: Patience) -> Port:
    where = ports.place(printer)
    try:
        return ports.opened(printer, patience)
    except (OSError, ValueError) as fault:
        unknown = isinstance(fault, ValueError | FileNotFoundError | socket.gaierror)
        sentence = _NOWHERE if unknown else _SILENT
        if isinstance(fault, PermissionError):
            sentence = _FORBIDDEN
        raise Trouble(sentence(printer=where, reason=_reason(fault))) from fault


_NOWHERE = say(
    "escpos",
    "There is no printer at “{printer}”. Nothing is lost; look at its address in Settings, or "
    "choose another printer.",
)
_SILENT = say(
    "escpos",
    "The printer “{printer}” does not answer ({reason}). Nothing is lost; look whether it is "
    "switched on and its cable is in, then try again, or choose another printer.",
)
_FORBIDDEN = say(
    "escpos",
    "This computer does not let you use the printer “{printer}” ({reason}). Nothing is lost; ask "
    "whoever looks after the computer, or choose another printer.",
)
_BROKE_OFF = say(
    "escpos",
    "The printer “{printer}” broke off in the middle ({reason}). Nothing is lost; look at its "
    "cable and its paper, throw the piece away and print again.",
)
_OUT_OF_PAPER = say(
    "escpos",
    "The printer “{printer}” has no paper. Nothing is lost; put in a new roll, then try again, or "
    "choose another printer.",
)
_COVER_OPEN = say(
    "escpos",
    "The cover of the printer “{printer}” is open. Nothing is lost; close it, then try again.",
)
_IN_TROUBLE = say(
    "escpos",
    "The printer “{printer}” reports a fault of its own. Nothing is lost; switch it off and on "
    "again, then try again, or choose another printer.",
)
_PAUSED = say(
    "escpos",
    "The printer “{printer}” is not ready to print. Nothing is lost; press its feed key, then try "
    "again.",
)


def _reason(fault: Exception) -> str:
    told = getattr(fault, "strerror", None) or str(fault)
    return told.rstrip(".") or type(fault).__name__


def _hand_over(port: Port, content: bytes, printer: str, patience: Patience) -> None:
    """Asks, sends, and waits until the printer says that it has come to the end."""
    where = ports.place(printer)
    try:
        talks = _look(port, where)
        port.send(content)
        if talks:
            _wait(port, where, patience)
    except OSError as fault:
        raise Trouble(_BROKE_OFF(printer=where, reason=_reason(fault))) from fault


def _wait(port: Port, where: str, patience: Patience) -> None:
    """A printer answers this question when it has printed all before it, and not sooner."""
    port.send(_ARE_YOU_DONE)
    for _ in range(patience.looks):
        said = port.answer()
        if said and not said[0] & 0x90:
            return
        if not said and not _look(port, where):
            break
    raise TimeoutError("no answer")


def _look(port: Port, where: str) -> bool:
    """Whether the printer answers; raises Trouble where it says that it cannot print."""
    general = _ask(port, _GENERAL)
    if general is None:
        return False
    roll = _ask(port, _PAPER) or 0
    why = (_ask(port, _WHY_OFFLINE) or 0) if general & _OFFLINE else 0
    problem = _problem(general, roll, why)
    if problem is not None:
        raise Trouble(problem(printer=where))
    return True


def _problem(general: int, roll: int, why: int) -> Text | None:
    if why & _COVER:
        return _COVER_OPEN
    if roll & _ROLL_ENDED == _ROLL_ENDED or why & _NO_PAPER:
        return _OUT_OF_PAPER
    if why & _FAULT:
        return _IN_TROUBLE
    return _PAUSED if general & _OFFLINE else None


def _ask(port: Port, about: int) -> int | None:
    """What the printer says of its state (DLE EOT); None where it says nothing."""
    port.send(bytes((0x10, 0x04, about)))
    while said := port.answer():
        if said[0] & 0x93 == 0x12:  # the bits that tell such an answer from others
            return said[0]
    return None


if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

_ONE_AT_A_TIME = Lock()
"""PDFium must not be entered by two threads at once."""


@dataclass(frozen=True)
class PageImage:
    """A page on white: one byte a dot when grey (0 is black), else three: red, green, blue."""

    width: int
    height: int
    stride: int
    """Bytes from one line to the next; may be more than the line has."""
    data: bytes
    grey: bool


def raster(pdf: bytes, *, page: int = 0, dpi: float, grey: bool = True) -> PageImage:
    """One page, counted from 0, at `dpi` dots an inch. Raises IndexError where there is none."""
    with _document(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        bitmap = document[page].render(scale=dpi / 72, grayscale=grey, rev_byteorder=True)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), grey)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """(width, height) of every page, in points."""
    with _document(pdf) as document:
        return [page.get_size() for page in document]


@contextmanager
def _document(pdf: bytes) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument  # loads a library of 7 MB

    with _ONE_AT_A_TIME:
        document = PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
