"""The sample shop: an empty desk is filled through the same door as real work.

Its own people register, print, call, promise, solve and close under a clock that walks from the
shop's first day to now, so that the journal tells it as it would have happened.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.app.commands import AddStaff, Command, OnCase, Register
from desk.app.desk import Clock, Desk, utc_now
from desk.app.home import Home
from desk.app.reading_sales import read_sales
from desk.app.setting_up import SetUp, set_up
from desk.journal.known import Person
from desk.journal.queue import Filter
from desk.rules.acts import Note, PrintReceipt, Withdraw
from desk.rules.chain import new_id, time_of
from desk.rules.errors import Invalid, Refused, Steps
from desk.rules.intake import Intake
from desk.sample.handling import (
    Sale,
    Stage,
    Visit,
    history,
    moment,
    open_minutes,
    shop,
    span,
    steps,
)
from desk.sheets.sales import guess, look
from desk.words import say

SAMPLE_SHOP = SetUp(**shop()["shop"], sample=True)
COMPLAINTS = 40
"""How many complaints show a desk in use."""

_BETWEEN_TIDYINGS = 500


@dataclass(frozen=True, kw_only=True)
class _Deed:
    at: datetime
    who: str
    command: Command


@dataclass
class _WalkingClock:
    at: datetime

    def __call__(self) -> datetime:
        return self.at


def set_up_sample(home: Home, *, complaints: int = COMPLAINTS, clock: Clock = utc_now) -> Desk:
    """The sample shop's desk, empty, set up a day before the first of so many complaints.

    Raises as `set_up` does, and Invalid for a number below 1.
    """
    _check_number(complaints)
    first_day = _first_moment(clock(), complaints)
    set_up(home, SAMPLE_SHOP, lambda: first_day).close()
    return open_for_filling(home, clock=clock)


def open_for_filling(home: Home, *, name: str = "", pin: str = "", clock: Clock = utc_now) -> Desk:
    """The desk in `home` with somebody at work: `name`, or the only one there is.

    Raises Trouble where there is no desk, Refused where it is in use or nobody can be signed in.
    """
    desk = Desk.open(home, clock)
    try:
        _check_empty(desk)
        desk.sign_in(name, pin)
    except BaseException:
        desk.close()
        raise
    return desk


def fill(desk: Desk, *, complaints: int = COMPLAINTS, seed: int = 1) -> Steps[int]:
    """Makes so many complaints, with sales, notes and receipts; gives how many were registered.

    The same seed tells the same, counted back from the desk's now. Raises Refused for a desk that
    is in use or somebody who may not add people, Invalid for a number below 1; then no complaint
    was made. What was made before a fault of the disk, or before it is cancelled, stays.
    """
    _check_number(complaints)
    _check_empty(desk)
    now = desk.now()
    began = _first_moment(now, complaints) + timedelta(minutes=5)
    timely = time_of(desk.journal.last_tick(now)) < began
    visits, sales = history(complaints, seed)
    deeds = sorted(
        (
            deed
            for at, visit in enumerate(visits)
            for deed in _deeds(
                visit,
                now,
                desk.shop.branch,
                handled=steps(visit, now, seed=f"{seed}/{at}", timely=timely),
            )
        ),
        key=attrgetter("at"),
    )
    clock = _WalkingClock(began)
    past = Desk(desk.home, desk.journal, clock)
    past.clock_confirmed, past.actor = True, desk.actor
    try:
        people = {name: _hired(past, name, tuple(roles)) for name, roles in shop()["staff"].items()}
        total = len(deeds) + sum(len(sale.items) for sale in sales)
        for done in _carry_out(past, clock, deeds, people):
            yield done, total
        clock.at, past.actor = now, desk.actor
        for done in _read_in(past, sales, now):
            yield len(deeds) + done, total
    finally:
        desk.changed()
    return complaints


def _first_moment(now: datetime, complaints: int) -> datetime:
    return moment(now, span(complaints) + open_minutes())


def _check_number(complaints: int) -> None:
    if complaints < 1:
        raise Invalid(
            say("sample", "A sample shop has at least 1 complaint. Nothing was made."),
            field="complaints",
        )


def _check_empty(desk: Desk) -> None:
    if desk.counts()[Filter.ALL]:
        raise Refused(
            say(
                "sample",
                "There are complaints at this desk already. Only an empty desk is filled as a "
                "sample shop, so that invented work never mixes with real work. Nothing was "
                "changed. Choose another folder with --home.",
            )
        )


def _hired(past: Desk, name: str, roles: tuple[str, ...]) -> Person:
    """The sample's own somebody, added where they do not work here yet."""
    for person in past.people():
        if person.active and person.name == name and set(roles) <= set(person.roles):
            return person
    added = past.do(AddStaff(name=name, roles=roles))
    return next(person for person in past.people() if person.id == added)


