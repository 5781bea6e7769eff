"""What stands in the timeline of the workbook: one row an entry, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desk.moments import clock, short
from desk.rules.choices import ANSWERS, DIRECTIONS, ENTERED_BY, FAULTS, WAITED_FOR, WAYS, Choices
from desk.sheets.workbook import Cell
from desk.telling.columns import Field, Told, field, time_of
from desk.telling.message_kinds import KINDS as MESSAGES
from desk.words import Text, say

_KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "complaint.registered": say("workbook", "Taken in"),
        "receipt.printed": say("workbook", "Receipt printed"),
        "complaint.noted": say("workbook", "Note"),
        "complaint.withdrawn": say("workbook", "Withdrawn"),
        "complaint.passed_on": say("workbook", "Handed over"),
        "complaint.accepted": say("workbook", "Hand-over accepted"),
        "complaint.declined": say("workbook", "Hand-over given back"),
        "complaint.started": say("workbook", "Handling began"),
        "complaint.contacted": say("workbook", "Contact"),
        "complaint.extended": say("workbook", "More time agreed"),
        "complaint.examined": say("workbook", "Examined"),
        "complaint.judged": say("workbook", "Judged"),
        "complaint.judgement_confirmed": say("workbook", "Judgement confirmed"),
        "complaint.promised": say("workbook", "Promised"),
        "complaint.promise_kept": say("workbook", "Promise kept"),
        "complaint.promise_broken": say("workbook", "Promise broken"),
        "complaint.waiting": say("workbook", "Waiting"),
        "complaint.solved": say("workbook", "Solved"),
        "complaint.closed": say("workbook", "Closed"),
        "complaint.not_agreed": say("workbook", "Customer does not agree"),
        "complaint.reopened": say("workbook", "Reopened"),
        "complaint.corrected": say("workbook", "Corrected"),
        "complaint.attached": say("workbook", "Attached"),
        "complaint.linked": say("workbook", "Linked"),
        "complaint.conflict_settled": say("workbook", "Contradiction settled"),
        "person.erased": say("workbook", "Personal data erased"),
    }
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


def facts(told: Told) -> Cell:
    """What is known of an entry beside people's own words; the rest of it is for the program."""
    found = (_fact(told, name, value) for name, value in told.line.detail)
    return "; ".join(fact.into(told.case.language) for fact in found if fact is not None)


def _fact(told: Told, name: str, value: str) -> Text | None:
    if name in _LISTS:
        return _LISTS[name].get(value)
    sentence = _NAMED.get(name)
    if sentence is None or (told.case.plain and name in _PERSONAL):
        return None
    return sentence(value=_value(told, name, value))


def _value(told: Told, name: str, value: str) -> Text | str:
    if name in _STAFF:
        return told.case.name(value)
    if name in _WORDS:
        return told.case.words(value)
    if name not in _MOMENTS:
        return value
    when = time_of(value)
    return _WHEN(day=short(when), clock=clock(when)) if when else value


def _what(told: Told) -> Cell:
    return _KINDS.get(told.line.kind, told.line.kind)


TIMELINE: tuple[Field[Told], ...] = (
    field(say("workbook", "Number"), 25, lambda told: told.case.complaint.number, "code"),
    field(say("workbook", "Branch"), 8, lambda told: told.case.facts.branch, "code"),
    field(say("workbook", "When"), 17, lambda told: told.line.at, "moment"),
    field(
        say("workbook", "Really happened"),
        17,
        lambda told: time_of(told.line.happened_at) or told.line.happened_at,
        "moment",
    ),
    field(say("workbook", "Who"), 20, lambda told: told.case.name(told.line.actor), personal=True),
    field(say("workbook", "What was done"), 24, _what),
    field(say("workbook", "Details"), 40, facts),
    field(say("workbook", "Words"), 60, lambda told: told.line.text, personal=True),
    field(say("workbook", "Note"), 36, lambda told: told.line.note, personal=True),
)
