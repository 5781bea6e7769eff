"""The command line: which commands there are and what they take."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk.paper.papers import PAPERS, SIZES
from desk.rules.choices import STATES
from desk.rules.deciding import BY_COMMAND
from desk.words import LANGUAGES


def build() -> argparse.ArgumentParser:
    """The parser for all commands; without a command, `command` is None: the window."""
    parser = argparse.ArgumentParser(
        prog="complaint-desk", description="The complaint desk for shops.", parents=[_common()]
    )
    # The commands have common options of their own, without a default: what stands before the
    # command holds unless it is said again behind it.
    common = _common()
    parser.set_defaults(home=None, json=False, clock_is_right=False, command=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for add in (_shop, _staff, _complaints, _papers, _exchange, _truth):
        add(_Commands(commands, common))
    return parser


def _file(typed: str) -> Path:
    """A path that can be the name of a file: “.” and “/” are wrong usage."""
    path = Path(typed)
    if not path.name or path.name == "..":
        raise argparse.ArgumentTypeError(f"{typed!r} is not the name of a file")
    return path


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--home", metavar="DIR", help="the folder of the desk")
    common.add_argument("--json", action="store_true", help="print JSON and nothing else")
    common.add_argument(
        "--clock-is-right",
        action="store_true",
        help="write although the clock jumped: you have checked it",
    )
    return common


class _Commands:
    """Adds commands that all take the common options."""

    def __init__(
        self,
        commands: argparse._SubParsersAction[argparse.ArgumentParser],
        common: argparse.ArgumentParser,
    ) -> None:
        self._commands = commands
        self._common = common

    def add(self, name: str, help_text: str) -> argparse.ArgumentParser:
        return self._commands.add_parser(
            name, help=help_text, description=help_text, parents=[self._common]
        )


def _shop(commands: _Commands) -> None:
    setup = commands.add("setup", "make a desk; an existing one is never touched")
    setup.add_argument("--company", required=True, metavar="NAME")
    setup.add_argument("--branch", required=True, metavar="CODE", help="1 to 3 digits")
    setup.add_argument("--branch-name", required=True, metavar="NAME")
    setup.add_argument("--address", default="")
    setup.add_argument("--reach", default="", help="how customers reach the shop")
    setup.add_argument("--letter", default="", help="for a second, separate desk in one branch")
    setup.add_argument("--head-office", action="store_true")
    setup.add_argument("--admin", metavar="NAME")
    setup.add_argument(
        "--database",
        default="",
        metavar="URL",
        help="keep the data on a server (postgresql://…); joins the desk that is there already",
    )
    setup.add_argument("--pin", default="", help="4 to 12 digits")
    setup.add_argument("--sample", action="store_true", help="fill it as a sample shop")
    sample = commands.add("sample", "fill an empty desk with a believable shop")
    sample.add_argument("--complaints", type=int, default=40, metavar="N")
    sample.add_argument("--seed", type=int, default=1, metavar="N")
    sales = commands.add("read-sales", "read in a sales list (CSV or Excel)")
    sales.add_argument("file", type=Path)
    sales.add_argument("--map", default="", metavar="FIELD=COLUMN,…")
    sales.add_argument("--dry-run", action="store_true", help="look only, keep nothing")
    sales.add_argument("--report", type=_file, metavar="FILE", help="remarks line by line, as CSV")


def _staff(commands: _Commands) -> None:
    staff = commands.add("staff", "the people who work here")
    deeds = staff.add_subparsers(dest="deed", required=True, metavar="add|list|sees|off")
    common = _common()
    add = deeds.add_parser("add", parents=[common], help="somebody begins to work here")
    add.add_argument("--name", required=True)
    add.add_argument("--roles", required=True, help="staff,cro,supervisor,technician,…")
    add.add_argument("--pin", default="")
    add.add_argument("--branch", default="", metavar="CODE", help="at head office: they work there")
    deeds.add_parser("list", parents=[common], help="everybody")
    sees = deeds.add_parser("sees", parents=[common], help="at head office: whose cases they see")
    sees.add_argument("name")
    sees.add_argument("--branches", required=True, metavar="1,2", help="empty: of all branches")
    off = deeds.add_parser("off", parents=[common], help="somebody left")
    off.add_argument("name")
    branch = commands.add("branch", "at head office: name a branch, with a desk or without")
    branch.add_argument("code")
    branch.add_argument("--name", required=True)
    branch.add_argument("--address", help="as it was, where it is not given")
    branch.add_argument("--reach", help="how customers reach it; as it was, where it is not given")


def _complaints(commands: _Commands) -> None:
    register = commands.add("register", "take in complaints, one JSON document a line")
    register.add_argument("file", nargs="?", default="-", metavar="FILE|-")
    show = commands.add("show", "one complaint with its timeline")
    show.add_argument("number")
    act = commands.add("act", "do something to a complaint; details as JSON")
    act.add_argument("number")
    act.add_argument("action", choices=sorted(BY_COMMAND))
    act.add_argument("file", nargs="?", default="", metavar="FILE|-")
    queue = commands.add("list", "the queue, what burns first on top")
    queue.add_argument("--state", choices=STATES, default="")
    queue.add_argument("--late", action="store_true")
    queue.add_argument("--branch", default="")
    queue.add_argument("--find", default="", metavar="TEXT")
    queue.add_argument("--limit", type=int, default=100, metavar="N")
    receipt = commands.add("receipt", "the customer's receipt")
    receipt.add_argument("number")
    receipt.add_argument("--paper", choices=PAPERS, default="roll80")
    receipt.add_argument("--language", choices=LANGUAGES, default="")
    way = receipt.add_mutually_exclusive_group(required=True)
    way.add_argument("--to", type=_file, metavar="FILE")
    way.add_argument("--printer", metavar="NAME")


def _papers(commands: _Commands) -> None:
    paper = commands.add("paper", "a paper beside the receipt: tag, sheet, brief, letter …")
    paper.add_argument("kind", choices=[kind for kind in SIZES if kind != "receipt"])
    paper.add_argument("number", nargs="?", default="", help="not needed for card and leaflet")
    paper.add_argument("--paper", choices=PAPERS, default="", help="the usual one for its kind")
    paper.add_argument("--language", choices=LANGUAGES, default="")
    paper.add_argument("--text", default="", metavar="FILE|-", help="what the letter says")
    way = paper.add_mutually_exclusive_group(required=True)
    way.add_argument("--to", type=_file, metavar="FILE")
    way.add_argument("--printer", metavar="NAME")
    check = commands.add("check-receipt", "whether a receipt is genuine, by its square code")
    check.add_argument("text", metavar="TEXT|-", help="what the scanner read, or a number")
    settings = commands.add("settings", "how papers look")
    what = settings.add_subparsers(dest="setting", required=True, metavar="logo")
    logo = what.add_parser("logo", parents=[_common()], help="the company's logo on papers")
    logo.add_argument("file", metavar="FILE|none", help="a PNG or JPEG picture")


def _exchange(commands: _Commands) -> None:
    card = commands.add("card", "write this desk's card for another desk")
    card.add_argument("--to", type=_file, required=True, metavar="FILE")
    trust = commands.add("trust", "accept another desk's card, or revoke one")
    which = trust.add_mutually_exclusive_group(required=True)
    which.add_argument("file", nargs="?", type=Path)
    which.add_argument("--revoke", default="", metavar="NODE", help="a card counts no more")
    trust.add_argument(
        "--fingerprint", default="", metavar="DIGITS", help="as the other desk reads it out"
    )
    trust.add_argument(
        "--replace", default="", metavar="NODE", help="the desk whose card it takes the place of"
    )
    trust.add_argument("--why", default="", help="why a card is revoked")
    took = commands.add("import", "take in the files of other desks")
    took.add_argument("files", nargs="+", type=Path, metavar="FILE")
    export = commands.add("export", "write what head office lacks into a file")
    export.add_argument("--to", type=Path, metavar="DIR")
    export.add_argument("--for", dest="receiver", default="", metavar="NODE")
    export.add_argument(
        "--workbook",
        action="store_true",
        help="an Excel workbook of all complaints beside it",
    )
    export.add_argument(
        "--without-personal",
        action="store_true",
        help="a file that is not encrypted and holds no personal data",
    )


def _truth(commands: _Commands) -> None:
    commands.add("verify", "check every entry and every table")
    commands.add("rebuild", "compute the tables anew from the journal")
    backup = commands.add("backup", "write a checked backup")
    backup.add_argument("--to", type=Path, required=True, metavar="DIR")
    restore = commands.add("restore", "put a backup in the place of this desk")
    restore.add_argument("file", type=Path)
    restore.add_argument(
        "--database", default="", metavar="URL", help="into this empty database on a server"
    )
