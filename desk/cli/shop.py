"""Commands about the shop: setup, sample, read-sales."""

from __future__ import annotations

import os
from argparse import Namespace

from desk import words
from desk.app.desk import Desk
from desk.app.home import find_home
from desk.app.reading_sales import read_sales as read_list
from desk.app.setting_up import SetUp, set_up
from desk.cli.output import Output
from desk.rules.steps import finish
from desk.sheets.report import report_csv
from desk.sheets.sales import guess, look, parse_mapping
from desk.words import say


def setup(options: Namespace, output: Output) -> int:
    """Makes a desk; one that exists is never touched."""
    wanted = SetUp(
        company=options.company,
        branch=options.branch,
        branch_name=options.branch_name,
        address=options.address,
        reach=options.reach,
        letter=options.letter,
        head_office=options.head_office,
        sample=options.sample,
        admin=_admin(options),
        pin=options.pin or (os.environ.get("DESK_PIN", "") if options.database else ""),
        database=options.database,
    )
    home = find_home(options.home)
    desk = set_up(home, wanted)
    if options.sample:
        from desk.app.sample import fill

        finish(fill(desk))
    _tell_desk(desk, output)
    desk.close()
    return 0


def _admin(options: Namespace) -> str:
    """Who is named; whoever joins a desk with one person there need not name them."""
    if options.admin is not None:
        return str(options.admin)
    return os.environ.get("DESK_USER", "") if options.database else "Admin"


def _tell_desk(desk: Desk, output: Output) -> None:
    shop = desk.shop
    document = {
        "home": str(desk.home.folder),
        "node": desk.journal.node,
        "company": shop.company,
        "branch": shop.branch,
        "branch_name": shop.branch_name,
        "head_office": shop.head_office,
        "admin": next((person.name for person in desk.people()), ""),
    }
    text = say("cli", "The desk of {company}, branch {branch} {name}, is ready in {folder}.")(
        company=shop.company,
        branch=shop.branch,
        name=shop.branch_name,
        folder=desk.home.folder,
    )
    output.tell(document, str(text))


def sample(options: Namespace, output: Output) -> int:
    """Fills an empty desk with a believable shop, setting it up where there is none."""
    from desk.app.sample import fill, open_for_filling, set_up_sample

    home = find_home(options.home)
    if home.exists:
        name, pin = os.environ.get("DESK_USER", ""), os.environ.get("DESK_PIN", "")
        desk = open_for_filling(home, name=name, pin=pin)
    else:
        desk = set_up_sample(home, complaints=options.complaints)
    try:
        made = finish(fill(desk, complaints=options.complaints, seed=options.seed))
        text = say("cli", "{n} complaints were made in {folder}.")(n=made, folder=home.folder)
        output.tell({"complaints": made, "home": str(home.folder)}, str(text))
    finally:
        desk.close()
    return 0


def read_sales(desk: Desk, options: Namespace, output: Output) -> int:
    """Reads in a sales list; every line is taken, remarked, known or refused."""
    mapping = parse_mapping(options.map) if options.map else guess(look(options.file).headers)
    result = finish(read_list(desk, options.file, mapping, dry_run=options.dry_run))
    if options.report:
        report_csv(result.remarks, options.report, words.spoken())
    document = {
        "rows": result.rows,
        "taken": result.taken,
        "remarked": result.remarked,
        "known": result.known,
        "refused": result.refused,
        "report": str(options.report)
        if options.report
        else [{"line": line, "why": str(why)} for line, why in result.remarks[:1000]],
    }
    text = say(
        "cli",
        "{rows} lines: {taken} taken, {remarked} taken with a remark, {known} known before, "
        "{refused} refused.",
    )(**{name: document[name] for name in ("rows", "taken", "remarked", "known", "refused")})
    output.tell(document, str(text))
    return 0
