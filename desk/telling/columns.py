"""What stands in each column of the workbook, and which columns are about a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from types import MappingProxyType
from typing import Generic, TypeVar

from desk import phones
from desk.moments import clock, short, time_in
from desk.rules.choices import (
    ANSWERS,
    CHANNELS,
    DIRECTIONS,
    ENTERED_BY,
    FAULTS,
    FEEDBACK_KINDS,
    MESSAGES,
    STATES,
    WAITED_FOR,
    WAYS,
    Choices,
)
from desk.rules.complaint import Complaint, Line, Promise
from desk.rules.entries import ComplaintRegistered, FeedbackTaken, personal_names
from desk.rules.facts import CODES, IN_WORKBOOK, LABELS, LISTS, nota_words
from desk.sheets.workbook import Cell, Column, Kind
from desk.telling.standing import WRITTEN, fact_words, without_personal
from desk.words import Text, say

BUCKETS: Choices = MappingProxyType(
    {
        "in_time": say("workbook", "Within 24 hours"),
        "extended": say("workbook", "In time, extended"),
        "late": say("workbook", "Late"),
        "open_late": say("workbook", "Open and late"),
        "open": say("workbook", "Open"),
    }
)
PROMISES: Choices = MappingProxyType(
    {
        "open": say("workbook", "Open"),
        "kept": say("workbook", "Kept"),
        "broken": say("workbook", "Broken"),
    }
)
_YES, _ON, _OFF = say("workbook", "Yes"), say("workbook", "ON"), say("workbook", "OFF")
_NOTA, _NO_NOTA = say("workbook", "Nota"), say("workbook", "no nota")


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """A complaint as it goes into the workbook; `plain` where nothing personal may stand there."""

    complaint: Complaint
    now: datetime
    names: Mapping[str, str]
    language: str
    plain: bool

    @cached_property
    def facts(self) -> ComplaintRegistered:
        """Its registration; rows are only made of complaints that have one."""
        if self.complaint.registered is None:
            raise ValueError(self.complaint.id)
        return self.complaint.registered

    def name(self, staff: str) -> str:
        """The name of a colleague; the id where it is not known here."""
        return self.names.get(staff, staff)

    def words(self, text: str) -> str:
        """What staff wrote of the matter; the customer's data masked where they may not stand."""
        if not self.plain or not text:
            return text
        facts = self.facts
        return without_personal(text, name=facts.name, phone=facts.phone, address=facts.address)


@dataclass(frozen=True)
class LineRow:
    """One line of a timeline, or one promise, with the case that it belongs to."""

    case: CaseRow
    line: Line


@dataclass(frozen=True)
class OwedRow:
    """One promise, with the case that it belongs to."""

    case: CaseRow
    promise: Promise


Row = TypeVar("Row")


@dataclass(frozen=True)
class Field(Generic[Row]):
    """A column, where its cells come from; `personal` if they tell who it was or what they said."""

    column: Column
    of: Callable[[Row], Cell]
    personal: bool = False


def chosen(fields: tuple[Field[Row], ...], *, plain: bool) -> tuple[Field[Row], ...]:
    """The columns that may be shown."""
    return tuple(one for one in fields if not (plain and one.personal))


def field(
    heading: Text,
    width: int,
    of: Callable[[Row], Cell],
    kind: Kind = "words",
    *,
    personal: bool = False,
) -> Field[Row]:
    """One column."""
    return Field(Column(heading, width, kind), of, personal)


def _word(choices: Choices, key: str) -> Cell:
    return choices.get(key, key)


def _flag(complaint: Complaint) -> Cell:
    return None if complaint.flag is None else _ON if complaint.flag else _OFF


def _ended(complaint: Complaint, state: str) -> int:
    return sum(promise.state == state for promise in complaint.promises)


