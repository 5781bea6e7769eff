"""A program that a test starts twice: opens a desk, waits for its sign, and writes notes."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.app.home import Home
from desk.rules.acts import Note
from tests.app.at_work import Clock


def main(folder: str, complaint: str, word: str, times: str) -> None:
    """Writes so many notes about the complaint, as fast as it can."""
    with closing(Desk.open(Home(Path(folder)), Clock())) as desk:
        desk.sign_in()
        head = desk.complaint(complaint).head
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        for each in range(int(times)):
            desk.do(OnCase(complaint=complaint, act=Note(text=f"{word} {each}"), seen=head))
        sys.stdout.write("done\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
