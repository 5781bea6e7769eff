"""The Settings place: the shop as receipts show it, its people, and care for the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desk.app import safety
from desk.app.commands import (
    AddStaff,
    ChangeRoles,
    Command,
    DescribeShop,
    LimitToBranches,
    NameBranch,
    SetPin,
    SwitchOffStaff,
)
from desk.app.desk import Desk
from desk.app.signing_in import needs_pin
from desk.journal import customers, known
from desk.journal.known import Person, Place, Shop
from desk.journal.verify import Verdict, verify
from desk.rules.errors import DeskError, Invalid, Steps
from desk.rules.number import parse_branch
from desk.rules.people import Action
from desk.words import Text, say


@dataclass(frozen=True, kw_only=True)
class ListedPerson:
    """Somebody who works, or worked, here, and whether they have a PIN."""

    person: Person
    has_pin: bool


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What can be done to the person who is chosen, None being somebody new: a reason, or None."""

    roles: Text | None
    pin: Text | None
    leave: Text | None


class SettingsScreen(Protocol):
    """What the controller needs of the screen."""

    def show_places(self, places: Sequence[Place], chosen: str) -> None:
        """The branches, and the one whose people are shown; none at a branch, which has its own
        only.
        """

    def show_shop(self, shop: Shop) -> None:
        """Fills the form of the shop, where nobody is typing into it."""

    def show_people(self, people: Sequence[ListedPerson]) -> None:
        """Everybody, those at work first."""

    def show_data(self, words: Text) -> None:
        """One sentence about what is kept here."""

    def may(self, action: Action, reason: Text | None) -> None:
        """Whether the buttons of this action can be pressed, and why not."""

    def show_fault(self, fault: DeskError) -> None:
        """One sentence, at the field it names."""

    def show_place_fault(self, fault: DeskError) -> None:
        """The same, in the form of the branches."""

    def tell(self, text: Text) -> None:
        """Says quietly what was done."""


