"""The entries as rows of the journal, and what is computed from them.

The views: what the entries about one subject add up to, as rows of ordinary tables.

There is one way into them, `refresh`, for a local action, an import and a rebuild alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from msgspec.structs import asdict
from peewee import SQL, Model, Select, Window, fn

from desk import phones
from desk.journal import schema
from desk.journal.schema import (
    VIEW_SEARCH,
    Branch,
    Card,
    Concern,
    Customer,
    Feedback,
    Link,
    Promise,
    Shipment,
    ShopFact,
    Staff,
)
from desk.journal.schema import Complaint as Row
from desk.journal.store import Kept, KeptAny, Store, given, into
from desk.rules import entries as vocabulary
from desk.rules.chain import Entry
from desk.rules.complaint import Complaint
from desk.rules.entries import ComplaintRegistered, FeedbackTaken, read
from desk.rules.facts import SEARCHED
from desk.rules.folding import fold, in_order
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
            _replace(
                store,
                Feedback,
                id=subject,
                kind=event.kind,
                branch=as_kept(event.branch, short=True),
                channel=event.channel,
                received_at=_in_utc(event.received_at),
                text=event.text,
                name=event.name,
                phone=event.phone,
                actor=entry.actor,
            )


def _replace(store: Store, model: type[Model], **row: Any) -> None:
    """The row of a small view, in place of the one with the same key."""
    kept = {name: as_kept(value) for name, value in row.items()}
    _without(model).rows(store, **kept)
    into(model).rows(store, **kept)


@cache
def _without(model: type[Model]) -> Kept:
    """What takes a row away by its key."""
    key: Any = model._meta.primary_key
    return Kept(lambda: model.delete().where(key == given(key.name)))


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
    _replace(
        store,
        Staff,
        id=subject,
        name=name,
        roles=roles,
        active=int(active),
        branches=branches,
        node=node,
        branch=branch,
    )


def _write_branch(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.BranchNamed):
            said = {"name": event.name, "address": event.address, "reach": event.reach}
            _replace(store, Branch, code=subject, **said)


def _write_card(store: Store, subject: str) -> None:
    """One row for each desk that said something of this card: what it said last holds."""
    rows: dict[str, dict[str, Any]] = {}
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.CardTrusted):
            rows[entry.node] = {
                "company": event.company,
                "name": event.name,
                "branch": event.branch,
                "head_office": int(event.head_office),
                "signing_key": event.signing_key,
                "recipient": event.recipient,
                "revoked": 0,
                "replaced_by": "",
                "tick": entry.tick,
            }
        elif isinstance(event, vocabulary.CardRevoked):
            said = {"revoked": 1, "replaced_by": event.replaced_by, "tick": entry.tick}
            rows[entry.node] = rows.get(entry.node, _NO_CARD) | said
    _UNSAID.rows(store, node=subject)
    into(Card).many(store, ({"node": subject, "by": by} | row for by, row in rows.items()))


_NO_CARD: dict[str, Any] = dict.fromkeys(
    ("company", "name", "branch", "signing_key", "recipient"), ""
) | {"head_office": 0}
_UNSAID = Kept(lambda: Card.delete().where(Card.node == given("node")))


def _write_shipment(store: Store, subject: str) -> None:
    for entry in about(store, subject):
        event = read(entry)
        if isinstance(event, vocabulary.ExportWritten):
            _replace(
                store,
                Shipment,
                package=subject,
                node=entry.node,
                at=entry.at,
                receiver=event.receiver,
                sha256=event.sha256,
                entries=event.entries,
                upto=event.upto,
                personal=int(event.personal),
            )


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
            before = _FACT.rows(store, key=key)
            jumped = [event.no_nota_from, NO_NOTA_FIRST, *(int(row[0]) for row in before)]
            facts[key] = str(max(*jumped, int(facts.get(key, 0))))
    for key, value in facts.items():
        _replace(store, ShopFact, key=key, value=value)


_FACT = Kept(lambda: ShopFact.select(ShopFact.value).where(ShopFact.key == given("key")))


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
    before = {subject: (row, customer) for subject, row, customer in _BEFORE.of(store, subjects)}
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
    first = _NEXT_ROW.rows(store)[0][0]
    numbered = [*enumerate(new, start=first)]
    into(Row).many(store, ({"row": row, **values} for row, (_, values) in numbered))
    for row, (complaint, _) in numbered:
        store.note_words(VIEW_SEARCH, row, search_values(complaint))
    for model, values_of in BESIDE.items():
        rows = [row for complaint, _ in new for row in values_of(complaint)]
        if rows:
            into(model).many(store, (_named(model, row) for row in rows))


def _change(store: Store, row: int, complaint: Complaint, values: Mapping[str, Any]) -> None:
    _CHANGE.rows(store, row=row, **values)
    _write_words(store, row, search_values(complaint))
    for model, values_of in BESIDE.items():
        _write_rows(store, model, complaint.id, values_of(complaint))


def _changed() -> Any:
    columns = {name: given(name) for name in Row._meta.fields if name != "row"}
    return Row.update(columns).where(Row.row == given("row"))


_BEFORE = KeptAny(
    lambda subjects: Row.select(Row.id, Row.row, Row.customer).where(Row.id.in_(subjects))
)
_NEXT_ROW = Kept(lambda: Row.select(fn.coalesce(fn.max(Row.row), 0) + 1))
_CHANGE = Kept(_changed)

BESIDE: Mapping[type[Model], Callable[[Complaint], list[tuple[Any, ...]]]] = MappingProxyType(
    {Promise: promise_values, Concern: concern_values, Link: link_values}
)
"""The tables with rows of their own for each complaint, and how these are told from it."""


def words_of(store: Store, row: int) -> list[tuple[str, ...]]:
    """The words under which a row of the complaints is found; none where it is not."""
    return _WORDS.rows(store, row=row)


def _words() -> Any:
    rows = VIEW_SEARCH.rows
    return rows.select(*(rows.c[name] for name in VIEW_SEARCH.columns)).where(
        rows.c.rowid == given("row")
    )


_WORDS = Kept(_words)


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
        _FORGOTTEN.of(store, some)
        _COUNTED.of(store, some)


def customers_of(meant: Any) -> Any:
    """Each customer as their newest complaint names them, of the complaints that are meant."""
    someone = Window(partition_by=[Row.customer])
    newest = fn.row_number().over(
        partition_by=[Row.customer], order_by=[Row.received_at.desc(), Row.row.desc()]
    )
    counted = (
        Row.select(
            Row.customer,
            Row.name,
            Row.phone,
            Row.email,
            Row.address,
            fn.count(SQL("*")).over(someone).alias("complaints"),
            fn.sum(Row.is_open).over(someone).alias("open"),
            fn.max(Row.received_at).over(someone).alias("last_at"),
            newest.alias("newest"),
        )
        .where(meant)
        .window(someone)
        .alias("counted")
    )
    names = ("customer", "name", "phone", "email", "address", "complaints", "open", "last_at")
    return Select([counted], [counted.c[name] for name in names]).where(counted.c.newest == 1)


CUSTOMER_COLUMNS = (
    Customer.id,
    Customer.name,
    Customer.phone,
    Customer.email,
    Customer.address,
    Customer.complaints,
    Customer.open,
    Customer.last_at,
)
_FORGOTTEN = KeptAny(lambda some: Customer.delete().where(Customer.id.in_(some)))
_COUNTED = KeptAny(
    lambda some: Customer.insert_from(customers_of(Row.customer.in_(some)), CUSTOMER_COLUMNS)
)


def rows_of(store: Store, model: type[Model], subject: str) -> list[tuple[Any, ...]]:
    """The rows that are held of a complaint in one of the tables beside."""
    return _held(model).rows(store, complaint=subject)


@cache
def _held(model: Any) -> Kept:
    of_it = model.select().where(model.complaint == given("complaint"))
    return Kept(lambda: of_it.order_by(*model._meta.sorted_fields))


@cache
def _none_of(model: Any) -> Kept:
    return Kept(lambda: model.delete().where(model.complaint == given("complaint")))


def _write_rows(
    store: Store, model: type[Model], subject: str, rows: list[tuple[Any, ...]]
) -> None:
    if rows == rows_of(store, model, subject):
        return
    _none_of(model).rows(store, complaint=subject)
    if rows:
        into(model).many(store, (_named(model, row) for row in rows))


def _named(model: type[Model], row: tuple[Any, ...]) -> dict[str, Any]:
    """A row by the names of its columns."""
    return dict(zip(model._meta.sorted_field_names, row, strict=True))


COLUMNS = tuple(getattr(schema.Entry, name) for name in Entry.__struct_fields__)


def entries(*conditions: Any) -> Any:
    """A query for whole entries; each of its rows is one for `entry_of`."""
    return schema.Entry.select(*COLUMNS).where(*conditions)


def entry_of(row: Sequence[Any]) -> Entry:
    """A row of `entries` as an entry."""
    return Entry(*row)


def append(store: Store, entry: Entry) -> None:
    """Within a transaction: a new entry."""
    into(schema.Entry).rows(store, **asdict(entry))


def append_many(store: Store, several: Iterable[Entry]) -> None:
    """Within a transaction: new entries, by one statement."""
    into(schema.Entry).many(store, map(asdict, several))


def about_each(store: Store, subjects: Sequence[str]) -> dict[str, list[Entry]]:
    """All entries about several subjects, by subject."""
    found: dict[str, list[Entry]] = {}
    for row in _ABOUT_ANY.of(store, subjects):
        entry = entry_of(row)
        found.setdefault(entry.subject, []).append(entry)
    return found


def about(store: Store, subject: str) -> list[Entry]:
    """All entries about one subject, in the order of folding."""
    return in_order(map(entry_of, _ABOUT.rows(store, subject=subject)))


_ABOUT = Kept(lambda: entries(schema.Entry.subject == given("subject")))
_ABOUT_ANY = KeptAny(lambda subjects: entries(schema.Entry.subject.in_(subjects)))
