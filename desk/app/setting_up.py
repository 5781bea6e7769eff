"""A desk comes to be: keys, an empty journal, and the first entries."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from desk.app import home as whereabouts
from desk.app.commands import AddStaff, DescribeShop
from desk.app.desk import Clock, Desk, utc_now
from desk.app.doing import add_staff, describe_shop
from desk.app.home import Home, OnServer, keep_password
from desk.durable import into_place, sync_folder
from desk.journal import backup, known
from desk.journal.address import Address, parse_address
from desk.journal.files import FileStore, shelf_of
from desk.journal.journal import Journal, server_store
from desk.journal.known import Person, Shop
from desk.journal.store import Store
from desk.rules.entries import DeskSetUp
from desk.rules.errors import Invalid, Refused, Trouble
from desk.rules.number import parse_branch
from desk.rules.people import ROLES, Action
from desk.words import say

if TYPE_CHECKING:
    First = Callable[[Desk, "SetUp"], str]


_WORKSHOP = "setting-up-"
_LETTER = re.compile(r"[A-Z]?", re.ASCII)
_NOBODY = Person(id="setup", name="", roles=("admin",), active=True)


@dataclass(frozen=True, kw_only=True)
class SetUp:
    """What somebody tells about a new desk. `admin` gets every role: a small shop has one person.

    `letter` is given only to a second, separate desk in the same branch. `database` is the address
    of one on a server (postgresql://…), where several PCs are one desk: if there is one already,
    this PC joins it, and `admin` and `pin` are those of somebody there who may do so.
    """

    company: str
    branch: str
    branch_name: str
    address: str = ""
    reach: str = ""
    letter: str = ""
    head_office: bool = False
    sample: bool = False
    admin: str = "Admin"
    pin: str = ""
    database: str = ""


def set_up(home: Home, wanted: SetUp, clock: Clock = utc_now) -> Desk:
    """Makes a desk in `home` and opens it, with the administrator at work.

    Raises Refused where one exists, Invalid for a field, Trouble for the folder. What was half
    made is taken away again.
    """
    wanted = _checked(wanted)
    with _workshop(home) as bench:
        actor = _make(bench, wanted, clock)
        _move_in(bench, home)
    opened = Desk.open(home, clock)
    opened.sign_in(actor, wanted.pin)
    return opened


def _checked(wanted: SetUp) -> SetUp:
    letter = wanted.letter.strip().upper()
    if not _LETTER.fullmatch(letter):
        raise Invalid(
            say("setup", "A second desk in one branch carries one letter from A to Z."),
            field="letter",
        )
    return replace(
        wanted, branch=parse_branch(wanted.branch), letter=letter, admin=wanted.admin.strip()
    )


@contextmanager
def _workshop(home: Home) -> Iterator[Home]:
    """A folder in the new home, in which the desk is made ready; gone afterwards.

    Each set-up has its own, so that two at the same time do not meet, and one that was killed is
    in nobody's way.
    """
    try:
        home.folder.mkdir(parents=True, exist_ok=True)
        _take_away_half(home)
        _check_free(home)
        bench = Home(Path(mkdtemp(prefix=_WORKSHOP, dir=home.folder)))
    except OSError as fault:
        raise _no_folder(home, fault) from fault
    try:
        yield bench
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)


def _no_folder(home: Home, fault: OSError) -> Trouble:
    return Trouble(
        say(
            "setup",
            "The folder {folder} cannot be made ({reason}). Nothing was set up. Choose another "
            "folder, or ask for the right to write there.",
        )(folder=home.folder, reason=fault.strerror or str(fault))
    )


def _take_away_half(home: Home) -> None:
    """What a set-up left that was killed between its last two steps: keys of no desk."""
    for left in home.folder.glob(f"{_WORKSHOP}*"):
        half = Home(left)
        if half.exists and not half.keys.exists() and not home.exists:
            shutil.rmtree(home.keys, ignore_errors=True)
            shutil.rmtree(left, ignore_errors=True)


def _check_free(home: Home) -> None:
    if home.exists:
        raise Refused(
            say(
                "setup",
                "There is a complaint desk in {folder} already. It was not touched. Choose another "
                "folder with --home, or open this one.",
            )(folder=home.folder)
        )
    if home.keys.exists() and any(home.keys.iterdir()):
        raise Refused(
            say(
                "setup",
                "The keys of a complaint desk are in {folder}, but its data are not. Nothing was "
                "changed. Restore a backup there, or choose another folder.",
            )(folder=home.folder)
        )


def _make(bench: Home, wanted: SetUp, clock: Clock) -> str:
    """Makes the desk, or joins the one on the server; gives who is at work."""
    from desk.exchange.keys import make_keys

    node = make_keys(bench.keys).node
    if wanted.database:
        there = OnServer(address_of(wanted.database, bench), node)
        whereabouts.write(bench.settings, there)
        return make_or_join(bench, node, wanted, clock, _write_first)
    desk = Desk(bench, Journal.create(bench.database, node), clock)
    try:
        admin = _write_first(desk, wanted)
        desk.journal.store.settle()
    finally:
        desk.close()
    return admin


def _move_in(bench: Home, home: Home) -> None:
    """Keys first: of two set-ups at the same time only one gets its keys in."""
    try:
        if home.keys.exists():  # empty; Windows does not rename onto a folder
            home.keys.rmdir()
        into_place(bench.keys, home.keys)
        if bench.on_server is None:
            into_place(bench.database, home.database)
        else:
            if bench.passfile.exists():
                into_place(bench.passfile, home.passfile)
            whereabouts.write(home.settings, bench.on_server)
        sync_folder(home.folder.parent)  # where the home itself may be new
    except OSError as fault:
        _check_free(home)
        raise _no_folder(home, fault) from fault


def _write_first(desk: Desk, wanted: SetUp) -> str:
    """The first entries; gives the administrator's id."""
    with desk.journal.writing(actor=_NOBODY.id, now=desk.now()) as pen:
        pen.write(
            DeskSetUp(
                branch=wanted.branch,
                letter=wanted.letter,
                head_office=wanted.head_office,
                sample=wanted.sample,
            ),
            subject=desk.journal.node,
        )
        describe_shop(
            DescribeShop(
                company=wanted.company,
                branch_name=wanted.branch_name,
                address=wanted.address,
                reach=wanted.reach,
            ),
            wanted.branch,
            pen,
        )
        roles = tuple(role for role in ROLES if wanted.head_office or role != "head_office")
        name = wanted.admin or ("Admin" if wanted.database else "")
        return add_staff(AddStaff(name=name, roles=roles, pin=wanted.pin), desk, pen)


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
    store = server_store(there.address, seat=node)
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
    desk.check(Action.SETTINGS)
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
