"""A desk's database as an SQLite file: how it is opened, asked and written to.

Opening fails with Trouble where the file is damaged, on a network share, of a newer program, or
where SQLite itself is too old to be trusted with two programs at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path, PurePosixPath
from time import monotonic
from typing import Any

from peewee import (
    SQL,
    DatabaseError,
    Expression,
    InterfaceError,
    Model,
    OperationalError,
    SqliteDatabase,
    fn,
)

from desk.durable import what_is_wrong
from desk.journal import schema
from desk.journal.schema import SearchIndex
from desk.journal.store import Kept, Row, Store, Wanted, all_of, as_match, given
from desk.rules.errors import Trouble
from desk.words import Text, say

_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "secure_delete": 1,
    # Checkpoints are made when nobody waits (`tidy`), not within a save.
    "wal_autocheckpoint": 4000,
    "cache_size": -16_000,
}
_MAGIC = b"SQLite format 3\0"
_PATIENCE = 5
"""Seconds for which another program may keep the lock."""
_GLANCES = 8
"""Milliseconds in which SQLite looks three times whether the lock is free."""
_SAFE_SQLITE = (3, 51, 3)
_SHARES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs"})


class SqliteStore(Store):
    """An open file. Peewee opens it and makes its tables; statements go past its models."""

    shared = False

    def __init__(self, path: Path, *, create: bool = False) -> None:
        _check_sqlite()
        self.path = path
        if not create and not path.is_file():
            raise Trouble(
                say(
                    "journal",
                    "There is no complaint desk in {folder}. Nothing was changed. Set one up "
                    "there first, or choose another folder.",
                )(folder=path.parent)
            )
        _refuse_share(path)
        if not create:
            _refuse_stranger(path)
        self.database = SqliteDatabase(
            str(path), pragmas=_PRAGMAS, lock_type="IMMEDIATE", autoconnect=False
        )
        self.dialect = self.database
        self._raw: Any = self.database  # Peewee's stubs leave these methods untyped
        with told(path):
            self.database.connect()
        if create:
            self._create()

    def _create(self) -> None:
        try:
            with told(self.path), self.transaction():
                self.make_all()
        except Trouble:
            self.close()
            raise

    def make_tables(self, models: Sequence[type[Model]]) -> None:
        """New tables of these forms, within the transaction that is open."""
        with self.database.bind_ctx(models):
            self.database.create_tables(models, safe=False)

    def make_search(self, index: SearchIndex) -> None:
        """A new full-text index, within the transaction that is open.

        Erased words are gone from the file at once, and merging waits for an idle moment: FTS5's
        own merging would now and then make a save wait for a quarter of a second.
        """
        # Takes 10 ms, and only a new table needs it.
        from playhouse.sqlite_ext import FTS5Model, SearchField

        options: dict[str, object] = {"tokenize": "unicode61 remove_diacritics 2"}
        if not index.keeps_text:
            options |= {"content": "", "contentless_delete": 1}
        form = type("Meta", (), {"table_name": index.name, "options": options})
        words = {name: SearchField() for name in index.columns}
        self.make_tables([type(index.name, (FTS5Model,), {**words, "Meta": form})])
        self._tell_index(index, "secure-delete", 1)
        self._tell_index(index, "automerge", 0)

    def _tell_index(self, index: SearchIndex, what: str, how: int) -> None:
        rows = index.rows
        all_of(self, rows.insert({rows.c[index.name]: what, rows.c.rank: how}))

    @staticmethod
    def finds(index: SearchIndex, asked: Any) -> Any:
        """A table of FTS5 has a hidden column of its own name, which stands for all of them."""
        return Expression(index.rows.c[index.name], "MATCH", asked)

    @staticmethod
    def asked(wanted: Wanted) -> str:
        """In FTS5's own language."""
        return as_match(wanted)

    def note_words(self, index: SearchIndex, row: int, words: Sequence[str]) -> None:
        """Within a transaction: a row is found by these words."""
        _noted(index).rows(self, rowid=row, **dict(zip(index.columns, words, strict=True)))

    @staticmethod
    def topic_of(kind: Any) -> Any:
        """The word before the dot."""
        return fn.substr(kind, 1, fn.instr(kind, SQL("'.'")) - 1)

    @staticmethod
    def same(column: Any, value: Any) -> Any:
        """The columns that are asked so are collated so."""
        return column == value

    def has_table(self, name: str) -> bool:
        """Whether there is a table of this name."""
        return bool(self.run("SELECT 1 FROM sqlite_master WHERE name=?", (name,)))

    def columns(self, table: str) -> list[str]:
        """The columns of a table, in their order; none where it is not there."""
        return [str(row[1]) for row in self.run(f'PRAGMA table_info("{table}")')]

    @property
    def version(self) -> int:
        """The version of the schema in the file."""
        return int(self.run("PRAGMA user_version")[0][0])

    def set_version(self, version: int) -> None:
        """Within a transaction: the schema is of this version now."""
        self.run(f"PRAGMA user_version={version:d}")

    @property
    def where(self) -> Path:
        """The folder, for people."""
        return self.path.parent

    def again(self) -> SqliteStore:
        """The same file on another connection."""
        return SqliteStore(self.path)

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of one statement."""
        with told(self.path):
            rows: list[Row] = self._raw.execute_sql(sql, values).fetchall()
            return rows

    def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows, within the transaction that is open."""
        with told(self.path):
            self._raw.cursor().executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One IMMEDIATE transaction; rolled back when the block raises."""
        with told(self.path):
            self._begin()
        try:
            yield
            with told(self.path):
                self.database.commit()
        except BaseException:
            # After “disk full” SQLite has rolled back by itself; again would hide the reason.
            if self._raw.connection().in_transaction:
                self.database.rollback()
            raise

    def _begin(self) -> None:
        """Takes the lock to write. SQLite's own waiting looks ever more rarely, ten times a second
        in the end, and may never find the moment between two saves of a busy program; so it is
        asked to wait briefly, again and again."""
        until = monotonic() + _PATIENCE
        self.run(f"PRAGMA busy_timeout={_GLANCES:d}")
        try:
            while True:
                try:
                    self.database.begin()
                except OperationalError as fault:
                    if "locked" not in str(fault) or monotonic() > until:
                        raise
                else:
                    return
        finally:
            self.run(f"PRAGMA busy_timeout={_PRAGMAS['busy_timeout']}")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One moment for several reads: what others write meanwhile is not seen."""
        self.run("BEGIN")
        try:
            yield
        finally:
            self.run("COMMIT")

    def tidy(self) -> None:
        """Work for idle moments: a little merging of the text index, and the checkpoint."""
        with told(self.path):
            with self.transaction():
                for index in (schema.VIEW_SEARCH, schema.LOCAL_SEARCH):
                    self._tell_index(index, "merge", 100)
            self.run("PRAGMA wal_checkpoint(PASSIVE)")

    def settle(self) -> None:
        """Everything goes from the log into the file itself, so that the file can be moved."""
        self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def damage(self) -> Text | None:
        """What SQLite finds wrong with the file."""
        # On a connection of its own: FTS5 would judge by what this one saw before others wrote.
        with closing(self.again()) as fresh:
            found = fresh.run("PRAGMA quick_check(1)")[0][0]
        if found == "ok":
            return None
        return say("verify", "The database file is damaged ({reason}). Restore the last backup.")(
            reason=str(found)[:120]
        )

    def change_mark(self) -> int:
        """A number that changes when another program writes to the same file."""
        return int(self.run("PRAGMA data_version")[0][0])

    def close(self) -> None:
        """Closes the file; closing twice is fine."""
        self.database.close()


