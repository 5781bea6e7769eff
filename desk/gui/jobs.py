"""One worker for slow things that are not the database: PDFs, the spooler, hashing, a stick.

Work runs on one thread, in order, in the language spoken when it was asked for; what comes of it
is told in the window's thread. A `DeskError` goes to `failed`, any other fault to the last-resort
handler (`sys.excepthook`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from desk.rules.errors import DeskError

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
