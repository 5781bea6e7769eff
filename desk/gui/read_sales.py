"""The dialog that reads in a sales list: columns, progress, remarks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desk.app.reading_sales import SalesRead, read_sales
from desk.gui.kit import forms
from desk.gui.kit.widgets import ToneLabel
from desk.gui.kit.work import Pump
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError
from desk.sheets.report import report_csv
from desk.sheets.sales import FIELDS, Sheet, guess, look
from desk.words import say, spoken

_COLUMNS = 3


class ReadSalesDialog(QDialog):
    """Shows the first lines, asks which column holds what, reads, tells."""

    refusal: ToneLabel
    sample: QTableWidget
    columns_card: QFrame
    progress: QProgressBar
    outcome: QLabel
    report: QPushButton
    close_button: QPushButton
    start: QPushButton

    def __init__(self, workplace: Workplace, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "read_sales")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._file = workplace.desk, file
        self._pump = Pump(self)
        self._fields: dict[str, QComboBox] = {}
        self._read: SalesRead | None = None
        self._join()
        for part in (self.progress, self.report, self.outcome):
            part.hide()

    def _join(self) -> None:
        self.start.clicked.connect(self.read)
        self.close_button.clicked.connect(self.reject)
        self.report.clicked.connect(self._save_remarks)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(self.read)
            self.addAction(action)

    def begin(self) -> None:
        """Looks at the file and opens."""
        try:
            sheet = look(self._file)
        except DeskError as fault:
            self._failed(fault)
            self.start.setEnabled(False)
        else:
            self._show_sample(sheet)
            self._ask_columns(sheet, guess(sheet.headers))
        self.open()
        self.start.setFocus()

    def _show_sample(self, sheet: Sheet) -> None:
        self.sample.setColumnCount(len(sheet.headers))
        self.sample.setHorizontalHeaderLabels(list(sheet.headers))
        self.sample.setRowCount(len(sheet.sample))
        self.sample.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for row, cells in enumerate(sheet.sample):
            for column, cell in enumerate(cells):
                self.sample.setItem(row, column, QTableWidgetItem(cell))

    def _ask_columns(self, sheet: Sheet, mapping: dict[str, str]) -> None:
        grid = self.columns_card.layout()
        assert isinstance(grid, QGridLayout)  # noqa: S101 - the form says so
        for at, (name, label) in enumerate(FIELDS.items()):
            combo = QComboBox(self)
            combo.addItem("–", "")
            for header in sheet.headers:
                combo.addItem(header, header)
            combo.setCurrentIndex(max(0, combo.findData(mapping.get(name, ""))))
            combo.setAccessibleName(str(label))
            words = QLabel(str(label), self)
            words.setBuddy(combo)
            row, column = divmod(at, _COLUMNS)
            grid.addWidget(words, row, 2 * column)
            grid.addWidget(combo, row, 2 * column + 1)
            self._fields[name] = combo

    def read(self) -> None:
        """Takes the lines in, with progress."""
        if self._pump.running or not self.start.isEnabled():
            return
        mapping = {
            name: combo.currentData() for name, combo in self._fields.items() if combo.currentData()
        }
        self.refusal.tell("")
        self.start.setEnabled(False)
        self.progress.show()
        self._pump.start(
            read_sales(self._desk, self._file, mapping),
            progress=self._progressed,
            done=self._done,
            failed=self._failed,
        )

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    def _done(self, read: SalesRead) -> None:
        self._read = read
        self.progress.hide()
        told = say(
            "read_sales",
            "{rows} lines: {taken} taken, {remarked} taken with a remark, {known} known before, "
            "{refused} refused.",
        )
        counts = ("rows", "taken", "remarked", "known", "refused")
        self.outcome.setText(str(told(**{name: getattr(read, name) for name in counts})))
        self.outcome.show()
        self.report.setVisible(bool(read.remarks))
        self.close_button.setFocus()

    def _failed(self, fault: DeskError) -> None:
        self.progress.hide()
        self.refusal.tell(fault.text, "late")
        self.start.setEnabled(True)

    def _save_remarks(self) -> None:
        title = str(say("read_sales", "Save the remarks"))
        chosen, _ = QFileDialog.getSaveFileName(self, title, "", "CSV (*.csv)")
        if chosen and self._read is not None:
            try:
                report_csv(self._read.remarks, self._desk.home.foreign(Path(chosen)), spoken())
            except DeskError as fault:
                self._failed(fault)

    def reject(self) -> None:
        """Closing while reading stops; what was read till then is kept."""
        self._pump.cancel()
        super().reject()
