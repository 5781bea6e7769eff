"""A desk comes to be: keys, an empty journal, and the first entries."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desk.app.commands import AddStaff, DescribeShop
from desk.app.desk import Clock, Desk, utc_now
from desk.app.doing import add_staff, describe_shop
from desk.app.home import Home
from desk.journal.journal import Journal
from desk.journal.known import Person
from desk.rules.entries import DeskSetUp
from desk.rules.errors import Invalid, Refused, Trouble
from desk.rules.number import parse_branch
from desk.rules.people import ROLES
from desk.words import say

_LETTER = re.compile(r"[A-Z]?", re.ASCII)
_NOBODY = Person(id="setup", name="", roles=("admin",), active=True)


@dataclass(frozen=True, kw_only=True)
class SetUp:
    """What somebody tells about a new desk. `admin` gets every role: a small shop has one person.

    `letter` is given only to a second, separate desk in the same branch.
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


def set_up(home: Home, wanted: SetUp, clock: Clock = utc_now) -> Desk:
    """Makes a desk in `home` and opens it, with the administrator at work.

    Raises Refused where one exists, Invalid for a field, Trouble for the folder. What was half
    made is taken away again.
    """
    wanted = _checked(wanted)
    if home.exists:
        raise Refused(
            say(
                "setup",
                "There is a complaint desk in {folder} already. It was not touched. Choose another "
                "folder with --home, or open this one.",
            )(folder=home.folder)
        )
    from desk.exchange.keys import make_keys

    _make_folder(home)
    keys = make_keys(home.keys)
    part = home.database.with_name("new.db")
    try:
        desk = Desk(home, Journal.create(part, keys.node), clock)
        try:
            _write_first(desk, wanted)
            desk.journal.store.settle()
        finally:
            desk.close()
        part.rename(home.database)
    except BaseException:
        for path in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm"))):
            path.unlink(missing_ok=True)
        for path in home.keys.iterdir():
            path.unlink()
        home.keys.rmdir()
        raise
    opened = Desk.open(home, clock)
    opened.sign_in(wanted.admin)
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


def _make_folder(home: Home) -> None:
    try:
        home.folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Trouble(
            say(
                "setup",
                "The folder {folder} cannot be made ({reason}). Nothing was set up. Choose another "
                "folder, or ask for the right to write there.",
            )(folder=home.folder, reason=fault.strerror or str(fault))
        ) from fault


def _write_first(desk: Desk, wanted: SetUp) -> None:
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
        add_staff(AddStaff(name=wanted.admin, roles=roles, pin=wanted.pin), desk, pen)
