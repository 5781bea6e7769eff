"""Everything of one database into another, whichever kinds they are: for backups and restores.

The rows are read at one moment of the source and written in one transaction, page by page, so that
memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peewee import Model

from desk.journal import drafts, sales, schema, upgrade
from desk.journal.local_tables import LOCAL
from desk.journal.schema import LOCAL_SEARCH, VIEW_SEARCH, SearchIndex
from desk.journal.server_tables import key_of
from desk.journal.store import Row, Store

_PAGE = 500


def pour(source: Store, target: Store) -> None:
    """Copies all that `source` holds into the empty tables of `target`.

    The views of an older schema are left out; opening `target` computes them anew.
    """
    alike = source.version == schema.VERSION
    tables: list[type[Model]] = [schema.Entry, *LOCAL, *(schema.VIEWS if alike else ())]
    with source.reading(), target.transaction():
        for model in tables:
            _copy(source, target, model)
        _settle_in(source, target)
        _find_sales(source, target)
        if alike:
            _copy_words(source, target)
        else:
            upgrade.drop_views(target)
        target.set_version(source.version)


def _copy(source: Store, target: Store, model: type[Model]) -> None:
    table = schema.table_of(model)
    there = source.columns(table)
    names = [name for name in target.columns(table) if name in there]
    if names:
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table}({', '.join(names)}) VALUES ({marks})"
        for rows in _pages(source, table, names, key_of(model)):
            target.run_many(sql, rows)


def _pages(
    source: Store, table: str, names: Sequence[str], key: Sequence[str]
) -> Iterator[list[Row]]:
    """All rows in the order of the key, some at a time."""
    places = [names.index(name) for name in key]
    order, marks = ", ".join(key), ", ".join("?" * len(key))
    start = f"SELECT {', '.join(names)} FROM {table}"
    rows = source.run(f"{start} ORDER BY {order} LIMIT {_PAGE:d}")
    while rows:
        yield rows
        after = tuple(rows[-1][place] for place in places)
        rows = source.run(
            f"{start} WHERE ({order}) > ({marks}) ORDER BY {order} LIMIT {_PAGE:d}", after
        )


def _settle_in(source: Store, target: Store) -> None:
    """What belongs to a seat belongs to the new one; the drafts of other PCs stay behind."""
    if source.seat:
        start = drafts.seated(source, "")
        target.run("DELETE FROM draft WHERE substr(place, 1, ?) <> ?", (len(start), start))
        target.run(
            "UPDATE draft SET id = substr(id, ?), place = substr(place, ?)",
            (len(start) + 1, len(start) + 1),
        )
        target.run("UPDATE own SET value = ? WHERE key = 'node'", (source.seat,))
    if target.seat:
        start = drafts.seated(target, "")
        target.run("UPDATE draft SET id = ? || id, place = ? || place", (start, start))


def _copy_words(source: Store, target: Store) -> None:
    names = ("rowid", *VIEW_SEARCH.columns)
    for rows in _pages(source, VIEW_SEARCH.name, names, ("rowid",)):
        _note(target, VIEW_SEARCH, rows)


def _find_sales(source: Store, target: Store) -> None:
    """The words of the sales themselves cannot be read; they are made anew."""
    for rows in _pages(source, "sale", ("row", *sales.SEARCHED), ("row",)):
        _note(target, LOCAL_SEARCH, [(row, " ".join(words)) for row, *words in rows])


def _note(target: Store, index: SearchIndex, rows: Sequence[Row]) -> None:
    for row, *words in rows:
        target.note_words(index, row, words)