def _carry_out(
    past: Desk, clock: _WalkingClock, deeds: Sequence[_Deed], people: dict[str, Person]
) -> Iterator[int]:
    for done, deed in enumerate(deeds, start=1):
        clock.at, past.actor = deed.at, people[deed.who]
        past.do(deed.command)
        if done % _BETWEEN_TIDYINGS == 0:
            past.journal.store.tidy()
        yield done


def _deeds(
    visit: Visit, now: datetime, branch: str, *, handled: Sequence[Stage]
) -> Iterator[_Deed]:
    entered = moment(now, visit.entered) + timedelta(seconds=visit.second)
    intake = _intake(visit, now, id_=new_id(entered), branch=branch)
    yield _Deed(at=entered, who=visit.by, command=Register(intake=intake))
    if visit.printed:
        printed = OnCase(complaint=intake.id, act=PrintReceipt(paper="roll80", way="printer"))
        yield _Deed(at=entered + timedelta(seconds=15), who=visit.by, command=printed)
    for ago, who, text in visit.notes:
        if ago > visit.withdrawn:
            note = OnCase(complaint=intake.id, act=Note(text=visit.told(text)))
            yield _Deed(at=moment(now, ago), who=who, command=note)
    for step in handled:
        yield _Deed(at=step.at, who=step.who, command=OnCase(complaint=intake.id, act=step.act))
    if visit.withdrawn:
        withdraw = OnCase(complaint=intake.id, act=Withdraw(why=visit.told(visit.story.withdrawn)))
        yield _Deed(at=moment(now, visit.withdrawn), who=visit.by, command=withdraw)


def _intake(visit: Visit, now: datetime, *, id_: str, branch: str) -> Intake:
    story, sale, customer = visit.story, visit.sale, visit.sale.customer
    product, serial = sale.items[0]
    by_mail, at_counter = visit.channel == "email", visit.channel == "walk_in"
    received = moment(now, visit.ago) + timedelta(seconds=visit.second)
    return Intake(
        id=id_,
        name=customer.name,
        phone="" if by_mail else customer.phone,
        email=customer.email if by_mail else "",
        address=customer.address if story.condition and at_counter else "",
        nota=sale.nota,
        no_nota=not sale.nota,
        received_at=received.isoformat() if visit.entered < visit.ago else "",
        what_happened=visit.told(story.what),
        channel=visit.channel,
        expected=visit.told(story.expected),
        asked_for=story.asked_for,
        understood=visit.told(story.understood),
        product=product,
        serial=serial,
        bought_at=moment(now, sale.ago).date().isoformat() if sale.nota else "",
        sold_branch=visit.sold_branch or (branch if sale.nota else ""),
        safety=story.safety,
        factor=story.factor,
        condition=story.condition if at_counter else "",
        accessories=story.accessories if at_counter else (),
    )


def _read_in(past: Desk, sales: Sequence[Sale], now: datetime) -> Iterator[int]:
    """Writes the list of sales as a till would, and reads it in like any other."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "penjualan.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            lines = csv.writer(out)
            lines.writerow(shop()["sales_columns"])
            for sale in sales:
                lines.writerows(_lines(sale, now))
        for done, _ in read_sales(past, file, guess(look(file).headers)):
            yield done


def _lines(sale: Sale, now: datetime) -> Iterator[tuple[str, ...]]:
    who = sale.customer
    day = f"{moment(now, sale.ago):%d/%m/%Y}"
    for thing, frame in sale.items:
        yield sale.nota, day, who.name, who.phone, thing, frame, sale.cashier
