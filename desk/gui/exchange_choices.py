"""What somebody chose for the exchange on this PC, as the window's settings keep it."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from PySide6.QtCore import QSettings

from desk.app.day_end_export import read_time
from desk.app.overview import REMIND_AFTER

_FOLDER = "exchange/folder"
_WORKBOOK = "exchange/workbook"
_DAYS = "exchange/remind_days"
_DAY_END = "exchange/day_end"
_DONE = "exchange/day_end_done"
_WATCHED = "exchange/watched"
_WATCH = "exchange/watch"


class Choices:
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
