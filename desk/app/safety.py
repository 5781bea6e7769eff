"""Backups and the way back. A restored desk is a new desk that goes on where the old one ended.

So a restore never forks the chain, and the “tanpa nota” series jumps ahead, because numbers given
out after the backup are lost here but not on the customers' receipts (design.md, section 6).
"""

from __future__ import annotations

import platform
import shutil
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from desk import __version__
from desk.app import home as whereabouts
from desk.app.desk import Clock, Desk, utc_now
from desk.app.home import Home, OnServer, Swap, bench_of, finish_swap, seat_of, swap
from desk.durable import sync_folder
from desk.journal import backup, known, queue
from desk.journal import files as shelf
from desk.journal.address import Address, parse_address
from desk.journal.files import FileStore
from desk.journal.journal import Journal, server_store
from desk.journal.known import Shop
from desk.journal.store import Store
from desk.rules.entries import DeskSetUp, NodeSucceeded
from desk.rules.errors import DeskError, Refused, Trouble
from desk.rules.number import NO_NOTA_JUMP, restore_digits
from desk.rules.people import Action
from desk.words import say


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What a restore did: the folder that keeps what was replaced, or None where nothing was."""

    node: str
    succeeded: str
    replaced: Path | None


def back_up(desk: Desk, folder: Path) -> Path:
    """Writes a checked backup into `folder` and gives its path. Raises Refused or Trouble."""
    return backing_up(desk, folder)()


def backing_up(desk: Desk, folder: Path) -> Callable[[], Path]:
    """What writes the backup and raises Trouble, on any thread. Raises Refused at once."""
    desk.check(Action.BACKUP)
    desk.home.foreign(folder / "new")
    return partial(_on_its_own, desk, backup.back_up, folder)


class _Stopped(Exception):
    """Somebody closes the desk; the backup is made at the next start."""


def back_up_daily(desk: Desk, stopped: Callable[[], bool] = lambda: False) -> Path | None:
    """The day's backup, where it was not made yet; older ones are thinned out.

    May run on any thread; it ends between two pieces once it is `stopped`. Raises Trouble.
    """

    def breathe() -> None:
        if stopped():
            raise _Stopped

    if backup.made_today(desk.home.backups, desk.now()):
        return None
    try:
        return _on_its_own(desk, partial(backup.back_up_day, breathe=breathe), desk.home.backups)
    except _Stopped:
        return None


def _on_its_own(desk: Desk, write: Callable[..., Path], folder: Path) -> Path:
    """On a connection of its own and of one moment: what is saved meanwhile does not begin the
    copy anew, and waits for none of it."""
    with closing(desk.journal.store.again()) as own, own.reading():
        files = FileStore(desk.home.files, shelf.shelf_of(own))
        return write(own, files, folder, desk.now())


def restore(home: Home, file: Path, clock: Clock = utc_now, *, database: str = "") -> Restored:
    """Puts a backup in the place of what is in `home`, which is kept in a folder beside it.

    `database` is the address of an empty one on a server, into which it goes instead of a file.
    Raises Refused where it is not empty, and where another program has the desk open: what it
    writes would be lost. Raises
    Trouble where the backup is not one, is damaged, or is of a newer program; then nothing was
    changed.
    """
    finish_swap(home)
    _check_alone(home)
    with _workshop(home) as bench:
        store = backup.check(file, bench.database)
        try:
            restored = _succeed(store, bench, digits_used(home), clock())
            there = _address(home, bench, database)
            _check_alone(home)  # somebody may have opened it while all this was made ready
            if there is not None:
                _send(store, there, restored[0], FileStore(file.parent / "files"))
        finally:
            store.close()
        for _ in FileStore(file.parent / "files").copied_to(home.files):
            pass
        on_server = OnServer(there, restored[0]) if there else None
        now = clock()
        if there is None:
            _check_alone(home)  # nor while the photos were copied
        replaced = _swap(home, bench, now, on_server)
    return Restored(node=restored[0], succeeded=restored[1], replaced=replaced)


def _check_alone(home: Home) -> None:
    """The last program that closes a database takes its log away; a log that stays is in use."""
    if not home.database.exists():
        return
    try:
        Desk.open(home).close()
    except Trouble:  # it is damaged: that is why somebody restores
        return
    if any(path.exists() for path in _beside(home.database)):
        raise Refused(
            say(
                "safety",
                "The desk in {folder} is open in another program. Nothing was changed. Close its "
                "window and all its commands, and restore again.",
            )(folder=home.folder)
        )


@contextmanager
def _workshop(home: Home) -> Iterator[Home]:
    """A folder beside the desk in which the restored one is made ready; gone afterwards."""
    bench = bench_of(home)
    try:
        shutil.rmtree(bench.folder, ignore_errors=True)
        bench.folder.mkdir(parents=True)
        yield bench
    except OSError as fault:
        raise Trouble(
            say(
                "safety",
                "The backup could not be restored in {folder}: {reason}. What was there is kept. "
                "Close all windows of the desk and try again.",
            )(folder=home.folder, reason=fault.strerror or str(fault))
        ) from fault
    finally:
        if not home.swapping.exists():  # else it is needed to finish what was begun
            shutil.rmtree(bench.folder, ignore_errors=True)


def _succeed(store: Store, bench: Home, used: frozenset[int], now: datetime) -> tuple[str, str]:
    """Makes the copy the journal of a new node, with digits not `used`; gives (new, old)."""
    from desk.exchange.keys import make_keys

    old = Journal.of(store)
    shop: Shop = known.shop(store, old.node)
    seq, _ = old.last()
    jumped = queue.next_in_series(store, old.node, shop.branch) + NO_NOTA_JUMP
    keys = make_keys(bench.keys, lambda node: restore_digits(node) not in used)
    journal = Journal(store, keys.node)
    with journal.writing(actor="restore", now=now, clock_confirmed=True) as pen:
        journal.become(journal.node)
        pen.write(
            DeskSetUp(
                branch=shop.branch,
                letter=shop.letter,
                head_office=shop.head_office,
                sample=shop.sample,
            ),
            subject=journal.node,
        )
        pen.write(NodeSucceeded(seq=seq, no_nota_from=jumped), subject=old.node)
    store.settle()
    return journal.node, old.node


def digits_used(home: Home) -> frozenset[int]:
    """What stands, or would stand, in numbers of the desks that are or were in this home.

    Each of them may have given numbers on this very day.
    """
    from desk.exchange.keys import node_in

    used = set()
    for keys in (home.keys, *home.folder.glob("replaced/*/keys")):
        with suppress(DeskError):  # keys that cannot be read: a restore is the way out
            used.add(restore_digits(node_in(keys)))
    return frozenset(used)


def _address(home: Home, bench: Home, database: str) -> Address | None:
    """The database on a server that is meant; None where it is to be a file."""
    if database:
        address, password = parse_address(database)
        if password:
            whereabouts.keep_password(bench.passfile, password)
        return Address(address.url, bench.passfile if password else None)
    there = home.on_server
    return there.address if there else None


def _send(store: Store, address: Address, node: str, files: FileStore) -> None:
    """Everything into the empty database on the server, or nothing."""
    target = server_store(address, seat=node)
    try:
        with target.transaction():
            target.make_new()
            backup.pour(store, target)
            for path in files.here():
                shelf.put(target, path.name, path)
    finally:
        target.close()


def _swap(home: Home, bench: Home, now: datetime, there: OnServer | None) -> Path | None:
    """Moves the old desk aside, its -wal and -shm with it, and the new one in."""
    old = [home.database, *_beside(home.database), home.keys]
    if bench.passfile.exists():
        old.append(home.passfile)
    aside = tuple(path.name for path in old if path.exists())
    kept = _place_for_old(home, now) if aside else None
    plan = Swap(
        kept=kept.relative_to(home.folder).as_posix() if kept else "",
        aside=aside,
        before=seat_of(home.on_server),
        there=seat_of(there),
    )
    swap(home, plan)
    return kept


def _place_for_old(home: Home, now: datetime) -> Path:
    """A new folder of its own, also for the second restore within a second."""
    replaced = home.folder / "replaced"
    replaced.mkdir(exist_ok=True)
    kept = Path(mkdtemp(prefix=f"{now.astimezone():%Y%m%d-%H%M%S}-", dir=replaced))
    sync_folder(replaced)
    sync_folder(home.folder)
    return kept


def _beside(database: Path) -> list[Path]:
    return [database.with_name(database.name + end) for end in ("-wal", "-shm")]


def check_may_restore(home: Home, who: str, pin: str) -> None:
    """Raises Refused where a desk is here and the person may not restore."""
    if not home.exists:
        return
    try:
        desk = Desk.open(home)
    except Trouble:  # it is damaged: that is why somebody restores
        return
    try:
        desk.sign_in(who, pin)
        reason = desk.can(Action.RESTORE)
    finally:
        desk.close()
    if reason is not None:
        raise Refused(reason)


def write_report(logs: Path, fault: BaseException, beside: str = "") -> Path | None:
    """Writes the kind of fault and the places, without its own words; None where it cannot.

    `beside` names what else the program stands on.
    """
    now = datetime.now(UTC)
    places = traceback.StackSummary.extract(
        traceback.walk_tb(fault.__traceback__), lookup_lines=False
    )
    lines = [
        f"Complaint Desk {__version__}{beside}, Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}, {now:%Y-%m-%dT%H:%M:%SZ}",
        type(fault).__name__,
        *(f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in places),
    ]
    report = logs / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        logs.mkdir(parents=True, exist_ok=True)
        report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return None
    return report
