"""The views: what the entries about one subject add up to, as rows of ordinary tables.

There is one way into them, `refresh`, for a local action, an import and a rebuild alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from desk import phones
from desk.journal.entry_rows import about, about_each, marks
from desk.journal.schema import VIEW_SEARCH
from desk.journal.store import Store
from desk.rules import desk_entries as vocabulary
from desk.rules.case_entries import ComplaintRegistered, FeedbackTaken
from desk.rules.complaint import Complaint
from desk.rules.entries import read
from desk.rules.facts import SEARCHED
from desk.rules.folding import fold
from desk.rules.number import NO_NOTA_FIRST, parse_number

_SAFETY_FIRST = 10**12
"""Seconds by which a matter of safety stands before all others in the queue."""
_CLOSED_LAST = 10**13
_LONGEST_KEY = 200
"""Characters of what stands in an index; PostgreSQL takes no more than 2,704 bytes."""
_SHORT = frozenset(
    {"number", "stem", "branch", "at_branch", "customer", "name", "phone", "email", "state"}
)


def utc(when: datetime | None) -> str | None:
    """A time as the tables hold it, to the second, so that text order is time order."""
    if when is None:
        return None
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def complaint_values(complaint: Complaint) -> dict[str, Any] | None:
    """The columns of the complaint's row; None while its registration is not here."""
    facts = complaint.registered
    if facts is None or complaint.received_at is None or complaint.due_at is None:
        return None
    whole = {"id": complaint.id} | _facts(facts) | _standing(complaint) | _moments(complaint)
    return {name: as_kept(value, short=name in _SHORT) for name, value in whole.items()}


def as_kept(value: Any, *, short: bool = False) -> Any:
    """A value as both databases can hold it: no NUL in a text, and no long text in an index.

    Only a program that is wrong writes such things; its entries are kept as they are.
    """
    if not isinstance(value, str):
        return value
    return (value[:_LONGEST_KEY] if short else value).replace("\0", "\ufffd")


def _as_key(row: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(as_kept(value, short=True) for value in row)


def _facts(facts: ComplaintRegistered) -> dict[str, Any]:
    number = parse_number(facts.number)
    return {
        "number": facts.number,
        "stem": number.stem if number else facts.number,
        "branch": facts.branch,
        "nota": facts.nota,
        "no_nota": int(facts.no_nota),
        "customer": facts.customer,
        "name": facts.name,
        "phone": facts.phone,
        "email": facts.email,
        "address": facts.address,
        "product": facts.product,
        "safety": int(facts.safety),
    }


def _standing(complaint: Complaint) -> dict[str, Any]:
    return {
        "node": complaint.node,
        "state": complaint.state,
        "is_open": int(complaint.open),
        "at_branch": complaint.at_branch,
        "holder": complaint.holder,
        "offered_to": complaint.offered_to,
        "offered_branch": complaint.offered_branch,
        "waits_for": complaint.waits_for,
        "extensions": complaint.extensions,
        "was_late": int(complaint.was_late),
        "escalated": int(complaint.head_office_decides),
        "fault": complaint.fault,
        "score": complaint.score or 0,
        "conflicts": len(complaint.conflicts),
        "receipts": complaint.receipts,
        "head": complaint.head,
        "tick": complaint.tick,
    }


def _moments(complaint: Complaint) -> dict[str, Any]:
    return {
        "received_at": utc(complaint.received_at),
        "due_at": utc(complaint.due_at),
        "next_contact_at": utc(complaint.next_contact_at),
        "promise_at": utc(next((one.by for one in complaint.open_promises), None)),
        "aftercare_at": utc(complaint.aftercare_at),
        "closed_at": utc(complaint.closed_at),
        "burns": burns(complaint),
    }


def burns(complaint: Complaint) -> int:
    """The place in the queue, lowest first: safety, then what is due first, then the rest."""
    if not complaint.open:
        ended = complaint.ended_at or complaint.received_at
        return _CLOSED_LAST - int(ended.timestamp()) if ended else _CLOSED_LAST
    first = complaint.burns_at or complaint.due_at
    due = int(first.timestamp()) if first else 0
    return due - (_SAFETY_FIRST if complaint.registered and complaint.registered.safety else 0)


def search_values(complaint: Complaint) -> tuple[str, ...]:
    """What the full-text index knows about a complaint, in the order of its columns."""
    facts = complaint.registered
    if facts is None:
        return ("",) * 6
    words = (*(getattr(facts, name) for name in SEARCHED), facts.order)
    lines = (line for line in complaint.timeline if line.kind != facts.KIND)
    notes = (words for line in lines for words in (line.text, line.note))
    texts = (
        facts.number,
        f"{facts.name} {facts.email} {facts.address}",
        phone_words(facts.phone),
        facts.product,
        " ".join(filter(None, words)),
        " ".join(filter(None, notes)),
    )
    return tuple(map(as_kept, texts))


def phone_words(phone: str) -> str:
    """A phone as it may be looked for: whole, from its start or by a group of its digits."""
    shown = phones.shown(phone)
    digits = "".join(filter(str.isdecimal, shown))
    return " ".join(dict.fromkeys((phone, digits, shown)))


def promise_values(complaint: Complaint) -> list[tuple[Any, ...]]:
    """The rows of the complaint's promises, by their ids."""
    return sorted(
        (
            *_as_key((one.id, complaint.id)),
            as_kept(one.what),
            utc(one.by),
            *_as_key((one.who, one.state)),
            int(one.kept_late),
        )
        for one in complaint.promises
    )


def concern_values(complaint: Complaint) -> list[tuple[Any, ...]]:
    """The rows of the branches that the complaint concerns, by their codes."""
    return sorted(_as_key((complaint.id, *one)) for one in complaint.branches)


def link_values(complaint: Complaint) -> list[tuple[Any, ...]]:
    """The rows of the complaints that belong to this one, by their ids."""
    return sorted(_as_key((complaint.id, one.other, one.link)) for one in complaint.links)


def _write_feedback(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, FeedbackTaken):
            row = (
                event.kind,
                as_kept(event.branch, short=True),
                event.channel,
                _in_utc(event.received_at),
                event.text,
                event.name,
                event.phone,
                entry.actor,
            )
            _replace(store, "feedback", "id", (subject, *row))


def _replace(store: Store, table: str, key: str, row: tuple[Any, ...]) -> None:
    """The row of a small view, in place of the one whose first column is the same."""
    store.run(f"DELETE FROM {table} WHERE {key} = ?", row[:1])
    marks = ", ".join("?" * len(row))
    store.run(f"INSERT INTO {table} VALUES ({marks})", tuple(map(as_kept, row)))


def _in_utc(received_at: str) -> str:
    try:
        return utc(datetime.fromisoformat(received_at)) or ""
    except (ValueError, OverflowError, OSError):  # written elsewhere, by a program that is wrong
        return received_at


def _write_staff(store: Store, subject: str) -> None:
    name, roles, active, branches, node, branch = "", "", True, "", "", ""
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.StaffAdded):
            name, roles = event.name, ",".join(event.roles)
            node, branch = entry.node, event.branch
        elif isinstance(event, vocabulary.StaffBranchesSet):
            branches = ",".join(event.branches)
        elif isinstance(event, vocabulary.StaffRolesChanged):
            roles = ",".join(event.roles)
        elif isinstance(event, vocabulary.StaffSwitchedOff):
            active = False
    store.run("DELETE FROM staff WHERE id = ?", (subject,))
    store.run(
        "INSERT INTO staff(id, name, roles, active, branches, node, branch) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (subject, name, roles, int(active), branches, node, branch),
    )


