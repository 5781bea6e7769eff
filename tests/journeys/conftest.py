"""A shop with three complaints, told once; each test works on a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from desk.app.desk import utc_now
from tests.journeys.leaders_only import Told
from tests.journeys.shop_floor import new_shop


@pytest.fixture(scope="session")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Nobody writes to this one any more."""
    with closing(new_shop(tmp_path_factory.mktemp("told") / "home", utc_now)) as desk:
        yield Told(desk).tell()