@cache
def _noted(index: SearchIndex) -> Kept:
    columns = ("rowid", *index.columns)
    return Kept(lambda: index.rows.insert({index.rows.c[name]: given(name) for name in columns}))


def _check_sqlite() -> None:
    version = SqliteDatabase(None).server_version
    if version < _SAFE_SQLITE:
        raise Trouble(
            say(
                "journal",
                "SQLite {found} on this computer can damage data; {wanted} or newer is needed. "
                "Nothing was opened. Install the package “pysqlite3” and start again.",
            )(found=".".join(map(str, version)), wanted=".".join(map(str, _SAFE_SQLITE)))
        )


def _refuse_share(path: Path) -> None:
    if on_network(path.resolve()):
        raise Trouble(
            say(
                "journal",
                "{folder} is on a network share, where a database can be damaged. Nothing was "
                "written. Choose a folder on this computer.",
            )(folder=path.parent)
        )


def _refuse_stranger(path: Path) -> None:
    """Before SQLite opens it: an empty file would become a database, and no longer be empty."""
    with told(path), path.open("rb") as stream:
        head = stream.read(len(_MAGIC))
    if head != _MAGIC:
        raise Trouble(sentence("not a database", path.parent))


def on_network(path: Path, mounts: str | None = None) -> bool:
    """Whether `path` lies on a share. `mounts` is the text of /proc/mounts, for tests."""
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return path.drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote
        )
    if mounts is None:
        table = Path("/proc/mounts")
        mounts = table.read_text(errors="replace") if table.exists() else ""
    best = max(
        (
            (len(point), kind)
            for _, point, kind, *_ in (line.split(" ") for line in mounts.splitlines())
            if PurePosixPath(path).is_relative_to(point.replace("\\040", " "))
        ),
        default=(0, ""),
    )
    return best[1] in _SHARES


