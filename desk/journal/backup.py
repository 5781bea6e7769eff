"""Backups of the database, and the way back; made with SQLite's own backup, never by copying.

A backup is a file ``complaint-desk-….db`` and, beside it, the folder `files` with the photos. It
appears under its name only when it is whole and was checked. That of a desk on a server is such a
file as well, with all that the server holds at one moment.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

from peewee import Model, SqliteDatabase, Tuple, Value, fn

from desk.durable import into_place
from desk.journal import customers, drafts, journal, schema
from desk.journal.files import FileStore
from desk.journal.journal import Journal
from desk.journal.schema import LOCAL, LOCAL_SEARCH, VIEW_SEARCH, Draft, Own, Sale, SearchIndex
from desk.journal.sqlite import SqliteStore, sentence, told
from desk.journal.store import Kept, Row, Store, all_of, given
from desk.rules.errors import Trouble, finish
from desk.words import say

KEPT_DAILY = 14
_OF_A_DAY = re.compile(r"complaint-desk-day-(\d{6})-(\d{8})-\d{6}\.db", re.ASCII)


Breath = Callable[[], None]
"""Called between pieces of long work; what it raises ends the work, and nothing half is left."""


def back_up(
    store: Store, files: FileStore, folder: Path, now: datetime, *, breathe: Breath = lambda: None
) -> Path:
    """Writes a checked backup into `folder`. Raises Trouble; then nothing half is left there."""
    return _written(store, files, folder / f"complaint-desk-{_stamp(now)}.db", breathe)


def back_up_day(
    store: Store, files: FileStore, folder: Path, now: datetime, *, breathe: Breath = lambda: None
) -> Path:
    """The backup of a day; of those, the newest `KEPT_DAILY` are kept. Raises Trouble.

    Each has the next number in its name, and that alone says which is newer: a clock that was
    wrong for a day must not make old backups look new. What was put there by hand is not counted.
    """
    before = _days(folder)
    number = int(before[-1][1]) + 1 if before else 1
    name = f"complaint-desk-day-{number:06}-{_stamp(now)}.db"
    made = _written(store, files, folder / name, breathe)
    for old, *_ in _days(folder)[:-KEPT_DAILY]:
        old.unlink(missing_ok=True)
    return made


def made_today(folder: Path, now: datetime) -> bool:
    """Whether the newest backup of a day in `folder` is of this local day."""
    return any(day == _stamp(now)[:8] for _, _, day in _days(folder)[-1:])


def _days(folder: Path) -> list[tuple[Path, str, str]]:
    """(file, number, day) of the backups of a day, in the order in which they were made."""
    found = folder.iterdir() if folder.is_dir() else ()
    named = ((path, _OF_A_DAY.fullmatch(path.name)) for path in found)
    return sorted(((path, name[1], name[2]) for path, name in named if name), key=itemgetter(1))


def _stamp(now: datetime) -> str:
    return f"{now.astimezone():%Y%m%d-%H%M%S}"


def _written(store: Store, files: FileStore, target: Path, breathe: Breath) -> Path:
    folder = target.parent
    part = target.with_suffix(".part")
    with told(target):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            copy_database(store, part, breathe)
            for _ in files.copied_to(folder / "files"):
                breathe()
            into_place(part, target)
        finally:
            part.unlink(missing_ok=True)
    return target


def copy_database(store: Store, target: Path, breathe: Breath) -> None:
    """A consistent copy of the open database, checked and flushed to the disk."""
    target.unlink(missing_ok=True)
    if isinstance(store, SqliteStore):
        found = _copy_file(store, target, breathe)
    else:
        found = _copy_rows(store, target, breathe)
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


def _copy_file(store: SqliteStore, target: Path, breathe: Breath) -> object:
    copy = SqliteDatabase(str(target))
    copy.connect()
    raw: Any = copy
    source: Any = store.database
    try:
        _copy_pages(source.connection(), raw.connection(), target, breathe)
        return _finished(raw)
    finally:
        copy.close()


def _copy_rows(store: Store, target: Path, breathe: Breath) -> object:
    try:
        with closing(store.again()) as source, closing(SqliteStore(target, create=True)) as copy:
            pour(source, copy, breathe)
            return _finished(copy.database)
    finally:
        for end in ("-wal", "-shm"):
            target.with_name(target.name + end).unlink(missing_ok=True)


def _finished(copy: Any) -> object:
    """One file without a log; gives SQLite's verdict on it."""
    copy.execute_sql("PRAGMA journal_mode=delete")
    return copy.execute_sql("PRAGMA quick_check(1)").fetchone()[0]


