"""Customers the desk knows already, found by phone, name or e-mail while somebody types."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import combinations
from typing import Any

from peewee import OP, SQL, Expression, NodeList, Select, fn

from desk.journal import schema
from desk.journal.schema import LOCAL_SEARCH, VIEW_SEARCH, Complaint
from desk.journal.store import (
    AllOf,
    AnyOf,
    Kept,
    KeptAs,
    Phrase,
    Store,
    Wanted,
    finds,
    given,
    same,
    sought,
)
from desk.rules.chain import canonical
from desk.rules.details import clean


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


def by_name(store: Store, typed: str, limit: int = 8) -> list[Customer]:
    """Customers whose name begins with, or has a word that begins with, what was typed."""
    start = typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return _BY_NAME.all(store, begins=f"{start}%", has=f"% {start}%", limit=limit)


def by_phone(store: Store, normal: str, limit: int = 8) -> list[Customer]:
    """Customers with a phone that begins with `normal` (E.164, or as it was typed)."""
    begins = normal.strip()
    return _BY_PHONE.all(store, begins=begins, beyond=f"{begins}{_LAST}", limit=limit)


def by_email(store: Store, typed: str, limit: int = 8) -> list[Customer]:
    """Customers with exactly this e-mail address, in any case."""
    return _BY_EMAIL.all(store, email=typed.strip(), limit=limit)


def by_id(store: Store, customer: str) -> Customer | None:
    """One customer."""
    return next(iter(_BY_ID.all(store, id=customer, limit=1)), None)


def _customers(*conditions: Any) -> KeptAs[Customer]:
    of = schema.Customer
    last_first = of.select().order_by(of.last_at.desc())
    return KeptAs(Customer, lambda: last_first.where(*conditions).limit(given("limit")))


def _is_like(column: Any, pattern: str) -> Any:
    escaped = NodeList((given(pattern), SQL("ESCAPE '\\'")))
    return Expression(column, OP.ILIKE, escaped)


_BY_NAME = _customers(
    _is_like(schema.Customer.name, "begins") | _is_like(schema.Customer.name, "has")
)
_BY_PHONE = _customers(
    schema.Customer.phone >= given("begins"), schema.Customer.phone < given("beyond")
)
_BY_EMAIL = _customers(same(schema.Customer.email, given("email")))
_BY_ID = _customers(schema.Customer.id == given("id"))


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


FIELDS = tuple(field.name for field in fields(Sale))


def nota_digits(nota: str) -> int | None:
    """“SO43701” → 43701; None where there are not 1 to 7 digits behind the letters."""
    found = _DIGITS.fullmatch(nota.strip())
    return int(found[1]) if found else None


def keep(store: Store, sales: Iterable[Mapping[str, str]]) -> list[bool]:
    """Within a transaction: keeps each line (keys: `FIELDS`); tells for each whether it is new."""
    fresh: list[bool] = []
    for sale in sales:
        values = {name: sale[name] for name in FIELDS}
        digits = nota_digits(sale["nota"])
        inserted = _KEEP.rows(store, key=_key(sale), digits=digits, **values)
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
        known = key in seen or _BY_KEY.rows(store, key=key)
        fresh.append(not known)
        seen.add(key)
    return fresh


def _key(sale: Mapping[str, str]) -> bytes:
    return hashlib.sha256(canonical([sale[name] for name in FIELDS])).digest()


def _keep() -> Any:
    before = schema.Sale.alias()
    next_row = before.select(fn.coalesce(fn.max(before.row), 0) + 1)
    values = {name: given(name) for name in ("key", "digits", *FIELDS)}
    return (
        schema.Sale.insert(row=next_row, **values).on_conflict_ignore().returning(schema.Sale.row)
    )


_KEEP = Kept(_keep)
_BY_KEY = Kept(lambda: schema.Sale.select(schema.Sale.row).where(schema.Sale.key == given("key")))


def by_nota(store: Store, typed: str, limit: int = 30) -> list[Sale]:
    """The lines of one nota, as written in the list or by its digits alone."""
    written = _BY_NOTA.all(store, nota=typed.strip(), limit=limit)
    digits = nota_digits(typed)
    if written or digits is None:
        return written
    return _BY_DIGITS.all(store, digits=digits, limit=limit)


def by_customer(store: Store, *, name: str = "", phone: str = "", email: str = "") -> list[Sale]:
    """What somebody bought, newest first, by the first of phone, e-mail and name that is given."""
    for kept, value in ((_BOUGHT_BY_PHONE, phone), (_BOUGHT_BY_EMAIL, email), (_BOUGHT_BY, name)):
        if value.strip():
            return kept.all(store, value=value.strip(), limit=30)
    return []


def by_words(store: Store, typed: str, limit: int = 30) -> list[Sale]:
    """Sales with all these words in nota, customer, phone or product; newest read first."""
    if not typed.strip():
        return []
    return _BY_WORDS.all(store, words=store.asked(sought(typed)), limit=limit)


def count(store: Store) -> int:
    """How many lines of sales are known."""
    return int(_COUNT.rows(store)[0][0])


def _sales(condition: Any) -> KeptAs[Sale]:
    of = schema.Sale
    columns = [getattr(of, name) for name in FIELDS]
    newest_first = of.select(*columns).order_by(of.sold_on.desc(), of.nota, of.line)
    return KeptAs(Sale, lambda: newest_first.where(condition).limit(given("limit")))


def _last_with_words() -> Any:
    rows = LOCAL_SEARCH.rows
    found = rows.select(rows.c.rowid).where(finds(LOCAL_SEARCH, given("words")))
    return found.order_by(rows.c.rowid.desc()).limit(500)


_BY_NOTA = _sales(same(schema.Sale.nota, given("nota")))
_BY_DIGITS = _sales(schema.Sale.digits == given("digits"))
_BOUGHT_BY_PHONE = _sales(schema.Sale.phone == given("value"))
_BOUGHT_BY_EMAIL = _sales(same(schema.Sale.email, given("value")))
_BOUGHT_BY = _sales(same(schema.Sale.customer, given("value")))
_BY_WORDS = _sales(schema.Sale.row.in_(_last_with_words()))
_COUNT = Kept(lambda: schema.Sale.select(fn.count(schema.Sale.row)))


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
    last = int(_LAST_ROW.rows(store)[0][0])
    query = _query(_rare(store, map(_term, words), last), product)
    if not query.parts:
        return []
    beyond = last - _SOLVED_NEWEST
    rows = _SOLVED.rows(store, words=store.asked(query), beyond=beyond, limit=limit)
    return [str(row[0]) for row in rows]


def _with_words() -> Any:
    """The rows of complaints behind `beyond` that have the words."""
    rows = VIEW_SEARCH.rows
    found = finds(VIEW_SEARCH, given("words")) & (rows.c.rowid > given("beyond"))
    return rows.select(rows.c.rowid).where(found)


def _solved() -> Any:
    likely = _with_words().order_by(VIEW_SEARCH.rows.c.rowid.desc()).limit(_LIKELY)
    solved = Complaint.state.in_(("solved", "closed")) & Complaint.row.in_(likely)
    newest_first = Complaint.select(Complaint.id).order_by(Complaint.row.desc())
    return newest_first.where(solved).limit(given("limit"))


def _counted() -> Any:
    found = _with_words().limit(given("most")).alias("found")
    return Select([found], [fn.count(SQL("*"))])


_LAST_ROW = Kept(lambda: Complaint.select(fn.coalesce(fn.max(Complaint.row), 0)))
_SOLVED = Kept(_solved)
_COUNTED = Kept(_counted)


def _rare(store: Store, terms: Iterable[Wanted], last: int) -> list[Wanted]:
    """The terms that do not stand in every fourth complaint."""
    most = max(_FEW, min(last, _SOLVED_NEWEST) // _EVERYWHERE)
    return [term for term in terms if _times(store, term, last, most) < most]


def _times(store: Store, term: Wanted, last: int, most: int) -> int:
    """In how many of the newest complaints a term stands, counted up to `most`."""
    beyond = last - _SOLVED_NEWEST
    rows = _COUNTED.rows(store, words=store.asked(term), beyond=beyond, most=most)
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
