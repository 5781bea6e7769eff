"""The queue and the search: rows of the complaint view, page by page, in the order of urgency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from peewee import SQL, Tuple, fn

from desk.journal.known import local
from desk.journal.schema import VIEW_SEARCH, Complaint, Concern, Entry, Link, Own, ShopFact
from desk.journal.store import Kept, KeptAs, Store, finds, given, sought
from desk.journal.views import utc
from desk.rules.chain import time_of
from desk.rules.number import (
    ComplaintNumber,
    next_repeat,
    next_without_nota,
    nota_in,
    parse_number,
    restore_digits,
)


class Filter(StrEnum):
    """Which complaints the queue shows."""

    OPEN = "open"
    LATE = "late"
    DUE_TODAY = "due_today"
    SAFETY = "safety"
    MINE = "mine"
    WAITING = "waiting"
    TO_BE_CLOSED = "to_be_closed"
    AFTERCARE = "aftercare"
    HEAD_OFFICE = "head_office"
    CONFLICTS = "conflicts"
    NOT_PRINTED = "not_printed"
    ALL = "all"


class QueueRow(Struct, frozen=True, kw_only=True):
    """One line of the queue. Times are aware, UTC.

    `branch` is where it was taken in, `at_branch` where it is handled now.
    """

    row: int
    burns: int
    id: str
    number: str
    state: str
    open: bool
    name: str
    phone: str
    product: str
    safety: bool
    received_at: datetime
    due_at: datetime
    receipts: int
    next_contact_at: datetime | None = None
    promise_at: datetime | None = None
    aftercare_at: datetime | None = None
    holder: str = ""
    offered_to: str = ""
    waits_for: str = ""
    extensions: int = 0
    branch: str = ""
    at_branch: str = ""
    offered_branch: str = ""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a list is narrowed to; all of it must hold. `find` is as typed into the search field.

    `branch` is one that the complaint concerns; `here` is the actor's own; `sees` are those whose
    cases the actor may see, every one where it is empty.
    """

    filter: Filter = Filter.ALL
    state: str = ""
    branch: str = ""
    find: str = ""
    actor: str = ""
    here: str = ""
    sees: frozenset[str] = frozenset()


_OPEN = Complaint.is_open == 1
_NOT_SOLVED = _OPEN & (Complaint.state != "solved")
_OFFERED_HERE = (
    (Complaint.offered_to == "")
    & (Complaint.offered_branch == given("here"))
    & (Complaint.offered_branch != "")
)
_CONDITIONS: Mapping[Filter, Any] = MappingProxyType(
    {
        Filter.OPEN: _OPEN,
        Filter.LATE: _NOT_SOLVED & (Complaint.due_at < given("now")),
        Filter.DUE_TODAY: _NOT_SOLVED
        & (Complaint.due_at >= given("now"))
        & (Complaint.due_at < given("midnight")),
        Filter.SAFETY: _OPEN & (Complaint.safety == 1),
        Filter.MINE: _OPEN
        & (
            (Complaint.holder == given("actor"))
            | (Complaint.offered_to == given("actor"))
            | _OFFERED_HERE
        ),
        Filter.WAITING: _OPEN & (Complaint.waits_for != ""),
        Filter.TO_BE_CLOSED: Complaint.state == "solved",
        Filter.AFTERCARE: (Complaint.state == "closed")
        & (Complaint.aftercare_at < given("midnight")),
        Filter.HEAD_OFFICE: _OPEN & (Complaint.escalated == 1),
        Filter.CONFLICTS: Complaint.conflicts > 0,
        Filter.NOT_PRINTED: _OPEN & (Complaint.receipts == 0),
        Filter.ALL: None,
    }
)


def page(
    store: Store, wanted: Wanted, *, now: datetime, after: QueueRow | None = None, limit: int = 100
) -> list[QueueRow]:
    """The next rows behind `after` in the order of the queue; fewer than `limit` at the end."""
    values = _values(store, wanted, now)
    if after is not None:
        values |= {"burns": after.burns, "row": after.row}
    return _page(wanted.filter, tuple(values)).all(store, **values, limit=limit)


def counts(store: Store, wanted: Wanted, *, now: datetime) -> dict[Filter, int]:
    """How many complaints each filter shows to the person in `wanted`."""
    values = _values(store, wanted, now)
    names = tuple(values)
    return {each: int(_count(each, names).rows(store, **values)[0][0]) for each in _CONDITIONS}


