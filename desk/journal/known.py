"""What the desk knows beside complaints: itself, its people, branches, cards and shipments."""

from __future__ import annotations

from dataclasses import dataclass

from desk.journal.store import Store


@dataclass(frozen=True, kw_only=True)
class Shop:
    """The desk's own place: `branch` is the code, `letter` the one behind its numbers."""

    company: str = ""
    branch: str = ""
    branch_name: str = ""
    address: str = ""
    reach: str = ""
    letter: str = ""
    head_office: bool = False
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who works, or worked, here."""

    id: str
    name: str
    roles: tuple[str, ...]
    active: bool


@dataclass(frozen=True, kw_only=True)
class Trusted:
    """A desk whose card was accepted. Keys are hex and age text."""

    node: str
    company: str
    name: str
    branch: str
    head_office: bool
    signing_key: str
    recipient: str


@dataclass(frozen=True, kw_only=True)
class Shipped:
    """A file that was written for another desk. `at` is UTC, ISO 8601."""

    package: str
    at: str
    receiver: str
    sha256: str
    entries: int
    upto: int
    personal: bool


def shop(store: Store, node: str) -> Shop:
    """The shop of the desk `node`, as last named."""
    facts = dict(store.run("SELECT key, value FROM fact"))
    code = facts.get(f"{node}/branch", "")
    named = store.run("SELECT name, address, reach FROM branch WHERE code = ?", (code,))
    name, address, reach = named[0] if named else ("", "", "")
    return Shop(
        company=facts.get("company", ""),
        branch=code,
        branch_name=name,
        address=address,
        reach=reach,
        letter=facts.get(f"{node}/letter", ""),
        head_office=bool(facts.get(f"{node}/head_office")),
        sample=bool(facts.get(f"{node}/sample")),
    )


def people(store: Store) -> list[Person]:
    """Everybody, those at work first, by name."""
    rows = store.run("SELECT id, name, roles, active FROM staff ORDER BY active DESC, name, id")
    return [
        Person(id=id_, name=name, roles=tuple(filter(None, roles.split(","))), active=bool(active))
        for id_, name, roles, active in rows
    ]


def trusted(store: Store) -> list[Trusted]:
    """The desks whose cards were accepted, head office first."""
    rows = store.run(
        "SELECT node, company, name, branch, head_office, signing_key, recipient FROM card "
        "ORDER BY head_office DESC, branch, node"
    )
    return [
        Trusted(
            node=node,
            company=company,
            name=name,
            branch=branch,
            head_office=bool(head_office),
            signing_key=signing_key,
            recipient=recipient,
        )
        for node, company, name, branch, head_office, signing_key, recipient in rows
    ]


def head_office(store: Store) -> Trusted | None:
    """Who gets what is exported; None while head office's card is not known."""
    return next((card for card in trusted(store) if card.head_office), None)


def shipments(store: Store, limit: int = 50) -> list[Shipped]:
    """The files written here, newest first."""
    rows = store.run(
        "SELECT package, at, receiver, sha256, entries, upto, personal FROM shipment "
        "ORDER BY at DESC, upto DESC LIMIT ?",
        (limit,),
    )
    return [
        Shipped(
            package=package,
            at=at,
            receiver=receiver,
            sha256=sha256,
            entries=entries,
            upto=upto,
            personal=bool(personal),
        )
        for package, at, receiver, sha256, entries, upto, personal in rows
    ]


def waiting(store: Store, node: str) -> tuple[int, str | None]:
    """(complaints with something not yet exported in full, since when: UTC ISO 8601 or None)."""
    count, since = store.run(
        "SELECT count(DISTINCT subject), min(at) FROM entry WHERE node = ? "
        "AND seq > coalesce((SELECT max(upto) FROM shipment WHERE personal = 1 AND node = ?), 0) "
        "AND kind LIKE 'complaint.%'",
        (node, node),
    )[0]
    return int(count), since


def pin_hash(store: Store, staff: str) -> str | None:
    """The Argon2id hash of somebody's PIN, if they have one."""
    rows = store.run("SELECT hash FROM pin WHERE staff = ?", (staff,))
    return str(rows[0][0]) if rows else None


def set_pin_hash(store: Store, staff: str, hashed: str) -> None:
    """Within a transaction: keeps the hash of a new PIN."""
    store.run("INSERT OR REPLACE INTO pin VALUES (?, ?, 0, '')", (staff, hashed))


def wrong_tries(store: Store, staff: str) -> tuple[int, str]:
    """(wrong PINs in a row, when the last one was typed: UTC ISO 8601 or empty)."""
    rows = store.run("SELECT tries, tried_at FROM pin WHERE staff = ?", (staff,))
    return (int(rows[0][0]), str(rows[0][1])) if rows else (0, "")


def set_wrong_tries(store: Store, staff: str, tries: int, tried_at: str) -> None:
    """Within a transaction: keeps how many wrong PINs there were in a row."""
    store.run("UPDATE pin SET tries = ?, tried_at = ? WHERE staff = ?", (tries, tried_at, staff))
