"""The words for a complaint on a screen: its state, what is due, what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from desk import phones
from desk.moments import near, short, span
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint, Conflict, Line
from desk.rules.facts import LISTS
from desk.rules.number import parse_number
from desk.words import Text, say

SOON = timedelta(hours=4)
"""A complaint that is due within this time is told as urgent."""

_LONGEST_NAME = 48
_LEAST = timedelta(minutes=1)  # nobody says “0 minutes late”


@dataclass(frozen=True)
class Told:
    """Words, and the tone in which they are said: “late”, “soon”, “good”, “calm” …

    `icon` is a shape of its own, where the tone's shape would say something else.
    """

    words: Text | str
    tone: str = "calm"
    icon: str = ""


_STATE_TONES = MappingProxyType(
    {
        "waiting_customer": "waiting",
        "solved": "good",
        "closed": "good",
        "reopened": "soon",
    }
)
WRITTEN: Mapping[str, Text] = MappingProxyType(
    {
        "complaint.registered": say("entries", "Taken in"),
        "receipt.printed": say("entries", "Receipt printed"),
        "complaint.noted": say("entries", "Note"),
        "complaint.withdrawn": say("entries", "Withdrawn"),
        "complaint.passed_on": say("entries", "Handed over"),
        "complaint.accepted": say("entries", "Hand-over accepted"),
        "complaint.declined": say("entries", "Hand-over given back"),
        "complaint.started": say("entries", "Handling began"),
        "complaint.contacted": say("entries", "Contact"),
        "complaint.extended": say("entries", "More time agreed"),
        "complaint.examined": say("entries", "Examined"),
        "complaint.judged": say("entries", "Judged"),
        "complaint.judgement_confirmed": say("entries", "Judgement confirmed"),
        "complaint.promised": say("entries", "Promised"),
        "complaint.promise_kept": say("entries", "Promise kept"),
        "complaint.promise_broken": say("entries", "Promise broken"),
        "complaint.waiting": say("entries", "Waiting"),
        "complaint.solved": say("entries", "Solved"),
        "complaint.closed": say("entries", "Closed"),
        "complaint.not_agreed": say("entries", "Customer does not agree"),
        "complaint.reopened": say("entries", "Reopened"),
        "complaint.corrected": say("entries", "Corrected"),
        "complaint.attached": say("entries", "Attached"),
        "complaint.linked": say("entries", "Linked"),
        "complaint.conflict_settled": say("entries", "Contradiction settled"),
        "person.erased": say("entries", "Personal data erased"),
    }
)
"""What each kind of entry is called, in a list and where it contradicts another."""
NOT_PRINTED = Told(say("case", "not printed"), "soon", "print")
SAFETY = Told(say("case", "Safety"), "safety")
SAFETY_WARNING = Told(
    say("case", "Safety: the product is not to be used until it has been checked."), "safety"
)
UPDATE_NEEDED = Told(
    say(
        "case",
        "A newer version of this program wrote something here that this one cannot show. "
        "Everything is kept. Update the program to see it.",
    ),
    "soon",
)


def conflict_words(conflict: Conflict, timeline: Sequence[Line]) -> Text:
    """A contradiction with what was written in words, not in the key of its kind."""
    for line in timeline:
        if f"{line.node}:{line.seq}" == conflict.entry:
            return conflict.text(kind=WRITTEN.get(line.kind, line.kind))
    return conflict.text


def grouped(number: str) -> str:
    """A complaint number for reading aloud; any other text as it is."""
    parsed = parse_number(number)
    return parsed.grouped if parsed else number


def fact_words(name: str, value: str) -> Text | str:
    """What a fact of `rules.facts` holds, as people read it; empty where it is empty."""
    if name in LISTS:
        return LISTS[name].get(value, value)
    if name == "phone":
        return phones.shown(value)
    return _day(value) if name == "bought_at" else value


def _day(value: str) -> Text | str:
    try:
        return short(date.fromisoformat(value))
    except ValueError:
        return value


def branch_words(code: str, names: Mapping[str, str]) -> Text:
    """A branch by its code, and its name where it is known."""
    if not names.get(code):
        return say("case", "branch {code}")(code=code)
    return say("case", "branch {code}, {name}")(code=code, name=names[code])


@lru_cache(maxsize=4096)
def masked(phone: str) -> str:
    """A phone number as lists show it; remembered, since a list asks for it again and again."""
    return phones.masked(phone)


def state(key: str) -> Told:
    """The state of a complaint."""
    return Told(STATES.get(key, key), _STATE_TONES.get(key, "calm"))


def due(due_at: datetime, now: datetime) -> Told:
    """When an open complaint is due: “2 hours late”, “today 14.10”."""
    if due_at < now:
        return Told(_late(now - due_at), "late")
    return Told(near(due_at, now), "soon" if due_at - now <= SOON else "calm")


def _late(length: timedelta) -> Text:
    return say("case", "{span} late")(span=span(max(length, _LEAST)))


def customer(complaint: Complaint) -> Text | str:
    """The customer's name; without one, since it was erased, still something to say."""
    name = complaint.registered.name if complaint.registered else ""
    return name or say("case", "the customer")


def called(complaint: Complaint) -> Text | str:
    """The customer in a sentence: a name that leaves room for the words around it."""
    name = customer(complaint)
    if isinstance(name, str) and len(name) > _LONGEST_NAME:
        return name[: _LONGEST_NAME - 1] + "…"
    return name
