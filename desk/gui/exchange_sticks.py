"""USB sticks as they come and go: looked for calmly, and only while somebody looks at the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal

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
