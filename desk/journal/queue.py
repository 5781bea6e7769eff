"""The queue and the search: rows of the complaint view, page by page, in the order of urgency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from desk.journal.store import Store, sought
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


_COLUMNS = (
    "row, burns, id, number, state, is_open, name, phone, product, safety, received_at, due_at, "
    "receipts, next_contact_at, promise_at, aftercare_at, holder, offered_to, waits_for, "
    "extensions, branch, at_branch, offered_branch"
)
_CONDITIONS: Mapping[Filter, str] = MappingProxyType(
    {
        Filter.OPEN: "is_open = 1",
        Filter.LATE: "is_open = 1 AND state <> 'solved' AND due_at < :now",
        Filter.DUE_TODAY: "is_open = 1 AND state <> 'solved' AND due_at >= :now "
        "AND due_at < :midnight",
        Filter.SAFETY: "is_open = 1 AND safety = 1",
        Filter.MINE: "is_open = 1 AND (holder = :actor OR offered_to = :actor "
        "OR (offered_to = '' AND offered_branch = :here AND :here <> ''))",
        Filter.WAITING: "is_open = 1 AND waits_for <> ''",
        Filter.TO_BE_CLOSED: "state = 'solved'",
        Filter.AFTERCARE: "state = 'closed' AND aftercare_at < :midnight",
        Filter.HEAD_OFFICE: "is_open = 1 AND escalated = 1",
        Filter.CONFLICTS: "conflicts > 0",
        Filter.NOT_PRINTED: "is_open = 1 AND receipts = 0",
        Filter.ALL: "1 = 1",
    }
)


def page(
    store: Store, wanted: Wanted, *, now: datetime, after: QueueRow | None = None, limit: int = 100
) -> list[QueueRow]:
    """The next rows behind `after` in the order of the queue; fewer than `limit` at the end."""
    where, values = _where(store, wanted, now)
    if after is not None:
        where += " AND (burns, row) > (:burns, :row)"
        values |= {"burns": after.burns, "row": after.row}
    sql = f"SELECT {_COLUMNS} FROM complaint WHERE {where} ORDER BY burns, row LIMIT :limit"
    return [_row(found) for found in store.run(sql, values | {"limit": limit})]


def counts(store: Store, wanted: Wanted, *, now: datetime) -> dict[Filter, int]:
    """How many complaints each filter shows to the person in `wanted`."""
    return {name: _count(store, replace(wanted, filter=name), now=now) for name in _CONDITIONS}


def _count(store: Store, wanted: Wanted, *, now: datetime) -> int:
    where, values = _where(store, wanted, now)
    return int(store.run(f"SELECT count(*) FROM complaint WHERE {where}", values)[0][0])


def by_number(store: Store, typed: str) -> list[QueueRow]:
    """What a number, however typed, or a nota alone leads to; newest first."""
    number = parse_number(typed)
    if number is not None:
        exact = _rows_where(store, "number = ?", str(number))
        return exact or _without_tail(store, number)
    nota = nota_in(typed)
    return [] if nota is None else _rows_where(store, "nota = ?", nota)


def _without_tail(store: Store, number: ComplaintNumber) -> list[QueueRow]:
    """The rows with this number and a letter or a restore's digits, where none were typed."""
    rows = _rows_where(store, "stem = ?", number.stem)
    found = [(row, parse_number(row.number)) for row in rows]
    return [row for row, full in found if full and full.is_meant_by(number)]


def by_id(store: Store, subject: str) -> QueueRow | None:
    """The row of one complaint."""
    found = _rows_where(store, "id = ?", subject)
    return found[0] if found else None


def of_customer(store: Store, customer: str) -> list[QueueRow]:
    """All complaints of one customer, newest first."""
    return _rows_where(store, "customer = ?", customer)


def visible(store: Store, complaints: Iterable[str], sees: frozenset[str]) -> frozenset[str]:
    """Those of these complaints that concern one of `sees`; all where it is empty."""
    asked = [*dict.fromkeys(complaints)]
    if not sees:
        return frozenset(asked)
    branches, found = sorted(sees), set[str]()
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        rows = store.run(
            f"SELECT complaint FROM concern WHERE complaint IN ({_marks(some)}) "
            f"AND branch IN ({_marks(branches)})",
            (*some, *branches),
        )
        found |= {row[0] for row in rows}
    return frozenset(found)


def concerned(store: Store) -> frozenset[str]:
    """The branches whose business any complaint here is."""
    return frozenset(row[0] for row in store.run("SELECT DISTINCT branch FROM concern"))


