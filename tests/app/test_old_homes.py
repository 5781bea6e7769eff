"""A home that an earlier release left is opened, read and written to by today's program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import complaint, lines
from tests.frozen.in_process import Clock, Program
from tests.homes import RELEASES, poured, unpacked


@pytest.fixture(params=RELEASES)
def release(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["file", "server"])
def left(request: pytest.FixtureRequest, release: str, tmp_path: Path) -> Iterator[Path]:
    """The home of a shop that worked with that release."""
    if request.param == "file":
        yield unpacked(release, tmp_path)
        return
    server = request.getfixturevalue("server")
    home, database = poured(release, tmp_path, server)
    yield home
    server.drop(server.address(database))


def test_a_shop_goes_on_in_the_home_of_an_earlier_release(
    left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program(left, Clock(), monkeypatch)
    before = program("verify", "--json").document
    assert (before["clean"], before["complaints"]) == (True, 42)
    (taken,) = program("register", "--json", given=lines([complaint(77)]), by="Sari").documents
    program("act", taken["number"], "start", by="Wati")
    assert program("show", taken["number"], "--json").document["state"] == "in_handling"
    after = program("verify", "--json").document
    assert (after["complaints"], after["entries"]) == (43, before["entries"] + 2)
