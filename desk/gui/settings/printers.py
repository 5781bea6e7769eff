"""The rows of Settings in which each kind of paper gets its printer, its size and a test page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from desk.gui.kit import theme
from desk.gui.kit.widgets import choose, offer
from desk.gui.kit.workplace import Workplace
from desk.gui.print import printing, spooler
from desk.gui.print.printing import AS_PDF, ASK
from desk.gui.settings.people import PeopleForm
from desk.paper import ports
from desk.paper.papers import OF_THE_HOUSE, PAPER_KINDS, PAPERS, SIZE_NAMES, SIZES
from desk.words import say

_PRINTER_FOR = say("settings", "Printer: {papers}")
_SIZE_OF = say("settings", "Size: {papers}")
_TEST_OF = say("settings", "Test page: {papers}")


class PrintersForm(PeopleForm):
    """What the form has of each kind of paper, and beside that."""

    paper_chosen = Signal()

    paper_grid: QGridLayout
    paper_language: QComboBox
    add_direct: QPushButton
    print_comment_card: QPushButton
    print_leaflet: QPushButton


@dataclass(frozen=True, kw_only=True)
class PrinterRow:
    """What is chosen for a kind of paper."""

    label: QLabel
    printer: QComboBox
    paper: QComboBox
    test: QToolButton


class Printers:
    """Makes a row for each kind of paper, and joins it with the settings of this workplace."""

    def __init__(self, form: PrintersForm, workplace: Workplace) -> None:
        self._form = form
        self._workplace = workplace
        self._choices = workplace.printing.choices
        self._names: list[str] = []
        self.rows = {kind: self._row(kind, at) for at, kind in enumerate(PAPER_KINDS, start=1)}
        before: QWidget = form.paper_language.previousInFocusChain() or form
        for kind, row in self.rows.items():
            for part in (row.printer, row.paper, row.test):
                QWidget.setTabOrder(before, part)
                before = part
            self._join(kind)
        QWidget.setTabOrder(before, form.paper_language)
        for kind in OF_THE_HOUSE:
            button: QPushButton = getattr(form, f"print_{kind}")
            button.clicked.connect(lambda _on=False, kind=kind: workplace.printing.other(kind))
        form.add_direct.clicked.connect(self._name_direct)
        self.show()

    def _row(self, kind: str, at: int) -> PrinterRow:
        card, grid = self._form.paper_grid.parentWidget(), self._form.paper_grid
        row = PrinterRow(
            label=QLabel(card),
            printer=QComboBox(card),
            paper=QComboBox(card),
            test=QToolButton(card),
        )
        row.label.setBuddy(row.printer)
        row.printer.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        row.printer.setMinimumContentsLength(12)
        row.test.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.wear(row.test, "print")
        offer(row.paper, {size: SIZE_NAMES[size] for size in SIZES[kind]})
        for column, name in enumerate(("label", "printer", "paper", "test")):
            part: QWidget = getattr(row, name)
            part.setObjectName(f"{kind}_{name}")
            grid.addWidget(part, at, column)
        return row

    def _name(self) -> None:
        """In the language shown."""
        for kind, row in self.rows.items():
            several = PAPER_KINDS[kind].several
            row.label.setText(str(say("settings", "&Receipts") if kind == "receipt" else several))
            row.printer.setAccessibleName(str(_PRINTER_FOR(papers=several)))
            row.paper.setAccessibleName(str(_SIZE_OF(papers=several)))
            row.test.setAccessibleName(str(_TEST_OF(papers=several)))
            row.test.setToolTip(str(say("settings", "Print a test page")))

    def _join(self, kind: str) -> None:
        row = self.rows[kind]
        row.printer.activated.connect(
            lambda _at: self._keep(printing.printer_key(kind), row.printer)
        )
        row.paper.activated.connect(lambda _at: self._keep(printing.paper_key(kind), row.paper))
        row.test.clicked.connect(lambda _on=False: self._test(kind))

    def look(self) -> None:
        """Printers may have come or gone."""
        self.show()
        self._workplace.jobs.run(
            spooler.printer_names, self.show, lambda fault: self._form.refusal.tell(fault.text)
        )

    def show(self, names: Sequence[str] | None = None) -> None:
        """The printers that are there, and what is chosen for each kind, or suits until then."""
        if names is not None:
            self._names = list(names)
        self._name()
        for kind, row in self.rows.items():
            choose(row.paper, self._choices.paper(kind))
            self._offer(row.printer, kind)
            row.test.setEnabled(self._choices.printer(kind) not in (AS_PDF, ASK))

    def _offer(self, combo: QComboBox, kind: str) -> None:
        """One that is gone stays, and says so; one without a driver is offered for rolls only."""
        roll = PAPERS[self._choices.paper(kind)].roll
        direct, chosen = self._choices.direct, self._choices.printer(kind)
        combo.clear()
        combo.addItem(str(say("settings", "No printer: keep as PDF")), AS_PDF)
        for name in [*self._names, *(direct if roll else ())]:
            combo.addItem(ports.place(name), name)
        combo.addItem(str(say("settings", "Ask each time")), ASK)
        if combo.findData(chosen) < 0:
            gone = say("settings", "{name} (not there now)")(name=ports.place(chosen))
            combo.addItem(str(gone), chosen)
        choose(combo, chosen)

    def _keep(self, key: str, combo: QComboBox) -> None:
        """Kinds for which nothing was chosen go by this one, so all are shown anew."""
        self._workplace.settings.setValue(key, combo.currentData())
        self.show()
        self._form.paper_chosen.emit()

    def _test(self, kind: str) -> None:
        printing = self._workplace.printing
        size = self._choices.paper(kind)
        printing.test_page(self._choices.printer(kind), kind, PAPER_KINDS[kind].several, paper=size)

    def _name_direct(self) -> None:
        from desk.gui.print.direct import DirectDialog  # named once in a printer's life

        dialog = DirectDialog(self._workplace.printing, self._window())
        dialog.chosen.connect(self._use_direct)
        dialog.open()

    def _window(self) -> QWidget:
        return self._form.window()

    def _use_direct(self, printer: str) -> None:
        settings = self._workplace.settings
        settings.setValue(printing.printer_key("receipt"), printer)
        if not PAPERS[self._choices.paper("receipt")].roll:
            settings.setValue(printing.paper_key("receipt"), SIZES["receipt"][0])
        self.show()
        self._form.paper_chosen.emit()
