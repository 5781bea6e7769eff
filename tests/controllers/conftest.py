"""A company in one process, for controllers that show what came from another desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.company import Company, copied, found


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
