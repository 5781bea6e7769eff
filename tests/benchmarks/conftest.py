"""A desk with twenty thousand complaints, made once for all that is measured on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from desk.app.desk import Desk
from tests.benchmarks.crowded import crowded_desk

MANY = 20_000


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk, open, with the administrator at work."""
    with closing(crowded_desk(tmp_path_factory.mktemp("crowded") / "home", MANY)) as desk:
        yield desk
