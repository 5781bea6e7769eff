"""One desk takes the place of another in a home; cut off at any moment, it is finished later.

What is to be done is written down first, and each step can be done again: whoever opens the home
next goes on where it was left. So there is always a desk, the new one or none but the old.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.app import home as whereabouts
from desk.app.home import Home, OnServer
from desk.app.safely import write_whole
from desk.durable import sync_folder
from desk.journal.address import Address


@dataclass(frozen=True, kw_only=True)
class Swap:
    """What goes aside into the folder `kept`, and where the data were and will be."""

    kept: Path | None
    aside: tuple[str, ...]
    before: OnServer | None
    there: OnServer | None


def bench_of(home: Home) -> Home:
    """Where the new desk is made ready."""
    return Home(home.folder / "restoring")


def swap(home: Home, wanted: Swap) -> None:
    """Carries it out. Raises OSError or Trouble; `finish_swap` then finishes what was begun."""
    kept = wanted.kept.relative_to(home.folder).as_posix() if wanted.kept else ""
    document = {
        "kept": kept,
        "aside": wanted.aside,
        "before": _written(wanted.before),
        "there": _written(wanted.there),
    }
    write_whole(home.swapping, json.dumps(document).encode())
    finish_swap(home)


def finish_swap(home: Home) -> None:
    """Goes on with what was begun and cut off; nothing where nothing was."""
    try:
        document: dict[str, Any] = json.loads(home.swapping.read_bytes())
    except FileNotFoundError:
        return
    bench, before, there = bench_of(home), _read(document["before"]), _read(document["there"])
    if document["kept"]:
        kept = home.folder / document["kept"]
        for name in document["aside"]:
            if not (kept / name).exists():  # else what has this name now is the new one
                _move(home.folder / name, kept / name)
        if before is not None:
            whereabouts.write(kept / home.settings.name, before)
        sync_folder(kept)
    for source in (bench.keys, bench.passfile if there else bench.database):
        _move(source, home.folder / source.name)
    if there or before:
        whereabouts.write(home.settings, there)
    sync_folder(home.folder)
    home.swapping.unlink(missing_ok=True)
    sync_folder(home.folder)
    shutil.rmtree(bench.folder, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    with suppress(FileNotFoundError):  # it was moved before
        source.rename(target)


def _written(there: OnServer | None) -> list[str] | None:
    return [there.address.url, there.node] if there else None


def _read(written: list[str] | None) -> OnServer | None:
    return OnServer(Address(written[0], None), written[1]) if written else None
