"""What the window costs until it is painted, beside an empty one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.crowded import crowded_desk
from tests.benchmarks.ratios import Ratio, report

ROUNDS = 5
CHECKOUT = Path(__file__).resolve().parents[2]


def cpu_until_painted(environment: dict[str, str], *what: str) -> float:
    """CPU milliseconds of a process, from its first instruction to its first paint."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_paint", *what],
        env=environment,
        cwd=CHECKOUT,
        capture_output=True,
        check=True,
        text=True,
    )
    return float(done.stdout) * 1000


@pytest.mark.slow
def test_the_start_is_weighed_against_an_empty_window(tmp_path: Path) -> None:
    crowded_desk(tmp_path / "home", 300).close()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),  # as where the program is installed
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    ours, floor = ("desk", str(tmp_path / "home")), ("empty",)
    pairs = [
        (cpu_until_painted(environment, *ours), cpu_until_painted(environment, *floor))
        for _ in range(ROUNDS + 1)
    ][1:]
    ours_ms, floor_ms = (median(column) for column in zip(*pairs, strict=True))
    report("start to first paint / an empty window", Ratio(ours_ms, floor_ms, ours_ms / floor_ms))
