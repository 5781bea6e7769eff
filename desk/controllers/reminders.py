"""Reminders: which moments pass soon or have just passed, each told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.app.desk import Desk
from desk.journal import today
from desk.journal.today import Burning
from desk.moments import clock, span
from desk.telling import standing
from desk.words import Text, say

AHEAD = timedelta(minutes=30)
"""So long before a moment somebody is told of it."""

BEHIND = timedelta(minutes=30)
"""A moment that passed longer ago is no news: it stands as late in every list."""

_LEAST = timedelta(minutes=1)

Key = tuple[str, str, str, datetime]
"""Complaint, kind, promise and moment: one that is moved is another."""


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """One sentence about one or several moments; `number` is the first complaint.

    `outside` is for a place that others may see: it names no customer.
    """

    words: Text
    outside: Text
    number: str
    late: bool = False


def key_of(moment: Burning) -> Key:
    """What makes a moment the same one."""
    return moment.complaint, moment.kind, moment.promise, moment.at


def to_tell(moments: Iterable[Burning], told: set[Key], now: datetime) -> list[Burning]:
    """The moments that pass soon or have just passed, and of which nobody was told."""
    return [
        moment
        for moment in moments
        if moment.kind != "hand_over"
        and now - BEHIND <= moment.at <= now + AHEAD
        and key_of(moment) not in told
    ]


def reminder(moments: list[Burning], now: datetime) -> Reminder:
    """One sentence for what is told at once; `moments` has at least one."""
    first, words, outside = moments[0], _sentence(moments[0], now), _outside(moments[0], now)
    if len(moments) > 1:
        more = say("reminders", "{n} moments pass now. First: {first}")
        words, outside = (more(n=len(moments), first=each) for each in (words, outside))
    return Reminder(
        words=words,
        outside=outside,
        number=first.number,
        late=any(moment.at < now for moment in moments),
    )


def _outside(moment: Burning, now: datetime) -> Text:
    words = say("reminders", "Complaint {number}: before {clock}.")
    if moment.at < now:
        words = say("reminders", "Complaint {number}: late since {clock}.")
    return words(number=standing.grouped(moment.number), clock=clock(moment.at))


_COMING = {
    "due": say("reminders", "{name} hears from us before {clock}, in {span}."),
    "news": say("reminders", "News for {name} is due before {clock}, in {span}."),
    "promise": say("reminders", "Promised to {name} before {clock}, in {span}: “{what}”."),
}
_PASSED = {
    "due": say("reminders", "The answer to {name} is {span} late."),
    "news": say("reminders", "News for {name} is {span} late."),
    "promise": say("reminders", "Promised to {name}, {span} late: “{what}”."),
}


def _sentence(moment: Burning, now: datetime) -> Text:
    words = (_PASSED if moment.at < now else _COMING)[moment.kind]
    return words(
        name=moment.name or say("reminders", "the customer"),
        clock=clock(moment.at),
        span=span(max(abs(moment.at - now), _LEAST)),
        what=" ".join(moment.what.split())[:80],
    )


class Reminders:
    """Asks the desk what passes; remembers what was told."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._told: set[Key] = set()

    def next(self) -> Reminder | None:
        """What is to be told now; None where there is nothing, or nobody is at work."""
        if self._desk.actor is None:
            return None
        now = self._desk.now()
        found = today.burning(self._desk.journal.store, until=now + AHEAD + _LEAST)
        seen = self._desk.visible(moment.complaint for moment in found)
        moments = [moment for moment in found if moment.complaint in seen]
        fresh = to_tell(moments, self._told, now)
        if not fresh:
            return None
        self._told |= {key_of(moment) for moment in fresh}
        return reminder(fresh, now)
