"""Who is at work: a tile, a PIN, done. Locking leaves everything as it is, unseen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desk.app.desk import Desk
from desk.app.signing_in import needs_pin
from desk.journal.known import Person
from desk.rules.errors import DeskError


class SignInScreen(Protocol):
    """What the controller needs of the screen."""

    def show_people(self, people: Sequence[Person]) -> None:
        """A tile for each."""

    def ask_pin(self, person: Person) -> None:
        """Asks for the PIN of this person."""

    def show_refusal(self, fault: DeskError) -> None:
        """One sentence under the PIN; what was typed is emptied."""

    def let_in(self, person: Person) -> None:
        """This person is at work from now on."""


class SignIn:
    """Turns tiles and PINs into who is at work."""

    def __init__(self, desk: Desk, view: SignInScreen) -> None:
        self._desk = desk
        self._view = view
        self._person: Person | None = None

    @property
    def locks(self) -> bool:
        """Whether there is anything to lock: somebody has a PIN, or several work here."""
        people = self._at_work()
        return len(people) > 1 or any(needs_pin(self._desk, person) for person in people)

    def _at_work(self) -> list[Person]:
        return [person for person in self._desk.people() if person.active]

    def begin(self) -> None:
        """Nobody is at work: shows the tiles; the only one without a PIN is let in at once."""
        self._desk.sign_out()
        self._person = None
        people = self._at_work()
        self._view.show_people(people)
        if len(people) == 1:
            self.choose(people[0])

    def choose(self, person: Person) -> None:
        """A tile was pressed."""
        self._person = person
        if needs_pin(self._desk, person):
            self._view.ask_pin(person)
        else:
            self.enter("")

    def enter(self, pin: str) -> None:
        """A PIN was typed."""
        person = self._person
        if person is None:
            return
        try:
            self._desk.sign_in(person.id, pin)
        except DeskError as fault:
            self._view.show_refusal(fault)
        else:
            self._person = None
            self._view.let_in(person)
