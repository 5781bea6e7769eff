"""A desk's database on a PostgreSQL server, which several PCs may have open at once.

Writers take turns, as with an SQLite file: each transaction first takes one lock. A connection that
was cut is made anew by the next call, unless a transaction was open: then nothing of it was kept,
and Trouble says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from itertools import count
from time import monotonic
from typing import Any

import psycopg
from peewee import (
    SQL,
    BigIntegerField,
    Cast,
    Expression,
    Model,
    NodeList,
    PostgresqlDatabase,
    TextField,
    fn,
)
from psycopg import Connection, DataError, Error, InterfaceError, OperationalError
from psycopg.adapt import Buffer, Dumper
from psycopg.pq import TransactionStatus
from psycopg.types.string import StrDumper

from desk.journal.address import Address
from desk.journal.schema import (
    VIEW_SEARCH,
    VIEWS,
    Entry,
    SearchIndex,
    Shelved,
    State,
    table_of,
)
from desk.journal.store import Kept, Row, Store, Wanted, all_of, as_query, as_vector, given
from desk.rules.errors import DeskError, Invalid, Refused, Trouble
from desk.words import Text, say

_BY_CODE: tuple[tuple[str, Text], ...] = (
    (
        "55P03",
        say(
            "journal",
            "Another program is busy with the data in {folder}. Nothing was saved just now; what "
            "you typed is kept. Wait a moment and try again.",
        ),
    ),
    (
        "53100",
        say(
            "journal",
            "The disk of the database server is full ({folder}). Nothing was saved just now; what "
            "was saved before is safe, and what you typed is kept. Tell the technician.",
        ),
    ),
    (
        "53300",
        say(
            "journal",
            "The database server takes no more connections ({folder}). Nothing was saved just now; "
            "what you typed is kept. Wait a moment and try again, or tell the technician.",
        ),
    ),
    (
        "25006",
        say(
            "journal",
            "The database {folder} can only be read at the moment. Nothing was saved just now; "
            "what you typed is kept. Tell the technician.",
        ),
    ),
    (
        "42501",
        say(
            "journal",
            "You may not write to the database {folder}. Nothing was saved. Ask the technician for "
            "the right to make tables there, and try again.",
        ),
    ),
)
_OTHER = say(
    "journal",
    "The database {folder} did not do as asked ({reason}). Nothing was saved just now; what you "
    "typed is kept. Try again, and tell the technician if it stays so.",
)
_CUT = say(
    "journal",
    "The connection to the database {folder} was cut. Nothing was saved just now; what was saved "
    "before is safe, and what you typed is kept. Try again: the desk connects anew by itself.",
)
_CUT_WHILE_SAVING = say(
    "journal",
    "The connection to the database {folder} was cut just as it was saving. It may have been saved "
    "or not; what you typed is kept. Look whether it stands there before you save again.",
)
_UNREACHABLE = say(
    "journal",
    "The database server {server} cannot be reached. Nothing was saved just now; what was saved "
    "before is safe on the server, and what you typed is kept. Check the network and whether the "
    "server is running, and try again.",
)
_AT_THE_DOOR: tuple[tuple[str, Text], ...] = (
    (
        "password",
        say(
            "journal",
            "The database server {server} did not accept the password of {user}. Nothing was "
            "changed. Ask the technician for the right one; it stands in a password file "
            "(PGPASSFILE), or in the address at setup.",
        ),
    ),
    (
        "does not exist",
        say(
            "journal",
            "The database server {server} does not know the database {name} or the user {user}. "
            "Nothing was changed. Make them there, or correct the address.",
        ),
    ),
    (
        "too many",
        say(
            "journal",
            "The database server takes no more connections ({folder}). Nothing was saved just now; "
            "what you typed is kept. Wait a moment and try again, or tell the technician.",
        ),
    ),
    (
        "pg_hba",
        say(
            "journal",
            "The database server {server} lets nobody in from this computer. Nothing was changed. "
            "Ask the technician to allow it in pg_hba.conf.",
        ),
    ),
)


def fault_of(fault: Error, address: Address) -> DeskError:
    """What to tell about a statement that failed."""
    code = fault.sqlstate or ""
    for known, text in _BY_CODE:
        if code == known:
            return Trouble(text(folder=address))
    if isinstance(fault, DataError) and not code:
        return Invalid(
            say("journal", "There is a character in the text that cannot be kept. Remove it.")()
        )
    return Trouble(_OTHER(folder=address, reason=_first_line(fault)))


def cut_off(address: Address, *, while_saving: bool) -> Trouble:
    """What to tell where the connection went away in the middle."""
    return Trouble((_CUT_WHILE_SAVING if while_saving else _CUT)(folder=address))


def shut_out(fault: Error, address: Address) -> Trouble:
    """What to tell where no connection could be made."""
    words = str(fault).lower()
    blanks = {
        "folder": address,
        "server": address.server,
        "name": address.name,
        "user": address.user or "?",
    }
    for sign, text in _AT_THE_DOOR:
        if sign in words:
            return Trouble(text(**blanks))
    return Trouble(_UNREACHABLE(**blanks))


def _first_line(fault: Error) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:80]


_TURN = 0x6B6F6D706C61696E
"""The number of the lock that writers take in turn."""
_BEGIN = f"BEGIN; SELECT pg_advisory_xact_lock({_TURN})"
_COMMIT = f"UPDATE {table_of(State)} SET mark = mark + 1; COMMIT"
"""Two in one, as Peewee cannot say it: a way to the server and back less for each save."""
_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_SETTINGS: Mapping[str, object] = {
    "autocommit": True,
    "cursor_factory": psycopg.RawCursor,
    "application_name": "complaint-desk",
    "client_encoding": "UTF8",
    "connect_timeout": 5,
    # A server that vanished is noticed within seconds, not within hours.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    # Another program may keep a lock for 5 seconds; what was saved is safe on the server's disk.
    "options": "-c lock_timeout=5000 -c synchronous_commit=on -c TimeZone=UTC",
}
_RETRY = 10
"""How many times as long as it took in vain a look for changes waits before it tries again to reach
a server that is away: one that refuses at once is asked at each look, a silent one seldom."""
_MANY = 10_000
"""Rows after which a server that has never looked at the journal does so: without statistics it
chooses its ways as for an empty table, until its own first look, which may be a minute away."""
_GOING_DOWN = frozenset({"57P01", "57P02", "57P03"})


class _Flag(Dumper):
    """Yes and no are 1 and 0, as in SQLite."""

    oid = psycopg.adapters.types["int4"].oid

    def dump(self, obj: Any) -> Buffer:
        return b"1" if obj else b"0"


class _Text(StrDumper):
    """PostgreSQL has no NUL in a text; what is looked for with one is found nowhere."""

    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace("\0", "\ufffd") if "\0" in obj else obj)


class _Dialect(PostgresqlDatabase):
    """Words Peewee's queries with `?` for values, as all statements here have them, and makes its
    tables by `run`. It is never connected, so it needs no driver: Peewee was loaded without one.

    Texts are compared letter by letter as in SQLite, whatever the language of the database; numbers
    are as wide as there; a flag is 0 or 1.
    """

    param = "?"
    field_types = PostgresqlDatabase.field_types | {
        "TEXT": 'text COLLATE "C"',
        "INT": "bigint",
        "BOOL": "integer",
    }

    def __init__(self, run: Callable[[str, Sequence[Any]], object] | None = None) -> None:
        super().__init__(None)
        self._run = run

    def get_context_options(self) -> dict[str, Any]:
        """Called by Peewee."""
        return {**super().get_context_options(), "on_server": True}

    def get_binary_type(self) -> type[bytes]:
        """Called by Peewee."""
        return bytes

    def execute_sql(self, sql: str, params: Sequence[Any] | None = None) -> None:
        """Called by Peewee."""
        if self._run is not None:
            self._run(sql, params or ())


class PostgresStore(Store):
    """An open database on a server. Statements go to psycopg as they are, by one connection."""

    shared = True
    dialect = _Dialect()

    def __init__(self, address: Address, *, seat: str = "", create: bool = False) -> None:
        self.address = address
        self.seat = seat
        self._inside = False
        self._shut = False
        self._own_changes = 0
        self._many = 0
        self._seen_mark = 0
        self._away_until = 0.0
        self._connection = self._connect()
        if create:
            try:
                self.make_new()
            except DeskError:
                self.close()
                raise

    @property
    def where(self) -> Address:
        """The database and its server."""
        return self.address

    def again(self) -> PostgresStore:
        """The same database on another connection."""
        return PostgresStore(self.address, seat=self.seat)

    def _connect(self) -> Connection[Row]:
        passfile = {"passfile": str(self.address.passfile)} if self.address.passfile else {}
        settings: dict[str, Any] = {**_SETTINGS, **passfile}
        try:
            connection: Connection[Row] = psycopg.connect(self.address.url, **settings)
        except psycopg.Error as fault:
            raise shut_out(fault, self.address) from fault
        connection.adapters.register_dumper(bool, _Flag)
        connection.adapters.register_dumper(str, _Text)
        return connection

    @property
    def taken(self) -> bool:
        """Whether the database holds a desk, or tables of another program that look like one's."""
        return self.has_table(table_of(State)) or self.has_table("entry")

    def make_new(self) -> None:
        """The tables of a desk, all empty. Raises Refused where there are some already."""
        with self.transaction():
            if self.taken:
                raise Refused(
                    say(
                        "journal",
                        "There are data in the database {folder} already. They were not touched. "
                        "Choose an empty database.",
                    )(folder=self.address)
                )
            self._check_encoding()
            self.make_tables([State, Shelved])
            # Peewee does not know how a column is stored; a photo is packed already.
            self.run(f"ALTER TABLE {table_of(Shelved)} ALTER content SET STORAGE EXTERNAL")
            all_of(self, State.insert(version=0, mark=0))
            self.make_all()

    def _check_encoding(self) -> None:
        if self.run("SHOW server_encoding") != [("UTF8",)]:
            raise Refused(
                say(
                    "journal",
                    "The database {folder} cannot hold every letter. Nothing was set up. Make one "
                    "with ENCODING 'UTF8' and choose that.",
                )(folder=self.address)
            )

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of one statement."""
        return self._ask(numbered(sql), values)

    def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows, within the transaction that is open."""
        try:
            with self._connection.cursor() as cursor:
                cursor.executemany(numbered(sql), rows)
        except psycopg.Error as fault:
            raise self._told(fault) from fault
        self._many += len(rows)
        if self._many >= _MANY:
            self._many = 0
            self._look_at_tables()

    def _look_at_tables(self) -> None:
        """Has the server look at the tables, where it has not since they were small."""
        known = self.run("SELECT reltuples FROM pg_class WHERE oid = to_regclass('entry')")
        if known and known[0][0] < _MANY:
            models: list[type[Model]] = [Entry, *VIEWS]
            names = [*map(table_of, models), VIEW_SEARCH.name]
            self.run(f"ANALYZE {', '.join(names)}")

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Where the connection was cut while nothing was open, a question is asked once more."""
        fresh = False
        if self._connection.closed and not self._inside and not self._shut:
            self._connection, fresh = self._connect(), True
        try:
            return self._fetch(sql, values)
        except psycopg.Error as fault:
            asks = sql.startswith(("SELECT", "BEGIN")) and not (self._inside or self._shut)
            if fresh or not asks or not self._was_cut(fault):
                raise self._told(fault) from fault
        self._connection = self._connect()
        try:
            return self._fetch(sql, values)
        except psycopg.Error as fault:
            raise self._told(fault) from fault

    def _fetch(self, sql: str, values: Sequence[Any]) -> list[Row]:
        with self._connection.cursor() as cursor:
            if values:
                cursor.execute(sql, values)
            else:  # may be several statements, which cannot be prepared
                cursor.execute(sql, prepare=False)
            return cursor.fetchall() if cursor.description else []

    def _was_cut(self, fault: psycopg.Error) -> bool:
        """Whether the connection is gone; closes what is left of it."""
        cut = self._connection.closed or fault.sqlstate in _GOING_DOWN
        if cut:
            with suppress(OperationalError, InterfaceError):
                self._connection.close()
        return cut

    def _told(self, fault: psycopg.Error, *, while_saving: bool = False) -> DeskError:
        if self._was_cut(fault):
            return cut_off(self.address, while_saving=while_saving)
        return fault_of(fault, self.address)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction that has its turn to write; rolled back when the block raises.

        Within another one it is a part of that.
        """
        if self._inside:
            yield
            return
        with self._within(_BEGIN):
            yield
            try:
                self._fetch(_COMMIT, ())
            except psycopg.Error as fault:
                raise self._told(fault, while_saving=True) from fault
            self._own_changes += 1

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One moment for several reads: what others write meanwhile is not seen."""
        with self._within(_READ):
            yield
            self._ask("COMMIT")

    @contextmanager
    def _within(self, begin: str) -> Iterator[None]:
        if self._inside:
            raise RuntimeError("a transaction is open already")
        try:
            self._ask(begin)
            self._inside = True
            yield
        finally:
            self._inside = False
            self._roll_back()

    def _roll_back(self) -> None:
        """Ends what is still open; a connection that is gone has ended it by itself."""
        if self._connection.closed:
            return
        if self._connection.info.transaction_status == TransactionStatus.IDLE:
            return
        try:
            self._fetch("ROLLBACK", ())
        except psycopg.Error as fault:
            self._was_cut(fault)

    def change_mark(self) -> int:
        """A number that changes when another program writes to the same database.

        Never raises: a server that is away is told when somebody saves or looks something up.
        """
        if self._connection.closed and monotonic() < self._away_until:
            return self._seen_mark
        began = monotonic()
        try:
            mark = int(all_of(self, State.select(State.mark))[0][0])
        except Trouble:
            now = monotonic()
            self._away_until = now + _RETRY * (now - began)
        else:
            self._seen_mark = mark - self._own_changes
        return self._seen_mark

    def tidy(self) -> None:
        """Nothing: the server does it by itself."""

    def settle(self) -> None:
        """Nothing: all is on the server when a transaction has ended."""

    def damage(self) -> Text | None:
        """Nothing that could be found from here."""
        return None

    def close(self) -> None:
        """Closes the connection; closing twice is fine."""
        self._shut = True
        self._connection.close()

    @property
    def version(self) -> int:
        """The version of the schema; 0 where there is none."""
        if not self.has_table(table_of(State)):
            return 0
        return int(all_of(self, State.select(State.version))[0][0])

    def set_version(self, version: int) -> None:
        """Within a transaction: the schema is of this version now."""
        all_of(self, State.update(version=version))

    def has_table(self, name: str) -> bool:
        """Whether there is a table of this name."""
        return bool(self.columns(name))

    def columns(self, table: str) -> list[str]:
        """The columns of a table, in their order; none where it is not there."""
        rows = self.run(
            "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0 "
            "AND NOT attisdropped ORDER BY attnum",
            (table,),
        )
        return [str(row[0]) for row in rows]

    def make_tables(self, models: Sequence[type[Model]]) -> None:
        """New tables of these forms, within the transaction that is open."""
        database = _Dialect(self.run)
        with database.bind_ctx(models):
            database.create_tables(models, safe=False)

    def make_search(self, index: SearchIndex) -> None:
        """A new full-text index, within the transaction that is open."""
        # It takes a while, and only a new table needs it.
        from playhouse.postgres_ext import TSVectorField

        texts = {name: TextField() for name in (index.columns if index.keeps_text else ())}
        fields = {"rowid": BigIntegerField(primary_key=True), **texts, "found": TSVectorField()}
        form = type("Meta", (), {"table_name": index.name})
        self.make_tables([type(index.name, (Model,), {**fields, "Meta": form})])

    @staticmethod
    def finds(index: SearchIndex, asked: Any) -> Any:
        """The words of a row stand in its column `found`."""
        return Expression(index.rows.c.found, "@@", Cast(asked, "tsquery"))

    @staticmethod
    def asked(wanted: Wanted) -> str:
        """In the language of `tsquery`."""
        return as_query(wanted)

    def note_words(self, index: SearchIndex, row: int, words: Sequence[str]) -> None:
        """Within a transaction: a row is found by these words."""
        texts = dict(zip(index.columns, words, strict=True)) if index.keeps_text else {}
        found = as_vector(words, index.columns)
        _noted(index).rows(self, rowid=row, found=found, **texts)

    @staticmethod
    def topic_of(kind: Any) -> Any:
        """The word before the dot."""
        return fn.split_part(kind, SQL("'.'"), 1)

    @staticmethod
    def same(column: Any, value: Any) -> Any:
        """As the indexes of these columns are made (`schema.AnyCase`)."""
        letters = NodeList((Cast(value, "text"), SQL('COLLATE "C"')))
        return fn.lower(column) == fn.lower(letters)


@cache
def _noted(index: SearchIndex) -> Kept:
    columns, c = ("rowid", *(index.columns if index.keeps_text else ())), index.rows.c
    texts = {c[name]: given(name) for name in columns}
    return Kept(lambda: index.rows.insert({**texts, c.found: Cast(given("found"), "tsvector")}))


_PART = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|\?")


@lru_cache(maxsize=1024)
def numbered(sql: str) -> str:
    """The statement with `$1`, `$2` … for each `?` that stands for a value."""
    places = count(1)
    return _PART.sub(lambda found: f"${next(places)}" if found[0] == "?" else found[0], sql)