_AT_ONCE = 2_000
"""Pages of a file; some milliseconds."""


def _copy_pages(source: Any, copy: Any, target: Path, breathe: Breath) -> None:
    try:
        source.backup(copy, pages=_AT_ONCE, progress=lambda _state, _left, _total: breathe())
    except source.Error as fault:  # the driver's own: Peewee does not stand between
        raise Trouble(sentence(str(fault), target.parent)) from fault


def check(backup: Path, scratch: Path) -> SqliteStore:
    """Copies `backup` to `scratch` and opens the copy, of today's form.

    Raises Trouble where it is no backup of a desk, damaged, or of a newer program.
    """
    if not backup.is_file():
        raise Trouble(
            say("journal", "There is no backup at {file}. Nothing was changed.")(file=backup)
        )
    with told(scratch):
        shutil.copyfile(backup, scratch)
    store = SqliteStore(scratch)
    try:
        if journal.needs_upgrade(store):
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


_PAGE = 500


def pour(source: Store, target: Store, breathe: Breath = lambda: None) -> None:
    """Copies all that `source` holds into the empty tables of `target`.

    The views of an older schema are left out; opening `target` computes them anew.
    """
    alike = source.version == schema.VERSION
    tables: list[type[Model]] = [schema.Entry, *LOCAL, *(schema.VIEWS if alike else ())]
    with source.reading(), target.transaction():
        for model in tables:
            _copy(source, target, model, breathe)
        _settle_in(source, target)
        _find_sales(source, target)
        if alike:
            _copy_words(source, target)
        else:
            journal.drop_views(target)
        target.set_version(source.version)


def _copy(source: Store, target: Store, model: type[Model], breathe: Breath) -> None:
    meta: Any = model._meta
    both = {*source.columns(meta.table_name)} & {*target.columns(meta.table_name)}
    fields = [field for field in meta.sorted_fields if field.column_name in both]
    if fields:
        row = Kept(lambda: model.insert({field: given(field.name) for field in fields}))
        for rows in _pages(source, model.select(*fields), meta.get_primary_keys()):
            names = [field.name for field in fields]
            row.many(target, (dict(zip(names, each, strict=True)) for each in rows))
            breathe()


def _pages(source: Store, query: Any, key: Sequence[Any]) -> Iterator[list[Row]]:
    """All rows of a query in the order of the key, some at a time; the key is among its columns."""
    page = query.order_by(*key).limit(_PAGE)
    columns = [each.name for each in query.selected_columns]
    places = [columns.index(each.name) for each in key]
    rows = all_of(source, page)
    while rows:
        yield rows
        after = Tuple(*(Value(rows[-1][place]) for place in places))
        rows = all_of(source, page.where(Tuple(*key) > after))


def _settle_in(source: Store, target: Store) -> None:
    """What belongs to a seat belongs to the new one; the drafts of other PCs stay behind."""
    if source.seat:
        start = drafts.seated(source, "")
        ours = fn.substr(Draft.place, 1, len(start)) == start
        all_of(target, Draft.delete().where(~ours))
        bare = {field: fn.substr(field, len(start) + 1) for field in (Draft.id, Draft.place)}
        all_of(target, Draft.update(bare))
        all_of(target, Own.update(value=source.seat).where(Own.key == "node"))
    if target.seat:
        start = drafts.seated(target, "")
        named = {field: Value(start).concat(field) for field in (Draft.id, Draft.place)}
        all_of(target, Draft.update(named))


def _copy_words(source: Store, target: Store) -> None:
    c = VIEW_SEARCH.rows.c
    columns = [c[name] for name in ("rowid", *VIEW_SEARCH.columns)]
    for rows in _pages(source, VIEW_SEARCH.rows.select(*columns), (c.rowid,)):
        _note(target, VIEW_SEARCH, rows)


def _find_sales(source: Store, target: Store) -> None:
    """The words of the sales themselves cannot be read; they are made anew."""
    words_of = [getattr(Sale, name) for name in customers.SEARCHED]
    for rows in _pages(source, Sale.select(Sale.row, *words_of), (Sale.row,)):
        _note(target, LOCAL_SEARCH, [(row, " ".join(words)) for row, *words in rows])


def _note(target: Store, index: SearchIndex, rows: Sequence[Row]) -> None:
    for row, *words in rows:
        target.note_words(index, row, words)
