"""Makes the home that is kept of a release: python -m tests.frozen.making FOLDER [DATABASE].

A sample shop under a set clock, to which is added what the sample lacks; beside it the head office
whose card it has. With DATABASE, the address of an empty one on a server, the shop is poured into
it; its dump (`pg_dump --inserts --no-owner`) is kept as `dump.sql` beside the homes. What lies in
tests/fixtures/homes was packed by `tar --sort=name --owner=0 --group=0 -cJf`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from desk.app.home import Home
from desk.app.safety import restore
from desk.app.setting_up import SetUp, set_up
from desk.rules.errors import finish
from desk.sample.shop import fill, set_up_sample
from tests.cli.running import complaint, lines
from tests.frozen.in_process import Clock, Program

_OFFICE = SetUp(company="Toko Sepeda Contoh", branch="9", branch_name="Pusat", head_office=True)


def make(folder: Path, patch: pytest.MonkeyPatch, database: str) -> None:
    """Leaves `desk` and `office` in the folder."""
    clock = Clock()
    set_up(Home(folder / "office"), _OFFICE, clock).close()
    desk = set_up_sample(Home(folder / "desk"), complaints=40, clock=clock)
    finish(fill(desk, complaints=40, seed=3))
    desk.close()
    card = folder / "office.deskcard"
    Program(folder / "office", clock, patch)("card", "--to", card)
    program = Program(folder / "desk", clock, patch)
    program("trust", card, by="Admin")
    _fill_in(program, folder)
    if database:
        program("backup", "--to", folder / "backup", by="Admin")
        (backup,) = (folder / "backup").glob("*.db")
        restore(Home(folder / "shared"), backup, clock, database=database)


def _fill_in(program: Program, folder: Path) -> None:
    """A complaint without nota, with a photo, and one that is related to it."""
    typed = lines([complaint(None, safety=True), complaint(4321)])
    without, other = program("register", "--json", given=typed, by="Sari").documents
    photo = folder / "rem.jpg"
    picture = Image.new("RGB", (240, 160), "lightgrey")
    ImageDraw.Draw(picture).ellipse((60, 20, 180, 140), outline="black", width=6)
    picture.save(photo)
    for action, details in (
        ("attach", {"file": str(photo), "caption": "Rem depan"}),
        ("correct", {"field": "phone", "value": "0813 1111 2222", "why": "Salah ketik"}),
        ("pass_on", {"to": "Dedi", "note": "Tolong hari ini."}),
    ):
        given = json.dumps(details)
        program("act", without["number"], action, "-", given=given, by="Sari")
    linked = json.dumps({"number": without["number"], "as": "related"})
    program("act", other["number"], "link", "-", given=linked, by="Sari")
    photo.unlink()


if __name__ == "__main__":
    os.environ["TZ"] = "Asia/Jakarta"
    time.tzset()
    with pytest.MonkeyPatch.context() as made:
        make(Path(sys.argv[1]), made, (*sys.argv, "")[2])
