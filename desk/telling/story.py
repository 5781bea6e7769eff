"""The timeline of a case as a story: who did what, in sentences, with people's own words.

It is told from the entries themselves, so that a correction shows what stood there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import singledispatch
from types import MappingProxyType

from desk.moments import clock, day, moment, near, time_in
from desk.rules import entries as case
from desk.rules.choices import ANSWERS, CHANNELS, FAULTS, LINKS, MESSAGES, ROADBLOCKS, TO_COLLEAGUES
from desk.rules.complaint import Complaint, Line
from desk.rules.entries import Event
from desk.rules.facts import CORRECTABLE, EMPTY, LABELS, held
from desk.telling.standing import branch_words, conflict_words, fact_words, grouped
from desk.words import Text, say

Words = Text | str


@dataclass(frozen=True, kw_only=True)
class Passage:
    """What one entry says: a sentence, people's own words, and what is to be known of them."""

    what: Text
    words: tuple[str, ...] = ()
    facts: tuple[Text, ...] = ()
    icon: str = "open"
    tone: str = "calm"


@dataclass(kw_only=True)
class Story:
    """Who is who, and how things stood before the entry that is told next; `at`: when it was."""

    now: datetime
    names: Mapping[str, str]
    customer: Words
    who: Words = ""
    at: datetime | None = None
    values: dict[str, str] = field(default_factory=dict)
    promises: dict[str, str] = field(default_factory=dict)
    receipts: int = 0
    branches: Mapping[str, str] = field(default_factory=dict)

    def name(self, staff: str) -> str:
        """Somebody's name; the id where it is not known here."""
        return self.names.get(staff, staff)

    def moment(self, when: datetime) -> Text:
        """“today 14.10” only where the entry is of today: below another day it misleads."""
        of_today = self.at is None or self.at.astimezone().date() == self.now.astimezone().date()
        return near(when, self.now) if of_today else moment(when)


def _near(iso: str, story: Story) -> Words:
    when = time_in(iso)
    return story.moment(when) if when else iso


def _some(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, texts))


@singledispatch
def tell(event: Event, story: Story) -> Passage:
    """What an entry says. One of a newer program is named as such."""
    newer = say("timeline", "{who} did something that this version cannot show")
    return Passage(what=newer(who=story.who), icon="help", tone="soon")


@tell.register
def _registered(event: case.ComplaintRegistered, story: Story) -> Passage:
    story.values = {name: held(event, name) for name in CORRECTABLE}
    what = say("timeline", "{who} took the complaint in: {channel}")
    channel = CHANNELS.get(event.channel, event.channel)
    return Passage(
        what=what(who=story.who, channel=channel), words=_some(event.what_happened), icon="new"
    )


@tell.register
def _printed(event: case.ReceiptPrinted, story: Story) -> Passage:
    story.receipts += 1
    if story.receipts == 1:
        return Passage(
            what=say("timeline", "{who} printed the receipt")(who=story.who), icon="print"
        )
    copy = say("timeline", "{who} printed copy {n} of the receipt")
    return Passage(what=copy(who=story.who, n=story.receipts), icon="print")


@tell.register
def _noted(event: case.ComplaintNoted, story: Story) -> Passage:
    if event.message:
        told = say("timeline", "{who} told the supervisor")(who=story.who)
        facts = _prepared(event.message)
        return Passage(what=told, words=_some(event.text), facts=facts, icon="message")
    what = say("timeline", "{who} wrote a note")(who=story.who)
    return Passage(what=what, words=_some(event.text), facts=_delayed(event.roadblock), icon="note")


def _delayed(roadblock: str) -> tuple[Text, ...]:
    if not roadblock:
        return ()
    by = ROADBLOCKS.get(roadblock, roadblock)
    return (say("timeline", "What delays it: {roadblock}")(roadblock=by),)


@tell.register
def _withdrawn(event: case.ComplaintWithdrawn, story: Story) -> Passage:
    what = say("timeline", "{who} withdrew the complaint")(who=story.who)
    return Passage(what=what, words=_some(event.why), icon="withdraw")


@tell.register
def _passed_on(event: case.ComplaintPassedOn, story: Story) -> Passage:
    what = say("timeline", "{who} handed it over to {to}")
    there = branch_words(event.branch, story.branches)
    if event.to and event.branch:
        what = say("timeline", "{who} handed it over to {to}, {branch}")
    to = story.name(event.to) if event.to else there
    return Passage(what=what(who=story.who, to=to, branch=there), icon="pass_on")


