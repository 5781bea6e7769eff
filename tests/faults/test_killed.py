"""The program is killed while it works; what was shown is there, and nothing is given out twice."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desk.app.desk import Desk
from desk.app.home import Home
from desk.journal.queue import Wanted
from tests.cli.running import CHECKOUT, SHOP, Shop, complaint

pytestmark = pytest.mark.skipif(os.name == "nt", reason="only on systems with fork")


def test_every_number_that_was_shown_is_there_after_a_kill_at_any_moment(
    shop: Shop, pytestconfig: pytest.Config
) -> None:
    kills = 100 if pytestconfig.getoption("--faults") else 25
    seed = secrets.randbelow(10**6)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", str(kills), str(seed)],
        env=shop.environment(),
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, (seed, done.stderr)
    told = json.loads(done.stdout)
    shown = told["shown"]
    print(f"seed {seed}:", {**told, "shown": len(shown)})
    assert told["kills"] == kills
    assert len(set(shown)) == len(shown), "a number was used twice"
    there = [row["number"] for row in shop("list", "--json", "--limit", "1000000").documents]
    assert len(set(there)) == len(there)
    assert set(shown) <= set(there)
    assert len(there) <= len(shown) + told["tries"], "at most one a kill was saved unseen"
    assert shop("verify", "--json").document["complaints"] == len(there)
    (another,) = shop.register(complaint(None))
    assert another["number"] not in there


def killed_at(call: str, nth: int, component: Callable[[str], str]) -> tuple[str, ...]:
    """What ends a program just when it asks the system for the n-th time to do this."""
    strace = (component("strace"), "-f", "-qq", "-o", os.devnull)
    return (*strace, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={nth}")


def test_a_set_up_that_was_killed_can_be_done_again(
    tmp_path: Path, component: Callable[[str], str]
) -> None:
    """In its workshop, with the keys on the way to their place, and with only the keys there."""
    for call, nth in (("mkdir", 4), ("fsync", 12), ("rename", 2), ("rename", 3)):
        shop = Shop(tmp_path / f"{call} {nth}")
        shop("setup", *SHOP, code=None, under=killed_at(call, nth, component))
        assert not Home(shop.home).exists or (call, nth) == ("rename", 3)
        if not Home(shop.home).exists:
            shop("setup", *SHOP)
        with closing(Desk.open(Home(shop.home))) as desk:
            assert desk.keys.node == desk.journal.node


def test_a_restore_that_was_killed_loses_nothing_and_can_be_done_again(
    shop: Shop, tmp_path: Path, component: Callable[[str], str]
) -> None:
    (kept,) = shop.register(complaint(1))
    shop("backup", "--to", tmp_path)
    (backup,) = tmp_path.glob("complaint-desk-*.db")
    shop.register(complaint(2))
    for nth in (2, 3, 4):
        home = tmp_path / str(nth)
        shutil.copytree(shop.home, home)
        other = Shop(home)
        other("restore", backup, code=None, under=killed_at("rename", nth, component))
        other("restore", backup)
        assert [row["number"] for row in other("list", "--json").documents] == [kept["number"]]
        old = [read_numbers(path) for path in home.glob("replaced/*/desk.db")]
        assert max(map(len, old)) == 2, "what was replaced is kept whole"
        with closing(Desk.open(Home(home))) as desk:
            assert desk.keys.node == desk.journal.node


def read_numbers(database: Path) -> list[str]:
    with closing(Desk.open(Home(database.parent))) as desk:
        return [row.number for row in desk.queue(Wanted())]
