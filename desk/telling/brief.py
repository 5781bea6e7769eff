"""The hand-over brief: one screen from which a stranger knows what to do next, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec import structs

from desk import phones
from desk.moments import clock, moment, near, short, span
from desk.rules.choices import ASKED_FOR, WAITED_FOR
from desk.rules.complaint import Complaint, Line
from desk.rules.entries import Event
from desk.rules.facts import nota_words
from desk.telling import standing
from desk.telling.page import Around, Fact, Head, head
from desk.telling.standing import Step, Told, next_step
from desk.telling.story import Key, Story, tell
from desk.words import Text, counted, say

Words = Text | str

LAST = 6
"""So many of the last contacts are told."""

OWED = 4
"""So many of the open promises are told, the soonest first."""

_LONGEST = 220
_LEAST = timedelta(minutes=1)
_SAID = frozenset(
    {
        "complaint.contacted",
        "complaint.extended",
        "complaint.not_agreed",
        "complaint.reopened",
        "complaint.noted",
    }
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """One contact in one line: when, who and how, and what was said."""

    when: Words
    what: Words
    words: str = ""
    icon: str = "message"

    def __str__(self) -> str:
        return f"{self.when} · {self.what}" + (f": “{self.words}”" if self.words else "")


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What a colleague needs to take a case over, in the order in which it is read."""

    number: Text
    step: Told
    before: Told
    head: Head
    standing: tuple[Words, ...]
    who: tuple[Fact, ...]
    what: tuple[Fact, ...]
    said: tuple[Said, ...]
    promised: tuple[Told, ...]


def brief_of(complaint: Complaint, events: Mapping[Key, Event], around: Around) -> Brief:
    """The brief of a case for whoever looks at it; `events` are what its entries say."""
    now, top = around.now, head(complaint, around)
    # Who was offered the case has to know what comes behind accepting it.
    taken = structs.replace(complaint, offered_to="", offered_by="", offered_branch="")
    step = next_step(taken, around.circle, now)
    return Brief(
        number=say("brief", "{number} · as of {when}")(number=top.grouped, when=moment(now)),
        step=step.told,
        before=_before(moment_of(step, complaint, now), now),
        head=top,
        standing=tuple(_standing(complaint, top, around)),
        who=tuple(_filled(_who(complaint))),
        what=tuple(_filled(_what(complaint))),
        said=tuple(_said(complaint, events, around)),
        promised=tuple(_promised(complaint, around)),
    )


def moment_of(step: Step, complaint: Complaint, now: datetime) -> datetime | None:
    """The moment by which the next step must be done; None where nothing is left to do."""
    for promise in complaint.promises:
        if promise.id == step.promise:
            return promise.by
    if not complaint.open:
        return complaint.aftercare_at
    due = None if complaint.state == "solved" else complaint.due_at
    moments = [each for each in (due, complaint.next_contact_at) if each is not None]
    passed = [each for each in moments if each < now]
    if complaint.next_contact_at in passed:
        return passed[0]  # the answer before news: the sentence names it
    coming = [each for each in moments if each >= now]
    return min(coming or moments, default=None)


def _before(until: datetime | None, now: datetime) -> Told:
    if until is None:
        return Told("")
    length = span(max(abs(until - now), _LEAST))
    if until < now:
        words = say("brief", "Since {when}: {span} late")
        return Told(words(when=near(until, now), span=length), "late")
    words = say("brief", "By {when}: in {span}")
    tone = "soon" if until - now <= standing.SOON else "calm"
    return Told(words(when=near(until, now), span=length), tone, "clock")


def _standing(complaint: Complaint, top: Head, around: Around) -> Iterator[Words]:
    """Who holds it and where it stands, beside the badges."""
    if complaint.waits_for:
        waited = WAITED_FOR.get(complaint.waits_for, complaint.waits_for)
        yield say("brief", "waiting for: {waited}")(waited=waited)
    yield from top.line
    if complaint.extensions and complaint.first_due_at is not None:
        first = near(complaint.first_due_at, around.now)
        yield say("brief", "due at first {when}")(when=first)


def _filled(facts: Iterator[Fact]) -> Iterator[Fact]:
    return (fact for fact in facts if str(fact.value))


def _who(complaint: Complaint) -> Iterator[Fact]:
    facts = complaint.registered
    yield Fact(say("brief", "Customer"), standing.customer(complaint))
    if facts is not None:
        yield Fact(say("brief", "Phone"), phones.shown(facts.phone))
        yield Fact(say("brief", "E-mail"), facts.email)
        yield Fact(say("brief", "Address"), _clipped(facts.address))


