"""Customers the desk knows already, found by phone, name or e-mail while somebody types."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from desk.journal.schema import LOCAL_SEARCH
from desk.journal.store import AllOf, AnyOf, Phrase, Store, Wanted, sought
from desk.rules.chain import canonical
from desk.rules.intake import clean


@dataclass(frozen=True, kw_only=True)
class Customer:
    """Somebody who complained before, with how many complaints, and how many still open."""

    id: str
    name: str
    phone: str
    email: str
    address: str
    complaints: int
    open: int
    last_at: datetime


_LAST = "\U0010ffff"
"""Sorts behind every other letter, so that a beginning becomes a range that an index serves."""

_COLUMNS = "id, name, phone, email, address, complaints, open, last_at"


def by_name(store: Store, typed: str, limit: int = 8) -> list[Customer]:
    """Customers whose name begins with, or has a word that begins with, what was typed."""
    start = _escaped(typed)
    return _found(
        store,
        f"name {store.alike} ? ESCAPE '\\' OR name {store.alike} ? ESCAPE '\\'",
        (f"{start}%", f"% {start}%"),
        limit,
    )


def by_phone(store: Store, normal: str, limit: int = 8) -> list[Customer]:
    """Customers with a phone that begins with `normal` (E.164, or as it was typed)."""
    beyond = f"{normal.strip()}{_LAST}"
    return _found(store, "phone >= ? AND phone < ?", (normal.strip(), beyond), limit)


def by_email(store: Store, typed: str, limit: int = 8) -> list[Customer]:
    """Customers with exactly this e-mail address, in any case."""
    return _found(store, store.same("email"), (typed.strip(),), limit)


def by_id(store: Store, customer: str) -> Customer | None:
    """One customer."""
    found = _found(store, "id = ?", (customer,), 1)
    return found[0] if found else None


def _escaped(typed: str) -> str:
    return typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _found(store: Store, where: str, values: tuple[str, ...], limit: int) -> list[Customer]:
    rows = store.run(
        f"SELECT {_COLUMNS} FROM customer WHERE {where} ORDER BY last_at DESC LIMIT ?",
        (*values, limit),
    )
    return [
        Customer(
            id=id_,
            name=name,
            phone=phone,
            email=email,
            address=address,
            complaints=complaints,
            open=still_open,
            last_at=datetime.fromisoformat(last_at),
        )
        for id_, name, phone, email, address, complaints, still_open, last_at in rows
    ]


FIELDS = (
    "nota",
    "line",
    "sold_on",
    "customer",
    "phone",
    "email",
    "product",
    "serial",
    "quantity",
    "price",
    "branch",
    "salesperson",
)
SEARCHED = ("nota", "customer", "phone", "product")
_DIGITS = re.compile(r"\D*0*([0-9]{1,7})", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Sale:
    """One line of a sale, as it was read in; `sold_on` is an ISO date or empty."""

    nota: str
    line: str
    sold_on: str
    customer: str
    phone: str
    email: str
    product: str
    serial: str
    quantity: str
    price: str
    branch: str
    salesperson: str

    @property
    def digits(self) -> int | None:
        """The nota as a number, without letters before it; None where it has no 1 to 7 digits."""
        return nota_digits(self.nota)


def nota_digits(nota: str) -> int | None:
    """“SO43701” → 43701; None where there are not 1 to 7 digits behind the letters."""
    found = _DIGITS.fullmatch(nota.strip())
    return int(found[1]) if found else None


def keep(store: Store, sales: Iterable[Mapping[str, str]]) -> list[bool]:
    """Within a transaction: keeps each line (keys: `FIELDS`); tells for each whether it is new."""
    fresh: list[bool] = []
    for sale in sales:
        values = tuple(sale[name] for name in FIELDS)
        inserted = store.run(_INSERT, (_key(sale), nota_digits(sale["nota"]), *values))
        fresh.append(bool(inserted))
        if inserted:
            words = " ".join(sale[name] for name in SEARCHED)
            store.note_words(LOCAL_SEARCH, inserted[0][0], (words,))
    return fresh


def are_new(store: Store, sales: Iterable[Mapping[str, str]]) -> list[bool]:
    """For each line whether `keep` would take it; writes nothing."""
    seen: set[bytes] = set()
    fresh: list[bool] = []
    for sale in sales:
        key = _key(sale)
        known = key in seen or store.run("SELECT 1 FROM sale WHERE key = ?", (key,))
        fresh.append(not known)
        seen.add(key)
    return fresh


def _key(sale: Mapping[str, str]) -> bytes:
    return hashlib.sha256(canonical([sale[name] for name in FIELDS])).digest()


_INSERT = (
    f"INSERT INTO sale(row, key, digits, {', '.join(FIELDS)}) "
    "VALUES ((SELECT coalesce(max(row), 0) + 1 FROM sale), ?, ?, "
    f"{', '.join('?' * len(FIELDS))}) ON CONFLICT DO NOTHING RETURNING row"
)
_NEWEST = "ORDER BY sold_on DESC, nota, line LIMIT ?"


def by_nota(store: Store, typed: str, limit: int = 30) -> list[Sale]:
    """The lines of one nota, as written in the list or by its digits alone."""
    written = _sales_found(store, f"{store.same('nota')} {_NEWEST}", (typed.strip(), limit))
    digits = nota_digits(typed)
    if written or digits is None:
        return written
    return _sales_found(store, f"digits = ? {_NEWEST}", (digits, limit))


def by_customer(store: Store, *, name: str = "", phone: str = "", email: str = "") -> list[Sale]:
    """What somebody bought, newest first, by the first of phone, e-mail and name that is given."""
    for column, value in (("phone", phone), ("email", email), ("customer", name)):
        if value.strip():
            return _sales_found(store, f"{store.same(column)} {_NEWEST}", (value.strip(), 30))
    return []


def by_words(store: Store, typed: str, limit: int = 30) -> list[Sale]:
    """Sales with all these words in nota, customer, phone or product; newest read first."""
    if not typed.strip():
        return []
    return _sales_found(
        store,
        f"row IN (SELECT rowid FROM sale_search WHERE {store.matching('sale_search', '?')} "
        f"ORDER BY rowid DESC LIMIT 500) {_NEWEST}",
        (store.asked(sought(typed)), limit),
    )


def count(store: Store) -> int:
    """How many lines of sales are known."""
    return int(store.run("SELECT count(*) FROM sale")[0][0])


def _sales_found(store: Store, rest: str, values: tuple[Any, ...]) -> list[Sale]:
    rows = store.run(f"SELECT {', '.join(FIELDS)} FROM sale WHERE {rest}", values)
    return [Sale(**dict(zip(FIELDS, row, strict=True))) for row in rows]


_WHERE = ("product", "words")
_SOLVED_NEWEST = 20_000
"""Among so many of the newest complaints is looked, so that it takes no longer in later years."""
_LIKELY = 200
_EVERYWHERE = 4
"""A word in every fourth complaint says nothing about any of them; in a few it cannot be told."""
_FEW = 20
_LONG_ENOUGH = 4
"""Letters from which a word also finds those that begin with it."""


def solved_like(store: Store, words: Sequence[str], *, product: str, limit: int) -> list[str]:
    """The ids of solved or closed complaints that share two words, newest first.

    The same product counts for one of the two.
    """
    last = int(store.run("SELECT coalesce(max(row), 0) FROM complaint")[0][0])
    query = _query(_rare(store, map(_term, words), last), product)
    if not query.parts:
        return []
    rows = store.run(
        "SELECT id FROM complaint WHERE state IN ('solved', 'closed') AND row IN "
        f"(SELECT rowid FROM search WHERE {store.matching('search', '?')} AND rowid > ? "
        "ORDER BY rowid DESC LIMIT ?) ORDER BY row DESC LIMIT ?",
        (store.asked(query), last - _SOLVED_NEWEST, _LIKELY, limit),
    )
    return [str(row[0]) for row in rows]


def _rare(store: Store, terms: Iterable[Wanted], last: int) -> list[Wanted]:
    """The terms that do not stand in every fourth complaint."""
    most = max(_FEW, min(last, _SOLVED_NEWEST) // _EVERYWHERE)
    return [term for term in terms if _times(store, term, last, most) < most]


def _times(store: Store, term: Wanted, last: int, most: int) -> int:
    """In how many of the newest complaints a term stands, counted up to `most`."""
    rows = store.run(
        f"SELECT count(*) FROM (SELECT 1 FROM search WHERE {store.matching('search', '?')} "
        "AND rowid > ? LIMIT ?) AS found",
        (store.asked(term), last - _SOLVED_NEWEST, most),
    )
    return int(rows[0][0])


def _query(terms: Sequence[Wanted], product: str) -> AnyOf:
    """Any two of the terms, or one and the product."""
    whole = clean(product).replace('"', " ").strip()
    all_terms = [*terms, Phrase(whole, ("product",))] if whole else terms
    return AnyOf(tuple(map(AllOf, combinations(all_terms, 2))))


def _term(word: str) -> Wanted:
    if len(word) >= _LONG_ENOUGH:
        return Phrase(word, _WHERE, begins=True)
    return AnyOf((Phrase(word, _WHERE), Phrase(f"{word}nya", _WHERE)))
