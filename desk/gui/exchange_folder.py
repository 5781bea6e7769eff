"""The row “Write into …”: a folder that is remembered, and the sticks that are plugged in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from desk.gui.badge import ToneLabel
from desk.gui.exchange_choices import Choices
from desk.gui.exchange_sticks import Stick, Sticks, on_stick
from desk.gui.widgets import ElidedLabel
from desk.words import say

Parts = tuple[ElidedLabel, QPushButton, QComboBox, ToneLabel]


class FolderRow(QObject):
    """Keeps the row up to date; `parts` are the folder, its button, the sticks and a note."""

    def __init__(self, view: QWidget, choices: Choices, sticks: Sticks, parts: Parts) -> None:
        super().__init__(view)
        self._view = view
        self._choices = choices
        self._sticks = sticks
        self._folder, button, self._combo, self._note = parts
        button.clicked.connect(self._choose)
        self._combo.activated.connect(self._take_stick)
        sticks.changed.connect(self._sticks_changed)

    def refresh(self) -> None:
        """Shows the folder and the sticks in the language shown."""
        self._sticks_changed(self._sticks.there)

    def use(self, folder: str) -> None:
        """Files go there from now on."""
        self._choices.folder = Path(folder)
        self.refresh()

    def _sticks_changed(self, there: Sequence[Stick]) -> None:
        self._folder.setText(str(self._choices.folder))
        self._combo.clear()
        self._combo.addItem(str(say("exchange_place", "USB stick…")), "")
        for stick in there:
            self._combo.addItem(stick.name, stick.root)
        self._combo.setVisible(bool(there))
        self._say(there)

    def _say(self, there: Sequence[Stick]) -> None:
        folder = str(self._choices.folder)
        if on_stick(folder) and not self._sticks.has(folder):
            text = say(
                "exchange_place",
                "The stick of this folder is not plugged in. Plug it in, or choose another folder.",
            )
            self._note.tell(text, "soon")
        elif there and not on_stick(folder):
            text = say(
                "exchange_place", "The stick “{name}” is plugged in: choose it to write there."
            )
            self._note.tell(text(name=there[0].name), "calm")
        else:
            self._note.tell("")

    def _take_stick(self, at: int) -> None:
        root = self._combo.itemData(at)
        if root:
            self.use(str(root))

    def _choose(self) -> None:
        title = str(say("exchange_place", "Folder for the file"))
        chosen = QFileDialog.getExistingDirectory(self._view, title, str(self._choices.folder))
        if chosen:
            self.use(chosen)
