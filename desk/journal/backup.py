"""Backups of the database, and the way back; made with SQLite's own backup, never by copying.

A backup is a file ``complaint-desk-….db`` and, beside it, the folder `files` with the photos. It
appears under its name only when it is whole and was checked. That of a desk on a server is such a
file as well, with all that the server holds at one moment.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from desk.journal import pouring, upgrade
from desk.journal.faults import sentence, told
from desk.journal.files import FileStore
from desk.journal.journal import Journal
from desk.journal.sqlite import SqliteStore
from desk.journal.store import Store
from desk.rules.errors import Trouble
from desk.rules.steps import finish
from desk.words import say

KEPT_DAILY = 14
_PATTERN = "complaint-desk-*.db"


def back_up(store: Store, files: FileStore, folder: Path, now: datetime) -> Path:
    """Writes a checked backup into `folder`. Raises Trouble; then nothing half is left there."""
    target = folder / f"complaint-desk-{now.astimezone():%Y%m%d-%H%M%S}.db"
    part = target.with_suffix(".part")
    with told(target):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            copy_database(store, part)
            files.copy_to(folder / "files")
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
    return target


def copy_database(store: Store, target: Path) -> None:
    """A consistent copy of the open database, checked and flushed to the disk."""
    target.unlink(missing_ok=True)
    if isinstance(store, SqliteStore):
        found = _copy_file(store, target)
    else:
        found = _copy_rows(store, target)
    if found != "ok":
        target.unlink(missing_ok=True)
        raise Trouble(
            say(
                "journal",
                "The backup in {folder} did not come out whole and was removed. The desk itself is "
                "untouched. Try another folder or stick.",
            )(folder=target.parent)
        )
    with target.open("rb+") as written:
        os.fsync(written.fileno())


def _copy_file(store: SqliteStore, target: Path) -> object:
    copy = SqliteDatabase(str(target))
    copy.connect()
    raw: Any = copy
    source: Any = store.database
    try:
        _copy_pages(source.connection(), raw.connection(), target)
        return _finished(raw)
    finally:
        copy.close()


def _copy_rows(store: Store, target: Path) -> object:
    try:
        with closing(store.again()) as source, closing(SqliteStore(target, create=True)) as copy:
            pouring.pour(source, copy)
            return _finished(copy.database)
    finally:
        for end in ("-wal", "-shm"):
            target.with_name(target.name + end).unlink(missing_ok=True)


def _finished(copy: Any) -> object:
    """One file without a log; gives SQLite's verdict on it."""
    copy.execute_sql("PRAGMA journal_mode=delete")
    return copy.execute_sql("PRAGMA quick_check(1)").fetchone()[0]


def _copy_pages(source: Any, copy: Any, target: Path) -> None:
    try:
        source.backup(copy)
    except source.Error as fault:  # the driver's own: Peewee does not stand between
        raise Trouble(sentence(str(fault), target.parent)) from fault


def newest(folder: Path) -> Path | None:
    """The newest backup in `folder`, by its name."""
    return max(folder.glob(_PATTERN), default=None)


def made_today(folder: Path, now: datetime) -> bool:
    """Whether `folder` holds a backup of this local day."""
    return any(folder.glob(f"complaint-desk-{now.astimezone():%Y%m%d}-*.db"))


def thin_out(folder: Path) -> None:
    """Keeps the newest `KEPT_DAILY` backups."""
    for old in sorted(folder.glob(_PATTERN))[:-KEPT_DAILY]:
        old.unlink(missing_ok=True)


def check(backup: Path, scratch: Path) -> SqliteStore:
    """Copies `backup` to `scratch` and opens the copy, of today's form.

    Raises Trouble where it is no backup of a desk, damaged, or of a newer program.
    """
    if not backup.is_file():
        raise Trouble(
            say("journal", "There is no backup at {file}. Nothing was changed.")(file=backup)
        )
    try:
        shutil.copyfile(backup, scratch)
    except OSError as fault:
        raise Trouble(sentence(fault.strerror or str(fault), scratch.parent)) from fault
    store = SqliteStore(scratch)
    try:
        if upgrade.needs_upgrade(store):
            finish(Journal(store, "").rebuild())
        whole = store.run("PRAGMA quick_check(1)")[0][0] == "ok"
    except BaseException:
        store.close()
        raise
    if not whole:
        store.close()
        raise Trouble(
            say("journal", "The backup {file} is damaged. Nothing was changed.")(file=backup)
        )
    return store