_NUMBER, _BRANCH = say("workbook", "Number"), say("workbook", "Branch")
_CHANNEL, _RECEIVED = say("workbook", "Channel"), say("workbook", "Received")
_PHONE, _CUSTOMER = say("workbook", "Telephone"), say("workbook", "Customer")
_STATE = say("workbook", "State")
_BEFORE: Mapping[str, tuple[Field[CaseRow], ...]] = MappingProxyType(
    {
        "product": (field(_NOTA, 14, lambda case: nota_words(case.facts) or _NO_NOTA, "code"),),
        "factor": (
            field(say("workbook", "Found"), 36, lambda case: case.words(case.complaint.found)),
            field(say("workbook", "Cause"), 30, lambda case: case.words(case.complaint.cause)),
        ),
    }
)
"""What stands before a fact that was asked, since it is read together with it."""


def _asked() -> Iterator[Field[CaseRow]]:
    """The columns of `IN_WORKBOOK`."""
    secret = personal_names(ComplaintRegistered)
    for name, width in IN_WORKBOOK.items():
        yield from _BEFORE.get(name, ())
        yield field(
            _CUSTOMER if name == "name" else LABELS[name],
            width,
            partial(_fact_of, name=name),
            "code" if name in CODES else "words",
            personal=name in secret,
        )


def _fact_of(case: CaseRow, *, name: str) -> Cell:
    value = getattr(case.facts, name)
    if isinstance(value, bool):
        return _YES if value else None
    if name in LISTS or name == "phone":
        return fact_words(name, value)
    return value if name in personal_names(ComplaintRegistered) else case.words(value)


COMPLAINTS: tuple[Field[CaseRow], ...] = (
    field(_NUMBER, 25, lambda case: case.complaint.number, "code"),
    field(_BRANCH, 8, lambda case: case.facts.branch, "code"),
    field(_RECEIVED, 17, lambda case: case.complaint.received_at, "moment"),
    field(say("workbook", "Due"), 17, lambda case: case.complaint.due_at, "moment"),
    field(_STATE, 14, lambda case: _word(STATES, case.complaint.state)),
    field(
        say("workbook", "In time?"),
        15,
        lambda case: _word(BUCKETS, case.complaint.bucket(case.now)),
    ),
    *_asked(),
    field(say("workbook", "Remedy"), 30, lambda case: case.words(case.complaint.remedy)),
    field(say("workbook", "At fault"), 14, lambda case: _word(FAULTS, case.complaint.fault)),
    field(say("workbook", "Flag"), 7, lambda case: _flag(case.complaint)),
    field(
        say("workbook", "Handled by"),
        18,
        lambda case: case.name(case.complaint.holder),
        personal=True,
    ),
    field(say("workbook", "Answer"), 14, lambda case: _word(ANSWERS, case.complaint.answer)),
    field(say("workbook", "Score"), 7, lambda case: case.complaint.score, "number"),
    field(say("workbook", "Extensions"), 10, lambda case: case.complaint.extensions, "number"),
    field(say("workbook", "Reopened"), 10, lambda case: case.complaint.reopened, "number"),
    field(
        say("workbook", "Promises kept"), 10, lambda case: _ended(case.complaint, "kept"), "number"
    ),
    field(
        say("workbook", "Promises broken"),
        10,
        lambda case: _ended(case.complaint, "broken"),
        "number",
    ),
    field(say("workbook", "Closed"), 17, lambda case: case.complaint.closed_at, "moment"),
)

OWED: tuple[Field[OwedRow], ...] = (
    field(_NUMBER, 25, lambda owed: owed.case.complaint.number, "code"),
    field(_BRANCH, 8, lambda owed: owed.case.facts.branch, "code"),
    field(say("workbook", "Promised"), 48, lambda owed: owed.promise.what, personal=True),
    field(say("workbook", "By when"), 17, lambda owed: owed.promise.by, "moment"),
    field(
        say("workbook", "By whom"), 20, lambda owed: owed.case.name(owed.promise.who), personal=True
    ),
    field(_STATE, 12, lambda owed: _word(PROMISES, owed.promise.state)),
    field(say("workbook", "Kept late"), 10, lambda owed: _YES if owed.promise.kept_late else None),
)

