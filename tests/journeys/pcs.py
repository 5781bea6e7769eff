"""Two PCs of one desk on a server, each a window in a process of its own, driven by its keys."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.app.commands import AddStaff
from desk.app.desk import Clock, Desk
from desk.app.home import Home
from desk.app.setting_up import SetUp, set_up
from tests.cli.running import CHECKOUT, Shop
from tests.journeys.shop_floor import CHIEF, PEOPLE, PINS

_WINDOW = Path(__file__).with_name("one_pc.py")
_TWO_SECONDS = 2000


@dataclass
class Pc:
    """One of them."""

    home: Home
    process: subprocess.Popen[str]

    def begins(self, what: str, *details: str) -> None:
        """Somebody does something there; the answer is not waited for."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps([what, *details]) + "\n")
        self.process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """What is to be seen there after what was begun first."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, f"the window of {self.home.folder.name} has ended"
        seen: dict[str, Any] = json.loads(line)
        assert seen["boxes"] == []
        return seen

    def __call__(self, what: str, *details: str) -> dict[str, Any]:
        """Somebody does something there; what is to be seen then."""
        self.begins(what, *details)
        return self.answer()

    def sees(self, text: str, where: str = "story") -> dict[str, Any]:
        """It is to be seen there within two seconds, counted in looks."""
        seen = self("awaits", where, text)
        assert text in str(seen[where]), seen
        assert seen["looks"] * seen["interval"] <= _TWO_SECONDS
        return seen

    def notes(self, text: str) -> dict[str, Any]:
        """A note by keyboard, in the case that is in front."""
        self("press", "F6")
        self("write", text)
        return self("press", "Ctrl+Return")

    def leaves(self) -> None:
        """The window is closed; it ends by itself, and has written no report of a fault."""
        assert self.process.stdin
        self.process.stdin.close()
        assert self.process.wait(60) == 0
        assert not list(self.home.logs.glob("report-*"))


@contextmanager
def window_on(home: Home, who: str, case: str = "") -> Iterator[Pc]:
    """The program on the desk in `home`, with somebody at work and a case in front of them."""
    environment = Shop(home.folder).environment(PYTHONPATH=str(CHECKOUT))
    with subprocess.Popen(
        [sys.executable, "-W", "error", str(_WINDOW), str(home.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=CHECKOUT,
    ) as process:
        pc = Pc(home, process)
        try:
            assert pc("signs_in", who)["who"] == who
            if case:
                pc("shows", case)
            yield pc
            pc.leaves()
        finally:
            process.kill()


def shop_on_server(first: Home, second: Home, url: str, clock: Clock) -> Desk:
    """The shop in Bekasi and its people, on two PCs; gives the desk as the first has it open."""
    wanted = SetUp(
        company="Toko Sepeda",
        branch="1",
        branch_name="Hankam Bekasi",
        admin=CHIEF,
        pin=PINS[CHIEF],
        database=url,
    )
    desk = set_up(first, wanted, clock)
    for name, (pin, roles) in PEOPLE.items():
        desk.do(AddStaff(name=name, roles=roles, pin=pin))
    desk.sign_out()
    with closing(set_up(second, wanted, clock)):
        return desk
