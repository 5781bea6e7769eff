"""A desk on a database server: the first PC makes it, every other one joins it.

Each PC has keys of its own and writes a chain of its own; branch, letter, people and numbers are
those of the desk. Raises Refused where the desk there is another branch's, or where whoever sets
this PC up may not do so there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.app.desk import Clock, Desk
from desk.app.home import Home
from desk.app.whereabouts import keep_password
from desk.journal import backup, known
from desk.journal.address import Address, parse_address
from desk.journal.files import FileStore
from desk.journal.journal import Journal
from desk.journal.known import Shop
from desk.journal.postgres import PostgresStore
from desk.journal.shelf import shelf_of
from desk.journal.store import Store
from desk.rules import deciding
from desk.rules.desk_entries import DeskSetUp
from desk.rules.errors import Refused
from desk.rules.people import Action
from desk.words import say

if TYPE_CHECKING:
    from desk.app.setting_up import SetUp

    First = Callable[[Desk, SetUp], str]


def address_of(typed: str, bench: Home) -> Address:
    """The database that somebody typed; its password, if any, goes into a file of its own."""
    address, password = parse_address(typed)
    if not password:
        return address
    keep_password(bench.passfile, password)
    return Address(address.url, bench.passfile)


def make_or_join(bench: Home, node: str, wanted: SetUp, clock: Clock, first: First) -> str:
    """The desk in the database; `first` writes its first entries. Gives who is at work."""
    there = bench.on_server
    if there is None:
        raise ValueError(bench)
    store = PostgresStore(there.address, seat=node)
    try:
        with store.transaction():  # of two set-ups at the same time, one makes it and one joins
            if not store.taken:
                store.make_new()
                desk = Desk(bench, Journal(store, node), clock)
                desk.journal.become(node)
                return first(desk, wanted)
    finally:
        store.close()
    desk = _open_there(there.address, bench, node, clock)
    try:
        return _join(desk, wanted)
    finally:
        desk.close()


def _open_there(address: Address, bench: Home, node: str, clock: Clock) -> Desk:
    """The desk that is in the database already, as the new PC `node` sees it."""

    def keep_older(store: Store) -> None:
        files = FileStore(bench.files, shelf_of(store))
        backup.back_up(store, files, bench.folder.parent / "backups", clock())

    return Desk(bench, Journal.open(address, before_upgrade=keep_older, seat=node), clock)


def _join(desk: Desk, wanted: SetUp) -> str:
    """This PC belongs to the desk from now on, if the administrator who is named may say so."""
    journal, node = desk.journal, desk.journal.node
    shop = _sit_down_with_others(journal)
    if (shop.branch, shop.head_office) != (wanted.branch, wanted.head_office):
        raise Refused(
            say(
                "setup",
                "In the database {folder} is the desk of branch {there}, not of branch {here}. "
                "Nothing was changed. Name that branch, or another database.",
            )(folder=journal.store.where, there=shop.branch or "?", here=wanted.branch)
        )
    person = desk.sign_in(wanted.admin, wanted.pin)
    deciding.check(Action.SETTINGS, desk.circle)
    journal.node = node
    with journal.writing(actor=person.id, now=desk.now()) as pen:
        journal.become(node)
        pen.write(
            DeskSetUp(
                branch=shop.branch,
                letter=shop.letter,
                head_office=shop.head_office,
                sample=shop.sample,
            ),
            subject=node,
        )
    return person.id


def _sit_down_with_others(journal: Journal) -> Shop:
    """Until this PC has joined, a wrong PIN is noted by one that belongs to the desk already."""
    for node in journal.local_nodes():
        shop = known.shop(journal.store, node)
        if shop.branch:
            journal.node = node
            return shop
    return Shop()