_AT_ONCE = 200


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def links_to(store: Store, complaint: str) -> list[tuple[str, str, str]]:
    """(id, number, how) of the complaints from which a link leads to this one."""
    return store.run(
        "SELECT complaint.id, complaint.number, link.link FROM link "
        "JOIN complaint ON complaint.id = link.complaint WHERE link.other = ? "
        "ORDER BY complaint.received_at, complaint.id",
        (complaint,),
    )


def _rows_where(store: Store, where: str, value: object) -> list[QueueRow]:
    sql = f"SELECT {_COLUMNS} FROM complaint WHERE {where} ORDER BY row DESC LIMIT 200"
    return [_row(found) for found in store.run(sql, (value,))]


def _where(store: Store, wanted: Wanted, now: datetime) -> tuple[str, dict[str, Any]]:
    conditions = [_CONDITIONS[wanted.filter]]
    values = _moments(now) | {"actor": wanted.actor, "here": wanted.here}
    if wanted.state:
        conditions.append("state = :state")
        values["state"] = wanted.state
    if wanted.branch:
        conditions.append(_CONCERNS.format(branches=":branch"))
        values["branch"] = wanted.branch
    if wanted.sees:
        named = {f"sees{n}": code for n, code in enumerate(sorted(wanted.sees))}
        conditions.append(_CONCERNS.format(branches=", ".join(f":{name}" for name in named)))
        values |= named
    if wanted.find.strip():
        numbered = by_number(store, wanted.find)
        if numbered:
            conditions.append(f"row IN ({', '.join(str(row.row) for row in numbered)})")
        else:
            conditions.append(
                f"row IN (SELECT rowid FROM search WHERE {store.matching(':find')} "
                "ORDER BY rowid DESC LIMIT 2000)"
            )
            values["find"] = store.asked(sought(wanted.find))
    return " AND ".join(conditions), values


_CONCERNS = "id IN (SELECT complaint FROM concern WHERE branch IN ({branches}))"


def _moments(now: datetime) -> dict[str, Any]:
    tomorrow = now.astimezone().date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time.min).astimezone()
    return {"now": utc(now), "midnight": utc(midnight)}


def _row(found: tuple[Any, ...]) -> QueueRow:
    row, burns, subject, number, state, is_open, name, phone, product, safety, *rest = found
    received_at, due_at, receipts, contact_at, promise_at, aftercare_at, *about = rest
    holder, offered_to, waits_for, extensions, branch, at_branch, offered_branch = about
    return QueueRow(
        row=row,
        burns=burns,
        id=subject,
        number=number,
        state=state,
        open=bool(is_open),
        name=name,
        phone=phone,
        product=product,
        safety=bool(safety),
        received_at=datetime.fromisoformat(received_at),
        due_at=datetime.fromisoformat(due_at),
        receipts=receipts,
        next_contact_at=_time(contact_at),
        promise_at=_time(promise_at),
        aftercare_at=_time(aftercare_at),
        holder=holder,
        offered_to=offered_to,
        waits_for=waits_for,
        extensions=extensions,
        branch=branch,
        at_branch=at_branch,
        offered_branch=offered_branch,
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def same_nota(store: Store, branch: str, day: date, nota: int) -> list[tuple[str, str]]:
    """(id, number) of the complaints of this branch, day and nota, the first one first."""
    stem = ComplaintNumber(branch, day, nota).stem
    return store.run("SELECT id, number FROM complaint WHERE stem = ? ORDER BY row", (stem,))


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
    rows = store.run(
        "SELECT node, tick FROM entry WHERE kind = 'node.succeeded' "
        "AND node IN (SELECT value FROM own WHERE key LIKE 'local/%') ORDER BY tick DESC LIMIT 1"
    )
    if not rows or day > time_of(rows[0][1]).astimezone().date():
        return 0
    return restore_digits(rows[0][0])


def next_in_series(store: Store, node: str, branch: str) -> int:
    """The next of the “tanpa nota” series, behind any jump that a restore made."""
    highest = store.run(
        "SELECT max(nota) FROM complaint WHERE branch = ? AND no_nota = 1", (branch,)
    )[0][0]
    jumps = store.run(
        "SELECT value FROM fact WHERE key = ? OR key IN "
        "(SELECT value || '/no_nota_from' FROM own WHERE key LIKE 'local/%')",
        (f"{node}/no_nota_from",),
    )
    last = max(highest or 0, *(int(jump[0]) - 1 for jump in jumps), 0)
    return next_without_nota(last)
