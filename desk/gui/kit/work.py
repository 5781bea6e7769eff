"""Long work that does not freeze the window.

`Jobs` is one worker for slow things that are not the database: PDFs, the spooler, hashing, a stick.
They run on one thread, in order, in the language spoken when they were asked for; what comes of it
is told in the window's thread. A `DeskError` goes to `failed`, any other fault to the last-resort
handler (`sys.excepthook`).

`Pump` runs database work in the window's thread: a generator of ``(done, total)``, in slices
between events. `Beside` drives steps on the worker, with progress and a way to stop.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal

from desk.rules.errors import DeskError, Steps

T = TypeVar("T")

Told = Callable[[Any], None]


class Jobs(QObject):
    """The worker. `busy` tells when it begins and when nothing is left to do."""

    busy = Signal(bool)
    _ended = Signal(object, object, object)  # the one signal that crosses threads

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk-worker")
        self._under_way = 0
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Do `work` on the worker, then call `done` or `failed` in the window's thread.

        Raises RuntimeError after `close`.
        """
        future = self._worker.submit(copy_context().run, work)
        self._under_way += 1
        if self._under_way == 1:
            self.busy.emit(True)
        future.add_done_callback(partial(self._hand_over, done, failed))

    def close(self) -> None:
        """Finish and tell everything that was begun, also what it leads to; then no more."""
        while self._under_way:
            self._worker.submit(int).result()  # the worker goes in order: all before it is done
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        self._worker.shutdown()

    def _hand_over(self, done: Told, failed: Told, future: Future[Any]) -> None:
        """Called on the worker's thread."""
        self._ended.emit(future, done, failed)

    def _tell(self, future: Future[Any], done: Told, failed: Told) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.busy.emit(False)
        match future.exception():
            case None:
                done(future.result())
            case DeskError() as fault:
                failed(fault)
            case fault:
                sys.excepthook(type(fault), fault, fault.__traceback__)


_SLICE = 0.020  # seconds: a key pressed meanwhile is answered in time


@dataclass(frozen=True)
class _Work:
    steps: Generator[tuple[int, int], None, Any]
    progress: Callable[[int, int], None]
    done: Callable[[Any], None]
    failed: Callable[[DeskError], None]


class Pump(QObject):
    """Carries out one long piece of work. `ended` follows every end: done, failed or cancelled."""

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: _Work | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)

    @property
    def running(self) -> bool:
        """Whether work is under way."""
        return self._work is not None

    def start(
        self,
        steps: Generator[tuple[int, int], None, T],
        *,
        progress: Callable[[int, int], None],
        done: Callable[[T], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Begin; `done` gets what the generator returns, `failed` the DeskError it raises.

        `progress` is told at most once a slice. Any other fault goes on to the last-resort
        handler. Raises RuntimeError while other work is under way.
        """
        if self._work is not None:
            raise RuntimeError("the pump has work already")
        self._work = _Work(steps, progress, done, failed)
        self._timer.start()

    def cancel(self) -> None:
        """Stop between two steps; the generator cleans up after itself. Nothing more is told."""
        if self._work is not None:
            steps = self._work.steps
            self._stop()
            steps.close()

    def _slice(self) -> None:
        work = self._work
        if work is None:
            return
        try:
            at = _advance(work.steps)
        except StopIteration as end:
            self._end(partial(work.done, end.value))
        except DeskError as fault:
            self._end(partial(work.failed, fault))
        except BaseException:
            self._stop()
            raise
        else:
            work.progress(*at)

    def _end(self, tell: Callable[[], None]) -> None:
        self._stop()
        tell()

    def _stop(self) -> None:
        self._timer.stop()
        self._work = None
        self.ended.emit()


def _advance(steps: Generator[tuple[int, int], None, Any]) -> tuple[int, int]:
    """As many steps as fit into a slice, at least one; where the last one stands."""
    until = time.monotonic() + _SLICE
    at = next(steps)
    while time.monotonic() < until:
        at = next(steps)
    return at


class Beside(QObject):
    """Runs one piece of stepped work on the worker; the steps must not use the desk's database."""

    progress = Signal(int, int)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stop = Event()

    def run(
        self,
        steps: Steps[Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Drives `steps`; `done` gets their result, or None where they were stopped."""
        self._stop = stop = Event()
        self._jobs.run(lambda: self._drive(steps, stop), done, failed)

    def stop(self) -> None:
        """Ends the work between two steps; it takes away what was half made."""
        self._stop.set()

    def _drive(self, steps: Steps[Any], stop: Event) -> Any:
        """On the worker. Progress crosses to the window as a queued signal, a hundred times."""
        shown = -1
        while True:
            if stop.is_set():
                steps.close()
                return None
            try:
                done, total = next(steps)
            except StopIteration as end:
                return end.value
            percent = 100 * done // max(total, 1)
            if percent != shown:
                shown = percent
                self.progress.emit(done, total)
