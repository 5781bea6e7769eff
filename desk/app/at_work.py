"""What a command may ask of the desk at which it is carried out; `Desk` gives it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from desk.journal.journal import Journal
from desk.journal.known import Person, Shop
from desk.journal.queue import QueueRow
from desk.rules.people import Circle


class AtWork(Protocol):
    """An open desk, and who is at work there; nobody while `actor` is None."""

    actor: Person | None
    journal: Journal

    @property
    def shop(self) -> Shop:
        """The shop as last named."""

    @property
    def circle(self) -> Circle:
        """Who acts now, and who else works here."""

    def now(self) -> datetime:
        """The desk's own time, aware."""

    def find_number(self, typed: str) -> QueueRow:
        """The one complaint that a number leads to. Raises Refused."""
