"""Commands about people: staff add, list, off."""

from __future__ import annotations

from argparse import Namespace

from desk.app.commands import AddStaff, SwitchOffStaff
from desk.app.desk import Desk
from desk.cli.output import Output
from desk.journal.known import Person
from desk.rules.errors import Refused
from desk.rules.people import parse_roles
from desk.words import say


def staff(desk: Desk, options: Namespace, output: Output) -> int:
    """Adds somebody, switches somebody off, or lists everybody."""
    if options.deed == "add":
        added = AddStaff(name=options.name, roles=parse_roles(options.roles), pin=options.pin)
        staff_id = desk.do(added)
        _tell(next(one for one in desk.people() if one.id == staff_id), output)
    elif options.deed == "off":
        desk.do(SwitchOffStaff(staff=_somebody(desk, options.name).id))
        _tell(_somebody(desk, options.name, also_gone=True), output)
    else:
        for person in desk.people():
            _tell(person, output)
    return 0


def _tell(person: Person, output: Output) -> None:
    document = {
        "id": person.id,
        "name": person.name,
        "roles": list(person.roles),
        "active": person.active,
    }
    at_work = "" if person.active else str(say("cli", "switched off"))
    output.tell(document, "\t".join((person.name, ",".join(person.roles), at_work)))


def _somebody(desk: Desk, name: str, *, also_gone: bool = False) -> Person:
    for person in desk.people():
        matches = name == person.id or name.casefold() == person.name.casefold()
        if matches and (person.active or also_gone):
            return person
    raise Refused(say("cli", "Nobody called {name} works here.")(name=name[:60]))
