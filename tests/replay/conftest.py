"""The log is read, replayed and folded once for all tests, since that takes half a minute."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.rules.complaint import Complaint
from desk.rules.folding import fold
from tests.replay import incident_log, loader
from tests.replay.incident_log import Incident
from tests.replay.loader import Replay


@pytest.fixture(scope="session")
def log(shared_data: Path) -> list[Incident]:
    """Every incident of the real log."""
    return incident_log.incidents(shared_data)


@pytest.fixture(scope="session")
def replayed(log: list[Incident]) -> Replay:
    """All entries that a desk would have written about them."""
    return loader.replay(log)


@pytest.fixture(scope="session")
def complaints(replayed: Replay) -> dict[str, Complaint]:
    """What they add up to, by the complaint's id."""
    return {subject: fold(subject, entries) for subject, entries in replayed.timelines.items()}
