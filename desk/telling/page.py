"""A whole complaint as a screen shows it: plain sentences in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from desk import phones
from desk.moments import moment, near
from desk.rules.case_entries import ComplaintRegistered
from desk.rules.complaint import Complaint
from desk.rules.facts import LABELS, ON_PAGE
from desk.rules.people import Circle
from desk.telling import standing
from desk.telling.next_step import next_step
from desk.telling.standing import Told, fact_words
from desk.words import Text, say

Words = Text | str
NOBODY = Circle("", ())
NOTHING = Told("")


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
class Done:
    """One line of the timeline: when, by whom, what, and their own words."""

    when: Text
    who: str
    what: Text
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A photo or document of the case; `here` is False while its file has not come."""

    digest: str
    name: Text
    here: bool


@dataclass(frozen=True, kw_only=True)
class CasePage:
    """What stands on the page of one complaint. `phone_link` is for dialling, often E.164."""

    id: str
    number: str
    grouped: str
    state: Told
    next_step: Told
    safety: Told = NOTHING
    not_printed: Told = NOTHING
    warnings: tuple[Told, ...] = ()
    customer: Words = ""
    phone: str = ""
    phone_link: str = ""
    sections: tuple[Section, ...] = ()
    photos: tuple[Photo, ...] = ()
    timeline: tuple[Done, ...] = ()
    receipts: int = 0


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the page needs to know beside the complaint itself; `circle` is who looks at it."""

    now: datetime
    circle: Circle = NOBODY
    names: Mapping[str, str] = field(default_factory=dict)
    branches: Mapping[str, str] = field(default_factory=dict)
    here: Callable[[str], bool] = lambda _digest: True


def case_page(complaint: Complaint, around: Around) -> CasePage:
    """The page of `complaint` as it stands at `around.now`."""
    facts = complaint.registered
    phone = facts.phone if facts else ""
    return CasePage(
        id=complaint.id,
        number=complaint.number,
        grouped=standing.grouped(complaint.number),
        state=standing.state(complaint.state),
        next_step=next_step(complaint, around.circle, around.now).told,
        safety=standing.SAFETY if facts and facts.safety else NOTHING,
        not_printed=standing.NOT_PRINTED if facts and not complaint.receipts else NOTHING,
        warnings=_warnings(complaint),
        customer=standing.customer(complaint),
        phone=phones.shown(phone),
        phone_link=phone,
        sections=_sections(complaint, facts, around) if facts else (),
        photos=_photos(facts, around) if facts else (),
        timeline=_timeline(complaint, around),
        receipts=complaint.receipts,
    )


def _warnings(complaint: Complaint) -> tuple[Told, ...]:
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


_TITLES: Mapping[str, Text] = MappingProxyType(
    {
        "matter": say("case", "What happened"),
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


def _sections(
    complaint: Complaint, facts: ComplaintRegistered, around: Around
) -> tuple[Section, ...]:
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


def _photos(facts: ComplaintRegistered, around: Around) -> tuple[Photo, ...]:
    return tuple(
        Photo(
            digest=digest,
            name=say("case", "Photo {n}")(n=at),
            here=around.here(digest),
        )
        for at, digest in enumerate(facts.files, start=1)
    )


def _timeline(complaint: Complaint, around: Around) -> tuple[Done, ...]:
    """What the customer said stands on top of the page and is not said again."""
    return tuple(
        Done(
            when=near(line.at, around.now),
            who=around.names.get(line.actor, line.actor),
            what=what,
            text="" if line.kind == "complaint.registered" else line.text,
        )
        for line, what in zip(
            complaint.timeline, standing.entry_words(complaint.timeline), strict=True
        )
    )
