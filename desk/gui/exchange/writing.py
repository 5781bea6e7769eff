"""Files for other desks are written one after the other, beside the window, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk.controllers.exchange.branch import Order, Sending, explain, written_text
from desk.gui.kit.work import Beside, Pump
from desk.gui.kit.workplace import Workplace
from desk.rules.errors import DeskError, Trouble
from desk.words import Text, say

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
    """Writes files; `ended` follows every end, `told` says what came of it."""

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
