"""What was said of a complaint when it was taken in, as a screen shows it, and its warnings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from desk.moments import moment
from desk.rules.case_entries import ComplaintRegistered
from desk.rules.complaint import Complaint
from desk.rules.facts import LABELS, ON_PAGE
from desk.rules.people import Circle
from desk.telling import standing
from desk.telling.standing import Told, fact_words
from desk.words import Text, say

Words = Text | str
NOBODY = Circle("", ())


@dataclass(frozen=True)
class Fact:
    """One thing that is known, with what it is called; what needs no name has an empty label."""

    label: Words
    value: Words


@dataclass(frozen=True)
class Section:
    """Facts that belong together; those without words are left out."""

    title: Text
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A photo or document of the case; `here` is False while its file has not come."""

    digest: str
    name: Text
    here: bool


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the page needs to know beside the complaint itself; `circle` is who looks at it."""

    now: datetime
    circle: Circle = NOBODY
    names: Mapping[str, str] = field(default_factory=dict)
    branches: Mapping[str, str] = field(default_factory=dict)
    here: Callable[[str], bool] = lambda _digest: True


def warnings(complaint: Complaint) -> tuple[Told, ...]:
    """What is read before anything else."""
    found = []
    unsafe = complaint.registered is not None and complaint.registered.safety
    if unsafe and complaint.state != "closed":  # then it was checked, and the customer agreed
        found.append(standing.SAFETY_WARNING)
    found += [
        Told(standing.conflict_words(conflict, complaint.timeline), "soon")
        for conflict in complaint.conflicts
    ]
    if complaint.update_needed:
        found.append(standing.UPDATE_NEEDED)
    return tuple(found)


SAID = say("case_head", "The customer says")
_TITLES: Mapping[str, Text] = MappingProxyType(
    {
        "matter": SAID,
        "sale": say("case", "What was bought"),
        "taken_in": say("case", "Taken in"),
        "reach": say("case", "Reached by"),
        "arrival": say("case", "How it came in"),
    }
)
_LABELS: Mapping[str, Words] = MappingProxyType(
    {
        "what_happened": "",
        "nota": say("case", "Nota"),
        "bought_at": say("case", "Bought"),
        "sold_branch": say("case", "Bought at"),
        "received_at": say("case", "Received"),
        "branch": say("case", "Branch"),
        "at_branch": say("case", "Handled at"),
        "served_by": say("case", "Served by"),
    }
)
"""How a fact is called where it stands among others of its section."""


def sections(complaint: Complaint, around: Around) -> tuple[Section, ...]:
    """What was said and bought when it was taken in, and how it came."""
    facts = complaint.registered
    if facts is None:
        return ()
    around_number = _around_number(complaint, facts, around)

    def value(name: str) -> Words:
        if name in around_number:
            return around_number[name]
        held = getattr(facts, name)
        return fact_words(name, ", ".join(held) if isinstance(held, tuple) else held)

    found = (
        Section(
            _TITLES[title],
            tuple(
                Fact(_LABELS.get(name, LABELS.get(name, "")), words)
                for name in names
                if (words := value(name))
            ),
        )
        for title, names in ON_PAGE.items()
    )
    return tuple(section for section in found if section.facts)


def _around_number(
    complaint: Complaint, facts: ComplaintRegistered, around: Around
) -> Mapping[str, Words]:
    """What was not asked alone, but belongs to the number, the branches or the people."""
    nota: Words = facts.order or f"{facts.nota:07}"
    if facts.no_nota and not facts.order:
        nota = say("case", "without a nota")
    came = complaint.received_at
    return {
        "nota": nota,
        "sold_branch": _branch(facts.sold_branch, around),
        "received_at": moment(came) if came else "",
        "branch": _branch(facts.branch, around),
        "at_branch": _elsewhere(complaint, facts, around),
        "served_by": around.names.get(complaint.served_by, complaint.served_by),
    }


def _elsewhere(complaint: Complaint, facts: ComplaintRegistered, around: Around) -> Words:
    """The branch where it is handled now, where it is another."""
    same = complaint.at_branch == facts.branch
    return "" if same else _branch(complaint.at_branch, around)


def _branch(code: str, around: Around) -> Words:
    name = around.branches.get(code)
    if not code or not name:
        return code
    return say("case", "{code}, {name}")(code=code, name=name)
