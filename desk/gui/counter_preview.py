"""Keeps the receipt beside the form alive: never more than one on its way, always the last one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from desk.gui.preview import PdfPreview
from desk.gui.printing import Printing
from desk.paper.receipt import Receipt
from desk.rules.errors import DeskError
from desk.words import Text


class LivePaper(QObject):
    """Shows receipts in a preview, made in the worker, at most some times a second."""

    def __init__(self, preview: PdfPreview, printing: Printing) -> None:
        super().__init__(preview)
        self._preview = preview
        self._printing = printing
        self._wanted: Receipt | None = None
        self._made: tuple[Receipt, int] | None = None
        self._under_way = False
        self._empty: Text | str = ""

    def show_receipt(self, receipt: Receipt | None, empty: Text) -> None:
        """This one, as soon as it is made; without one, an empty sheet with a sentence."""
        self._wanted, self._empty = receipt, empty
        if receipt is None:
            self._made = None
            self._preview.show_empty(empty)
        elif not self._under_way:
            self._make()

    def again(self) -> None:
        """The language, the paper or the width changed."""
        self._made = None
        self.show_receipt(self._wanted, self._empty)  # type: ignore[arg-type]
