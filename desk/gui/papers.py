"""The papers that a case can have: each with its printer, printed by Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desk.app.papers import OfferedPaper, offered
from desk.gui.kit import forms
from desk.gui.kit.widgets import ToneLabel
from desk.gui.kit.workplace import Workplace
from desk.gui.print.printing import AS_PDF, ASK
from desk.paper import ports
from desk.paper.papers import SIZE_NAMES
from desk.rules.errors import DeskError
from desk.words import Text, say

LETTER_KIND = "decision"
"""The message that a letter is, until another is chosen there."""


class PapersDialog(QDialog):
    """One paper a line; a letter is looked over first, elsewhere: `letter_wanted`."""

    letter_wanted = Signal(str, str)

    title: QLabel
    papers: QTreeWidget
    refusal: ToneLabel
    print_it: QPushButton
    leave: QPushButton

    def __init__(self, workplace: Workplace, complaint: str, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "papers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workplace = workplace
        self._complaint = complaint
        self._shown: tuple[OfferedPaper, ...] = ()
        header = self.papers.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.papers.currentItemChanged.connect(lambda _now, _before: self._choose())
        self.papers.itemDoubleClicked.connect(lambda _item, _column: self._print())
        self.print_it.clicked.connect(self._print)
        self.leave.clicked.connect(self.reject)
        forms.live(self, self._show)
        self.papers.setFocus()

    def _show(self) -> None:
        """Everything, in the language shown; the same line stays chosen."""
        at = max(self.papers.currentIndex().row(), 0)
        self.setWindowTitle(self.title.text())
        desk = self._workplace.desk
        try:
            self._shown = offered(desk, desk.complaint(self._complaint))
        except DeskError as fault:
            self._shown = ()
            self.refusal.tell(fault.text, "late")
        self.papers.clear()
        for paper in self._shown:
            row = QTreeWidgetItem(self.papers, self._cells(paper))
            if paper.refused is not None:
                row.setForeground(0, self.palette().placeholderText())
        self.papers.setCurrentIndex(self.papers.model().index(at, 0))
        self._choose()

    def _cells(self, paper: OfferedPaper) -> list[str]:
        choices = self._workplace.printing.choices
        size = SIZE_NAMES[choices.paper(paper.kind)]
        return [str(paper.name), str(_place(choices.printer(paper.kind))), str(size)]

    def _chosen(self) -> OfferedPaper | None:
        at = self.papers.currentIndex().row()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def _choose(self) -> None:
        paper = self._chosen()
        self.print_it.setEnabled(paper is not None and paper.refused is None)
        if paper is not None:
            self.refusal.tell(paper.refused or "", "late")

    def _print(self) -> None:
        paper = self._chosen()
        if paper is None or paper.refused is not None:
            return
        self.accept()
        if paper.kind == "letter":
            self.letter_wanted.emit(self._complaint, LETTER_KIND)
        elif paper.kind == "receipt":
            self._workplace.printing.receipt(self._complaint)
        else:
            self._workplace.printing.other(paper.kind, self._complaint)


def _place(printer: str) -> Text | str:
    if printer == AS_PDF:
        return say("papers", "No printer: kept as PDF")
    return say("papers", "Asks each time") if printer == ASK else ports.place(printer)
