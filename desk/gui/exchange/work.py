"""What the exchange does beside its screen: files are written, by themselves at the day's end too.

A folder is watched, and what comes into it is read in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desk.app.overview import DayEnd, is_due, what_now
from desk.app.watched_folder import Look, Shape, cards_that_count, look, to_be_read
from desk.controllers.exchange.branch import Order, Sending, explain, written_text
from desk.gui.exchange.incoming import IncomingList
from desk.gui.exchange.settings import ExchangeChoices
from desk.gui.kit.work import Beside, Pump
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError, Trouble
from desk.rules.people import Action
from desk.words import Text, counted, say

if TYPE_CHECKING:
    from desk.app.exporting import Plan
    from desk.exchange.package import Written

_STOPPED = say("exchange_place", "Cancelled. No file was written; nothing is lost.")
_STOPPED_LATER = say(
    "exchange_place", "Cancelled: {n} files were written before, the others were not."
)
_WITHOUT_WORKBOOK = say(
    "exchange_place", "{written}. The workbook beside it was cancelled and is not there."
)


@dataclass
class _Run:
    """What is to be written, and what is."""

    orders: list[Order]
    folder: Path
    workbook: bool
    total: int
    done: list[Written] = field(default_factory=list)


class Writing(QObject):
    """Writes files one by one; `ended` follows every end, `told` says what came of it."""

    progress = Signal(int, int)
    told = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._sending = Sending(workplace.desk)
        self._beside = Beside(workplace.jobs, self)
        self._pump = Pump(self)
        self._run: _Run | None = None
        self._beside.progress.connect(self._progressed)

    @property
    def running(self) -> bool:
        """Whether files are being written."""
        return self._run is not None

    def start(self, orders: Sequence[Order], folder: Path, *, workbook: bool) -> None:
        """Writes a file for each order; a workbook beside it where there is only one."""
        if self._run is None and orders:
            alone = workbook and len(orders) == 1
            self._run = _Run(list(orders), folder, alone, len(orders))
            self._next(self._run)

    def stop(self) -> None:
        """Ends the work between two steps; nothing half stays in the folder."""
        if self._pump.running:
            self._pump.cancel()
            self._end()
        else:
            self._beside.stop()

    def _next(self, run: _Run) -> None:
        if not run.orders:
            self._tell(written_text(run.done))
            return
        order = run.orders.pop(0)

        def plan() -> Plan:
            return self._sending.plan(order, run.folder)

        def begin() -> None:
            planned = plan()
            self._beside.run(
                planned.steps(),
                done=lambda written: self._written(run, order, planned, written),
                failed=self._fail,
            )

        self._try(begin)

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except DeskError as fault:
            self._fail(fault)

    def _written(self, run: _Run, order: Order, planned: Plan, written: Written | None) -> None:
        if written is None:
            stopped = _STOPPED_LATER(n=len(run.done)) if run.done else _STOPPED
            self._tell(stopped)
            return

        def note() -> None:
            self._sending.noted(planned, written)
            run.done.append(written)
            if run.workbook:
                self._write_workbook(written, order)
            else:
                self._next(run)

        self._try(note)

    def _write_workbook(self, written: Written, order: Order) -> None:
        self._pump.start(
            self._sending.workbook(written, without_personal=order.without_personal),
            progress=self.progress.emit,
            done=lambda _path: self._end(written_text([written])),
            failed=self._fail,
        )

    def _progressed(self, done: int, total: int) -> None:
        run = self._run
        if run is not None:
            before = run.total - len(run.orders) - 1
            self.progress.emit(before * max(total, 1) + done, run.total * max(total, 1))

    def _fail(self, fault: DeskError) -> None:
        run = self._run
        if run is not None:
            text = explain(fault, len(run.done), run.total)
            self._run = None
            self.ended.emit()
            self.failed.emit(Trouble(text))

    def _tell(self, text: Text) -> None:
        self._end(text)

    def _end(self, text: Text | None = None) -> None:
        run, self._run = self._run, None
        self.ended.emit()
        if text is None and run is not None and run.done:
            text = _WITHOUT_WORKBOOK(written=written_text(run.done))
        if text is not None:
            self.told.emit(text)


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
        self._done |= {one.path: one.shape for one in seen.whole}
        self._incoming.read(to_be_read(self._workplace.desk, seen, refused=again))
        if seen.growing:
            self._soon.start()

    def _mind_new_cards(self) -> None:
        """A refused file may be taken in after a card was accepted: all are looked at again."""
        cards = cards_that_count(self._workplace.desk)
        before, self._cards = self._cards, cards
        if before is not None and cards - before:
            self._done, self._again = {}, True

    def _missing(self, fault: DeskError) -> None:
        self._under_way = False
        self._before = Look()
        if not self._gone and not self._closed:
            self._gone = True
            self.told.emit(fault.text)
