"""What waits for a printer: a line in the window, and the list with reason and next step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from shiboken6 import isValid

from desk import words
from desk.app.waiting_papers import WaitingPaper
from desk.gui.kit import forms, theme
from desk.gui.kit.preview import PdfPreview
from desk.gui.kit.widgets import ToneLabel
from desk.gui.kit.workplace import Workplace
from desk.gui.print import spooler
from desk.gui.print.spooler import Chosen
from desk.moments import near
from desk.paper import ports
from desk.paper.papers import PAPERS
from desk.words import counted, say


class WaitingLine(QPushButton):
    """“2 papers wait for the printer”: seen as long as it is true, and leads to the list."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.dialog: WaitingDialog | None = None
        self.setObjectName("papers_waiting")
        self.setProperty("role", "quiet")
        theme.wear(self, "print")
        self.clicked.connect(self.open_list)
        workplace.printing.again.changed.connect(self._reword)
        forms.live(self, self._reword)

    def begin(self, layout: QBoxLayout, at: int) -> None:
        """Stands in the window from now on, and what waits is tried by itself."""
        layout.insertWidget(at, self)
        self._workplace.printing.again.begin()
        self._reword()

    def stop(self) -> None:
        """The window closes."""
        self._workplace.printing.again.stop()

    def open_list(self) -> None:
        """The list of what waits."""
        self.dialog = WaitingDialog(self._workplace, self.window())
        self.dialog.open()

    def _reword(self) -> None:
        papers = self._workplace.printing.again.papers()
        one = say("print_waiting", "1 paper waits for the printer: see why, or print it elsewhere")
        many = say(
            "print_waiting", "{n} papers wait for the printer: see why, or print them elsewhere"
        )
        self.setText(str(counted(len(papers), one, many)))
        self.setVisible(bool(papers) and self.parentWidget() is not None)


class WaitingDialog(QDialog):
    """One paper a line; what can be done is done to the one that is chosen."""

    title: QLabel
    papers: QTreeWidget
    reason: ToneLabel
    preview: PdfPreview
    try_again: QPushButton
    elsewhere: QPushButton
    save_pdf: QPushButton
    throw_away: QPushButton
    leave: QPushButton

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "print_waiting")
        self._workplace = workplace
        self._printing = workplace.printing
        self._shown: list[WaitingPaper] = []
        self._pictured = ""
        self.menu: QMenu | None = None
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.papers.currentItemChanged.connect(lambda _now, _before: self._choose())
        self.try_again.clicked.connect(self._again)
        self.elsewhere.clicked.connect(self._ask_printers)
        self.save_pdf.clicked.connect(self._save)
        self.throw_away.clicked.connect(self._throw_away)
        self.leave.clicked.connect(self.reject)
        self._printing.again.changed.connect(self.refresh)
        forms.live(self, self.refresh)
        self.papers.setFocus()
        forms.language.changed.connect(self._retell)

    @property
    def chosen(self) -> WaitingPaper | None:
        """The paper on which the buttons act."""
        at = self.papers.currentIndex().row()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def refresh(self) -> None:
        """As it is now, the same paper chosen as before."""
        before, now = self.chosen, self._workplace.desk.now()
        self._shown = self._printing.again.papers()
        kept = [at for at, paper in enumerate(self._shown) if before and paper.id == before.id]
        with QSignalBlocker(self.papers):
            self.papers.clear()
            for paper in self._shown:
                cells = [paper.title, ports.place(paper.printer), str(near(paper.since, now))]
                QTreeWidgetItem(self.papers, cells)
            if self._shown:
                row = self.papers.model().index(kept[0] if kept else 0, 0)
                self.papers.setCurrentIndex(row)
        for at in range(3):
            self.papers.resizeColumnToContents(at)
        self._choose()

    def _retell(self) -> None:
        self.setWindowTitle(self.title.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is known how wide the paper is drawn."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._picture)

    def _choose(self) -> None:
        paper = self.chosen
        for button in (self.try_again, self.elsewhere, self.save_pdf, self.throw_away):
            button.setEnabled(paper is not None)
        if paper is None:
            nothing = say("print_waiting", "No paper waits any more.")
            self.reason.tell(nothing)
            self.preview.show_empty(nothing)
            return
        self.reason.tell(paper.why(words.spoken()), "soon")
        if paper.id != self._pictured and self.isVisible():
            self._picture()

    def _picture(self) -> None:
        paper = self.chosen
        if paper is not None:
            self._pictured = paper.id
            width = self.preview.wanted_width()
            self._printing.preview_waiting(paper, width=width, done=self._show_picture)

    def _show_picture(self, pages: Sequence[QImage]) -> None:
        """The window may be closed by now."""
        if isValid(self.preview):
            self.preview.show_pages(pages)

    def _again(self) -> None:
        paper = self.chosen
        if paper is not None:
            self._printing.waiting_on(paper, Chosen(printer=paper.printer))

    def _ask_printers(self) -> None:
        """The printers are asked for beside the window."""
        direct = self._printing.choices.direct
        self._workplace.jobs.run(
            lambda: [*direct, *spooler.printer_names()],
            self._offer_printers,
            lambda fault: self.reason.tell(fault.text, "late"),
        )

    def _offer_printers(self, names: list[str]) -> None:
        """A printer without a driver takes rolls only."""
        paper = self.chosen
        if paper is None:
            return
        self.menu = menu = QMenu(self)
        for name in names:
            if ports.is_direct(name) and not PAPERS[paper.paper].roll:
                continue
            action = menu.addAction(ports.place(name).replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, name=name: self._move(paper, Chosen(printer=name))
            )
        if spooler.can_ask():
            menu.addSeparator()
            system = menu.addAction(str(say("print_waiting", "The system’s print dialog…")))
            system.triggered.connect(lambda _on=False: self._system(paper))
        menu.popup(self.elsewhere.mapToGlobal(self.elsewhere.rect().bottomLeft()))

    def _system(self, paper: WaitingPaper) -> None:
        spooler.ask(self, title=paper.title, chosen=lambda chosen: self._move(paper, chosen))

    def _move(self, paper: WaitingPaper, chosen: Chosen) -> None:
        self._printing.waiting_on(paper, chosen)

    def _save(self) -> None:
        paper = self.chosen
        if paper is None:
            return
        title = str(say("print_waiting", "Save as PDF"))
        named, _ = QFileDialog.getSaveFileName(self, title, f"{paper.title}.pdf", "PDF (*.pdf)")
        if named:
            self._printing.waiting_on(paper, Chosen(file=Path(named)))

    def _throw_away(self) -> None:
        """Undone by nobody, but the complaint stays, and its receipt can be printed anew."""
        paper = self.chosen
        if paper is not None:
            self._printing.throw_away(paper)
            self._workplace.toast.tell(
                say("print_waiting", "{title} was thrown away. It can be printed anew.")(
                    title=paper.title
                )
            )
