"""The journal: the one place where entries are written, and from where they are read.

There is one write path: `writing` opens a transaction, `Pen.write` appends entries to this desk's
chain, and when the block ends the views of all touched subjects are refreshed and everything is
committed at once. Raises Trouble for faults of the disk, Stale for a clock not to be believed.

An older database becomes a new one; a newer one is refused. The entries stay as they are: an
upgrade drops the views, makes today's tables and computes the views again. A change of a local
table brings its own step in `_STEPS`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from peewee import SQL, Tuple, Value, fn

from desk.journal import schema, views
from desk.journal.address import Address, Place
from desk.journal.known import local, local_nodes
from desk.journal.schema import LOCAL, Own
from desk.journal.schema import Entry as Row
from desk.journal.sqlite import SqliteStore
from desk.journal.store import Kept, Store, Worded, all_of, given
from desk.journal.views import about, append, entries, entry_of
from desk.rules.chain import (
    DOUBTFUL_AFTER,
    SALT_BYTES,
    START,
    Entry,
    chained,
    check_clock,
    next_tick,
    time_of,
)
from desk.rules.complaint import Complaint
from desk.rules.entries import Event, parts
from desk.rules.errors import Steps, Trouble, finish
from desk.rules.folding import fold
from desk.words import say

if TYPE_CHECKING:
    from desk.journal.postgres import PostgresStore


def open_store(place: Place, *, seat: str = "") -> Store:
    """The database at `place`, which must be there. Raises Trouble."""
    if isinstance(place, Path):
        return SqliteStore(place)
    return server_store(place, seat=seat)


def create_store(place: Place, *, seat: str = "") -> Store:
    """A new database with the tables of a desk. Raises Refused where there is one, Trouble."""
    if isinstance(place, Path):
        return SqliteStore(place, create=True)
    return server_store(place, seat=seat, create=True)


def server_store(address: Address, *, seat: str = "", create: bool = False) -> PostgresStore:
    """The database on a server; its driver is an extra, and slow to load. Raises DeskError."""
    try:
        from desk.journal.postgres import PostgresStore
    except ImportError as missing:
        raise Trouble(
            say(
                "journal",
                "A desk on a database server needs the library psycopg, which is not installed "
                "here. Nothing was changed. Install it with “pip install complaint-desk[server]”, "
                "then try again.",
            )
        ) from missing
    return PostgresStore(address, seat=seat, create=create)


PAGE = 500
"""Rows read or written in one slice of long work."""


class Journal:
    """The open journal of the desk `node`."""

    def __init__(self, store: Store, node: str) -> None:
        self.store = store
        self.node = node

    @classmethod
    def create(cls, place: Place, node: str) -> Journal:
        """A new, empty journal in a new database."""
        journal = cls(create_store(place, seat=node), node)
        with journal.store.transaction():
            journal.become(node)
        return journal

    @classmethod
    def open(
        cls, place: Place, *, before_upgrade: Callable[[Store], object], seat: str = ""
    ) -> Journal:
        """The journal at `place`, brought to today's form where it is older.

        `seat` is the node of this PC, where several PCs share one database. `before_upgrade` makes
        the backup; the upgrade is one transaction, whole or not at all.
        """
        store = open_store(place, seat=seat)
        try:
            outdated = needs_upgrade(store)
            if outdated:
                before_upgrade(store)
            journal = cls.of(store)
            if outdated:
                finish(journal.rebuild())
        except BaseException:
            store.close()
            raise
        return journal

    @classmethod
    def of(cls, store: Store) -> Journal:
        """The journal in an open database of today's form."""
        if store.seat:
            return cls(store, store.seat)
        rows = all_of(store, Own.select(Own.value).where(Own.key == "node"))
        return cls(store, str(rows[0][0]) if rows else "")

    def become(self, node: str) -> None:
        """Within a transaction: from now on the desk `node` writes here."""
        for key in ("node", f"local/{node}"):
            all_of(self.store, Own.delete().where(Own.key == key))
            all_of(self.store, Own.insert(key=key, value=node))
        self.node = node

    @contextmanager
    def writing(self, *, actor: str, now: datetime, clock_confirmed: bool = False) -> Iterator[Pen]:
        """A transaction in which entries are written; nothing is kept when the block raises."""
        with self.store.transaction():
            tick = self.last_tick(now)
            if not clock_confirmed:
                check_clock(tick, now)
            pen = Pen(self, actor=actor, now=now, tick=tick)
            yield pen
            views.refresh(self.store, pen.touched)

    def last_tick(self, now: datetime) -> int:
        """The highest tick that counts, 0 in an empty journal.

        One from elsewhere that lies in the future is kept as data, but never moves our own clock.
        """
        believable = next_tick(0, now + DOUBTFUL_AFTER)
        heard = _HEARD.rows(self.store, believable=believable)
        own = _OWN_TICK.rows(self.store)
        return max(int(heard[0][0] or 0), int(own[0][0] or 0))

    def local_nodes(self) -> list[str]:
        """The desks that write, or wrote, in this database; all others came by file."""
        return local_nodes(self.store)

    def last(self) -> tuple[int, bytes]:
        """(seq, hash) of this desk's last entry; (0, zeros) before the first."""
        rows = LAST_OF.rows(self.store, node=self.node)
        return (int(rows[0][0]), bytes(rows[0][1])) if rows else (0, START)

    def complaint(self, subject: str) -> Complaint:
        """The complaint with this id, folded from its entries."""
        return fold(subject, self.about(subject))

    def about(self, subject: str) -> list[Entry]:
        """All entries about one subject, in the order of folding."""
        return about(self.store, subject)

    def entries(self, node: str, after: int = 0, upto: int | None = None) -> Iterator[Entry]:
        """A node's entries in the order of its chain, read in pages."""
        last = upto if upto is not None else self.seq_of(node)
        while after < last:
            rows = _CHAIN.rows(self.store, node=node, after=after, upto=last)
            if not rows:
                return
            yield from map(entry_of, rows)
            after = rows[-1][1]

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """All entries of one kind, in the order of their ticks, read in pages."""
        tick, node, seq = -1, "", 0
        while True:
            rows = _OF_KIND.rows(self.store, kind=kind, tick=tick, node=node, seq=seq)
            yield from map(entry_of, rows)
            if len(rows) < PAGE:
                return
            node, seq, tick = rows[-1][:3]

    def nodes(self) -> list[str]:
        """All desks of which there are entries here."""
        return [row[0] for row in _NODES.rows(self.store)]

    def seq_of(self, node: str) -> int:
        """The last seq of a node here, 0 for none."""
        return int(_LAST_SEQ.rows(self.store, node=node)[0][0])

    def subjects(self) -> list[tuple[str, str]]:
        """Every (topic, subject) in the journal, in the order in which they came up."""
        return _SUBJECTS.rows(self.store)

    def refresh_all(self) -> Steps[None]:
        """Within a transaction: fills empty views; yields (done, total)."""
        subjects = self.subjects()
        for start in range(0, len(subjects), PAGE):
            views.refresh(self.store, subjects[start : start + PAGE])
            yield min(start + PAGE, len(subjects)), len(subjects)

    def rebuild(self) -> Steps[None]:
        """Throws the views away and computes them again, whole or not at all."""
        with self.store.transaction():
            renew_tables(self.store)
            yield from self.refresh_all()

    def close(self) -> None:
        """Closes the database."""
        self.store.close()


