"""The sales lists that were read in, kept so that a sale is found by nota, phone, name or product.

They are reference data: not in the journal, not rebuilt from it, but in every backup.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.journal.finding import sought
from desk.journal.schema import LOCAL_SEARCH
from desk.journal.store import Store
from desk.rules.chain import canonical

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
    written = _found(store, f"{store.same('nota')} {_NEWEST}", (typed.strip(), limit))
    digits = nota_digits(typed)
    if written or digits is None:
        return written
    return _found(store, f"digits = ? {_NEWEST}", (digits, limit))


def by_customer(store: Store, *, name: str = "", phone: str = "", email: str = "") -> list[Sale]:
    """What somebody bought, newest first, by the first of phone, e-mail and name that is given."""
    for column, value in (("phone", phone), ("email", email), ("customer", name)):
        if value.strip():
            return _found(store, f"{store.same(column)} {_NEWEST}", (value.strip(), 30))
    return []


def by_words(store: Store, typed: str, limit: int = 30) -> list[Sale]:
    """Sales with all these words in nota, customer, phone or product; newest read first."""
    if not typed.strip():
        return []
    return _found(
        store,
        f"row IN (SELECT rowid FROM sale_search WHERE {store.matching('sale_search', '?')} "
        f"ORDER BY rowid DESC LIMIT 500) {_NEWEST}",
        (store.asked(sought(typed)), limit),
    )


def count(store: Store) -> int:
    """How many lines of sales are known."""
    return int(store.run("SELECT count(*) FROM sale")[0][0])


def _found(store: Store, rest: str, values: tuple[Any, ...]) -> list[Sale]:
    rows = store.run(f"SELECT {', '.join(FIELDS)} FROM sale WHERE {rest}", values)
    return [Sale(**dict(zip(FIELDS, row, strict=True))) for row in rows]
