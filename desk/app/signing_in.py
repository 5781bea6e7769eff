"""Who is at work: a person and their PIN. Wrong PINs slow down and are logged.

Guessing is slow, a slip of the finger is not.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Protocol

from desk.journal import known
from desk.journal.journal import Journal
from desk.journal.known import Person, Shop
from desk.journal.queue import QueueRow
from desk.rules.entries import StaffPinWrong
from desk.rules.errors import Invalid, Refused
from desk.rules.people import Circle
from desk.words import say

_FREE_TRIES = 3
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=10)


def wait_after(tries: int) -> timedelta:
    """The wait after so many wrong PINs in a row: none, then 5 s, 10 s, 20 s … 10 minutes."""
    if tries < _FREE_TRIES:
        return timedelta(0)
    doubled: timedelta = _FIRST_WAIT * 2 ** min(tries - _FREE_TRIES, 20)
    return min(doubled, _LONGEST_WAIT)


def still_to_wait(*, tries: int, tried_at: datetime | None, now: datetime) -> timedelta:
    """What is left of the wait; never more than all of it, where the clock was set back."""
    if tried_at is None:
        return timedelta(0)
    return max(timedelta(0), min(tried_at, now) + wait_after(tries) - now)


_PIN = re.compile(r"[0-9]{4,12}", re.ASCII)


def hash_pin(pin: str) -> str:
    """The Argon2id hash of a PIN of 4 to 12 digits; raises Invalid otherwise."""
    if not _PIN.fullmatch(pin):
        raise Invalid(say("pins", "A PIN has 4 to 12 digits. Nothing was changed."), field="pin")
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def pin_is_right(hashed: str, pin: str) -> bool:
    """Whether `pin` is the one that was hashed."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False


def needs_pin(desk: AtWork, person: Person) -> bool:
    """Whether this person has a PIN."""
    return known.pin_hash(desk.journal.store, person.id) is not None


def sign_in(desk: AtWork, person: Person, pin: str) -> None:
    """Lets `person` act from now on. Raises Refused for a wrong PIN, or while they have to wait."""
    store = desk.journal.store
    hashed = known.pin_hash(store, person.id)
    if not person.active:
        raise Refused(say("signing_in", "{name} does not work here any more.")(name=person.name))
    if hashed is not None:
        _check_wait(desk, person)
        if not pin_is_right(hashed, pin):
            _log_wrong(desk, person)
            raise Refused(
                say("signing_in", "The PIN of {name} is another one. Please try again.")(
                    name=person.name
                ),
                field="pin",
            )
        tries, _ = known.wrong_tries(store, person.id)
        if tries:
            with store.transaction():
                known.set_wrong_tries(store, person.id, 0, "")
    desk.actor = person


def _check_wait(desk: AtWork, person: Person) -> None:
    store, now = desk.journal.store, desk.now()
    tries, tried_at = known.wrong_tries(store, person.id)
    last = datetime.fromisoformat(tried_at) if tried_at else None
    if last is not None and now < last:  # the clock was set back: the wait begins anew
        last = now
        with store.transaction():
            known.set_wrong_tries(store, person.id, tries, _stamp(now))
    left = still_to_wait(tries=tries, tried_at=last, now=now)
    seconds = int(left.total_seconds()) + bool(left.microseconds)
    if seconds > 0:
        raise Refused(
            say(
                "signing_in",
                "After {n} wrong PINs {name} has to wait: {seconds} seconds. Nothing was changed.",
            )(n=tries, name=person.name, seconds=seconds),
            field="pin",
        )


def _log_wrong(desk: AtWork, person: Person) -> None:
    now = desk.now()
    tries = known.wrong_tries(desk.journal.store, person.id)[0] + 1
    with desk.journal.writing(actor=person.id, now=now, clock_confirmed=True) as pen:
        pen.write(StaffPinWrong(tries=tries), subject=person.id)
        known.set_wrong_tries(desk.journal.store, person.id, tries, _stamp(now))


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")


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