FEEDBACK: tuple[Field[FeedbackTaken], ...] = (
    field(_RECEIVED, 17, lambda event: time_in(event.received_at) or event.received_at, "moment"),
    field(_BRANCH, 8, lambda event: event.branch, "code"),
    field(say("workbook", "Kind"), 14, lambda event: _word(FEEDBACK_KINDS, event.kind)),
    field(_CHANNEL, 14, lambda event: _word(CHANNELS, event.channel)),
    field(say("workbook", "What they said"), 60, lambda event: event.text, personal=True),
    field(_CUSTOMER, 24, lambda event: event.name, personal=True),
    field(_PHONE, 18, lambda event: phones.shown(event.phone), "code", personal=True),
)


_ANSWERED: Choices = MappingProxyType(
    {"true": say("workbook", "reached"), "false": say("workbook", "not reached")}
)
_LEVELS: Choices = MappingProxyType(
    {
        "cro": say("workbook", "customer relations officer"),
        "head_office": say("workbook", "head office"),
    }
)
_LISTS: Mapping[str, Choices] = MappingProxyType(
    {
        "direction": DIRECTIONS,
        "how": WAYS,
        "answered": _ANSWERED,
        "message": MESSAGES,
        "waits_for": WAITED_FOR,
        "fault": FAULTS,
        "answer": ANSWERS,
        "entered_by": ENTERED_BY,
        "level": _LEVELS,
    }
)
_NAMED: Mapping[str, Text] = MappingProxyType(
    {
        "until": say("workbook", "until {value}"),
        "by": say("workbook", "at the latest {value}"),
        "score": say("workbook", "score {value} of 5"),
        "ease": say("workbook", "ease {value} of 5"),
        "branch": say("workbook", "branch {value}"),
        "copy": say("workbook", "copy {value}"),
        "paper": say("workbook", "paper {value}"),
        "number": say("workbook", "complaint {value}"),
        "cause": say("workbook", "cause: {value}"),
        "remedy": say("workbook", "remedy: {value}"),
        "field": say("workbook", "field {value}"),
        "to": say("workbook", "to {value}"),
        "who": say("workbook", "by {value}"),
        "was": say("workbook", "before: {value}"),
        "name": say("workbook", "file {value}"),
    }
)
_MOMENTS, _STAFF = frozenset({"until", "by"}), frozenset({"to", "who"})
_WORDS = frozenset({"cause", "remedy"})
_WHEN = say("moments", "{day}, {clock}")
_PERSONAL = _STAFF | {"was", "name"}


def _details(told: LineRow) -> Cell:
    """What is known of an entry beside people's own words; the rest of it is for the program."""
    found = (_fact(told, name, value) for name, value in told.line.detail)
    return "; ".join(fact.into(told.case.language) for fact in found if fact is not None)


def _fact(told: LineRow, name: str, value: str) -> Text | None:
    if name in _LISTS:
        return _LISTS[name].get(value)
    sentence = _NAMED.get(name)
    if sentence is None or (told.case.plain and name in _PERSONAL):
        return None
    return sentence(value=_value(told, name, value))


def _value(told: LineRow, name: str, value: str) -> Text | str:
    if name in _STAFF:
        return told.case.name(value)
    if name in _WORDS:
        return told.case.words(value)
    if name not in _MOMENTS:
        return value
    when = time_in(value)
    return _WHEN(day=short(when), clock=clock(when)) if when else value


def _what(told: LineRow) -> Cell:
    return WRITTEN.get(told.line.kind, told.line.kind)


TIMELINE: tuple[Field[LineRow], ...] = (
    field(say("workbook", "Number"), 25, lambda told: told.case.complaint.number, "code"),
    field(say("workbook", "Branch"), 8, lambda told: told.case.facts.branch, "code"),
    field(say("workbook", "When"), 17, lambda told: told.line.at, "moment"),
    field(
        say("workbook", "Really happened"),
        17,
        lambda told: time_in(told.line.happened_at) or told.line.happened_at,
        "moment",
    ),
    field(say("workbook", "Who"), 20, lambda told: told.case.name(told.line.actor), personal=True),
    field(say("workbook", "What was done"), 24, _what),
    field(say("workbook", "Details"), 40, _details),
    field(say("workbook", "Words"), 60, lambda told: told.line.text, personal=True),
    field(say("workbook", "Note"), 36, lambda told: told.line.note, personal=True),
)
