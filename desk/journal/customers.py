"""Customers the desk knows already, found by phone, name or e-mail while somebody types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.journal.store import Store


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
