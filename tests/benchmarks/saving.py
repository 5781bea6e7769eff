"""Sets up a desk and saves complaints at it: saving.py HOME HOW_MANY."""

from __future__ import annotations

import sys
from pathlib import Path

from desk.app.commands import Register
from desk.app.home import Home
from desk.app.setting_up import set_up
from tests.benchmarks.crowded import WANTED, visitor

if __name__ == "__main__":
    desk = set_up(Home(Path(sys.argv[1])), WANTED)
    for at in range(int(sys.argv[2])):
        desk.do(Register(intake=visitor(at)))
    desk.close()
