"""An open desk in the same process, under a clock that the test sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from tests.app.at_work import Clock
from tests.app.company import Company, copied, found

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


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of two branches and head office, with their cards exchanged; to be copied."""
    folder = tmp_path_factory.mktemp("company") / "founded"
    folder.mkdir()
    found(folder, ("1", "2")).close()
    return folder


@pytest.fixture
def company(founded: Path, tmp_path: Path) -> Iterator[Company]:
    """Two branches and head office; nobody has worked there yet."""
    made = copied(founded, tmp_path / "company", ("1", "2"))
    yield made
    made.close()
