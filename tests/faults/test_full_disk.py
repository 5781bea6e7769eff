"""A disk that is full, a folder that may not be written: one sentence, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import CHECKOUT, Shop, complaint, lines

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only on Linux, which can make a disk full for one program"
)
MANY = 1000


def test_when_the_disk_is_full_the_line_is_named_and_what_was_shown_is_safe(
    shop: Shop, component: Callable[[str], str]
) -> None:
    """No file may grow beyond a megabyte, as on a disk that is nearly full."""
    given = lines(
        complaint(None, draft_id=f"draft {at}", customer={"name": f"Pelanggan {at}"})
        for at in range(MANY)
    )
    small = (component("prlimit"), f"--fsize={2**20}")
    answer = shop("register", "--json", given=given, under=small, code=1)
    *taken, refused = answer.documents
    assert taken
    assert answer.sentence == f"{len(taken) + 1}: {refused['error']}"
    assert refused["line"] == len(taken) + 1
    assert "Nothing was saved just now" in answer.sentence
    there = [row["number"] for row in shop("list", "--json", "--limit", "9999").documents]
    assert sorted(there) == sorted(one["number"] for one in taken)
    shop("verify")
    again = shop("register", "--json", given=given).documents
    assert again[: len(taken)] == taken
    assert len({one["number"] for one in again}) == MANY


def test_on_a_small_disk_everything_is_said_and_after_making_room_the_work_goes_on(
    tmp_path: Path,
) -> None:
    alone = ("unshare", "--mount", *(() if os.geteuid() == 0 else ("--map-root-user",)))
    script = (sys.executable, "-m", "tests.faults.small_disk", str(tmp_path))
    tried = subprocess.run([*alone, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("only on computers where a test may mount a disk of its own")
    done = subprocess.run(
        [*alone, *script], cwd=CHECKOUT, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert "The disk is full" in told["register"]
    assert told["found"] == told["shown"]
    for way in ("export", "receipt", "backup", "card"):
        assert "full" in told[way] or "No space left" in told[way], told[way]
    assert told["left"] == []
    assert told["afterwards"] == told["shown"] + 1


def unprivileged(component: Callable[[str], str]) -> tuple[str, ...]:
    """Even the administrator of the computer is bound by a folder's rights."""
    if os.geteuid():
        return ()
    rights = "-dac_override,-dac_read_search"
    return (component("setpriv"), f"--bounding-set={rights}", f"--inh-caps={rights}")


def test_a_folder_that_may_not_be_written_is_said_and_shows_what_is_in_it(
    shop: Shop, tmp_path: Path, component: Callable[[str], str]
) -> None:
    (taken,) = shop.register(complaint(1))
    under = unprivileged(component)
    shop.home.chmod(0o555)
    (shop.home / "desk.db").chmod(0o444)
    try:
        refused = shop("register", "--json", given=lines([complaint(2)]), code=1, under=under)
        assert "cannot be written to" in refused.sentence
        for args in (("export", "--without-personal"), ("rebuild",), ("read-sales", "none.csv")):
            assert shop(*args, code=1, under=under).sentence
        elsewhere = Shop(shop.home / "new")
        assert (
            "cannot be made"
            in elsewhere(
                "setup",
                "--company",
                "T",
                "--branch",
                "1",
                "--branch-name",
                "B",
                code=1,
                under=under,
            ).sentence
        )
        paper = shop("receipt", "1", "--to", shop.home / "r.pdf", code=1, under=under)
        assert paper.sentence
    finally:
        shop.home.chmod(0o755)
        (shop.home / "desk.db").chmod(0o644)
    assert [row["number"] for row in shop("list", "--json").documents] == [taken["number"]]
    shop.register(complaint(2))
    assert not list(tmp_path.rglob("*.part"))
