"""The rows of Settings in which each kind of paper gets its printer, its size and a test page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton, QWidget

from desk.gui.kit.widgets import choose, offer
from desk.gui.kit.workplace import Workplace
from desk.gui.print import choices, spooler
from desk.gui.print.choices import AS_PDF, ASK, KINDS
from desk.gui.settings.people import PeopleForm
from desk.paper import ports
from desk.paper.papers import OF_THE_HOUSE, PAPERS, SIZES
from desk.paper.print_check import KIND_NAMES, NAMES
from desk.words import say


class PrintersForm(PeopleForm):
    """What the form has of each kind of paper, and beside that."""

    paper_chosen = Signal()

    receipt_printer: QComboBox
    receipt_paper: QComboBox
    receipt_test: QToolButton
    tag_printer: QComboBox
    tag_paper: QComboBox
    tag_test: QToolButton
    worksheet_printer: QComboBox
    worksheet_paper: QComboBox
    worksheet_test: QToolButton
    brief_printer: QComboBox
    brief_paper: QComboBox
    brief_test: QToolButton
    letter_printer: QComboBox
    letter_paper: QComboBox
    letter_test: QToolButton
    comment_card_printer: QComboBox
    comment_card_paper: QComboBox
    comment_card_test: QToolButton
    leaflet_printer: QComboBox
    leaflet_paper: QComboBox
    leaflet_test: QToolButton
    add_direct: QPushButton
    print_comment_card: QPushButton
    print_leaflet: QPushButton


class Printers:
    """Joins the rows with the settings of this workplace."""

    def __init__(self, form: PrintersForm, workplace: Workplace) -> None:
        self._form = form
        self._workplace = workplace
        self._choices = workplace.printing.choices
        self._names: list[str] = []
        for kind in KINDS:
            offer(self._paper(kind), {size: NAMES[size] for size in SIZES[kind]})
            self._join(kind)
        for kind in OF_THE_HOUSE:
            button: QPushButton = getattr(form, f"print_{kind}")
            button.clicked.connect(lambda _on=False, kind=kind: workplace.printing.other(kind))
        form.add_direct.clicked.connect(self._name_direct)
        self.show()

    def _printer(self, kind: str) -> QComboBox:
        combo: QComboBox = getattr(self._form, f"{kind}_printer")
        return combo

    def _paper(self, kind: str) -> QComboBox:
        combo: QComboBox = getattr(self._form, f"{kind}_paper")
        return combo

    def _join(self, kind: str) -> None:
        printer, paper = self._printer(kind), self._paper(kind)
        printer.activated.connect(lambda _at: self._keep(choices.printer_key(kind), printer))
        paper.activated.connect(lambda _at: self._keep(choices.paper_key(kind), paper))
        test: QToolButton = getattr(self._form, f"{kind}_test")
        test.clicked.connect(lambda _on=False: self._test(kind))

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
        for kind in KINDS:
            choose(self._paper(kind), self._choices.paper(kind))
            self._offer(self._printer(kind), kind)
            test: QToolButton = getattr(self._form, f"{kind}_test")
            test.setEnabled(self._choices.printer(kind) not in (AS_PDF, ASK))

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
        printing.test_page(
            self._choices.printer(kind), kind, KIND_NAMES[kind], paper=self._choices.paper(kind)
        )

    def _name_direct(self) -> None:
        from desk.gui.print.direct import DirectDialog  # named once in a printer's life

        dialog = DirectDialog(self._workplace.printing, self._window())
        dialog.chosen.connect(self._use_direct)
        dialog.open()

    def _window(self) -> QWidget:
        return self._form.window()

    def _use_direct(self, printer: str) -> None:
        settings = self._workplace.settings
        settings.setValue(choices.printer_key("receipt"), printer)
        if not PAPERS[self._choices.paper("receipt")].roll:
            settings.setValue(choices.paper_key("receipt"), SIZES["receipt"][0])
        self.show()
        self._form.paper_chosen.emit()
