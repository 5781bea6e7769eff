"""One desk takes the place of another in a home; cut off at any moment, it is finished later.

What is to be done is written down first, and each step can be done again: whoever opens the home
next goes on where it was left, one program at a time. So there is always a desk, the new one, or
the old one where the new one is no longer there.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from msgspec import MsgspecError, Struct
from msgspec.json import decode, encode

from desk.app import home as whereabouts
from desk.app.home import Home, OnServer
from desk.durable import into_place, put_whole, sync_folder
from desk.journal.address import Address
from desk.rules.errors import Trouble
from desk.words import say

_PATIENCE = 30.0  # seconds for another program that is at it; renames are quick


class Swap(Struct, frozen=True, kw_only=True):
    """What goes aside into the folder `kept`, and where the data were and will be.

    `kept` lies in the home, empty where nothing goes aside; data that are not on a server
    (`before`, `there`: its address and the desk's seat) are in the home's own database.
    """

    kept: str
    aside: tuple[str, ...]
    before: tuple[str, str] | None
    there: tuple[str, str] | None


def seat_of(place: OnServer | None) -> tuple[str, str] | None:
    """A place on a server as it is written down."""
    return (place.address.url, place.node) if place else None


def bench_of(home: Home) -> Home:
    """Where the new desk is made ready."""
    return Home(home.folder / "restoring")


def swap(home: Home, wanted: Swap) -> None:
    """Carries it out. Raises OSError or Trouble; `finish_swap` then finishes what was begun."""
    put_whole(home.swapping, encode(wanted))
    finish_swap(home)


def finish_swap(home: Home) -> None:
    """Goes on with what was begun and cut off; nothing where nothing was. Raises Trouble."""
    if not home.swapping.exists():
        return
    from filelock import FileLock  # loads asyncio, which no other start needs

    lock = FileLock(home.swapping.with_suffix(".lock"), timeout=_PATIENCE)
    try:
        with lock, suppress(FileNotFoundError):  # another program has just finished it
            _finish(home, decode(home.swapping.read_bytes(), type=Swap))
    except (OSError, MsgspecError) as fault:
        raise Trouble(
            say(
                "safety",
                "The restore that was begun in {folder} cannot be finished yet: {reason}. Nothing "
                "is lost: both desks are kept. Close all windows of the desk, see that the disk "
                "has room and may be written to, and open it again.",
            )(folder=home.folder, reason=getattr(fault, "strerror", None) or str(fault))
        ) from fault


def _finish(home: Home, plan: Swap) -> None:
    if not _is_ready(home, plan):
        _take_back(home, plan)
        _tidy(home)
        raise Trouble(
            say(
                "safety",
                "The restore in {folder} was cut off, and what it had made ready is gone. The "
                "desk from before is there again, unchanged. Open it, and restore the backup once "
                "more.",
            )(folder=home.folder)
        )
    bench = bench_of(home)
    if plan.kept and bench.keys.exists():  # the first to move in: until then the old goes aside
        _put_aside(home, plan)
    for source in (bench.keys, bench.passfile if plan.there else bench.database):
        _move(source, home.folder / source.name)
    if plan.there or plan.before:
        whereabouts.write(home.settings, _place(plan.there))
    _tidy(home)


def _is_ready(home: Home, plan: Swap) -> bool:
    """Whether the new desk is whole, be it made ready or partly moved in."""
    bench = bench_of(home)
    if bench.keys.exists():
        return plan.there is not None or bench.database.exists()
    if not plan.there and bench.database.exists():
        return home.keys.exists()
    old_is_aside = all(
        name not in plan.aside or (home.folder / plan.kept / name).exists()
        for name in (home.keys.name, home.database.name)
    )
    return old_is_aside and home.keys.exists() and (bool(plan.there) or home.database.exists())


def _put_aside(home: Home, plan: Swap) -> None:
    kept = home.folder / plan.kept
    kept.mkdir(parents=True, exist_ok=True)
    for name in plan.aside:
        if not (kept / name).exists():
            _move(home.folder / name, kept / name)
    if plan.before:
        whereabouts.write(kept / home.settings.name, _place(plan.before))


def _take_back(home: Home, plan: Swap) -> None:
    kept, bench = home.folder / plan.kept, bench_of(home)
    for name in plan.aside:
        if (kept / name).exists():
            bench.folder.mkdir(exist_ok=True)
            _move(home.folder / name, bench.folder / name)
            _move(kept / name, home.folder / name)
    if plan.there or plan.before:
        whereabouts.write(home.settings, _place(plan.before))


def _tidy(home: Home) -> None:
    home.swapping.unlink(missing_ok=True)
    sync_folder(home.folder)
    shutil.rmtree(bench_of(home).folder, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    with suppress(FileNotFoundError):  # it was moved before
        into_place(source, target)


def _place(written: tuple[str, str] | None) -> OnServer | None:
    return OnServer(Address(written[0], None), written[1]) if written else None
