"""An open desk in the same process, under a clock that the test sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from tests.app.at_work import Clock

WANTED = SetUp(
    company="Toko Sepeda Maju",
    branch="1",
    branch_name="Hankam Bekasi",
    address="Jl. Raya Hankam 27",
    reach="0812 9000 1100",
    admin="Sari",
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A new desk with Sari, who may do everything, at work."""
    opened = set_up(Home(tmp_path / "desk"), WANTED, clock)
    yield opened
    opened.close()
