"""The export at the day's end: by itself, quietly; what it could not write, it says and keeps."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desk.app.day_end_export import DayEnd, is_due, what_now
from desk.controllers.exchange import Order
from desk.gui.exchange_choices import Choices
from desk.gui.exchange_writing import Writing
from desk.gui.workplace import Workplace
from desk.rules.errors import DeskError
from desk.words import Text, counted, say

_EVERY = 30_000  # milliseconds between two looks at the clock


class DayEndExport(QObject):
    """Looks at the clock now and then, and whenever the desk changed.

    Nothing is written while nobody is signed in: then it happens when somebody is. A folder that
    is missing is told once a day, and looked for until it is there.
    """

    began = Signal()

    def __init__(
        self, workplace: Workplace, choices: Choices, writing: Writing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._choices = choices
        self._writing = writing
        self._under_way = False
        self._told = ""
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        writing.told.connect(self._written)
        writing.failed.connect(self._failed)

    def look(self) -> None:
        """Writes the file where the day has ended."""
        desk, choices = self._workplace.desk, self._choices
        if not is_due(desk.now(), choices.day_end, choices.day_end_done) or desk.shop.head_office:
            return
        if desk.actor is None or self._writing.running:
            return
        due = what_now(desk, choices.folder)
        if due.what is DayEnd.NOTHING_NEW:
            choices.day_end_is_done(desk.now())
        elif due.what is DayEnd.READY:
            self._under_way = True
            self.began.emit()
            self._writing.start([Order()], choices.folder, workbook=choices.workbook)
        elif due.what in (DayEnd.NO_FOLDER, DayEnd.NO_CARD):
            self._say_once(due.what, due.kept)

    def end(self) -> None:
        """The window closes."""
        self._timer.stop()

    def _say_once(self, what: DayEnd, kept: int) -> None:
        today = f"{self._workplace.desk.now().astimezone():%Y-%m-%d} {what} {self._choices.folder}"
        if self._told != today:
            self._told = today
            text = _no_folder(kept, self._choices) if what is DayEnd.NO_FOLDER else _no_card()
            self._workplace.toast.tell(text, icon="warning")

    def _written(self, _text: Text) -> None:
        """Written, or cancelled by somebody: both are enough for today."""
        if self._under_way:
            self._under_way = False
            self._choices.day_end_is_done(self._workplace.desk.now())

    def _failed(self, fault: DeskError) -> None:
        if self._under_way:
            self._under_way = False
            self._choices.day_end_is_done(self._workplace.desk.now())
            self._workplace.toast.tell(fault.text, icon="warning")


def _no_folder(kept: int, choices: Choices) -> Text:
    return counted(
        kept,
        say(
            "day_end",
            "The day's end: {folder} is not there. {n} complaint is kept here for head office. It "
            "is written as soon as the folder or the stick is back.",
        ),
        say(
            "day_end",
            "The day's end: {folder} is not there. {n} complaints are kept here for head office. "
            "They are written as soon as the folder or the stick is back.",
        ),
    )(folder=choices.folder)


def _no_card() -> Text:
    return say(
        "day_end",
        "The day's end: head office's card is not known here yet, so no file was written. "
        "Everything is kept here for it.",
    )()
