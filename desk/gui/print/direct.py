"""Names a receipt printer that has no driver: on the network, behind a device, on a serial line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from desk.gui.kit import forms
from desk.gui.kit.widgets import ToneLabel, offer
from desk.gui.print.printing import Printing
from desk.paper import escpos, ports
from desk.paper.papers import PAPER_KINDS
from desk.words import say

_WAYS = {
    "tcp": say("print_direct", "Network"),
    "device": say("print_direct", "USB, or shared on Windows"),
    "serial": say("print_direct", "Serial line"),
}
_EXAMPLES = {"tcp": "192.168.1.50", "device": "/dev/usb/lp0", "serial": "COM3@19200"}


class DirectDialog(QDialog):
    """Where the printer is; `chosen` gives its name."""

    chosen = Signal(str)

    title: QLabel
    way: QComboBox
    place: QLineEdit
    place_fault: ToneLabel
    use: QPushButton
    try_page: QPushButton
    leave: QPushButton

    def __init__(self, printing: Printing, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "print_direct")
        self._printing = printing
        offer(self.way, _WAYS)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.way.activated.connect(lambda _at: self._show_example())
        self.place.returnPressed.connect(self._use)
        self.use.clicked.connect(self._use)
        self.try_page.clicked.connect(self._try)
        self.leave.clicked.connect(self.reject)
        self.place_fault.tell("")
        forms.live(self, lambda: self.setWindowTitle(self.title.text()))
        self._show_example()
        self.place.setFocus()

    def _show_example(self) -> None:
        self.place.setPlaceholderText(_EXAMPLES[self.way.currentData()])

    def _named(self) -> str:
        """The printer's name; “” with a sentence at the field where it cannot be one."""
        name = f"{self.way.currentData()}:{self.place.text().strip()}"
        fits = ports.is_direct(name)
        missing = say("print_direct", "Please write down where the printer is.")
        self.place_fault.tell("" if fits else missing, "late")
        if not fits:
            self.place.setFocus()
        return name if fits else ""

    def _try(self) -> None:
        name = self._named()
        if name:
            roll = self._printing.paper in escpos.HEADS
            paper = self._printing.paper if roll else next(iter(escpos.HEADS))
            self._printing.test_page(name, "receipt", PAPER_KINDS["receipt"].several, paper=paper)

    def _use(self) -> None:
        name = self._named()
        if name:
            self._printing.choices.add_direct(name)
            self.chosen.emit(name)
            self.accept()
