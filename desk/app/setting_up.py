"""A desk comes to be: keys, an empty journal, and the first entries."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from desk.app import whereabouts
from desk.app.commands import AddStaff, DescribeShop
from desk.app.desk import Clock, Desk, utc_now
from desk.app.doing import add_staff, describe_shop
from desk.app.home import Home
from desk.app.whereabouts import OnServer
from desk.journal.journal import Journal
from desk.journal.known import Person
from desk.rules.desk_entries import DeskSetUp
from desk.rules.errors import Invalid, Refused, Trouble
from desk.rules.number import parse_branch
from desk.rules.people import ROLES
from desk.words import say

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
        from desk.app import joining

        there = OnServer(joining.address_of(wanted.database, bench), node)
        whereabouts.write(bench.settings, there)
        return joining.make_or_join(bench, node, wanted, clock, _write_first)
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
        bench.keys.rename(home.keys)
        if bench.on_server is None:
            bench.database.rename(home.database)
        else:
            if bench.passfile.exists():
                os.replace(bench.passfile, home.passfile)
            whereabouts.write(home.settings, bench.on_server)
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
