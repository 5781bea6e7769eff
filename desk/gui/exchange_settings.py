"""The dialog “How files go and come”: the reminder, the day's end, the watched folder."""

from __future__ import annotations

from datetime import time
from pathlib import Path

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from desk.app.desk import Desk
from desk.gui import forms, i18n
from desk.gui.badge import ToneLabel
from desk.gui.exchange_choices import Choices
from desk.gui.widgets import ElidedLabel
from desk.words import say

_USUAL = QTime(17, 0)


class ExchangeSettings(QDialog):
    """What is chosen is kept at once; closing is all that is left to do."""

    remind: QSpinBox
    remind_label: QLabel
    day_end: QCheckBox
    day_end_at: QTimeEdit
    day_end_label: QLabel
    day_end_words: QLabel
    watch: QCheckBox
    watched: ElidedLabel
    choose_watched: QPushButton
    refusal: ToneLabel
    close_button: QPushButton

    def __init__(self, desk: Desk, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        forms.load(self, "exchange_settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._choices = choices
        at = choices.day_end
        self.remind.setValue(choices.days)
        self.day_end.setChecked(at is not None)
        self.day_end_at.setTime(QTime(at.hour, at.minute) if at else _USUAL)
        self.watch.setChecked(choices.watched is not None)
        for part in (self.day_end, self.day_end_at, self.day_end_label, self.day_end_words):
            part.setVisible(not desk.shop.head_office)
        i18n.live(self, self._reword)
        self._enable()
        self._join()

    def _join(self) -> None:
        self.remind.valueChanged.connect(lambda days: setattr(self._choices, "days", days))
        self.day_end.toggled.connect(lambda _on: self._day_end())
        self.day_end_at.timeChanged.connect(lambda _at: self._day_end())
        self.watch.toggled.connect(self._watch)
        self.choose_watched.clicked.connect(self._choose)
        self.close_button.clicked.connect(self.accept)

    def begin(self) -> None:
        """Opens, with the focus in the first field."""
        self.open()
        self.remind.setFocus()

    def use_folder(self, folder: str) -> None:
        """This folder is watched from now on; never the one that files are written into."""
        if Path(folder) == self._choices.folder:
            self.refusal.tell(
                say(
                    "exchange_settings",
                    "Files are written into this folder: choose another one to be watched.",
                ),
                "late",
            )
            return
        self.refusal.tell("")
        self._choices.watch(folder, on=True)
        self.watch.setChecked(True)
        self._reword()

    def _reword(self) -> None:
        self.remind.setSuffix(str(say("exchange_settings", " days")))
        nothing = str(say("exchange_settings", "no folder chosen"))
        self.watched.setText(self._choices.watched_folder or nothing)

    def _enable(self) -> None:
        self.day_end_at.setEnabled(self.day_end.isChecked())

    def _day_end(self) -> None:
        at = self.day_end_at.time()
        wanted = time(at.hour(), at.minute()) if self.day_end.isChecked() else None
        self._choices.set_day_end(wanted, self._desk.now())
        self._enable()

    def _watch(self, on: bool) -> None:
        if on and not self._choices.watched_folder:
            self._choose()
            if not self._choices.watched_folder:
                self.watch.setChecked(False)
            return
        self._choices.watch(self._choices.watched_folder, on=on)

    def _choose(self) -> None:
        title = str(say("exchange_settings", "Folder in which files of other desks appear"))
        folder = QFileDialog.getExistingDirectory(self, title, self._choices.watched_folder)
        if folder:
            self.use_folder(folder)
