"""The open desk: what can be asked and done here, by whom, and who is told when it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desk.app.commands import Command
from desk.app.doing import carry_out
from desk.app.home import Home, finish_swap
from desk.app.signing_in import sign_in
from desk.journal import backup, known, queue
from desk.journal.drafts import HalfWritten
from desk.journal.files import FileStore, shelf_of
from desk.journal.journal import Journal
from desk.journal.known import Person, Shop
from desk.journal.queue import Filter, QueueRow, Wanted
from desk.journal.store import Store
from desk.journal.views import SMALL_TOPICS
from desk.rules import deciding
from desk.rules.chain import Entry
from desk.rules.complaint import Complaint
from desk.rules.entries import Event, read
from desk.rules.errors import Refused, Trouble
from desk.rules.folding import fold, lateness
from desk.rules.people import Action, Circle, Colleague
from desk.telling.as_json import shown
from desk.telling.page import Around
from desk.telling.story import Key
from desk.words import Text, say

if TYPE_CHECKING:
    from desk.exchange.keys import DeskKeys

Clock = Callable[[], datetime]
_LEFT = say("desk", "You were switched off and cannot act any more. Nothing was changed.")


def utc_now() -> datetime:
    """The time by this computer's clock, in UTC."""
    return datetime.now(UTC)