@tell.register
def _accepted(event: case.ComplaintAccepted, story: Story) -> Passage:
    what = say("timeline", "{who} accepted the hand-over")(who=story.who)
    return Passage(what=what, icon="check", tone="good")


@tell.register
def _declined(event: case.ComplaintDeclined, story: Story) -> Passage:
    what = say("timeline", "{who} gave the hand-over back")(who=story.who)
    return Passage(what=what, words=_some(event.why), icon="undo", tone="soon")


@tell.register
def _started(event: case.ComplaintStarted, story: Story) -> Passage:
    return Passage(what=say("timeline", "{who} began handling it")(who=story.who), icon="forward")


_OUT: Mapping[str, Text] = MappingProxyType(
    {
        "phone": say("timeline", "{who} called {customer}"),
        "whatsapp": say("timeline", "{who} wrote to {customer} on WhatsApp"),
        "email": say("timeline", "{who} wrote to {customer} by e-mail"),
        "visit": say("timeline", "{who} visited {customer}"),
        "letter": say("timeline", "{who} sent {customer} a letter"),
        "other": say("timeline", "{who} contacted {customer}"),
    }
)
_IN: Mapping[str, Text] = MappingProxyType(
    {
        "phone": say("timeline", "{customer} called and spoke with {who}"),
        "whatsapp": say("timeline", "{customer} wrote to {who} on WhatsApp"),
        "email": say("timeline", "{customer} wrote to {who} by e-mail"),
        "visit": say("timeline", "{customer} came in and spoke with {who}"),
        "letter": say("timeline", "{customer} sent {who} a letter"),
        "other": say("timeline", "{customer} contacted {who}"),
    }
)
_ICONS = MappingProxyType({"phone": "phone", "visit": "person"})


def _contact(direction: str, how: str, story: Story) -> Text:
    sentences = _IN if direction == "in" else _OUT
    return sentences.get(how, sentences["other"])(who=story.who, customer=story.customer)


@tell.register
def _contacted(event: case.ComplaintContacted, story: Story) -> Passage:
    what = _contact(event.direction, event.how, story)
    icon = _ICONS.get(event.how, "message")
    facts = _prepared(event.message)
    if event.message in TO_COLLEAGUES:
        what = say("timeline", "{who} told the supervisor")(who=story.who)
    if not event.answered:
        missed = say("timeline", "{contact}: no answer")(contact=what)
        return Passage(what=missed, words=_some(event.said), facts=facts, icon=icon, tone="soon")
    return Passage(what=what, words=_some(event.said), facts=facts, icon=icon)


def _prepared(kind: str) -> tuple[Text, ...]:
    if not kind:
        return ()
    return (say("timeline", "Prepared message: {kind}")(kind=MESSAGES.get(kind, kind)),)


@tell.register
def _extended(event: case.ComplaintExtended, story: Story) -> Passage:
    agreed = say("timeline", "{customer} agreed to more time, until {until}")
    return Passage(
        what=_contact(event.direction, event.how, story),
        words=_some(event.said),
        facts=(
            agreed(customer=story.customer, until=_near(event.until, story)),
            *_delayed(event.roadblock),
        ),
        icon="clock",
        tone="soon",
    )


@tell.register
def _examined(event: case.ComplaintExamined, story: Story) -> Passage:
    what = say("timeline", "{who} examined the product")(who=story.who)
    return Passage(
        what=what, words=_some(event.found), facts=_analysis(event.cause, event.remedy), icon="tag"
    )


def _analysis(cause: str, remedy: str) -> tuple[Text, ...]:
    found = []
    if cause:
        found.append(say("timeline", "Cause: {cause}")(cause=cause))
    if remedy:
        found.append(say("timeline", "Remedy: {remedy}")(remedy=remedy))
    return tuple(found)


_JUDGED: Mapping[str, Text] = MappingProxyType(
    {
        "shop": say("timeline", "{who} judged: the shop was at fault, flag ON"),
        "product": say("timeline", "{who} judged: it was the product, flag OFF"),
        "customer": say("timeline", "{who} judged: it was the customer, flag OFF"),
        "nobody": say("timeline", "{who} judged: nobody was at fault"),
    }
)


@tell.register
def _judged(event: case.ComplaintJudged, story: Story) -> Passage:
    other = say("timeline", "{who} judged: {fault}")(fault=FAULTS.get(event.fault, event.fault))
    return Passage(what=_JUDGED.get(event.fault, other)(who=story.who), icon="key")