_SENTENCES: tuple[tuple[str, Text], ...] = (
    (
        "full",
        say(
            "journal",
            "The disk is full: {folder}. Nothing was saved just now; what was saved before is "
            "safe, and what you typed is kept in the form. Free some space and save again.",
        ),
    ),
    (
        "readonly",
        say(
            "journal",
            "The folder {folder} cannot be written to. Nothing was saved just now; what you typed "
            "is kept in the form. Ask for the right to write there, then save again.",
        ),
    ),
    (
        "unable to open",
        say(
            "journal",
            "The data in {folder} cannot be opened. Nothing was changed. Check that the folder is "
            "there and that you may write to it.",
        ),
    ),
    (
        "locked",
        say(
            "journal",
            "Another program is busy with the data in {folder}. Nothing was saved just now; what "
            "you typed is kept. Wait a moment and try again.",
        ),
    ),
    (
        "malformed",
        say(
            "journal",
            "The data in {folder} are damaged. Nothing was changed. Restore the last backup from "
            "the folder “backups”, and keep the damaged folder for the technician.",
        ),
    ),
    (
        "not a database",
        say(
            "journal",
            "{folder} holds something that is not a complaint desk. Nothing was changed. Choose "
            "another folder, or restore a backup.",
        ),
    ),
)
_OTHER = say(
    "journal",
    "The disk did not do as asked ({reason}). Nothing was saved just now; what you typed is kept. "
    "Check the disk of {folder} and try again.",
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns the database's own exceptions into Trouble with a sentence for people."""
    try:
        yield
    except (DatabaseError, InterfaceError) as fault:
        raise Trouble(sentence(str(fault), path.parent)) from fault
    except OSError as fault:
        raise Trouble(sentence(_words_of(fault), path.parent)) from fault


def _words_of(fault: OSError) -> str:
    """As SQLite would say it, where that is known."""
    wrong = what_is_wrong(fault)
    return {"full": "full", "closed": "readonly"}.get(wrong, fault.strerror or str(fault))


def sentence(reason: str, folder: Path) -> Text:
    """What to tell about `reason`, the words of SQLite or, where it has none, of the system."""
    for sign, text in _SENTENCES:
        if sign in reason.lower():
            return text(folder=folder)
    return _OTHER(folder=folder, reason=reason[:80])
