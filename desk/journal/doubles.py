"""Complaints of different branches that may be one matter, for a person to decide.

Two are suggested where the nota and the branch of the sale are the same, or phone and product
within 14 days; not where somebody has linked them already, as the same or as different.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any

from peewee import fn

from desk.journal.journal import Journal
from desk.journal.schema import Complaint as Row
from desk.journal.schema import Entry, Link
from desk.journal.store import Kept, Store, all_of, given
from desk.journal.views import utc
from desk.rules.chain import next_tick
from desk.rules.complaint import Complaint
from desk.rules.entries import ComplaintCorrected, ComplaintRegistered

RECENT = timedelta(days=90)
"""Older complaints are not compared any more."""
APART = timedelta(days=14)
MOST = 200
"""Pairs suggested at most; the rest follow when these are decided."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """One complaint of a pair. `received_at` is aware."""

    id: str
    number: str
    branch: str
    name: str
    product: str
    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class Double:
    """Two complaints that may be one matter, the older one first; `why` is nota or phone."""

    older: Side
    newer: Side
    why: str


def suggest(store: Store, *, now: datetime, sees: frozenset[str] = frozenset()) -> list[Double]:
    """The pairs to be looked at, newest first; of `sees` only, where it names branches."""
    journal = Journal(store, "")
    complaints: dict[str, Complaint] = {}
    linked = {frozenset(pair) for pair in all_of(store, Link.select(Link.complaint, Link.other))}
    found: dict[frozenset[str], Double] = {}
    since = now - RECENT
    for why, pairs in (("nota", _by_nota(store, since)), ("phone", _by_phone(store, since))):
        for pair in pairs:
            key = frozenset(pair)
            if key in linked or key in found:
                continue
            for each in pair:
                if each not in complaints:
                    complaints[each] = journal.complaint(each)
            double = _double(complaints[pair[0]], complaints[pair[1]], why, sees)
            if double is not None:
                found[key] = double
            if len(found) >= MOST:
                break
    return sorted(found.values(), key=lambda one: one.newer.received_at, reverse=True)


def _by_nota(store: Store, since: datetime) -> Iterator[tuple[str, str]]:
    """Pairs with one nota, of which at least one says that it was sold at another branch."""
    for subject in sorted(_sold_elsewhere(store, since)):
        rows = _SAME_NOTA.rows(store, subject=subject, since=utc(since))
        yield from ((subject, other) for (other,) in rows)


def _same_nota() -> Any:
    this, other = Row.alias("this"), Row.alias("other")
    same = (other.nota == this.nota) & (other.branch != this.branch)
    return (
        this.select(other.id)
        .join(other, on=same)
        .where(
            this.id == given("subject"),
            this.no_nota == 0,
            other.no_nota == 0,
            other.received_at >= given("since"),
        )
    )


_SAME_NOTA = Kept(_same_nota)


def _sold_elsewhere(store: Store, since: datetime) -> set[str]:
    query = Entry.select(Entry.subject, Entry.body).where(
        Entry.kind.in_((ComplaintRegistered.KIND, ComplaintCorrected.KIND)),
        Entry.tick >= next_tick(0, since),
        Entry.body.contains('"sold_branch"'),
    )
    return {subject for subject, body in all_of(store, query) if _names_branch(body)}


def _names_branch(body: str) -> bool:
    try:
        told = json.loads(body)
        elsewhere = told.get("sold_branch", "") not in ("", told.get("branch"))
        return elsewhere or told.get("field") == "sold_branch"
    except (ValueError, AttributeError, TypeError, RecursionError):
        return False


def _by_phone(store: Store, since: datetime) -> Iterator[tuple[str, str]]:
    """Pairs with one phone and product, near in time."""
    recent = Row.received_at >= utc(since)
    shared = (
        Row.select(Row.phone)
        .where(recent, Row.phone != "", Row.product != "")
        .group_by(Row.phone)
        .having(fn.count(Row.branch.distinct()) > 1)
    )
    rows = all_of(
        store,
        Row.select(Row.phone, Row.id, Row.branch, Row.product, Row.received_at)
        .where(recent, Row.phone.in_(shared), Row.product != "")
        .order_by(Row.received_at.desc()),
    )
    same: dict[tuple[str, str], list[tuple[str, str, datetime]]] = {}
    for phone, subject, branch, product, received_at in rows:
        goods = (phone, _plain(product))
        same.setdefault(goods, []).append((subject, branch, datetime.fromisoformat(received_at)))
    for several in same.values():
        yield from (
            (one[0], other[0])
            for one, other in combinations(several[:20], 2)
            if one[1] != other[1] and abs(one[2] - other[2]) <= APART
        )


def _plain(product: str) -> str:
    return " ".join(product.casefold().split())


def _double(one: Complaint, other: Complaint, why: str, sees: frozenset[str]) -> Double | None:
    facts, others = one.registered, other.registered
    if facts is None or others is None or one.received_at is None or other.received_at is None:
        return None
    fits = _same_sale(one, other) if why == "nota" else _same_goods(one, other)
    if not fits or facts.branch == others.branch:
        return None
    if sees and not {facts.branch, others.branch} <= sees:
        return None
    older, newer = sorted((_side(one), _side(other)), key=lambda side: (side.received_at, side.id))
    return Double(older=older, newer=newer, why=why)


def _same_sale(one: Complaint, other: Complaint) -> bool:
    sold = [
        (facts.sold_branch or facts.branch, facts.nota)
        for facts in (one.registered, other.registered)
        if facts is not None and not facts.no_nota
    ]
    return len(sold) == 2 and sold[0] == sold[1]


def _same_goods(one: Complaint, other: Complaint) -> bool:
    phones, goods = set(), set()
    for facts in (one.registered, other.registered):
        if facts is None:
            return False
        phones.add(facts.phone)
        goods.add(_plain(facts.product))
    if one.received_at is None or other.received_at is None:
        return False
    near = abs(one.received_at - other.received_at) <= APART
    return near and len(phones) == 1 and phones != {""} and len(goods) == 1 and goods != {""}


def _side(complaint: Complaint) -> Side:
    facts, received_at = complaint.registered, complaint.received_at
    if facts is None or received_at is None:
        raise LookupError(complaint.id)
    return Side(
        id=complaint.id,
        number=complaint.number,
        branch=facts.branch,
        name=facts.name,
        product=facts.product,
        received_at=received_at,
    )
