"""The views: what the entries about one subject add up to, as rows of ordinary tables.

There is one way into them, `refresh`, for a local action, an import and a rebuild alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from desk import phones
from desk.journal.store import Store
from desk.rules import desk_entries as vocabulary
from desk.rules.case_entries import ComplaintRegistered, FeedbackTaken
from desk.rules.chain import Entry
from desk.rules.complaint import Complaint
from desk.rules.entries import read
from desk.rules.folding import fold, in_order
from desk.rules.number import NO_NOTA_FIRST, parse_number

_COLUMNS = (
    "node, seq, tick, seen, at, actor, kind, subject, body, personal, salt, personal_digest, "
    "prev, hash"
)
_SAFETY_FIRST = 10**12
"""Seconds by which a matter of safety stands before all others in the queue."""
_CLOSED_LAST = 10**13


def entry_of(row: tuple[Any, ...]) -> Entry:
    """A row of the journal as an entry."""
    return Entry(*row)


def about(store: Store, subject: str) -> list[Entry]:
    """All entries about one subject, in the order of folding."""
    rows = store.run(f"SELECT {_COLUMNS} FROM entry WHERE subject = ?", (subject,))
    return in_order(map(entry_of, rows))


def utc(when: datetime | None) -> str | None:
    """A time as the tables hold it, to the second, so that text order is time order."""
    if when is None:
        return None
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def refresh(store: Store, touched: Iterable[tuple[str, str]]) -> None:
    """Within a transaction: the view rows of these (topic, subject) become what the entries say.

    The topic is the word before the dot of an entry's kind. One that is not known here, from a
    newer program, may be about a complaint, which then needs an update.
    """
    customers: set[str] = set()
    pairs = dict.fromkeys(touched)
    for topic, subject in pairs:
        if topic in SMALL_TOPICS:
            _WRITERS[topic](store, subject)
    for subject in dict.fromkeys(each for topic, each in pairs if topic not in SMALL_TOPICS):
        customers |= _write_complaint(store, fold(subject, about(store, subject)))
    for customer in customers:
        _write_customer(store, customer)


def complaint_values(complaint: Complaint) -> dict[str, Any] | None:
    """The columns of the complaint's row; None while its registration is not here."""
    facts = complaint.registered
    if facts is None or complaint.received_at is None or complaint.due_at is None:
        return None
    return {"id": complaint.id} | _facts(facts) | _standing(complaint) | _moments(complaint)


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
        "holder": complaint.holder,
        "offered_to": complaint.offered_to,
        "waits_for": complaint.waits_for,
        "extensions": complaint.extensions,
        "was_late": int(complaint.was_late),
        "escalated": int(complaint.head_office_decides),
        "fault": complaint.fault,
        "score": complaint.score or 0,
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
    words = (facts.what_happened, facts.expected, facts.understood, facts.serial, facts.order)
    lines = (line for line in complaint.timeline if line.kind != facts.KIND)
    notes = (words for line in lines for words in (line.text, line.note))
    return (
        facts.number,
        f"{facts.name} {facts.email} {facts.address}",
        phone_words(facts.phone),
        facts.product,
        " ".join(filter(None, words)),
        " ".join(filter(None, notes)),
    )


def phone_words(phone: str) -> str:
    """A phone as it may be looked for: whole, from its start or by a group of its digits."""
    shown = phones.shown(phone)
    digits = "".join(filter(str.isdecimal, shown))
    return " ".join(dict.fromkeys((phone, digits, shown)))


def _write_complaint(store: Store, complaint: Complaint) -> set[str]:
    """Writes the row and its words; gives the customers whose rows must follow."""
    values = complaint_values(complaint)
    before = store.run("SELECT row, customer FROM complaint WHERE id = ?", (complaint.id,))
    if values is None:
        return set()
    if before:
        row = before[0][0]
        _update(store, "complaint", values, "row", row)
    else:
        row = _insert(store, "complaint", values)
    _write_words(store, row, search_values(complaint))
    _write_promises(store, complaint)
    return {values["customer"], *(customer for _, customer in before)}


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
        store.run("DELETE FROM search WHERE rowid = ?", (row,))
    store.run(
        "INSERT INTO search(rowid, number, name, phone, product, words, notes) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (row, *words),
    )


def _insert(store: Store, table: str, values: Mapping[str, Any]) -> Any:
    marks = ", ".join("?" * len(values))
    sql = f"INSERT INTO {table}({', '.join(values)}) VALUES ({marks}) RETURNING row"
    return store.run(sql, tuple(values.values()))[0][0]


