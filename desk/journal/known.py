"""What the desk knows beside complaints: itself, its people, branches, cards and shipments."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from peewee import EXCLUDED, Case, Select, fn

from desk.journal.schema import Branch, Card, Entry, Own, Pin, Shipment, ShopFact, Staff
from desk.journal.store import Kept, KeptAs, Store, all_of, begins, given


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
    facts: dict[str, str] = dict(_FACTS.rows(store))
    code = facts.get(f"{node}/branch", "")
    local = {*local_nodes(store), node}
    place = next(iter(_PLACE.all(store, code=code)), Place(code=code, name=""))
    return Shop(
        company=_said_of_company(facts, local, "company"),
        branch=code,
        branch_name=place.name,
        address=place.address,
        reach=place.reach,
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


def local_nodes(store: Store) -> list[str]:
    """The desks that write, or wrote, in this database; all others came by file."""
    return [str(row[0]) for row in _LOCAL_NODES.rows(store)]


_IS_LOCAL = begins(Own.key, "local/")


def local() -> Any:
    """The query for the desks that write or wrote in this database."""
    return Own.select(Own.value).where(_IS_LOCAL)


def branches(store: Store) -> list[tuple[str, str]]:
    """(code, name) of every branch that is known, if only by a card, by code."""
    return _BRANCHES.rows(store)


def _all_branches() -> Any:
    by_card = (
        Card.select(Card.branch, fn.max(Card.name))
        .where(Card.branch != "", Card.branch.not_in(Branch.select(Branch.code)))
        .group_by(Card.branch)
    )
    found = (Branch.select(Branch.code, Branch.name) | by_card).alias("known")
    return Select([found], [found.c.code, found.c.name]).order_by(
        fn.length(found.c.code), found.c.code
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
    named = {place.code: place for place in _PLACES.all(store)}
    return [named.get(code, Place(code=code, name=name)) for code, name in branches(store)]


def branch_of(store: Store, node: str) -> str:
    """The code of the branch where a desk stands, as it said itself; empty where it is unknown."""
    rows = _FACT.rows(store, key=f"{node}/branch")
    return str(rows[0][0]) if rows else ""


def people(store: Store) -> list[Person]:
    """Everybody, also of other desks, those at work first, by name."""
    return _PEOPLE.all(store)


def _everybody() -> Any:
    stands = ShopFact.select(ShopFact.value).where(ShopFact.key == Staff.node.concat("/branch"))
    places = (
        ShopFact.select(ShopFact.value)
        .join(Own, on=(ShopFact.key == Own.value.concat("/branch")))
        .where(_IS_LOCAL)
    )
    here = Case(None, [(Staff.branch == "", Staff.node.in_(local()))], Staff.branch.in_(places))
    return Staff.select(
        Staff.id,
        Staff.name,
        Staff.roles,
        Staff.active,
        here.alias("here"),
        fn.coalesce(fn.nullif(Staff.branch, ""), stands, "").alias("branch"),
        Staff.branches,
    ).order_by(Staff.active.desc(), Staff.name, Staff.id)


def _person(*, roles: str, branches: str, active: int, here: int, **rest: str) -> Person:
    return Person(
        roles=tuple(filter(None, roles.split(","))),
        branches=tuple(filter(None, branches.split(","))),
        active=bool(active),
        here=bool(here),
        **rest,
    )


def trusted(store: Store) -> list[Trusted]:
    """The desks whose cards were accepted here, or which head office vouches for.

    Head office first, then by branch; of several, the one accepted first stands first.
    """
    local = {*local_nodes(store)}
    rows = _CARDS.all(store)
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


def _card(*, by: str, head_office: int, revoked: int, **rest: Any) -> tuple[str, Trusted]:
    """(the desk that accepted it, the card)."""
    return by, Trusted(head_office=bool(head_office), revoked=bool(revoked), **rest)


def shipments(store: Store, limit: int = 50) -> list[Shipped]:
    """The files written here, newest first; what other desks wrote is theirs."""
    return _SHIPMENTS.all(store, limit=limit)


def _files_from_here() -> Any:
    return (
        Shipment.select(
            Shipment.package,
            Shipment.at,
            Shipment.receiver,
            Shipment.sha256,
            Shipment.entries,
            Shipment.upto,
            Shipment.personal,
        )
        .where(Shipment.node.in_(local()))
        .order_by(Shipment.at.desc(), Shipment.upto.desc())
        .limit(given("limit"))
    )


def waiting(store: Store, node: str) -> tuple[int, str | None]:
    """(complaints with something not yet exported in full, since when: UTC ISO 8601 or None)."""
    last = Shipment.select(fn.max(Shipment.upto)).where(
        Shipment.personal == 1, Shipment.node == node
    )
    count, since = all_of(
        store,
        Entry.select(fn.count(Entry.subject.distinct()), fn.min(Entry.at)).where(
            Entry.node == node,
            Entry.seq > fn.coalesce(last, 0),
            Entry.kind.startswith("complaint."),
        ),
    )[0]
    return int(count), since


def pin_hash(store: Store, staff: str) -> str | None:
    """The Argon2id hash of somebody's PIN, if they have one."""
    rows = all_of(store, Pin.select(Pin.hash).where(Pin.staff == staff))
    return str(rows[0][0]) if rows else None


def set_pin_hash(store: Store, staff: str, hashed: str) -> None:
    """Within a transaction: keeps the hash of a new PIN."""
    new = Pin.insert(staff=staff, hash=hashed, tries=0, tried_at="")
    all_of(
        store,
        new.on_conflict(
            conflict_target=[Pin.staff],
            update={Pin.hash: EXCLUDED.hash, Pin.tries: 0, Pin.tried_at: ""},
        ),
    )


def wrong_tries(store: Store, staff: str) -> tuple[int, str]:
    """(wrong PINs in a row, when the last one was typed: UTC ISO 8601 or empty)."""
    rows = all_of(store, Pin.select(Pin.tries, Pin.tried_at).where(Pin.staff == staff))
    return (int(rows[0][0]), str(rows[0][1])) if rows else (0, "")


def set_wrong_tries(store: Store, staff: str, tries: int, tried_at: str) -> None:
    """Within a transaction: keeps how many wrong PINs there were in a row."""
    all_of(store, Pin.update(tries=tries, tried_at=tried_at).where(Pin.staff == staff))


_FACTS = Kept(lambda: ShopFact.select(ShopFact.key, ShopFact.value))
_FACT = Kept(lambda: ShopFact.select(ShopFact.value).where(ShopFact.key == given("key")))
_LOCAL_NODES = Kept(lambda: local().order_by(Own.value))
_BRANCHES = Kept(_all_branches)
_PLACES = KeptAs(Place, Branch.select)
_PLACE = KeptAs(Place, lambda: Branch.select().where(Branch.code == given("code")))
_PEOPLE = KeptAs(_person, _everybody)
_CARDS = KeptAs(_card, Card.select)
_SHIPMENTS = KeptAs(Shipped, _files_from_here)