def by_number(store: Store, typed: str) -> list[QueueRow]:
    """What a number, however typed, or a nota alone leads to; newest first."""
    number = parse_number(typed)
    if number is not None:
        exact = _BY_NUMBER.all(store, value=str(number))
        return exact or _without_tail(store, number)
    nota = nota_in(typed)
    return [] if nota is None else _BY_NOTA.all(store, value=nota)


def _without_tail(store: Store, number: ComplaintNumber) -> list[QueueRow]:
    """The rows with this number and a letter or a restore's digits, where none were typed."""
    rows = _BY_STEM.all(store, value=number.stem)
    found = [(row, parse_number(row.number)) for row in rows]
    return [row for row, full in found if full and full.is_meant_by(number)]


def by_id(store: Store, subject: str) -> QueueRow | None:
    """The row of one complaint."""
    return next(iter(_BY_ID.all(store, value=subject)), None)


def of_customer(store: Store, customer: str) -> list[QueueRow]:
    """All complaints of one customer, newest first."""
    return _BY_CUSTOMER.all(store, value=customer)


def visible(store: Store, complaints: Iterable[str], sees: frozenset[str]) -> frozenset[str]:
    """Those of these complaints that concern one of `sees`; all where it is empty."""
    asked = [*dict.fromkeys(complaints)]
    if not sees:
        return frozenset(asked)
    branches, found = _each("sees", sorted(sees)), set[str]()
    for start in range(0, len(asked), _AT_ONCE):
        some = _each("one", asked[start : start + _AT_ONCE])
        concerning = _concerning(tuple(some), tuple(branches))
        found |= {row[0] for row in concerning.rows(store, **some, **branches)}
    return frozenset(found)


@lru_cache(maxsize=64)
def _concerning(complaints: tuple[str, ...], branches: tuple[str, ...]) -> Kept:
    of = Concern
    concern = of.complaint.in_([*map(given, complaints)]) & of.branch.in_([*map(given, branches)])
    return Kept(lambda: of.select(of.complaint).where(concern))


def concerned(store: Store) -> frozenset[str]:
    """The branches whose business any complaint here is."""
    return frozenset(row[0] for row in _CONCERNED.rows(store))


_AT_ONCE = 200


def links_to(store: Store, complaint: str) -> list[tuple[str, str, str]]:
    """(id, number, how) of the complaints from which a link leads to this one."""
    return _LINKS_TO.rows(store, complaint=complaint)


def _links_to() -> Any:
    return (
        Link.select(Complaint.id, Complaint.number, Link.link)
        .join(Complaint, on=(Complaint.id == Link.complaint))
        .where(Link.other == given("complaint"))
        .order_by(Complaint.received_at, Complaint.id)
    )


def _values(store: Store, wanted: Wanted, now: datetime) -> dict[str, Any]:
    """What the queries are given: whatever of it narrows a list is there only where it does."""
    values = _moments(now) | {"actor": wanted.actor, "here": wanted.here}
    if wanted.state:
        values["state"] = wanted.state
    if wanted.branch:
        values["branch"] = wanted.branch
    values |= _each("sees", sorted(wanted.sees))
    if wanted.find.strip():
        numbered = by_number(store, wanted.find)
        values |= _each("found", [row.row for row in numbered])
        if not numbered:
            values["find"] = store.asked(sought(wanted.find))
    return values


def _each(name: str, several: Sequence[Any]) -> dict[str, Any]:
    """Several values, each under a name of its own."""
    return {f"{name}{at}": value for at, value in enumerate(several)}


def _conditions(wanted: Filter, names: tuple[str, ...]) -> Iterator[Any]:
    """The conditions for what is given by these names."""
    if _CONDITIONS[wanted] is not None:
        yield _CONDITIONS[wanted]
    if "state" in names:
        yield Complaint.state == given("state")
    for name in ("branch", "sees"):
        branches = [given(each) for each in names if each.startswith(name)]
        if branches:
            concern = Concern.select(Concern.complaint).where(Concern.branch.in_(branches))
            yield Complaint.id.in_(concern)
    numbered = [given(each) for each in names if each.startswith("found")]
    if numbered:
        yield Complaint.row.in_(numbered)
    if "find" in names:
        rows = VIEW_SEARCH.rows
        found = rows.select(rows.c.rowid).where(finds(VIEW_SEARCH, given("find")))
        yield Complaint.row.in_(found.order_by(rows.c.rowid.desc()).limit(2000))
    if "burns" in names:
        yield Tuple(Complaint.burns, Complaint.row) > Tuple(given("burns"), given("row"))


