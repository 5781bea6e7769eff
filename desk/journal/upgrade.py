"""An older database becomes a new one; a newer one is refused.

The entries stay as they are: an upgrade drops the views, makes today's tables and computes the
views again. A change of a local table brings its own step in `_STEPS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from peewee import Value

from desk.journal import schema
from desk.journal.schema import LOCAL, Entry, Own
from desk.journal.store import Store, all_of
from desk.rules.errors import Trouble
from desk.words import say


def _count_wrong_pins(store: Store) -> None:
    if "tries" in store.columns("pin"):
        return
    # Peewee has no query that changes a table.
    store.run("ALTER TABLE pin ADD COLUMN tries INTEGER NOT NULL DEFAULT 0")
    store.run("ALTER TABLE pin ADD COLUMN tried_at TEXT NOT NULL DEFAULT ''")


def _name_local_desks(store: Store) -> None:
    """Until then no file was ever read in: every desk in the journal wrote here."""
    key = Value("local/").concat(Entry.node)
    found = Entry.select(key, Entry.node).distinct()
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
