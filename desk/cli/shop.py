"""Commands about the shop and its safety: setup, sample, read-sales, staff, verify, restore …"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable

from desk import words
from desk.app import safety
from desk.app.commands import AddStaff, LimitToBranches, NameBranch, SwitchOffStaff
from desk.app.desk import Desk
from desk.app.home import find_home
from desk.app.reading_sales import read_sales as read_list
from desk.app.setting_up import SetUp, set_up
from desk.cli.output import Output
from desk.journal import known
from desk.journal.known import Person, Place
from desk.journal.verify import verify
from desk.rules.errors import Refused, finish
from desk.rules.people import Action, parse_roles
from desk.sheets.report import report_csv
from desk.sheets.sales import guess, look, parse_mapping
from desk.words import Text, counted, say


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
        from desk.sample.shop import fill

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
    from desk.sample.shop import fill, open_for_filling, set_up_sample

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
    if options.report:
        desk.home.foreign(options.report)
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


def staff(desk: Desk, options: Namespace, output: Output) -> int:
    """Adds somebody, switches somebody off, says whose cases they see, or lists everybody."""
    match options.deed:
        case "add":
            added = AddStaff(
                name=options.name,
                roles=parse_roles(options.roles),
                pin=options.pin,
                branch=options.branch,
            )
            _tell_again(desk, str(desk.do(added)), output)
        case "off":
            gone = _somebody(desk, options.name)
            desk.do(SwitchOffStaff(staff=gone.id))
            _tell_again(desk, gone.id, output)
        case "sees":
            seeing = _somebody(desk, options.name)
            codes = tuple(filter(None, (code.strip() for code in options.branches.split(","))))
            desk.do(LimitToBranches(staff=seeing.id, branches=codes))
            _tell_again(desk, seeing.id, output)
        case _:
            for person in _everybody(desk):
                _tell(person, output)
    return 0


def branch(desk: Desk, options: Namespace, output: Output) -> int:
    """Head office names a branch; what is not given stays as it was."""
    code = options.code.strip()
    before = _place(desk, code) or Place(code=code, name="")
    named = NameBranch(
        code=code,
        name=options.name,
        address=before.address if options.address is None else options.address,
        reach=before.reach if options.reach is None else options.reach,
    )
    desk.do(named)
    place = _place(desk, code)
    if place is not None:
        document = {
            "branch": place.code,
            "name": place.name,
            "address": place.address,
            "reach": place.reach,
        }
        output.tell(document, "\t".join(document.values()))
    return 0


def _place(desk: Desk, code: str) -> Place | None:
    places = known.places(desk.journal.store)
    return next((place for place in places if place.code == code), None)


def _everybody(desk: Desk) -> list[Person]:
    """Who works here; at head office also the people of the branches, behind its own."""
    if not desk.shop.head_office:
        return desk.people()
    return sorted(desk.everybody, key=lambda person: not person.here)


def _tell_again(desk: Desk, staff_id: str, output: Output) -> None:
    _tell(next(one for one in _everybody(desk) if one.id == staff_id), output)


def _tell(person: Person, output: Output) -> None:
    document = {
        "id": person.id,
        "name": person.name,
        "roles": list(person.roles),
        "active": person.active,
        "branch": person.branch,
        "branches": list(person.branches),
    }
    at_work = "" if person.active else str(say("cli", "switched off"))
    cells = [person.name, ",".join(person.roles), at_work]
    if not person.here:
        cells.append(str(say("cli", "branch {code}")(code=person.branch)))
    if person.branches:
        codes = ", ".join(person.branches)
        cells.append(str(say("cli", "sees {codes}")(codes=codes)))
    output.tell(document, "\t".join(cells))


def _somebody(desk: Desk, name: str) -> Person:
    """Somebody active by id or name, own people first."""
    matching = [
        person
        for person in _everybody(desk)
        if person.active and (name == person.id or name.casefold() == person.name.casefold())
    ]
    own = [person for person in matching if person.here]
    if not matching:
        raise Refused(say("cli", "Nobody called {name} works here.")(name=name[:60]))
    if not own and len(matching) > 1:
        raise Refused(_several(name, matching))
    return (own or matching)[0]


def _several(name: str, people: Iterable[Person]) -> Text:
    told = say("cli", "Several are called {name}, at branches {codes}. Give the id instead.")
    return told(name=name[:60], codes=", ".join(person.branch for person in people))


def verify_all(desk: Desk, options: Namespace, output: Output) -> int:
    """Checks everything; names the first entry that is wrong."""
    verdict = finish(verify(desk.journal))
    if verdict.wrong is not None:
        raise Refused(verdict.wrong)
    document = {"clean": True, "entries": verdict.entries, "complaints": verdict.complaints}
    text = say("cli", "All is well: {entries}, {complaints}.")(
        entries=counted(verdict.entries, say("cli", "{n} entry"), say("cli", "{n} entries")),
        complaints=counted(
            verdict.complaints, say("cli", "{n} complaint"), say("cli", "{n} complaints")
        ),
    )
    output.tell(document, str(text))
    return 0


def rebuild(desk: Desk, options: Namespace, output: Output) -> int:
    """Computes the tables anew from the journal."""
    reason = desk.can(Action.REBUILD)
    if reason is not None:
        raise Refused(reason)
    finish(desk.journal.rebuild())
    output.tell({"rebuilt": True}, str(say("cli", "The tables were computed anew.")))
    return 0


def back_up(desk: Desk, options: Namespace, output: Output) -> int:
    """Writes a checked backup."""
    made = safety.back_up(desk, options.to)
    output.tell({"file": str(made)}, str(say("cli", "Backed up: {file}.")(file=made)))
    return 0


def restore(options: Namespace, output: Output) -> int:
    """Puts a backup in the place of this desk; what it replaces is kept."""
    home = find_home(options.home)
    safety.check_may_restore(home, os.environ.get("DESK_USER", ""), os.environ.get("DESK_PIN", ""))
    restored = safety.restore(home, options.file, database=options.database)
    document = {
        "node": restored.node,
        "succeeded": restored.succeeded,
        "replaced": str(restored.replaced) if restored.replaced else None,
    }
    if restored.replaced:
        text = say("cli", "Restored. What was there before is kept in {folder}.")(
            folder=restored.replaced
        )
    else:
        text = say("cli", "Restored into {folder}.")(folder=home.folder)
    output.tell(document, str(text))
    return 0
