"""From a PDF to a printer of this computer, or to images on the screen; called on the worker.

Where CUPS is, it gets the PDF itself; a receipt printer without a driver gets its dots. Elsewhere
(Windows) the pages are painted with QPrinter at the printer's resolution, in its own paper size.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desk.paper import escpos, printers
from desk.paper.ports import is_direct
from desk.rules.errors import Trouble
from desk.words import say

_POINTS = 72


def printer_names() -> list[str]:
    """The printers of this computer, as the system calls them."""
    return printers.printers() or QPrinterInfo.availablePrinterNames()


def print_out(pdf: bytes, *, printer: str, paper: str, title: str, copies: int = 1) -> None:
    """Prints all pages. Raises DeskError with one sentence where the printer cannot."""
    by_system = printers.printers() or not QPrinterInfo.availablePrinterNames()
    if is_direct(printer) or by_system:
        printers.print_pdf(pdf, printer=printer, paper=paper, title=title, copies=copies)
    else:
        _paint(pdf, printer, title, copies)


def _paint(pdf: bytes, name: str, title: str, copies: int) -> None:
    printers.check_on_windows(name)
    info = QPrinterInfo.printerInfo(name)
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    device.setFullPage(True)
    device.setCopyCount(copies)
    sizes = escpos.page_sizes(pdf)
    _set_page(device, sizes[0])
    painter = QPainter()
    if info.isNull() or not painter.begin(device):
        raise Trouble(_SILENT(printer=name))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    whole = True
    for number, (width, height) in enumerate(sizes):
        if number:
            whole = device.newPage() and whole
        dots = device.resolution()
        page = as_image(escpos.raster(pdf, page=number, dpi=dots))
        painter.drawImage(QRectF(0, 0, width * dots / _POINTS, height * dots / _POINTS), page)
    whole = painter.end() and whole
    if not whole or device.printerState() in _BROKEN:
        raise Trouble(_SILENT(printer=name))


_BROKEN = {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
_SILENT = say(
    "spooler",
    "The printer “{printer}” does not answer. The complaint is saved; look whether it "
    "is switched on and has paper, or keep the receipt as a PDF.",
)


def _set_page(device: QPrinter, size: tuple[float, float]) -> None:
    page = QPageSize(QSizeF(*size), QPageSize.Unit.Point)
    device.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))


def as_image(page: escpos.PageImage) -> QImage:
    """The dots of a page as an image of its own."""
    form = QImage.Format.Format_Grayscale8 if page.grey else QImage.Format.Format_RGB888
    return QImage(page.data, page.width, page.height, page.stride, form).copy()


def images(pdf: bytes, width: int) -> list[QImage]:
    """The pages as grey images, each `width` pixels wide."""
    return [
        as_image(escpos.raster(pdf, page=number, dpi=_POINTS * width / size[0]))
        for number, size in enumerate(escpos.page_sizes(pdf))
    ]


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A printer and how many copies, or a file to print into."""

    printer: str = ""
    copies: int = 1
    file: Path | None = None


def can_ask() -> bool:
    """Whether there is a dialog to ask with: that of Windows needs a printer that has a driver."""
    return sys.platform != "win32" or bool(QPrinterInfo.availablePrinterNames())


def ask(
    parent: QWidget,
    *,
    title: str,
    chosen: Callable[[Chosen], None],
    left: Callable[[], None] | None = None,
) -> QPrintDialog:
    """Opens the dialog; `chosen` or `left` is called once, when somebody closes it."""
    printer = QPrinter()
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)

    def closed(answer: int) -> None:
        if answer:
            chosen(_what(printer))
        elif left is not None:
            left()
        dialog.deleteLater()

    dialog.finished.connect(closed)
    QDialog.open(dialog)  # the one of QPrintDialog wants a slot
    return dialog


def _what(printer: QPrinter) -> Chosen:
    if printer.outputFileName():
        return Chosen(file=Path(printer.outputFileName()))
    return Chosen(printer=printer.printerName(), copies=printer.copyCount())
