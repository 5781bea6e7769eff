"""Registers without end in a process that is killed at a random moment, again and again.

killing.py KILLS SEED     (DESK_HOME names the desk; what was shown goes to stdout as JSON)

Each process is a fork of this one, which has everything imported, so that the moments fall on the
opening of the desk and on saving rather than on Python's own start.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import phonenumbers

from desk.__main__ import main
from desk.cli import main as commands

LONGEST = 0.25
"""Seconds until the latest kill; by then a process has saved some hundred complaints."""
A_ROUND = 600
AGAIN = 3


def complaint(at: int) -> dict[str, object]:
    """Every second one takes the series of those without a nota, the others share fifty notas."""
    sale = {"no_nota": True} if at % 2 else {"nota": at % 50 + 1}
    who = {"name": f"Pelanggan {at % 70}", "phone": f"0812{at % 70:08}"}
    return {"draft_id": f"draft {at}", "customer": who, "what_happened": f"keluhan {at}", **sale}


def run(arguments: list[str], given: Path, told: Path) -> int:
    """A command in a fork of this process; gives its id."""
    child = os.fork()
    if child:
        return child
    sys.argv = ["complaint-desk", *arguments]
    os.dup2(os.open(given, os.O_RDONLY), 0)
    os.dup2(os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
    try:
        os._exit(main())
    finally:
        os._exit(70)


def killed(child: int, after: float) -> bool:
    """Whether the process was still at work when it was killed."""
    select.select([], [], [], after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0, status
    return os.WIFSIGNALED(status)


def whole_lines(told: Path) -> Iterator[str]:
    """The numbers of the lines that came out in full."""
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines(keepends=True):
            if line.endswith("\n"):
                yield json.loads(line)["number"]


def rounds(kills: int, moments: random.Random, folder: Path) -> dict[str, object]:
    """Kills so many processes; what is registered again must get the number that was shown."""
    shown: dict[int, str] = {}
    done, tries, first, counts = 0, 0, 0, []
    given, told = folder / "given", folder / "told"
    while done < kills:
        tries += 1
        asked = range(max(0, first - AGAIN), first + A_ROUND)
        given.write_text("".join(json.dumps(complaint(at)) + "\n" for at in asked))
        told.unlink(missing_ok=True)
        done += killed(run(["register", "--json"], given, told), moments.uniform(0, LONGEST))
        numbers = list(whole_lines(told))
        for at, number in zip(asked, numbers, strict=False):
            assert shown.setdefault(at, number) == number, (at, shown[at], number)
        first = max(first, max(shown, default=-1) + 1)
        counts.append(len(numbers))
    return {
        "kills": done,
        "tries": tries,
        "before_the_first": counts.count(0),
        "shown": [shown[at] for at in sorted(shown)],
    }


if __name__ == "__main__":
    assert phonenumbers
    assert commands
    wanted, seed = sys.argv[1:]
    with TemporaryDirectory() as place:
        dice = random.Random(int(seed))  # noqa: S311 - a kill that found something comes again
        told_at_the_end = rounds(int(wanted), dice, Path(place))
    sys.stdout.write(json.dumps(told_at_the_end))