class Settings:
    """Turns the gestures of the Settings place into commands."""

    def __init__(self, desk: Desk, view: SettingsScreen) -> None:
        self._desk = desk
        self._view = view
        self._branch = ""  # whose people are shown; nothing: this desk's own

    def refresh(self) -> None:
        """Shows how things stand now."""
        desk = self._desk
        self._view.show_shop(desk.shop)
        self._view.show_places(
            known.places(desk.journal.store) if desk.shop.head_office else (), self.branch
        )
        self._view.show_people(
            [ListedPerson(person=one, has_pin=needs_pin(desk, one)) for one in self._people()]
        )
        self._view.show_data(
            say("settings", "{sales} lines of sales are known. The data are in {folder}.")(
                sales=customers.count(desk.journal.store), folder=desk.home.folder
            )
        )
        for action in (Action.SETTINGS, Action.READ_SALES, Action.BACKUP):
            self._view.may(action, desk.can(action))

    @property
    def branch(self) -> str:
        """The branch whose people are shown."""
        return self._branch or self._desk.shop.branch

    @property
    def elsewhere(self) -> bool:
        """Whether these are the people of another branch."""
        return self.branch != self._desk.shop.branch

    def choose_branch(self, code: str) -> None:
        """Head office looks at the people of one branch."""
        self._branch = code
        self.refresh()

    def _people(self) -> list[Person]:
        if not self.elsewhere:
            return self._desk.people()
        return [person for person in self._desk.everybody if person.branch == self.branch]

    def name_place(self, place: Place) -> bool:
        """Head office names a branch."""
        saved = say("settings", "Saved. Branch {code} gets its name with its next file.")
        return self._done(
            NameBranch(code=place.code, name=place.name, address=place.address, reach=place.reach),
            saved(code=place.code.strip()),
            place=True,
        )

    def save_shop(self, described: DescribeShop) -> bool:
        """Names company and branch anew."""
        return self._done(described, say("settings", "Saved. Receipts show it from now on."))

    def chosen(self, person: Person | None) -> Chosen:
        """What whoever is at work may do to this person; None is somebody new."""
        reason = self._desk.can(Action.STAFF)
        pin = _PIN_THERE if self.elsewhere else None
        if person is None:
            choose = say("settings", "Choose somebody first.")
            return Chosen(roles=reason, pin=reason or pin, leave=choose)
        gone = None
        if not person.active:
            left = say("settings", "{name} does not work here any more; their name stays.")
            gone = left(name=person.name)
        actor = self._desk.actor
        own = actor is not None and actor.id == person.id
        return Chosen(
            roles=gone or reason,
            pin=gone or pin or (None if own else reason),
            leave=gone or reason or (_YOURSELF if own else None),
        )

    def add_person(self, name: str, roles: tuple[str, ...], pin: str, *, sees: str = "") -> bool:
        """Somebody begins to work here, or at the branch whose people are shown."""
        here = say("settings", "{name} works here now.")
        there = say("settings", "{name} works at branch {branch} now; it goes with its next file.")
        told = (there if self.elsewhere else here)(name=name.strip(), branch=self.branch)
        branch = self.branch if self.elsewhere else ""
        try:
            limits = _codes(sees)
            added = self._desk.do(AddStaff(name=name, roles=roles, pin=pin, branch=branch))
            if limits:
                self._desk.do(LimitToBranches(staff=str(added), branches=limits))
        except DeskError as fault:
            self._view.show_fault(fault)
            return False
        self._view.tell(told)
        return True

    def change_person(self, person: Person, roles: tuple[str, ...], sees: str = "") -> bool:
        """Somebody's roles are others from now on, and whose cases they see."""
        saved = say("settings", "The roles of {name} are saved.")(name=person.name)
        try:
            limits = _codes(sees)
        except DeskError as fault:
            self._view.show_fault(fault)
            return False
        if limits != person.branches:
            saved = say("settings", "Saved what {name} does and sees.")(name=person.name)
            if not self._done(LimitToBranches(staff=person.id, branches=limits), None):
                return False
        return self._done(ChangeRoles(staff=person.id, roles=roles), saved)

    def set_pin(self, person: Person, pin: str) -> bool:
        """Somebody has a new PIN; the one before is not valid any more."""
        saved = say("settings", "{name} has a new PIN from now on.")(name=person.name)
        return self._done(SetPin(staff=person.id, pin=pin), saved)

    def switch_off(self, person: Person) -> bool:
        """Somebody left."""
        return self._done(
            SwitchOffStaff(staff=person.id),
            say("settings", "{name} was switched off; their name stays on what they did.")(
                name=person.name
            ),
        )

    def _done(self, command: Command, text: Text | None, *, place: bool = False) -> bool:
        try:
            self._desk.do(command)
        except DeskError as fault:
            (self._view.show_place_fault if place else self._view.show_fault)(fault)
            return False
        if text is not None:
            self._view.tell(text)
        return True

    def back_up(self, folder: Path) -> Callable[[], Path] | None:
        """What writes a checked backup beside the window; None where it is refused."""
        try:
            return safety.backing_up(self._desk, folder)
        except DeskError as fault:
            self._view.show_fault(fault)
            return None

    def backed_up(self, made: Path) -> None:
        """Says that it is there."""
        self._view.tell(say("settings", "Backed up and checked: {file}")(file=made.name))

    def check_data(self) -> Steps[Verdict]:
        """Checks every entry and every table."""
        return verify(self._desk.journal)

    def checked(self, verdict: Verdict) -> None:
        """Says what the check found."""
        self._view.tell(
            verdict.wrong
            or say("settings", "All is well: {entries} entries, {complaints} complaints.")(
                entries=verdict.entries, complaints=verdict.complaints
            )
        )


def _codes(typed: str) -> tuple[str, ...]:
    """“1, 2” as branch codes. Raises Invalid for the field `sees`."""
    try:
        return tuple(dict.fromkeys(map(parse_branch, re.split(r"[\s,;]+", typed.strip(" ,;")))))
    except Invalid as fault:
        if not typed.strip(" ,;"):
            return ()
        raise Invalid(fault.text, field="sees") from fault


_PIN_THERE = say("settings", "Their PIN is set at their own branch.")
_YOURSELF = say("settings", "Nobody switches themselves off. Another administrator does it.")
