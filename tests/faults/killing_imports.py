"""Takes files in at head office in a process that is killed at a random moment, again and again.

killing_imports.py HOME KILLS SEED FILE…     (HOME is copied; what was found goes to stdout as JSON)

Each process is a fork of this one, which has everything imported. After the kill the command is
given once more, and what is there then is compared with an import that nobody disturbed.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import select
import shutil
import signal
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import phonenumbers
import pyrage

from desk.__main__ import main
from desk.app import importing
from desk.cli import shop

_OF_THE_MOMENT = {"parcel": {"at", "name"}, "complaint": {"row"}}


def started(home: Path, files: list[str]) -> int:
    """The command `import` in a fork of this process; gives its id."""
    child = os.fork()
    if child:
        return child
    sys.argv = ["complaint-desk", "import", "--json", "--home", str(home), *files]
    os.dup2(os.open(home.with_name("told"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
    try:
        os._exit(main())
    finally:
        os._exit(70)


def ended(child: int) -> None:
    """Waits for a process that nobody disturbs."""
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, status


def killed(child: int, after: float) -> bool:
    """Whether the process was still at work when it was killed."""
    select.select([], [], [], after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0, status
    return os.WIFSIGNALED(status)


def state(home: Path) -> dict[str, str]:
    """All that is there, table by table, without what depends on the moment."""
    base = sqlite3.connect(home / "desk.db")
    own = base.execute("SELECT value FROM own WHERE key = 'node'").fetchone()[0]
    found = {
        "entries": rows(base, "SELECT * FROM entry WHERE node <> ?", own),
        "own": rows(base, "SELECT seq, kind, body, subject FROM entry WHERE node = ?", own),
        "files": sorted(path.name for path in (home / "files").glob("*") if path.suffix != ".part"),
        "inbox": sorted(path.name for path in (home / "inbox").glob("**/*.desk")),
    }
    tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for table in (name for (name,) in tables if "search" not in name and name != "entry"):
        columns = [row[1] for row in base.execute(f'PRAGMA table_info("{table}")')]
        kept = [name for name in columns if name not in _OF_THE_MOMENT.get(table, ())]
        found[table] = rows(base, f"SELECT {', '.join(kept)} FROM {table}")  # noqa: S608
    base.close()
    return {name: hashlib.sha256(repr(each).encode()).hexdigest() for name, each in found.items()}


def rows(base: sqlite3.Connection, sql: str, *values: object) -> list[str]:
    """The rows as text, in an order of their own."""
    return sorted(map(repr, base.execute(sql, values)))


def rounds(home: Path, kills: int, dice: random.Random, files: list[str]) -> dict[str, object]:
    """Kills so many imports; each is compared after it was done once more."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "home"
        shutil.copytree(home, place)
        began = monotonic()
        ended(started(place, files))
        lasts = monotonic() - began
        wanted = state(place)
        done, tries, at = 0, 0, Counter[str]()
        while done < kills:
            tries += 1
            shutil.rmtree(place)
            shutil.copytree(home, place)
            again = True
            while again:
                if not killed(started(place, files), dice.uniform(0, lasts)):
                    break
                done += 1
                at[where(place)] += 1
                again = done < kills and dice.random() < 0.3
            ended(started(place, files))
            found = state(place)
            assert found == wanted, [name for name in wanted if wanted[name] != found[name]]
    return {"kills": done, "tries": tries, "lasts": round(lasts, 2), "killed while": dict(at)}


def where(home: Path) -> str:
    """What the import was at when it was killed."""
    with sqlite3.connect(home / "desk.db") as base:
        verdicts = [row[0] for row in base.execute("SELECT verdict FROM parcel")]
    base.close()
    if "begun" in verdicts:
        return "between slices"
    copying = list((home / "inbox").glob("*.part"))
    return "copying" if copying else f"after {len(verdicts)} files"


if __name__ == "__main__":
    assert all((phonenumbers, pyrage, importing, shop))
    from_home, wanted_kills, seed, *given = sys.argv[1:]
    chance = random.Random(int(seed))  # noqa: S311 - a kill that found something comes again
    told_at_the_end = rounds(Path(from_home), int(wanted_kills), chance, given)
    sys.stdout.write(json.dumps(told_at_the_end))