def _narrowed(query: Any, wanted: Filter, names: tuple[str, ...]) -> Any:
    for condition in _conditions(wanted, names):
        query = query.where(condition)
    return query


@lru_cache(maxsize=256)
def _page(wanted: Filter, names: tuple[str, ...]) -> KeptAs[QueueRow]:
    query = _rows().order_by(Complaint.burns, Complaint.row).limit(given("limit"))
    return KeptAs(QueueRow, lambda: _narrowed(query, wanted, names))


@lru_cache(maxsize=256)
def _count(wanted: Filter, names: tuple[str, ...]) -> Kept:
    return Kept(lambda: _narrowed(Complaint.select(fn.count(SQL("*"))), wanted, names))


def _moments(now: datetime) -> dict[str, Any]:
    tomorrow = now.astimezone().date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time.min).astimezone()
    return {"now": utc(now), "midnight": utc(midnight)}


def _rows() -> Any:
    of = Complaint
    renamed = {"open": of.is_open.alias("open")}
    return of.select(
        *(renamed.get(name) or getattr(of, name) for name in QueueRow.__struct_fields__)
    )


def same_nota(store: Store, branch: str, day: date, nota: int) -> list[tuple[str, str]]:
    """(id, number) of the complaints of this branch, day and nota, the first one first."""
    stem = ComplaintNumber(branch, day, nota).stem
    return _SAME_NOTA.rows(store, stem=stem)


def free_number(
    store: Store, *, node: str, branch: str, letter: str, day: date, nota: int | None
) -> ComplaintNumber:
    """The number for a new complaint; without a nota, the next of the “tanpa nota” series."""
    if nota is None:
        nota = next_in_series(store, node, branch)
        while same_nota(store, branch, day, nota):
            nota = next_without_nota(nota)
    number = ComplaintNumber(branch, day, nota, letter, _restore(store, day))
    taken = {
        parsed.repeat
        for _, text in same_nota(store, branch, day, nota)
        if (parsed := parse_number(text)) and parsed.letter == letter
    }
    return replace(number, repeat=next_repeat(max(taken))) if taken else number


def _restore(store: Store, day: date) -> int:
    """The digits of the last restore in numbers of `day`; 0 where all of that day are known here.

    What was given out between a backup and its restore is on receipts and not here. All of it is
    about days up to that of the restore, also where a complaint is written down later.
    """
    rows = _LAST_RESTORE.rows(store)
    if not rows or day > time_of(rows[0][1]).astimezone().date():
        return 0
    return restore_digits(rows[0][0])


def next_in_series(store: Store, node: str, branch: str) -> int:
    """The next of the “tanpa nota” series, behind any jump that a restore made."""
    highest = _HIGHEST.rows(store, branch=branch)[0][0]
    jumps = _JUMPS.rows(store, key=f"{node}/no_nota_from")
    last = max(highest or 0, *(int(jump[0]) - 1 for jump in jumps), 0)
    return next_without_nota(last)


def _same_nota() -> Any:
    of = Complaint
    return of.select(of.id, of.number).where(of.stem == given("stem")).order_by(of.row)


def _last_restore() -> Any:
    restores = Entry.select(Entry.node, Entry.tick).where(
        Entry.kind == "node.succeeded", Entry.node.in_(local())
    )
    return restores.order_by(Entry.tick.desc()).limit(1)


def _highest() -> Any:
    in_series = (Complaint.branch == given("branch")) & (Complaint.no_nota == 1)
    return Complaint.select(fn.max(Complaint.nota)).where(in_series)


def _jumps() -> Any:
    here = local().select(Own.value.concat("/no_nota_from"))
    return ShopFact.select(ShopFact.value).where(
        (ShopFact.key == given("key")) | ShopFact.key.in_(here)
    )


def _newest(condition: Any) -> KeptAs[QueueRow]:
    query = _rows().where(condition).order_by(Complaint.row.desc()).limit(200)
    return KeptAs(QueueRow, lambda: query)


_BY_NUMBER = _newest(Complaint.number == given("value"))
_BY_STEM = _newest(Complaint.stem == given("value"))
_BY_NOTA = _newest(Complaint.nota == given("value"))
_BY_ID = _newest(Complaint.id == given("value"))
_BY_CUSTOMER = _newest(Complaint.customer == given("value"))
_CONCERNED = Kept(lambda: Concern.select(Concern.branch).distinct())
_LINKS_TO = Kept(_links_to)
_SAME_NOTA = Kept(_same_nota)
_LAST_RESTORE = Kept(_last_restore)
_HIGHEST = Kept(_highest)
_JUMPS = Kept(_jumps)
