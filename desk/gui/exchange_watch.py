"""The watched folder: what appears there is taken in, each file once, when it is whole."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desk.app.watched_folder import Look, Shape, look
from desk.gui.exchange_choices import Choices
from desk.gui.exchange_incoming import IncomingList
from desk.gui.workplace import Workplace
from desk.journal import known, parcels
from desk.journal.parcels import REFUSED
from desk.rules.errors import DeskError
from desk.rules.people import Action

_SOON = 1_200  # milliseconds in which a file that is whole does not change
_EVERY = 30_000  # milliseconds: folders on a network tell of nothing


class FolderWatch(QObject):
    """Looks on the worker; reads through the place's list, so that every verdict stands there."""

    told = Signal(object)

    def __init__(
        self, workplace: Workplace, choices: Choices, incoming: IncomingList, parent: QObject
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
            before = parcels.of_file(self._workplace.desk.journal.store, one.sha256)
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
