"""Exports onto a stick that is pulled out, filled or changed for another at a random moment.

vanishing.py FOLDER MOMENTS SEED     (in a mount namespace of its own; tells the counts as JSON)

The stick is a file system in memory, mounted anew for each moment.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from desk.app import exporting
from desk.app.believing import own_card, trust_of
from desk.app.desk import Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from desk.exchange.package import Written, check_package
from desk.rules.errors import Trouble, finish
from tests.app.at_work import Clock, register

Pull = Callable[[Path], object]
OFFICE = SetUp(company="Toko", branch="9", branch_name="Pusat", head_office=True)
BRANCH = SetUp(company="Toko", branch="1", branch_name="Bekasi")
PHOTO = bytes(range(256)) * 2000


def branch_in(folder: Path, clock: Clock) -> Desk:
    """A branch with complaints and a photo that head office waits for."""
    office = set_up(Home(folder / "office"), OFFICE, clock)
    desk = set_up(Home(folder / "branch"), BRANCH, clock)
    desk.do(trust_of(own_card(office)))
    office.close()
    (folder / "photo.jpg").write_bytes(PHOTO)
    photo = desk.files.keep(folder / "photo.jpg")
    for nota in range(1, 150):
        register(desk, f"{nota}", files=(photo,) if nota == 7 else ())
    return desk


def export(desk: Desk, stick: Path, moment: float, pull: Pull) -> Written | Trouble | None:
    """Exports; after that share of the steps the stick is pulled. None where it came too late."""
    planned = exporting.plan(desk, folder=stick)
    steps = planned.steps()
    try:
        while True:
            done, total = next(steps)
            if done >= moment * total:
                pull(stick)
                break
        written = finish(steps)
    except Trouble as told:
        return told
    except StopIteration as end:
        written = end.value
    desk.do(exporting.noted(planned, written))
    return written


def whole(desk: Desk, path: Path) -> int:
    """How many entries a file holds; raises where it is not whole."""
    steps = check_package(path, public=desk.keys.public, identity=desk.keys.recovery)
    return finish(steps).entries  # type: ignore[arg-type] # steps that yield counts


def judged(desk: Desk, seen: Path, answer: Written | Trouble | None, before: int) -> str:
    """What came of one export: what lies under its name is whole, and noted if it was said."""
    noted = sum(1 for _ in desk.journal.of_kind("export.written"))
    for path in seen.glob("*.desk"):
        whole(desk, path)
    if isinstance(answer, Written):
        assert noted == before + 1
        return "written"
    assert noted == before
    assert answer is not None
    assert "Everything is kept at this desk" in str(answer)
    return "told"


def _run(*words: str) -> None:
    subprocess.run(words, check=True)


def mount(stick: Path, size: int) -> None:
    """A new empty stick."""
    _run("mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(stick))


PULLS: dict[str, Pull] = {
    "pulled": lambda stick: _run("umount", "-l", str(stick)),
    "changed": lambda stick: mount(stick, 4096),
    "filled": lambda stick: _fill(stick / "ballast"),
    "small": lambda stick: None,
}


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(4096)):
                pass
        except OSError:
            return


def main(folder: Path, moments: int, seed: int) -> dict[str, object]:
    """All moments, and then an export onto a stick that stays."""
    clock, dice = Clock(), random.Random(seed)  # noqa: S311 - what found something comes again
    desk = branch_in(folder, clock)
    stick, counts = folder / "stick", Counter[str]()
    stick.mkdir()
    for _ in range(moments):
        clock.turn(seconds=2)
        way = dice.choice(sorted(PULLS))
        before = sum(1 for _ in desk.journal.of_kind("export.written"))
        mount(stick, dice.randrange(4, 700, 4) if way == "small" else 4096)
        answer = export(desk, stick, dice.random(), PULLS[way])
        counts[f"{way}: {judged(desk, stick, answer, before)}"] += 1
        while stick.is_mount():
            _run("umount", "-l", str(stick))
    last = exporting.plan(desk, folder=folder)
    written = finish(last.steps())
    everything = desk.journal.seq_of(desk.journal.node)
    desk.close()
    return {"counts": counts, "sent": written.entries, "everything": everything}


if __name__ == "__main__":
    place, wanted, dice_seed = sys.argv[1:]
    sys.stdout.write(json.dumps(main(Path(place), int(wanted), int(dice_seed))))