def _write_branch(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.BranchNamed):
            row = (subject, event.name, event.address, event.reach)
            _replace(store, "branch", "code", row)


def _write_card(store: Store, subject: str) -> None:
    """One row for each desk that said something of this card: what it said last holds."""
    rows: dict[str, tuple[Any, ...]] = {}
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.CardTrusted):
            rows[entry.node] = (
                subject,
                entry.node,
                event.company,
                event.name,
                event.branch,
                int(event.head_office),
                event.signing_key,
                event.recipient,
                0,
                "",
                entry.tick,
            )
        elif isinstance(event, vocabulary.CardRevoked):
            before = rows.get(entry.node, (subject, entry.node, "", "", "", 0, "", ""))
            rows[entry.node] = (*before[:8], 1, event.replaced_by, entry.tick)
    store.run("DELETE FROM card WHERE node = ?", (subject,))
    for row in rows.values():
        store.run("INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def _write_shipment(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.ExportWritten):
            row = (
                entry.node,
                entry.at,
                event.receiver,
                event.sha256,
                event.entries,
                event.upto,
                int(event.personal),
            )
            _replace(store, "shipment", "package", (subject, *row))


def _write_facts(store: Store, subject: str) -> None:
    facts: dict[str, str] = {}
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.CompanyNamed) and subject == "company":
            facts[f"{entry.node}/logo"] = f"{entry.tick:020} {event.logo}"
            facts[f"{entry.node}/company"] = f"{entry.tick:020} {event.name}"
        elif isinstance(event, vocabulary.DeskSetUp) and entry.node == subject:
            facts |= {
                f"{subject}/branch": event.branch,
                f"{subject}/letter": event.letter,
                f"{subject}/head_office": "1" if event.head_office else "",
                f"{subject}/sample": "1" if event.sample else "",
            }
        elif isinstance(event, vocabulary.NodeSucceeded):
            key = f"{entry.node}/no_nota_from"
            before = store.run("SELECT value FROM fact WHERE key = ?", (key,))
            jumped = [event.no_nota_from, NO_NOTA_FIRST, *(int(row[0]) for row in before)]
            facts[key] = str(max(*jumped, int(facts.get(key, 0))))
    for key, value in facts.items():
        _replace(store, "fact", "key", (key, value))


_WRITERS = {
    "feedback": _write_feedback,
    "staff": _write_staff,
    "branch": _write_branch,
    "card": _write_card,
    "export": _write_shipment,
    "company": _write_facts,
    "desk": _write_facts,
    "node": _write_facts,
}
SMALL_TOPICS = frozenset(_WRITERS)
"""The topics whose views are small tables of their own."""


def write_small(store: Store, topic: str, subject: str) -> None:
    """Within a transaction: the rows about `subject` become what its entries say."""
    _WRITERS[topic](store, subject)


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
