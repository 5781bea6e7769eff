"""The system's own print dialog, for who wants to choose printer and copies each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A printer and how many copies, or a file to print into."""

    printer: str = ""
    copies: int = 1
    file: Path | None = None


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
