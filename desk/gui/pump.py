"""Long database work runs in the window's thread without freezing it: a slice, events, a slice.

The work is a generator of ``(done, total)``, the same that commands and tests just exhaust.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desk.rules.errors import DeskError

T = TypeVar("T")

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
