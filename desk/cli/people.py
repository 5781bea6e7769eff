"""Commands about people and branches: staff add, list, sees, off; branch."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from desk.app.commands import AddStaff, LimitToBranches, NameBranch, SwitchOffStaff
from desk.app.desk import Desk
from desk.cli.output import Output
from desk.journal import known
from desk.journal.known import Person, Place
from desk.rules.errors import Refused
from desk.rules.people import parse_roles
from desk.words import Text, say


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