@tell.register
def _confirmed(event: case.JudgementConfirmed, story: Story) -> Passage:
    what = say("timeline", "{who} confirmed the judgement")(who=story.who)
    return Passage(what=what, facts=_alone(alone=event.alone), icon="check", tone="good")


def _alone(*, alone: bool) -> tuple[Text, ...]:
    if not alone:
        return ()
    return (say("timeline", "The same person did both: nobody else works here for it."),)


@tell.register
def _promised(event: case.ComplaintPromised, story: Story) -> Passage:
    story.promises.setdefault(event.promise, event.what)
    what = say("timeline", "{who} promised for {by}")(who=story.who, by=_near(event.by, story))
    owed = say("timeline", "{name} does it.")(name=story.name(event.who))
    facts = () if story.name(event.who) == story.who else (owed,)
    return Passage(what=what, words=_some(event.what), facts=facts, icon="bell")


@tell.register
def _kept(event: case.PromiseKept, story: Story) -> Passage:
    what = say("timeline", "{who} kept the promise")(who=story.who)
    promised = _some(story.promises.get(event.promise, ""))
    return Passage(what=what, words=promised, icon="check", tone="good")


@tell.register
def _broken(event: case.PromiseBroken, story: Story) -> Passage:
    what = say("timeline", "{who} could not keep the promise")(who=story.who)
    promised = _some(story.promises.get(event.promise, ""), event.why)
    return Passage(what=what, words=promised, icon="late", tone="late")


_WAITS: Mapping[str, Text] = MappingProxyType(
    {
        "customer": say("timeline", "Waiting for {customer}, says {who}"),
        "part": say("timeline", "Waiting for a part, says {who}"),
        "maker": say("timeline", "Waiting for the maker, says {who}"),
        "other": say("timeline", "Waiting for something else, says {who}"),
    }
)


@tell.register
def _waiting(event: case.ComplaintWaiting, story: Story) -> Passage:
    what = _WAITS.get(event.waits_for, _WAITS["other"])
    told = what(who=story.who, customer=story.customer)
    return Passage(
        what=told, words=_some(event.why), facts=_delayed(event.roadblock), icon="waiting"
    )


@tell.register
def _solved(event: case.ComplaintSolved, story: Story) -> Passage:
    what = say("timeline", "{who} solved it")(who=story.who)
    return Passage(what=what, facts=_analysis(event.cause, event.remedy), icon="done", tone="good")


@tell.register
def _closed(event: case.ComplaintClosed, story: Story) -> Passage:
    what = say("timeline", "{who} closed it with {customer}: {answer}")(
        who=story.who, customer=story.customer, answer=ANSWERS.get(event.answer, event.answer)
    )
    facts = (_score(event.score, event.entered_by), *_alone(alone=event.alone))
    return Passage(
        what=what, words=_some(event.words, event.why), facts=facts, icon="done", tone="good"
    )


def _score(score: int, entered_by: str) -> Text:
    if not score:
        return say("timeline", "The customer would rather not give a score.")
    if entered_by == "customer":
        return say("timeline", "Score {score} of 5, pressed by the customer.")(score=score)
    return say("timeline", "Score {score} of 5, as the customer told it.")(score=score)


@tell.register
def _not_agreed(event: case.ComplaintNotAgreed, story: Story) -> Passage:
    what = say("timeline", "{customer} does not agree, {who} wrote down")
    higher = say("timeline", "It goes up to the customer relations officer.")
    if event.level == "head_office":
        higher = say("timeline", "It goes up to head office.")
    return Passage(
        what=what(customer=story.customer, who=story.who),
        words=_some(event.words, event.why),
        facts=(higher,),
        icon="warning",
        tone="late",
    )


@tell.register
def _reopened(event: case.ComplaintReopened, story: Story) -> Passage:
    what = say("timeline", "{who} reopened it: {customer} brings it back")
    new = say("timeline", "A new round of 24 hours began.")
    told = what(who=story.who, customer=story.customer)
    return Passage(what=told, words=_some(event.why), facts=(new,), icon="undo", tone="soon")


@tell.register
def _corrected(event: case.ComplaintCorrected, story: Story) -> Passage:
    old = story.values.get(event.field, "")
    story.values[event.field] = event.value
    change = say("timeline", "{field}: {old} → {new}")(
        field=LABELS.get(event.field, event.field),
        old=fact_words(event.field, old) or EMPTY,
        new=fact_words(event.field, event.value) or EMPTY,
    )
    what = say("timeline", "{who} corrected it")(who=story.who)
    return Passage(what=what, words=_some(event.why), facts=(change,), icon="undo")


