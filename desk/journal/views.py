"""The views: what the entries about one subject add up to, as rows of ordinary tables.

There is one way into them, `refresh`, for a local action, an import and a rebuild alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from desk.journal.desk_views import SMALL_TOPICS, write_small
from desk.journal.entry_rows import about_each, marks
from desk.journal.rows import (
    complaint_values,
    concern_values,
    link_values,
    promise_values,
    search_values,
)
from desk.journal.schema import VIEW_SEARCH
from desk.journal.store import Store
from desk.rules.complaint import Complaint
from desk.rules.folding import fold

_AT_ONCE = 200
"""So many complaints are looked up with one statement."""


def refresh(store: Store, touched: Iterable[tuple[str, str]]) -> None:
    """Within a transaction: the view rows of these (topic, subject) become what the entries say.

    The topic is the word before the dot of an entry's kind. One that is not known here, from a
    newer program, may be about a complaint, which then needs an update.
    """
    customers: set[str] = set()
    pairs = dict.fromkeys(touched)
    for topic, subject in pairs:
        if topic in SMALL_TOPICS:
            write_small(store, topic, subject)
    subjects = list(dict.fromkeys(each for topic, each in pairs if topic not in SMALL_TOPICS))
    for start in range(0, len(subjects), _AT_ONCE):
        customers |= _write_complaints(store, subjects[start : start + _AT_ONCE])
    _write_customers(store, sorted(customers))


def _write_complaints(store: Store, subjects: Sequence[str]) -> set[str]:
    """Writes the rows and words of some complaints; gives the customers whose rows must follow."""
    found = about_each(store, subjects)
    folded = (fold(subject, found.get(subject, ())) for subject in subjects)
    tabled = [(each, values) for each in folded if (values := complaint_values(each)) is not None]
    before = {
        subject: (row, customer)
        for subject, row, customer in store.run(
            f"SELECT id, row, customer FROM complaint WHERE id IN ({marks(subjects)})", subjects
        )
    }
    _add(store, [each for each in tabled if each[0].id not in before])
    for complaint, values in tabled:
        if complaint.id in before:
            _change(store, before[complaint.id][0], complaint, values)
    written = {values["customer"] for _, values in tabled}
    return written | {before[each.id][1] for each, _ in tabled if each.id in before}


def _add(store: Store, new: Sequence[tuple[Complaint, Mapping[str, Any]]]) -> None:
    """Rows for complaints that had none, many with one statement each."""
    if not new:
        return
    first = store.run("SELECT coalesce(max(row), 0) + 1 FROM complaint")[0][0]
    columns = ("row", *new[0][1])
    store.run_many(
        f"INSERT INTO complaint({', '.join(columns)}) VALUES ({marks(columns)})",
        [(row, *values.values()) for row, (_, values) in enumerate(new, start=first)],
    )
    for row, (complaint, _) in enumerate(new, start=first):
        store.note_words(VIEW_SEARCH, row, search_values(complaint))
    for table, values_of in _BESIDE.items():
        rows = [row for complaint, _ in new for row in values_of(complaint)]
        if rows:
            store.run_many(f"INSERT INTO {table} VALUES ({marks(rows[0])})", rows)


def _change(store: Store, row: int, complaint: Complaint, values: Mapping[str, Any]) -> None:
    sets = ", ".join(f"{name} = ?" for name in values)
    store.run(f"UPDATE complaint SET {sets} WHERE row = ?", (*values.values(), row))
    _write_words(store, row, search_values(complaint))
    for table, values_of in _BESIDE.items():
        _write_rows(store, table, complaint.id, values_of(complaint))


_BESIDE: Mapping[str, Callable[[Complaint], list[tuple[Any, ...]]]] = MappingProxyType(
    {"promise": promise_values, "concern": concern_values, "link": link_values}
)
"""The tables with rows of their own for each complaint."""


def words_of(store: Store, row: int) -> list[tuple[str, ...]]:
    """The words under which a row of the complaints is found; none where it is not."""
    return store.run(
        "SELECT number, name, phone, product, words, notes FROM search WHERE rowid = ?", (row,)
    )


def _write_words(store: Store, row: int, words: tuple[str, ...]) -> None:
    found = words_of(store, row)
    if found == [words]:
        return  # taking words out of the index costs more than all the rest of a save
    if found:
        store.forget_words(VIEW_SEARCH, row)
    store.note_words(VIEW_SEARCH, row, words)


def _write_customers(store: Store, customers: Sequence[str]) -> None:
    for start in range(0, len(customers), _AT_ONCE):
        some = customers[start : start + _AT_ONCE]
        rows = CUSTOMERS.format(where=f"WHERE customer IN ({marks(some)})")
        store.run(f"DELETE FROM customer WHERE id IN ({marks(some)})", some)
        store.run(
            "INSERT INTO customer(id, name, phone, email, address, complaints, open, last_at) "
            + rows,
            some,
        )


CUSTOMERS = """
SELECT customer, name, phone, email, address, complaints, open, last_at
FROM (SELECT *, count(*) OVER someone AS complaints, sum(is_open) OVER someone AS open,
             max(received_at) OVER someone AS last_at,
             row_number() OVER (PARTITION BY customer ORDER BY received_at DESC, row DESC) AS newest
      FROM complaint {where} WINDOW someone AS (PARTITION BY customer)) AS counted
WHERE newest = 1
"""
"""Each customer as their newest complaint names them; `where` may narrow it to one."""


def rows_of(store: Store, table: str, subject: str) -> list[tuple[Any, ...]]:
    """The rows that are held of a complaint in `promise`, `concern` or `link`."""
    key = {"promise": "id", "concern": "branch", "link": "other"}[table]
    return store.run(f"SELECT * FROM {table} WHERE complaint = ? ORDER BY {key}", (subject,))


def _write_rows(store: Store, table: str, subject: str, rows: list[tuple[Any, ...]]) -> None:
    if rows == rows_of(store, table, subject):
        return
    store.run(f"DELETE FROM {table} WHERE complaint = ?", (subject,))
    if rows:
        store.run_many(f"INSERT INTO {table} VALUES ({marks(rows[0])})", rows)
