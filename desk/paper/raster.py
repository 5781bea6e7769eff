"""A page of a PDF as dots, for the preview and for printers that take pictures."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

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
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        bitmap = document[page].render(scale=dpi / 72, grayscale=grey, rev_byteorder=True)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), grey)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """(width, height) of every page, in points."""
    with _opened(pdf) as document:
        return [page.get_size() for page in document]


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument  # loads a library of 7 MB

    with _ONE_AT_A_TIME:
        document = PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
