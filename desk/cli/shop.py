"""Commands about the desk itself: set-up, people, sales, safety, cards and files between desks."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from desk import words
from desk.app import exporting, importing, safety
from desk.app.believing import accept, own_card, revoke_of
from desk.app.commands import AddStaff, LimitToBranches, NameBranch, SwitchOffStaff
from desk.app.desk import Desk
from desk.app.home import find_home
from desk.app.importing import AT_A_PROMPT
from desk.app.reading_sales import read_sales as read_list
from desk.app.setting_up import SetUp, set_up
from desk.cli.output import Output
from desk.exchange.cards import Card, read_card, write_card
from desk.exchange.package import Written
from desk.journal import known
from desk.journal.exchanged import APART, APPLIED, KNOWN, REFUSED
from desk.journal.known import Person, Place
from desk.journal.verify import verify
from desk.rules.errors import Refused, Trouble, finish
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


def card(desk: Desk, options: Namespace, output: Output) -> int:
    """Writes this desk's card, to be carried to another desk."""
    made = own_card(desk)
    write_card(made, desk.home.foreign(options.to))
    text = say("cli", "Written: {file}. Compare the fingerprint by telephone: {fingerprint}")(
        file=options.to, fingerprint=made.fingerprint
    )
    more = {"kept_in": desk.keys.kept_in, "file": str(options.to)}
    output.tell(_told(made) | more, str(text))
    return 0


def trust(desk: Desk, options: Namespace, output: Output) -> int:
    """Accepts another desk's card, also in place of an old one; or lets one count no more."""
    if options.revoke:
        return _revoke(desk, options, output)
    read = read_card(options.file)
    compared = accept(desk, read, fingerprint=options.fingerprint, replaces=options.replace)
    told = say(
        "cli", "Accepted: {name}, {company}. Compare the fingerprint by telephone: {fingerprint}"
    )
    if compared:
        told = say("cli", "Accepted: {name}, {company}. The fingerprint agrees: {fingerprint}")
    text = told(name=read.name, company=read.company, fingerprint=read.fingerprint)
    more = {"compared": compared, "replaced": options.replace.strip().lower() or None}
    output.tell(_told(read) | more, str(text))
    return 0


def _revoke(desk: Desk, options: Namespace, output: Output) -> int:
    command = revoke_of(options.revoke, why=options.why)
    desk.do(command)
    text = say(
        "cli", "The card of {node} does not count any more. What that desk wrote so far stays."
    )(node=command.node)
    output.tell({"node": command.node, "revoked": True}, str(text))
    return 0


def _told(card: Card) -> dict[str, object]:
    return {
        "node": card.node,
        "company": card.company,
        "name": card.name,
        "branch": card.branch,
        "head_office": card.head_office,
        "fingerprint": card.fingerprint,
    }


def export(desk: Desk, options: Namespace, output: Output) -> int:
    """Writes what head office has not acknowledged into one signed file."""
    folder = options.to or _outbox(desk)
    planned = exporting.plan(
        desk,
        folder=folder,
        node=options.receiver,
        without_personal=options.without_personal,
    )
    written = finish(planned.steps())
    desk.do(exporting.noted(planned, written))
    workbook = _workbook(desk, written, options) if options.workbook else None
    document = {
        "file": str(written.path),
        "workbook": workbook and str(workbook),
        "package": written.package_id,
        "receiver": planned.receiver or None,
        "personal": not options.without_personal,
        "entries": written.entries,
        "files": written.files,
        "left_out": list(written.left_out),
        "size": written.size,
        "sha256": written.sha256,
    }
    text = say("cli", "Written, read back and verified: {file} ({n} entries).")(
        file=written.path, n=written.entries
    )
    beside = say("cli", "The workbook beside it: {file}")(file=workbook)
    output.tell(document, f"{text}\n{beside}" if workbook else str(text))
    return 0


def _workbook(desk: Desk, written: Written, options: Namespace) -> Path:
    """For people who only have Excel; the file for the other desk is whole already."""
    from desk.app.workbook import write_workbook

    path = written.path.with_suffix(".xlsx")
    return finish(write_workbook(desk, path, without_personal=options.without_personal))


def take_in(desk: Desk, options: Namespace, output: Output) -> int:
    """Takes files of other desks in, and says of each at once what became of it; before them, of
    those that were interrupted last time."""
    for verdict in finish(importing.resume(desk, pace=AT_A_PROMPT)):
        _tell_verdict(verdict, output)
    verdicts = []
    for file in options.files:
        try:
            verdict = finish(importing.import_file(desk, file, pace=AT_A_PROMPT))
        except Trouble as fault:  # the other files may be whole
            verdict = importing.failed(fault, file.name, desk)
        for each in (verdict, *verdict.unblocked):
            _tell_verdict(each, output)
        verdicts.append(verdict)
    return int(any(one.parcel.verdict in {REFUSED, APART} for one in verdicts))


def _tell_verdict(verdict: importing.Verdict, output: Output) -> None:
    parcel = verdict.parcel
    document = {
        "file": parcel.name,
        "verdict": "refused" if parcel.verdict == APART else parcel.verdict,
        "kept_apart": parcel.verdict == APART,
        "applied": parcel.applied,
        "known": parcel.known,
        "doubtful": parcel.doubtful,
        "sender": parcel.sender or None,
        "package": parcel.package or None,
        "sha256": parcel.sha256 or None,
        "reason": None if parcel.verdict in {APPLIED, KNOWN} else str(verdict.text),
    }
    output.tell(document, f"{parcel.name}: {verdict.text}")


def _outbox(desk: Desk) -> Path:
    folder = desk.home.outbox
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise exporting.no_folder(folder, fault) from fault
    return folder
