"""How files go and come on this PC: what was chosen, the dialog for it, the row “Write into …”.

A folder is remembered there, and the sticks that are plugged in are offered.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from string import ascii_uppercase

from PySide6.QtCore import QObject, QSettings, QStorageInfo, Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from desk.app.desk import Desk
from desk.app.overview import REMIND_AFTER, read_time
from desk.gui.kit import forms
from desk.gui.kit.widgets import ElidedLabel, ToneLabel
from desk.words import say

_FOLDER = "exchange/folder"
_WORKBOOK = "exchange/workbook"
_DAYS = "exchange/remind_days"
_DAY_END = "exchange/day_end"
_DONE = "exchange/day_end_done"
_WATCHED = "exchange/watched"
_WATCH = "exchange/watch"


class ExchangeChoices:
    """Reads and keeps them; `outbox` is the folder where nobody chose another."""

    def __init__(self, settings: QSettings, outbox: Path) -> None:
        self._settings = settings
        self._outbox = outbox

    @property
    def folder(self) -> Path:
        """Where files are written."""
        kept = self._text(_FOLDER)
        return Path(kept) if kept else self._outbox

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._settings.setValue(_FOLDER, str(folder))

    @property
    def workbook(self) -> bool:
        """Whether a workbook is written beside each file."""
        return self._text(_WORKBOOK) == "yes"

    @workbook.setter
    def workbook(self, wanted: bool) -> None:
        self._settings.setValue(_WORKBOOK, "yes" if wanted else "no")

    @property
    def days(self) -> int:
        """Days without a confirmation after which it is said unmistakably."""
        kept = self._text(_DAYS)
        return int(kept) if kept.isdigit() and int(kept) else REMIND_AFTER

    @days.setter
    def days(self, days: int) -> None:
        self._settings.setValue(_DAYS, str(days))

    @property
    def day_end(self) -> time | None:
        """When the file is written by itself; None for never."""
        return read_time(self._text(_DAY_END))

    def set_day_end(self, at: time | None, now: datetime) -> None:
        """From now on at this time; what was before is not caught up with."""
        self._settings.setValue(_DAY_END, f"{at:%H:%M}" if at else "off")
        self.day_end_is_done(now)

    @property
    def day_end_done(self) -> str:
        """When it was last dealt with: ISO 8601, or empty."""
        return self._text(_DONE)

    def day_end_is_done(self, now: datetime) -> None:
        """It was dealt with now."""
        self._settings.setValue(_DONE, now.isoformat())

    @property
    def watched(self) -> Path | None:
        """The folder whose files are taken in by themselves; None where none is watched."""
        kept = self.watched_folder
        return Path(kept) if kept and self._text(_WATCH) == "yes" else None

    @property
    def watched_folder(self) -> str:
        """The folder that was chosen, watched or not."""
        return self._text(_WATCHED)

    def watch(self, folder: str, *, on: bool) -> None:
        """Which folder is watched, and whether."""
        self._settings.setValue(_WATCHED, folder)
        self._settings.setValue(_WATCH, "yes" if on else "no")

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, "") or "")


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

    def __init__(self, desk: Desk, choices: ExchangeChoices, parent: QWidget) -> None:
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
        forms.live(self, self._reword)
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
_USUAL_FOLDER = ("/media/", "/run/media/", "/Volumes/", "/mnt/")


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
    return shown.startswith(_USUAL_FOLDER)


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
