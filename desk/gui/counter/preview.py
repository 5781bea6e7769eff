"""Keeps the receipt beside the form alive: one at a time on its way, and the last one wins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QImage

from desk import words
from desk.gui.kit import i18n
from desk.gui.kit.preview import PdfPreview
from desk.gui.print.choices import AS_PDF, ASK
from desk.gui.print.printing import Printing
from desk.paper.ports import place
from desk.paper.receipt import Receipt
from desk.rules.errors import DeskError
from desk.words import Text, say

_EMPTY = say("counter", "The receipt appears here as you write, just as it will print.")
_PAUSE = 120  # milliseconds of the same width before it is made for it


def goes_to(printing: Printing) -> Text:
    """Where the receipt will come out."""
    if printing.printer == AS_PDF:
        return say("counter", "No printer is chosen: the receipt is kept as PDF.")
    if printing.printer == ASK:
        return say("counter", "You are asked for the printer each time.")
    return say("counter", "Prints on {printer}")(printer=place(printing.printer))


class LivePaper(QObject):
    """Shows receipts in a preview, made in the worker for the width that it has."""

    def __init__(self, preview: PdfPreview, printing: Printing) -> None:
        super().__init__(preview)
        self._preview = preview
        self._printing = printing
        self._wanted: Receipt | None = None
        self._made: object = None
        self._under_way = False
        self._settling = QTimer(self, singleShot=True, interval=_PAUSE)
        self._settling.timeout.connect(self._make)
        preview.installEventFilter(self)
        i18n.language.changed.connect(self._settling.start)
        preview.show_empty(_EMPTY)

    def show_receipt(self, receipt: Receipt | None) -> None:
        """This one, as soon as it is made; without one, an empty sheet that says what comes."""
        self._wanted = receipt
        if receipt is None:
            self._made = None
            self._preview.show_empty(_EMPTY)
        else:
            self._make()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another width: made again."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._settling.start()
        return False

    def _make(self) -> None:
        receipt, printing = self._wanted, self._printing
        width = self._preview.wanted_width()
        form = (receipt, width, printing.paper, printing.language, words.spoken())
        if receipt is None:
            self._preview.show_empty(_EMPTY)
        if receipt is None or self._under_way or form == self._made:
            return
        if not self._preview.isVisible():
            return
        self._under_way, self._made = True, form
        printing.preview(receipt, width=width, done=self._done, failed=self._failed)

    def _done(self, pages: Sequence[QImage]) -> None:
        self._under_way = False
        if self._wanted is not None:
            self._preview.show_pages(pages)
            self._make()

    def _failed(self, fault: DeskError) -> None:
        self._under_way = False
        self._preview.show_empty(fault.text)
