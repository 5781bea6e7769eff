"""Today: what burns, whom to call after closing, and what the day brought that was good.

Reminders: which moments pass soon or have just passed, each told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

from desk.app.desk import Desk
from desk.journal import today
from desk.journal.today import Burning, CallDue, Ended, Thanks
from desk.moments import clock, near, short, span
from desk.rules.choices import ANSWERS
from desk.rules.complaint import Complaint
from desk.telling import standing
from desk.telling.standing import Told
from desk.words import Text, counted, say

Words = Text | str

BEST = 5
"""The score that counts as thanks."""

_PLEASED = frozenset({4, BEST})
_TOLD = 40
"""So many closed cases are told with the customer's words; each is folded for it."""


@dataclass(frozen=True, kw_only=True)
class DayRow:
    """One line of a list: the moment in words and shape, who, what, and their own words.

    `number` is empty where there is no case to open.
    """

    number: str
    mark: Told
    name: Words
    what: Words
    words: str = ""

    @property
    def heard(self) -> str:
        """The line as it is read aloud."""
        parts = (str(self.mark.words), f"{self.name}: {self.what}", self.words)
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One of the three lists; `count` says in words how much it is, `empty` what would stand."""

    rows: tuple[DayRow, ...]
    count: Words
    empty: Text


@dataclass(frozen=True, kw_only=True)
class Day:
    """Everything on the screen."""

    title: Text
    burning: Listed
    aftercare: Listed
    ended: Listed


def day_of(desk: Desk, now: datetime) -> Day:
    """The day as it stands now, for whoever is at work."""
    morning, midnight = _bounds(now)
    names = desk.names()
    store, actor = desk.journal.store, desk.actor.id if desk.actor else ""
    burning = _visible(desk, today.burning(store, until=midnight, actor=actor))
    calls = _visible(desk, today.aftercare(store, until=midnight))
    return Day(
        title=say("today", "Today, {day}")(day=short(now)),
        burning=Listed(
            rows=tuple(_burning(each, names, now) for each in burning),
            count=_count(len(burning), say("today", "{n} moment"), say("today", "{n} moments")),
            empty=say(
                "today",
                "Nothing burns today. Every answer, promise and hand-over that is due before "
                "midnight will stand here.",
            ),
        ),
        aftercare=Listed(
            rows=tuple(_call(each, now) for each in calls),
            count=_count(len(calls), say("today", "{n} call"), say("today", "{n} calls")),
            empty=say(
                "today",
                "No call is due. Two days after a case was closed, it stands here: ask whether "
                "all is still well.",
            ),
        ),
        ended=_ended(desk, morning, names),
    )


_About = TypeVar("_About", Burning, CallDue, Ended)


def _visible(desk: Desk, found: list[_About]) -> list[_About]:
    """What is about cases that whoever is at work may see."""
    seen = desk.visible(each.complaint for each in found)
    return [each for each in found if each.complaint in seen]


def _bounds(now: datetime) -> tuple[datetime, datetime]:
    here = now.astimezone().date()
    return _midnight(here), _midnight(here + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min).astimezone()


def _count(number: int, one: Text, many: Text) -> Words:
    if number >= today.LIMIT:
        return say("today", "{n} and more")(n=today.LIMIT)
    return counted(number, one, many)


_KINDS = {
    "due": say("today", "the answer is due"),
    "news": say("today", "news is due"),
    "promise": say("today", "promised"),
    "hand_over": say("today", "handed over to you: accept it or give it back"),
}


def _burning(moment: Burning, names: dict[str, str], now: datetime) -> DayRow:
    what: Text = _KINDS[moment.kind]
    who = names.get(moment.who, "")
    if who and moment.kind == "promise":
        what = say("today", "promised by {who}")(who=who)
    elif who and moment.kind != "hand_over":
        what = say("today", "{what}, with {who}")(what=what, who=who)
    mark = standing.due(moment.at, now)
    if moment.kind == "hand_over":
        icon = "pass_on" if mark.tone != "late" else ""
        mark = Told(mark.words, mark.tone, icon)
    elif mark.tone != "late":
        mark = Told(say("today", "before {when}")(when=mark.words), mark.tone, "clock")
    return DayRow(
        number=moment.number,
        mark=mark,
        name=_name(moment.name),
        what=what,
        words=" ".join(moment.what.split()),
    )


def _name(name: str) -> Words:
    return name or say("today", "the customer")


def _call(call: CallDue, now: datetime) -> DayRow:
    if call.until < now:
        mark = standing.due(call.until, now)
    else:
        until = say("today", "call before {when}")(when=near(call.until, now))
        mark = Told(until, "soon" if call.at <= now else "calm", "phone")
    return DayRow(
        number=call.number,
        mark=mark,
        name=_name(call.name),
        what=say("today", "closed {day}")(day=short(call.closed_at)),
    )


def _ended(desk: Desk, morning: datetime, names: dict[str, str]) -> Listed:
    store = desk.journal.store
    closed = _visible(desk, today.closed_since(store, morning))
    kept = _visible(desk, today.kept_since(store, morning))
    praise = today.praise_since(store, morning)
    folded = [(each, desk.complaint(each.complaint)) for each in closed[:_TOLD]]
    best = sum(case.score == BEST for _, case in folded)
    turned = sum(turned_round(case) for _, case in folded)
    rows = [
        *((each.at, _thanks(each)) for each in praise),
        *((each.at, _closed(each, case)) for each, case in folded),
        *((each.at, _kept(each, names)) for each in kept),
    ]
    counts = _counts(len(closed), len(kept), len(praise) + best, turned)
    return Listed(
        rows=tuple(row for _, row in sorted(rows, key=lambda one: one[0], reverse=True)),
        count=_joined(counts),
        empty=say(
            "today",
            "What ends well today stands here: closed cases with the customer's words, kept "
            "promises, thanks.",
        ),
    )


def _counts(closed: int, kept: int, thanks: int, turned: int) -> Iterator[Text]:
    if closed:
        yield say("today", "{n} closed")(n=closed)
    if kept:
        yield counted(kept, say("today", "{n} promise kept"), say("today", "{n} promises kept"))
    if thanks:
        yield counted(thanks, say("today", "thanks once"), say("today", "thanks {n} times"))
    if turned:
        yield say("today", "{n} turned from angry to pleased")(n=turned)


def _joined(texts: Iterator[Text]) -> Words:
    found: Words = ""
    for each in texts:
        both = say("today", "{first} · {second}")
        found = both(first=found, second=each) if found else each
    return found


def turned_round(case: Complaint) -> bool:
    """Whether a customer with a reason to be angry went away pleased: late, twice, or disagreed."""
    if case.state != "closed" or case.score not in _PLEASED:
        return False
    disagreed = any(line.kind == "complaint.not_agreed" for line in case.timeline)
    broken = any(promise.state == "broken" for promise in case.promises)
    return disagreed or broken or bool(case.reopened) or case.was_late


def _closed(ended: Ended, case: Complaint) -> DayRow:
    at, score = clock(ended.at), case.score
    words, tone, icon = say("today", "{clock} closed: no score given"), "good", ""
    if turned_round(case):
        words = say("today", "{clock} turned from angry to pleased: {score} of 5")
        icon = f"face_{score}"
    elif score:
        words = say("today", "{clock} closed: {score} of 5")
        tone, icon = "good" if score > 2 else "soon", f"face_{score}"
    said = next((one for one in reversed(case.timeline) if one.kind == "complaint.closed"), None)
    return DayRow(
        number=ended.number,
        mark=Told(words(clock=at, score=score or ""), tone, icon),
        name=_name(ended.name),
        what=ANSWERS.get(case.answer, case.answer),
        words=" ".join(said.text.split()) if said else "",
    )


def _kept(ended: Ended, names: dict[str, str]) -> DayRow:
    words = say("today", "{clock} promise kept")(clock=clock(ended.at))
    return DayRow(
        number=ended.number,
        mark=Told(words, "good", "check"),
        name=_name(ended.name),
        what=say("today", "promised by {who}")(who=names.get(ended.who, ended.who)),
        words=" ".join(ended.what.split()),
    )


def _thanks(thanks: Thanks) -> DayRow:
    words = say("today", "{clock} thanks received")(clock=clock(thanks.at))
    return DayRow(
        number="",
        mark=Told(words, "good", "face_5"),
        name=thanks.name or say("today", "Somebody"),
        what=say("today", "praise"),
        words=" ".join(thanks.text.split()),
    )


class TodayScreen(Protocol):
    """What the controller needs of the view."""

    def show_day(self, day: Day) -> None:
        """The three lists, in the language shown."""


class Today:
    """Asks the desk for the day."""

    def __init__(self, desk: Desk, screen: TodayScreen) -> None:
        self._desk = desk
        self._screen = screen

    def show(self) -> None:
        """Shows the day as it stands now."""
        self._screen.show_day(day_of(self._desk, self._desk.now()))


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