@tell.register
def _attached(event: case.ComplaintAttached, story: Story) -> Passage:
    what = say("timeline", "{who} attached {name}")(
        who=story.who, name=event.name or say("timeline", "a file")
    )
    return Passage(what=what, words=_some(event.caption), icon="photo")


@tell.register
def _linked(event: case.ComplaintLinked, story: Story) -> Passage:
    what = say("timeline", "{who} linked it to {number}: {how}")
    how = LINKS.get(event.link, event.link)
    return Passage(what=what(who=story.who, number=grouped(event.number), how=how), icon="tag")


@tell.register
def _settled(event: case.ConflictSettled, story: Story) -> Passage:
    what = say("timeline", "{who} settled what contradicted itself")(who=story.who)
    return Passage(what=what, words=_some(event.text), icon="check", tone="good")


Key = tuple[str, int]
"""Node and number of an entry."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One line of the timeline; `day` and `clock` are when it was written, local."""

    key: Key
    day: Text
    clock: Text
    told: Passage
    marks: tuple[Text, ...] = ()


def moments(complaint: Complaint, events: Mapping[Key, Event], story: Story) -> list[Moment]:
    """The timeline, oldest first; `events` are what its entries say, by node and number."""
    found, clashes = [], _clashes(complaint, story)
    for line in complaint.timeline:
        event = events.get((line.node, line.seq), Event())
        story.who, story.at = story.name(line.actor), line.at
        told = tell(event, story)
        words = (*told.words, line.note) if line.note else told.words
        found.append(
            Moment(
                key=(line.node, line.seq),
                day=day(line.at),
                clock=clock(line.at),
                told=replace(told, words=words),
                marks=(*_marks(line, story), *clashes.get((line.node, line.seq), ())),
            )
        )
    return found


def as_text(timeline: Iterable[Moment]) -> str:
    """The timeline as plain text: for copying, and for whoever reads it aloud."""
    lines, last = [], ""
    for each in timeline:
        if str(each.day) != last:
            last = str(each.day)
            lines.append(last)
        lines.append(f"  {each.clock}  {each.told.what}")
        inside = [f"“{text}”" for text in each.told.words]
        inside += [str(text) for text in (*each.told.facts, *each.marks)]
        lines += [f"         {part}" for text in inside for part in text.splitlines()]
    return "\n".join(lines)


def _marks(line: Line, story: Story) -> Iterable[Text]:
    happened = time_in(line.happened_at)
    if happened is not None:
        yield say("timeline", "This was {moment}; it was written down later.")(
            moment=story.moment(happened)
        )
    if line.crossed:
        yield say("timeline", "Crossed: {who} had not yet seen the line before.")(who=story.who)


_ENDS = frozenset({"closed", "withdrawn", "solved", "reopened", "not_agreed"})
"""What a later entry can contradict: how the case stood."""
_PROMISES = frozenset({"promise_kept", "promise_broken"})


def _clashes(complaint: Complaint, story: Story) -> dict[Key, list[Text]]:
    """What is to be said at both sides of each contradiction that nobody settled yet."""
    lines = {f"{line.node}:{line.seq}": at for at, line in enumerate(complaint.timeline)}
    found: dict[Key, list[Text]] = {}
    for conflict in complaint.conflicts:
        at = lines.get(conflict.entry)
        if at is None:
            continue
        late = complaint.timeline[at]
        text = conflict_words(conflict, complaint.timeline)
        told = say("timeline", "Contradiction: {text}")(text=text)
        found.setdefault((late.node, late.seq), []).append(told)
        first = _other_side(complaint.timeline[:at], late)
        if first is not None:
            other = say("timeline", "Contradiction: what {who} wrote {when} says otherwise.")
            words = other(who=story.name(late.actor), when=near(late.at, story.now))
            said = found.setdefault((first.node, first.seq), [])
            said += [words] if words not in said else []
    return found


def _other_side(before: Sequence[Line], late: Line) -> Line | None:
    """The line that a later one contradicts."""
    kind, promise = _kind(late), late.about("promise")
    for line in reversed(before):
        if kind in _PROMISES:
            fits = _kind(line) in _PROMISES and line.about("promise") == promise
        elif kind == "registered":
            fits = _kind(line) == kind
        else:
            fits = _kind(line) in _ENDS
        if fits:
            return line
    return None


def _kind(line: Line) -> str:
    return line.kind.partition(".")[2]