def _own_tick() -> Any:
    last = Row.select(Row.tick).where(Row.node == Own.value).order_by(Row.seq.desc()).limit(1)
    return local().select(fn.max(fn.coalesce(last, 0)))


def _of_kind() -> Any:
    place = Tuple(Row.tick, Row.node, Row.seq)
    behind = place > Tuple(given("tick"), given("node"), given("seq"))
    found = entries(Row.kind == given("kind"), behind)
    return found.order_by(Row.tick, Row.node, Row.seq).limit(PAGE)


def _subjects() -> Any:
    topic = Worded("topic_of", Row.kind)
    return (
        Row.select(topic.alias("topic"), Row.subject)
        .group_by(SQL("topic"), Row.subject)
        .order_by(fn.min(Row.tick), Row.subject, SQL("topic"))
    )


LAST_OF = Kept(
    lambda: (
        Row.select(Row.seq, Row.hash)
        .where(Row.node == given("node"))
        .order_by(Row.seq.desc())
        .limit(1)
    )
)
"""(seq, hash) of the last entry of the desk `node`."""
_HEARD = Kept(lambda: Row.select(fn.max(Row.tick)).where(Row.tick <= given("believable")))
_OWN_TICK = Kept(_own_tick)
_CHAIN = Kept(
    lambda: (
        entries(Row.node == given("node"), Row.seq > given("after"), Row.seq <= given("upto"))
        .order_by(Row.seq)
        .limit(PAGE)
    )
)
_OF_KIND = Kept(_of_kind)
_NODES = Kept(lambda: Row.select(Row.node).distinct().order_by(Row.node))
_LAST_SEQ = Kept(
    lambda: Row.select(fn.coalesce(fn.max(Row.seq), 0)).where(Row.node == given("node"))
)
_SUBJECTS = Kept(_subjects)