def _update(store: Store, table: str, values: Mapping[str, Any], key: str, value: object) -> None:
    sets = ", ".join(f"{name} = ?" for name in values)
    store.run(f"UPDATE {table} SET {sets} WHERE {key} = ?", (*values.values(), value))


def _write_customer(store: Store, customer: str) -> None:
    rows = CUSTOMERS.format(where="WHERE customer = ?")
    store.run("DELETE FROM customer WHERE id = ?", (customer,))
    store.run(
        "INSERT INTO customer(id, name, phone, email, address, complaints, open, last_at) " + rows,
        (customer,),
    )


CUSTOMERS = """
SELECT customer, name, phone, email, address, complaints, open, last_at
FROM (SELECT *, count(*) OVER someone AS complaints, sum(is_open) OVER someone AS open,
             max(received_at) OVER someone AS last_at,
             row_number() OVER (PARTITION BY customer ORDER BY received_at DESC, row DESC) AS newest
      FROM complaint {where} WINDOW someone AS (PARTITION BY customer))
WHERE newest = 1
"""
"""Each customer as their newest complaint names them; `where` may narrow it to one."""


def promise_values(complaint: Complaint) -> list[tuple[Any, ...]]:
    """The rows of the complaint's promises, by their ids."""
    return sorted(
        (one.id, complaint.id, one.what, utc(one.by), one.who, one.state, int(one.kept_late))
        for one in complaint.promises
    )


def promises_of(store: Store, subject: str) -> list[tuple[Any, ...]]:
    """The rows that are held of a complaint's promises, by their ids."""
    return store.run("SELECT * FROM promise WHERE complaint = ? ORDER BY id", (subject,))


def _write_promises(store: Store, complaint: Complaint) -> None:
    rows = promise_values(complaint)
    if rows or promises_of(store, complaint.id):
        store.run("DELETE FROM promise WHERE complaint = ?", (complaint.id,))
        store.run_many("INSERT INTO promise VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _write_feedback(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, FeedbackTaken):
            store.run(
                "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    subject,
                    event.kind,
                    event.channel,
                    _in_utc(event.received_at),
                    event.text,
                    event.name,
                    event.phone,
                    entry.actor,
                ),
            )


def _in_utc(received_at: str) -> str:
    try:
        return utc(datetime.fromisoformat(received_at)) or ""
    except (ValueError, OverflowError, OSError):  # written elsewhere, by a program that is wrong
        return received_at


def _write_staff(store: Store, subject: str) -> None:
    name, roles, active = "", "", True
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.StaffAdded):
            name, roles = event.name, ",".join(event.roles)
        elif isinstance(event, vocabulary.StaffRolesChanged):
            roles = ",".join(event.roles)
        elif isinstance(event, vocabulary.StaffSwitchedOff):
            active = False
    store.run("INSERT OR REPLACE INTO staff VALUES (?, ?, ?, ?)", (subject, name, roles, active))


def _write_branch(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.BranchNamed):
            store.run(
                "INSERT OR REPLACE INTO branch VALUES (?, ?, ?, ?)",
                (subject, event.name, event.address, event.reach),
            )


def _write_card(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.CardTrusted):
            store.run(
                "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    subject,
                    event.company,
                    event.name,
                    event.branch,
                    event.head_office,
                    event.signing_key,
                    event.recipient,
                ),
            )


def _write_shipment(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.ExportWritten):
            store.run(
                "INSERT OR REPLACE INTO shipment VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    subject,
                    entry.node,
                    entry.at,
                    event.receiver,
                    event.sha256,
                    event.entries,
                    event.upto,
                    event.personal,
                ),
            )


def _write_facts(store: Store, subject: str) -> None:
    facts: dict[str, str] = {}
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.CompanyNamed):
            facts["company"] = event.name
        elif isinstance(event, vocabulary.DeskSetUp):
            facts |= {
                f"{subject}/branch": event.branch,
                f"{subject}/letter": event.letter,
                f"{subject}/head_office": "1" if event.head_office else "",
                f"{subject}/sample": "1" if event.sample else "",
            }
        elif isinstance(event, vocabulary.NodeSucceeded):
            jumped = max(event.no_nota_from, NO_NOTA_FIRST)
            facts[f"{entry.node}/no_nota_from"] = str(jumped)
    for key, value in facts.items():
        store.run("INSERT OR REPLACE INTO fact VALUES (?, ?)", (key, value))


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
