"""The row “Write into …”: a folder that is remembered, and the sticks that are plugged in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from desk.gui.exchange.settings import ExchangeChoices
from desk.gui.kit.badge import ToneLabel
from desk.gui.kit.widgets import ElidedLabel
from desk.words import say

Parts = tuple[ElidedLabel, QPushButton, QComboBox, ToneLabel]


class FolderRow(QObject):
    """Keeps the row up to date; `parts` are the folder, its button, the sticks and a note."""

    def __init__(
        self, view: QWidget, choices: ExchangeChoices, sticks: Sticks, parts: Parts
    ) -> None:
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


_EVERY = 2_500  # milliseconds between two looks
_USUAL = ("/media/", "/run/media/", "/Volumes/", "/mnt/")


@dataclass(frozen=True)
class Stick:
    """A stick that is plugged in and can be written to."""

    name: str
    root: str


def plugged_in() -> list[Stick]:
    """The sticks that the system shows now."""
    return [
        Stick(volume.displayName() or volume.rootPath(), volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid()
        and volume.isReady()
        and not volume.isReadOnly()
        and on_stick(volume.rootPath())
    ]


def on_stick(folder: str) -> bool:
    """Whether a folder is where sticks are mounted, be it there now or not."""
    shown = Path(folder).as_posix() + "/"
    drive = shown[:1].upper() if shown[1:3] == ":/" else ""
    return shown.startswith(_USUAL) or "D" <= drive <= "Z"


class Sticks(QObject):
    """`changed` tells the sticks that are there, whenever one has come or gone."""

    changed = Signal(object)

    def __init__(self, parent: QObject, *, find: Callable[[], list[Stick]] = plugged_in) -> None:
        super().__init__(parent)
        self.find = find
        self.there: list[Stick] = []
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, *, on: bool) -> None:
        """Begin to look, at once; or leave it."""
        if on:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Looks once."""
        found = self.find()
        if found != self.there:
            self.there = found
            self.changed.emit(found)

    def has(self, folder: str) -> bool:
        """Whether the stick of a folder is there."""
        path = Path(folder)
        return any(path.is_relative_to(stick.root) for stick in self.there)