class Pen:
    """Writes entries within one transaction, each chained to the one before."""

    def __init__(self, journal: Journal, *, actor: str, now: datetime, tick: int) -> None:
        self._journal = journal
        self._actor = actor
        self._now = now
        self._tick = tick
        self._seq, self._prev = journal.last()
        self.touched: list[tuple[str, str]] = []

    @property
    def moment(self) -> datetime:
        """When the next entry counts as written: not before the last one, whatever the clock says.

        Deadlines are measured by it, so that who decides and who folds see the same.
        """
        return max(self._now, time_of(self._tick)) if self._tick else self._now

    def write(self, event: Event, *, subject: str, seen: bytes | None = None) -> Entry:
        """Appends one event about `subject`; `seen` is its head on the actor's screen."""
        body, personal = parts(event)
        self._tick = next_tick(self._tick, self._now)
        entry = chained(
            node=self._journal.node,
            seq=self._seq + 1,
            tick=self._tick,
            seen=seen,
            at=f"{self._now.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{self._now.microsecond // 1000:03}Z",
            actor=self._actor,
            kind=event.KIND,
            subject=subject,
            body=body,
            personal=personal,
            salt=secrets.token_bytes(SALT_BYTES),
            prev=self._prev,
        )
        append(self._journal.store, entry)
        self._seq, self._prev = entry.seq, entry.hash
        self.touched.append((event.KIND.split(".")[0], subject))
        return entry


def _count_wrong_pins(store: Store) -> None:
    if "tries" in store.columns("pin"):
        return
    # Peewee has no query that changes a table.
    store.run("ALTER TABLE pin ADD COLUMN tries INTEGER NOT NULL DEFAULT 0")
    store.run("ALTER TABLE pin ADD COLUMN tried_at TEXT NOT NULL DEFAULT ''")


def _name_local_desks(store: Store) -> None:
    """Until then no file was ever read in: every desk in the journal wrote here."""
    key = Value("local/").concat(Row.node)
    found = Row.select(key, Row.node).distinct()
    all_of(store, Own.insert_from(found, (Own.key, Own.value)).on_conflict_ignore())


_STEPS: Mapping[int, Callable[[Store], None]] = MappingProxyType(
    {1: _count_wrong_pins, 2: _name_local_desks}
)
"""From which version, what has to be done to the local tables."""


def needs_upgrade(store: Store) -> bool:
    """Whether the file is of an older program. Raises Trouble for a newer one, or none at all."""
    found = store.version
    if found > schema.VERSION:
        raise Trouble(
            say(
                "journal",
                "The data in {folder} were written by a newer version of this program. Nothing "
                "was changed. Install the newest version and open them again.",
            )(folder=store.where)
        )
    if found == 0 and not (store.has_table("entry") and store.has_table("own")):
        raise Trouble(
            say(
                "journal",
                "{folder} holds something that is not a complaint desk. Nothing was changed. "
                "Choose another folder, or restore a backup.",
            )(folder=store.where)
        )
    return found < schema.VERSION


def renew_tables(store: Store) -> None:
    """Within a transaction: the local steps, then empty views of today's form."""
    for version in range(store.version, schema.VERSION):
        if version in _STEPS:
            _STEPS[version](store)
    if store.shared and store.version == schema.VERSION:
        empty_views(store)  # a table that is dropped would keep every other PC waiting
        return
    drop_views(store)
    store.make_tables([model for model in LOCAL if not store.has_table(schema.table_of(model))])
    store.make_tables(schema.VIEWS)
    store.make_search(schema.VIEW_SEARCH)
    store.set_version(schema.VERSION)


def drop_views(store: Store) -> None:
    """Within a transaction: the views are gone."""
    for name in (*map(schema.table_of, schema.VIEWS), schema.VIEW_SEARCH.name):
        # Peewee has no query that drops one, whether or not it is there.
        store.run(f'DROP TABLE IF EXISTS "{name}"')


def empty_views(store: Store) -> None:
    """Within a transaction: the views hold nothing."""
    for view in schema.VIEWS:
        all_of(store, view.delete())
    all_of(store, schema.VIEW_SEARCH.rows.delete())
