"""The row “Write into …”: a folder that is remembered, and the sticks that are plugged in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_uppercase

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from desk.gui.exchange.settings import ExchangeChoices
from desk.gui.kit.widgets import ElidedLabel, ToneLabel
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
_NOT_THERE, _REMOVABLE = 1, 2
_USUAL = ("/media/", "/run/media/", "/Volumes/", "/mnt/")


@dataclass(frozen=True)
class Stick:
    """A stick that is plugged in and can be written to."""

    name: str
    root: str


def plugged_in() -> list[Stick]:
    """The sticks that the system shows now.

    On Windows nothing else is asked: a network drive that is gone would hold up the window.
    """
    volumes = QStorageInfo.mountedVolumes() if sys.platform != "win32" else _removable()
    return [
        Stick(volume.displayName() or volume.rootPath(), volume.rootPath())
        for volume in volumes
        if volume.isValid()
        and volume.isReady()
        and not volume.isReadOnly()
        and on_stick(volume.rootPath())
    ]


def _removable() -> list[QStorageInfo]:
    roots = (f"{letter}:/" for letter in ascii_uppercase)
    return [QStorageInfo(root) for root in roots if drive_kind(root) == _REMOVABLE]


def drive_kind(root: str) -> int:
    """What Windows knows of a drive without touching it: 1 not there, 2 removable, 3 a disk …"""
    if sys.platform != "win32":
        return _NOT_THERE
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root.replace("/", "\\")))


def on_stick(folder: str, kind_of: Callable[[str], int] = drive_kind) -> bool:
    """Whether a folder is where sticks are mounted, be it there now or not."""
    shown = Path(folder).as_posix() + "/"
    if shown[1:3] == ":/":
        return shown[0].upper() >= "D" and kind_of(shown[:3]) in {_NOT_THERE, _REMOVABLE}
    return shown.startswith(_USUAL)


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