def _what(complaint: Complaint) -> Iterator[Fact]:
    facts = complaint.registered
    if facts is None:
        return
    yield Fact(say("brief", "Product"), facts.product)
    yield Fact(say("brief", "Nota"), nota_words(facts) or say("brief", "without a nota"))
    bought = complaint.bought_at
    yield Fact(say("brief", "Bought"), short(bought) if bought else "")
    yield Fact(say("brief", "They say"), _clipped(facts.understood or facts.what_happened))
    yield Fact(say("brief", "They want"), ASKED_FOR.get(facts.asked_for, facts.asked_for))
    yield Fact(say("brief", "They expected"), _clipped(facts.expected))
    yield Fact(say("brief", "We found"), _clipped(complaint.found))
    yield Fact(say("brief", "Cause"), _clipped(complaint.cause))
    yield Fact(say("brief", "Remedy"), _clipped(complaint.remedy))


def _clipped(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _said(complaint: Complaint, events: Mapping[Key, Event], around: Around) -> Iterator[Said]:
    """The last contacts, newest first."""
    lines = [line for line in complaint.timeline if line.kind in _SAID][-LAST:]
    for line in reversed(lines):
        event = events.get((line.node, line.seq))
        story = Story(
            now=around.now,
            names=around.names,
            customer=standing.customer(complaint),
            branches=around.branches,
        )
        story.who = story.name(line.actor)
        if event is not None:
            told = tell(event, story)
            more = say("brief", "{what}. {more}")
            if line.kind == "complaint.extended":
                more = say("brief", "{who}: {more}")  # the agreed moment must not be cut off
            filled = more(who=story.who, what=told.what, more=told.facts[0] if told.facts else "")
            yield Said(
                when=_when(line, around.now),
                what=filled if told.facts else told.what,
                words=" ".join(" ".join((*told.words, line.note)).split()),
                icon=told.icon,
            )


def _when(line: Line, now: datetime) -> Text:
    """The hour alone for today."""
    if line.at.astimezone().date() == now.astimezone().date():
        return clock(line.at)
    return near(line.at, now)


def _promised(complaint: Complaint, around: Around) -> Iterator[Told]:
    owed = complaint.open_promises
    for promise in owed[:OWED]:
        late = promise.by < around.now
        words = say("brief", "Before {when}: “{what}”, by {who}")
        if late:
            words = say("brief", "{span} late: “{what}”, by {who}")
        told = words(
            when=near(promise.by, around.now),
            span=span(max(around.now - promise.by, _LEAST)),
            what=_clipped(promise.what),
            who=around.names.get(promise.who, promise.who),
        )
        soon = promise.by - around.now <= standing.SOON
        yield Told(told, "late" if late else "soon" if soon else "calm")
    if len(owed) > OWED:
        more = len(owed) - OWED
        one, many = say("brief", "and {n} more promise"), say("brief", "and {n} more promises")
        yield Told(counted(more, one, many))


def as_text(brief: Brief) -> str:
    """The brief as plain text: for copying, and for whoever reads it aloud."""
    parts: list[tuple[Words, list[str]]] = [
        (NEXT, [str(brief.step.words), str(brief.before.words)]),
        (STANDS, [_joined(badge.words for badge in brief.head.badges), _joined(brief.standing)]),
        (WHO, [f"{fact.label}: {fact.value}" for fact in brief.who]),
        (WHAT, [f"{fact.label}: {fact.value}" for fact in brief.what]),
        (PROMISED, [str(told.words) for told in brief.promised] or [str(NO_PROMISE)]),
        (SAID, [str(said) for said in brief.said] or [str(NOT_SAID)]),
    ]
    lines = [str(brief.number)]
    for title, inside in parts:
        lines += ["", str(title).upper(), *(f"  {line}" for line in inside if line)]
    return "\n".join(lines)


def _joined(words: Iterator[Words] | tuple[Words, ...]) -> str:
    return " · ".join(filter(None, map(str, words)))


NEXT = say("brief", "Next")
STANDS = say("brief", "How it stands")
WHO = say("brief", "Who")
WHAT = say("brief", "What")
PROMISED = say("brief", "Promised")
SAID = say("brief", "Said, newest first")
NO_PROMISE = say("brief", "Nothing is owed beside the answer.")
NOT_SAID = say("brief", "Nobody has spoken with the customer since it came in.")
