"""What the exchange does by itself: the export at the day's end, and the folder that is watched."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desk.app.overview import DayEnd, is_due, what_now
from desk.app.watched_folder import Look, Shape, look
from desk.controllers.exchange.branch import Order
from desk.gui.exchange.incoming import IncomingList
from desk.gui.exchange.settings import ExchangeChoices
from desk.gui.exchange.writing import Writing
from desk.gui.kit.workplace import Workplace
from desk.journal import exchanged, known
from desk.journal.exchanged import REFUSED
from desk.rules.errors import DeskError
from desk.rules.people import Action
from desk.words import Text, counted, say

_EVERY = 30_000  # milliseconds between two looks at the clock


class DayEndExport(QObject):
    """Looks at the clock now and then, and whenever the desk changed.

    Nothing is written while nobody is signed in: then it happens when somebody is. A folder that
    is missing is told once a day, and looked for until it is there.
    """

    began = Signal()

    def __init__(
        self, workplace: Workplace, choices: ExchangeChoices, writing: Writing, parent: QObject
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


def _no_folder(kept: int, choices: ExchangeChoices) -> Text:
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


_SOON = 1_200  # milliseconds in which a file that is whole does not change


class FolderWatch(QObject):
    """Looks on the worker; reads through the place's list, so that every verdict stands there."""

    told = Signal(object)

    def __init__(
        self,
        workplace: Workplace,
        choices: ExchangeChoices,
        incoming: IncomingList,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._choices = choices
        self._incoming = incoming
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._changed)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._look)
        self._calm = QTimer(self, interval=_EVERY)
        self._calm.timeout.connect(self._look)
        self._before = Look()
        self._done: dict[Path, Shape] = {}
        self._cards: frozenset[str] | None = None
        self._under_way = self._again = self._gone = self._closed = False
        self.renew()

    def renew(self) -> None:
        """The folder in the settings is watched from now on, from the beginning."""
        self._before, self._done, self._gone = Look(), {}, False
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        if self._choices.watched is None:
            self._calm.stop()
            self._soon.stop()
        else:
            self._watch_again()
            self._calm.start()
            self._soon.start()

    def look(self) -> None:
        """The desk changed: somebody may have signed in, or a card may count now."""
        if self._choices.watched is not None and not self._closed and not self._under_way:
            self._soon.start()

    def end(self) -> None:
        """The window closes."""
        self._closed = True
        self._calm.stop()
        self._soon.stop()

    def _changed(self, _folder: str) -> None:
        self._soon.start()

    def _watch_again(self) -> None:
        """A folder that was away, or is replaced, drops out of the watcher."""
        folder = self._choices.watched
        if (
            folder is not None
            and str(folder) not in self._watcher.directories()
            and folder.is_dir()
        ):
            self._watcher.addPath(str(folder))

    def _look(self) -> None:
        folder = self._choices.watched
        desk = self._workplace.desk
        if folder is None or self._under_way or self._closed:
            return
        if desk.actor is None or desk.can(Action.IMPORT) is not None:
            return
        self._under_way = True
        self._mind_new_cards()
        work = partial(look, folder, self._before, done=dict(self._done))
        self._workplace.jobs.run(work, self._seen, self._missing)

    def _seen(self, seen: Look) -> None:
        self._under_way = self._gone = False
        self._before = seen
        if self._closed:
            return
        self._watch_again()
        again, self._again = self._again, False
        files = []
        for one in seen.whole:
            self._done[one.path] = one.shape
            before = exchanged.of_file(self._workplace.desk.journal.store, one.sha256)
            if before is None or (again and before.verdict == REFUSED):
                files.append(one.path)
        self._incoming.read(files)
        if seen.growing:
            self._soon.start()

    def _mind_new_cards(self) -> None:
        """A refused file may be taken in after a card was accepted: all are looked at again."""
        store = self._workplace.desk.journal.store
        cards = frozenset(card.node for card in known.trusted(store) if not card.revoked)
        before, self._cards = self._cards, cards
        if before is not None and cards - before:
            self._done, self._again = {}, True

    def _missing(self, fault: DeskError) -> None:
        self._under_way = False
        self._before = Look()
        if not self._gone and not self._closed:
            self._gone = True
            self.told.emit(fault.text)