class Desk:
    """An open desk. Everything is written by `do`; listeners hear of it after it is safe."""

    def __init__(self, home: Home, journal: Journal, clock: Clock = utc_now) -> None:
        self.home = home
        self.journal = journal
        self.files = FileStore(home.files, shelf_of(journal.store))
        self.actor: Person | None = None
        self.clock_confirmed = False
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._shop: Shop | None = None
        self._people: tuple[Person, ...] | None = None
        self._branches: tuple[tuple[str, str], ...] | None = None
        self._unshown = 0

    @classmethod
    def open(cls, home: Home, clock: Clock = utc_now) -> Desk:
        """The desk in `home`. Raises Trouble where there is none, or it cannot be opened."""

        def keep_older(store: Store) -> None:
            files = FileStore(home.files, shelf_of(store))
            backup.back_up(store, files, home.backups, clock())

        finish_swap(home)
        there = home.on_server
        place, seat = (there.address, there.node) if there else (home.database, "")
        return cls(home, Journal.open(place, before_upgrade=keep_older, seat=seat), clock)

    def now(self) -> datetime:
        """The desk's own time, aware."""
        return self._clock()

    @property
    def shop(self) -> Shop:
        """The shop as last named."""
        if self._shop is None:
            self._shop = known.shop(self.journal.store, self.journal.node)
        return self._shop

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Everybody known, also of other desks, those at work first, by name."""
        if self._people is None:
            self._people = tuple(known.people(self.journal.store))
        return self._people

    @property
    def branches(self) -> tuple[tuple[str, str], ...]:
        """(code, name) of every branch that is known, by code."""
        if self._branches is None:
            self._branches = tuple(known.branches(self.journal.store))
        return self._branches

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of who is at work; none where nobody is."""
        return self.actor.roles if self.actor else ()

    @property
    def circle(self) -> Circle:
        """Who acts now, and who else works here."""
        active = [person for person in self.everybody if person.active]
        everybody = {
            here: tuple(
                Colleague(person.id, person.name, person.roles, person.branch)
                for person in active
                if person.here is here
            )
            for here in (True, False)
        }
        return Circle(
            self.actor.id if self.actor else "",
            self.roles,
            everybody[True],
            elsewhere=everybody[False],
            branch=self.shop.branch,
            branches=tuple(code for code, _ in self.branches),
            sees=self._sees,
        )

    @cached_property
    def half_written(self) -> HalfWritten:
        """What is half typed about cases at this desk."""
        return HalfWritten(
            self.journal.store, self.now, lambda: self.actor.id if self.actor else ""
        )

    @cached_property
    def keys(self) -> DeskKeys:
        """The desk's keys, read when they are needed first."""
        from desk.exchange.keys import load_keys

        keys = load_keys(self.home.keys)
        if keys.node != self.journal.node:
            raise Trouble(
                say(
                    "desk",
                    "The keys in {folder} belong to another desk than the data beside them. "
                    "Nothing was changed. Restore a backup: it makes new keys.",
                )(folder=self.home.keys)
            )
        return keys

    def people(self) -> list[Person]:
        """Everybody who works, or worked, at this desk; those at work first."""
        return [person for person in self.everybody if person.here]

    def names(self) -> dict[str, str]:
        """The name of everybody known, also at other desks, by staff id."""
        return {person.id: person.name for person in self.everybody}

    def sign_in(self, name: str = "", pin: str = "") -> Person:
        """Who acts from now on, by name or id; the only one where nobody is named.

        Raises Refused for somebody unknown or switched off, for a wrong PIN or none where there is
        one, and where several work here and none is named.
        """
        self._forget()  # another PC may just have taken them on
        person = self._somebody(name.strip())
        sign_in(self, person, pin)
        return person

    def sign_out(self) -> None:
        """Nobody acts any more, until somebody signs in."""
        self.actor = None

    def _somebody(self, name: str) -> Person:
        active = [person for person in self.people() if person.active]
        if not name:
            if len(active) == 1:
                return active[0]
            raise Refused(
                say(
                    "desk",
                    "Several people work here. Say who you are: set DESK_USER to one of {names}.",
                )(names=", ".join(person.name for person in active))
            )
        for person in active:
            if name == person.id or name.casefold() == person.name.casefold():
                return person
        raise Refused(
            say("desk", "Nobody called {name} works here. Known: {names}.")(
                name=name[:60], names=", ".join(person.name for person in active)
            )
        )

    def do(self, command: Command, *, by: Person | None = None) -> object:
        """Carries out one command, whole or not at all, and tells the listeners.

        `by` asked for it before somebody else took over, else it is whoever is at work.
        Raises DeskError with a sentence; then nothing was written.
        """
        at_work = self.actor
        self.actor = by or at_work
        try:
            result = self._do(command)
        finally:
            self.actor = at_work if by else self.actor
        try:
            self._tell()
        except Trouble:  # it is safe; who looks for changes next finds that it was not shown
            self._unshown += 1
        return result

    def _do(self, command: Command) -> object:
        if self.actor is None:
            raise Refused(say("desk", "Nobody is signed in. Nothing was changed."))
        with self.journal.writing(
            actor=self.actor.id, now=self.now(), clock_confirmed=self.clock_confirmed
        ) as pen:
            self._forget()  # another program may have changed roles and branches meanwhile
            self._look_up_actor()
            if self.actor is None:
                raise Refused(_LEFT)
            result = carry_out(command, self, pen)
        if not pen.touched or any(topic in SMALL_TOPICS for topic, _ in pen.touched):
            self._forget()
        return result

    def can(self, action: Action, complaint: Complaint | None = None) -> Text | None:
        """Why this may not be done now; None where it may. The same reason `do` would give."""
        standing = lateness(complaint, self.now()) if complaint is not None else None
        return deciding.refusal(action, self.circle, standing)

    def check(self, action: Action) -> None:
        """Raises Refused with the reason that `can` gives."""
        deciding.check(action, self.circle)

    def watch(self, listener: Callable[[], None]) -> None:
        """Calls `listener` after each change that is safe on the disk."""
        self._listeners.append(listener)

    def changed(self) -> None:
        """Something changed: here, or by another program beside this one."""
        self._forget()
        self._tell()

    def _tell(self) -> None:
        self._look_up_actor()
        for listener in list(self._listeners):
            listener()

    def _forget(self) -> None:
        """Who works here, the branches and the shop are asked for once, until something changed."""
        self._shop = self._people = self._branches = None

    def _look_up_actor(self) -> None:
        """Who acts, with today's roles; nobody where they were switched off."""
        acting = self.actor.id if self.actor else ""
        active = (person for person in self.people() if person.active and person.id == acting)
        self.actor = next(active, None)

    def change_mark(self) -> int:
        """A number that changes when another program writes to the same database."""
        return self.journal.store.change_mark() + self._unshown

    def complaint(self, subject: str) -> Complaint:
        """The complaint with this id. Raises Refused where it is none of the actor's branches'."""
        return self.with_entries(subject)[0]

    def with_entries(self, subject: str) -> tuple[Complaint, list[Entry]]:
        """The complaint with this id, and what it is folded from. Raises as `complaint` does."""
        entries = self.journal.about(subject)
        complaint = fold(subject, entries)
        deciding.check_sees(self.circle, complaint)
        return complaint, entries

    def numbered(self, typed: str) -> list[QueueRow]:
        """What a number or nota leads to, newest first, as far as the actor may see it."""
        found = queue.by_number(self.journal.store, typed)
        seen = self.visible(row.id for row in found)
        return [row for row in found if row.id in seen]

    def hidden(self, typed: str) -> Text | None:
        """Why the actor may not see what a number leads to; None where it leads to nothing, or to
        what they may see."""
        if self.numbered(typed):
            return None
        try:
            for row in queue.by_number(self.journal.store, typed):
                self.complaint(row.id)
        except Refused as fault:
            return fault.text
        return None

    def visible(self, complaints: Iterable[str]) -> frozenset[str]:
        """Those of these complaints, by id, that the actor may see."""
        return queue.visible(self.journal.store, complaints, self._sees)

    @property
    def _sees(self) -> frozenset[str]:
        return frozenset(self.actor.branches if self.actor else ())

    def find_number(self, typed: str) -> QueueRow:
        """The one complaint that a number, however typed, leads to.

        Raises Refused where none is found, a bare nota leads to several, or it is none of the
        actor's branches'.
        """
        found = self.numbered(typed)
        if not found:
            unknown = say("desk", "There is no complaint {typed} at this desk.")
            raise Refused(self.hidden(typed) or unknown(typed=typed[:60]))
        if len(found) > 1:
            raise Refused(
                say("desk", "{typed} leads to several complaints: {numbers}. Say which.")(
                    typed=typed[:60], numbers=", ".join(row.number for row in found[:10])
                )
            )
        return found[0]

    def queue(
        self, wanted: Wanted, *, after: QueueRow | None = None, limit: int = 100
    ) -> list[QueueRow]:
        """One page of the queue, what burns first on top."""
        mine = self._for_me(wanted)
        return queue.page(self.journal.store, mine, now=self.now(), after=after, limit=limit)

    def counts(self, branch: str = "") -> dict[Filter, int]:
        """How many complaints each filter shows; of one branch where it is named."""
        mine = self._for_me(Wanted(branch=branch))
        return queue.counts(self.journal.store, mine, now=self.now())

    def _for_me(self, wanted: Wanted) -> Wanted:
        """What the actor may see of it, and which are “mine”."""
        acting = self.actor.id if self.actor else ""
        return replace(wanted, actor=wanted.actor or acting, here=self.shop.branch, sees=self._sees)

    def name_of(self, staff: str) -> str:
        """The name of somebody who did something; their id where it is not known."""
        return self.names().get(staff, staff)

    def close(self) -> None:
        """Closes the database."""
        self.journal.close()


def around_of(desk: Desk) -> Around:
    """What a desk knows now."""
    return Around(
        now=desk.now(),
        circle=desk.circle,
        names=desk.names(),
        branches=dict(desk.branches),
        here=desk.files.has,
    )


def events_of(entries: Iterable[Entry]) -> dict[Key, Event]:
    """What the entries of a complaint say, by node and number."""
    return {(entry.node, entry.seq): read(entry) for entry in entries}


def document_of(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    """The complaint as JSON, as commands print it."""
    links = queue.links_to(desk.journal.store, complaint.id)
    return shown(complaint, around_of(desk), links)
