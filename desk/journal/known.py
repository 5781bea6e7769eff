"""What the desk knows beside complaints: itself, its people, branches, cards and shipments."""

from __future__ import annotations

from collections.abc import Container, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

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
    logo: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who works, or worked, here."""

    id: str
    name: str
    roles: tuple[str, ...]
    active: bool
    here: bool = True
    branch: str = ""
    branches: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Trusted:
    """A desk whose card was accepted. Keys are hex and age text.

    `direct` where it was accepted at this desk; else head office vouches for it, which is enough
    to check a receipt, but not to read in a file. A `revoked` card counts for nothing new.
    """

    node: str
    company: str
    name: str
    branch: str
    head_office: bool
    signing_key: str
    recipient: str
    tick: int = 0
    direct: bool = True
    revoked: bool = False
    replaced_by: str = ""


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
    facts: dict[str, str] = dict(store.run("SELECT key, value FROM fact"))
    code = facts.get(f"{node}/branch", "")
    local = {*_local_nodes(store), node}
    named = store.run("SELECT name, address, reach FROM branch WHERE code = ?", (code,))
    name, address, reach = named[0] if named else ("", "", "")
    return Shop(
        company=_said_of_company(facts, local, "company"),
        branch=code,
        branch_name=name,
        address=address,
        reach=reach,
        letter=facts.get(f"{node}/letter", ""),
        head_office=bool(facts.get(f"{node}/head_office")),
        sample=bool(facts.get(f"{node}/sample")),
        logo=_said_of_company(facts, local, "logo"),
    )


def _said_of_company(facts: Mapping[str, str], local: AbstractSet[str], what: str) -> str:
    """What head office says of the company; there, and where it is silent, what this desk does."""
    heads = {
        key.removesuffix("/head_office")
        for key, value in facts.items()
        if value and key.endswith("/head_office")
    }
    for nodes in (local if local & heads else heads, local):
        named = [facts[f"{each}/{what}"] for each in nodes if f"{each}/{what}" in facts]
        said = max(named, default=" ").split(" ", 1)[1]
        if said:
            return said
    return ""


def _local_nodes(store: Store) -> list[str]:
    return [row[0] for row in store.run("SELECT value FROM own WHERE key LIKE 'local/%'")]


def branches(store: Store) -> list[tuple[str, str]]:
    """(code, name) of every branch that is known, if only by a card, by code."""
    return store.run(
        "SELECT code, name FROM (SELECT code, name FROM branch UNION SELECT branch, max(name) "
        "FROM card WHERE branch <> '' AND branch NOT IN (SELECT code FROM branch) "
        "GROUP BY branch) AS known ORDER BY length(code), code"
    )


@dataclass(frozen=True, kw_only=True)
class Place:
    """A branch as receipts show it; one that is known only by a card has no more than a name."""

    code: str
    name: str
    address: str = ""
    reach: str = ""


def places(store: Store) -> list[Place]:
    """Every branch that is known, by code."""
    named = {
        code: (address, reach)
        for code, address, reach in store.run("SELECT code, address, reach FROM branch")
    }
    return [
        Place(code=code, name=name, address=address, reach=reach)
        for code, name in branches(store)
        for address, reach in [named.get(code, ("", ""))]
    ]


def branch_of(store: Store, node: str) -> str:
    """The code of the branch where a desk stands, as it said itself; empty where it is unknown."""
    rows = store.run("SELECT value FROM fact WHERE key = ?", (f"{node}/branch",))
    return str(rows[0][0]) if rows else ""


_HERE = """
CASE WHEN branch = '' THEN node IN (SELECT value FROM own WHERE key LIKE 'local/%')
ELSE branch IN (SELECT fact.value FROM fact JOIN own ON fact.key = own.value || '/branch'
                WHERE own.key LIKE 'local/%') END
"""


def people(store: Store) -> list[Person]:
    """Everybody, also of other desks, those at work first, by name."""
    rows = store.run(
        f"SELECT id, name, roles, active, {_HERE}, coalesce(nullif(branch, ''), (SELECT value "
        "FROM fact WHERE key = staff.node || '/branch'), ''), branches "
        "FROM staff ORDER BY active DESC, name, id"
    )
    return [
        Person(
            id=id_,
            name=name,
            roles=tuple(filter(None, roles.split(","))),
            active=bool(active),
            here=bool(here),
            branch=branch,
            branches=tuple(filter(None, sees.split(","))),
        )
        for id_, name, roles, active, here, branch, sees in rows
    ]


def trusted(store: Store) -> list[Trusted]:
    """The desks whose cards were accepted here, or which head office vouches for.

    Head office first, then by branch; of several, the one accepted first stands first.
    """
    local = {*_local_nodes(store)}
    rows = [_card(row, local) for row in store.run(f"SELECT by, {_CARD} FROM card")]
    direct = {card.node: card for by, card in rows if by in local}
    heads = {card.node for card in direct.values() if card.head_office and not card.revoked}
    found = dict(direct)
    for by, card in sorted(rows, key=lambda row: row[1].tick):
        if by not in heads or by == card.node or card.node in local:
            continue
        own = direct.get(card.node)
        if own is None:
            found[card.node] = replace(card, direct=False)
        elif card.revoked and card.tick > own.tick:
            found[card.node] = replace(own, revoked=True, replaced_by=card.replaced_by)
    return sorted(found.values(), key=lambda card: (not card.head_office, card.branch, card.tick))


_CARD = (
    "node, company, name, branch, head_office, signing_key, recipient, revoked, replaced_by, tick"
)


def _card(row: tuple[Any, ...], local: Container[str]) -> tuple[str, Trusted]:
    by, node, company, name, branch, head, key, recipient, revoked, replaced_by, tick = row
    return by, Trusted(
        node=node,
        company=company,
        name=name,
        branch=branch,
        head_office=bool(head),
        signing_key=key,
        recipient=recipient,
        revoked=bool(revoked),
        replaced_by=replaced_by,
        tick=tick,
        direct=by in local,
    )


def shipments(store: Store, limit: int = 50) -> list[Shipped]:
    """The files written here, newest first; what other desks wrote is theirs."""
    rows = store.run(
        "SELECT package, at, receiver, sha256, entries, upto, personal FROM shipment "
        "WHERE node IN (SELECT value FROM own WHERE key LIKE 'local/%') "
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
    store.run(
        "INSERT INTO pin(staff, hash, tries, tried_at) VALUES (?, ?, 0, '') ON CONFLICT (staff) "
        "DO UPDATE SET hash = excluded.hash, tries = 0, tried_at = ''",
        (staff, hashed),
    )


def wrong_tries(store: Store, staff: str) -> tuple[int, str]:
    """(wrong PINs in a row, when the last one was typed: UTC ISO 8601 or empty)."""
    rows = store.run("SELECT tries, tried_at FROM pin WHERE staff = ?", (staff,))
    return (int(rows[0][0]), str(rows[0][1])) if rows else (0, "")


def set_wrong_tries(store: Store, staff: str, tries: int, tried_at: str) -> None:
    """Within a transaction: keeps how many wrong PINs there were in a row."""
    store.run("UPDATE pin SET tries = ?, tried_at = ? WHERE staff = ?", (tries, tried_at, staff))
