"""The lines of a case's timeline: one for each entry, by day, with what is to be known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desk.moments import clock, day, near
from desk.rules.complaint import Complaint, Line
from desk.rules.event import Event
from desk.telling.standing import conflict_words
from desk.telling.story import Story, Told, tell, time_of
from desk.words import Text, say

Key = tuple[str, int]
"""Node and number of an entry."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One line of the timeline; `day` and `clock` are when it was written, local."""

    key: Key
    day: Text
    clock: Text
    told: Told
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
    happened = time_of(line.happened_at)
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
