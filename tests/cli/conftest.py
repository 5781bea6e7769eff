"""A desk that was set up once, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import Shop, set_up


@pytest.fixture(scope="session")
def fresh_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk that nobody has used yet."""
    return set_up(tmp_path_factory.mktemp("fresh") / "home").home


@pytest.fixture
def shop(home: Path, fresh_desk: Path) -> Shop:
    """A desk of its own for the test."""
    shutil.copytree(fresh_desk, home)
    return Shop(home)
