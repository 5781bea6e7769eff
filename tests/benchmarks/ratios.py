"""CPU time of ours against a floor: taken in turns in one run, since a busy computer lies.

Wall time moves with the neighbours and the processor's speed with the minute; the ratio of two
medians that were measured side by side holds. No test asserts on it: it is read by people.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

TABLE = "DESK_BENCHMARKS"
"""Names the file to which a line a measurement is added; without it they are only printed."""


@dataclass(frozen=True)
class Ratio:
    """Medians of CPU time in milliseconds, and how many times the floor ours takes."""

    ours_ms: float
    floor_ms: float
    ratio: float


def alternate(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> Ratio:
    """Run both in turns `rounds` times, after one round that only warms up."""
    ours()
    floor()
    pairs = [(_cpu(ours), _cpu(floor)) for _ in range(rounds)]
    ours_ms = median(pair[0] for pair in pairs)
    floor_ms = median(pair[1] for pair in pairs)
    return Ratio(ours_ms, floor_ms, ours_ms / floor_ms)


def report(name: str, ratio: Ratio) -> None:
    """One line of the table: what, ours, floor, ratio."""
    line = f"| {name} | {ratio.ours_ms:.2f} ms | {ratio.floor_ms:.2f} ms | {ratio.ratio:.2f}× |"
    print(line)
    if os.environ.get(TABLE):
        with Path(os.environ[TABLE]).open("a", encoding="utf-8") as table:
            table.write(line + "\n")


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / 1e6
