"""A case as a screen tells it: its head, its warnings, what is known of it, and its progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from desk import phones
from desk.moments import moment, near, span
from desk.rules.choices import FACTORS, FAULTS
from desk.rules.complaint import Complaint, Line, Promise
from desk.rules.entries import ComplaintRegistered
from desk.rules.facts import LABELS, ON_PAGE
from desk.rules.people import Circle
from desk.telling import standing
from desk.telling.standing import Told, branch_words, fact_words
from desk.words import Text, counted, say

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


@dataclass(frozen=True, kw_only=True)
class Head:
    """Who, what, and how it stands; `badges` are told by word, shape and colour.

    `marks` are those that stand beside a list, which tells the time itself.
    """

    grouped: str
    customer: Words
    product: str
    badges: tuple[Told, ...]
    marks: tuple[Told, ...]
    line: tuple[Words, ...]
    warnings: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True)
class OpenPromise:
    """One promise of the case; `open` ones can be kept or broken."""

    id: str
    words: Told
    open: bool


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known: the customer and how to call them, facts in sections, promises, photos.

    `phone_link` is for dialling, often E.164.
    """

    customer: Words
    phone: str
    phone_link: str
    sections: tuple[Section, ...]
    promises: tuple[OpenPromise, ...]
    photos: tuple[Photo, ...]


def head(complaint: Complaint, around: Around) -> Head:
    """The head of the screen."""
    facts = complaint.registered
    safety, not_printed = facts and facts.safety, facts and not complaint.receipts
    return Head(
        grouped=standing.grouped(complaint.number),
        customer=standing.customer(complaint),
        product=facts.product if facts else "",
        badges=tuple(_badges(complaint, around.now)),
        marks=(
            standing.state(complaint.state),
            standing.SAFETY if safety else Told(""),
            standing.NOT_PRINTED if not_printed else Told(""),
        ),
        line=tuple(_line(complaint, around)),
        warnings=warnings(complaint),
    )


def _badges(complaint: Complaint, now: datetime) -> Iterator[Told]:
    yield standing.state(complaint.state)
    if complaint.due_at is not None:
        yield due(complaint, now)
    if complaint.registered is not None and complaint.registered.safety:
        yield standing.SAFETY
    yield flag(complaint)
    if complaint.conflicts:
        yield Told(say("case_head", "Needs a look"), "soon", "warning")


def due(complaint: Complaint, now: datetime) -> Told:
    """When it is due, or how its promise was held."""
    moment = complaint.due_at or now
    if complaint.state == "withdrawn":
        return Told("")
    if complaint.ended_at is not None:
        return _HELD.get(complaint.bucket(now), Told(""))
    told = standing.due(moment, now)
    if told.tone == "late":
        return told
    return Told(say("case_head", "Due {when}")(when=told.words), told.tone, "clock")


_HELD = {
    "in_time": Told(say("case_head", "Solved within 24 hours"), "good"),
    "extended": Told(say("case_head", "Solved within the agreed time"), "good"),
    "late": Told(say("case_head", "Solved late"), "late"),
}


def flag(complaint: Complaint) -> Told:
    """The complaint flag: ON, OFF, or not judged yet."""
    if complaint.flag is None:
        undecided = say("case_head", "Flag: nobody at fault")
        return Told(
            undecided if complaint.fault else say("case_head", "Not judged"), "calm", "help"
        )
    if complaint.flag:
        return Told(say("case_head", "Flag ON"), "late", "warning")
    return Told(say("case_head", "Flag OFF"), "good")


def _line(complaint: Complaint, around: Around) -> Iterator[Words]:
    def name(staff: str) -> str:
        return around.names.get(staff, staff)

    if complaint.holder and complaint.open:
        yield say("case_head", "With {who}")(who=name(complaint.holder))
    facts, offered = complaint.registered, complaint.offered_to
    if offered or complaint.offered_branch:
        handed = say("case_head", "handed over to {who}, not accepted yet")
        branch = branch_words(complaint.offered_branch, around.branches)
        if offered and complaint.offered_branch:
            handed = say("case_head", "handed over to {who}, {branch}, not accepted yet")
        yield handed(who=name(offered) if offered else branch, branch=branch)
    elif facts and complaint.at_branch != facts.branch:
        there = say("case_head", "at {branch}")
        yield there(branch=branch_words(complaint.at_branch, around.branches))
    if complaint.reopened:
        again = say("case_head", "new round since {when}")
        began = complaint.round_began_at or around.now
        yield again(when=near(began, around.now))
    if complaint.extensions:
        yield counted(
            complaint.extensions,
            say("case_head", "extended once"),
            say("case_head", "extended {n} times"),
        )
    if complaint.was_late and complaint.due_at is not None and complaint.due_at >= around.now:
        yield say("case_head", "was late before")
    if complaint.head_office_decides:
        yield say("case_head", "head office decides")
    elif complaint.level == "cro":
        yield say("case_head", "went up to the CRO")
    news = complaint.next_contact_at
    # A promise that falls due before brings the news: one moment is told, not two.
    told_before = news and any(promise.by <= news for promise in complaint.open_promises)
    if complaint.open and complaint.state != "solved" and news is not None and not told_before:
        yield _news(news, around.now)
    if complaint.alone:
        yield say("case_head", "done by one person alone")


def _news(at: datetime, now: datetime) -> Text:
    if at < now:
        return say("case_head", "news overdue since {when}")(when=near(at, now))
    return say("case_head", "next news before {when}")(when=near(at, now))


def known(complaint: Complaint, around: Around) -> Known:
    """The left column."""
    told = sections(complaint, around)
    said = int(bool(told) and told[0].title == SAID)
    shown = (*told[:said], _found(complaint, around), *told[said:])  # their words, then ours
    phone = complaint.registered.phone if complaint.registered else ""
    return Known(
        customer=standing.customer(complaint),
        phone=phones.shown(phone),
        phone_link=phone,
        sections=tuple(section for section in shown if section.facts),
        promises=tuple(_owed(promise, around) for promise in complaint.promises),
        photos=_photos(complaint, around),
    )


def _found(complaint: Complaint, around: Around) -> Section:
    found = (
        Fact("", complaint.found),
        Fact(say("case_head", "Cause"), complaint.cause),
        Fact(say("case_head", "Remedy"), complaint.remedy),
        Fact(say("case_head", "Fault"), fault(complaint, around)),
        Fact(say("case_head", "Factor"), _factor(complaint)),
    )
    title = say("case_head", "The technician found")
    return Section(title, tuple(fact for fact in found if fact.value))


def fault(complaint: Complaint, around: Around) -> Words:
    """Whose fault it was, who says so, and whether that is confirmed; nothing if not judged."""
    if not complaint.fault:
        return ""
    words = say("case_head", "{fault}, says {who}; not confirmed yet")
    if complaint.confirmed_by:
        words = say("case_head", "{fault}, says {who}; confirmed by {other}")
    return words(
        fault=FAULTS.get(complaint.fault, complaint.fault),
        who=around.names.get(complaint.judged_by, complaint.judged_by),
        other=around.names.get(complaint.confirmed_by, complaint.confirmed_by),
    )


def _factor(complaint: Complaint) -> Words:
    factor = complaint.registered.factor if complaint.registered else ""
    return FACTORS.get(factor, factor)


def _owed(promise: Promise, around: Around) -> OpenPromise:
    when, who = near(promise.by, around.now), around.names.get(promise.who, promise.who)
    if promise.state == "kept":
        kept = say("case_head", "{what}: kept")
        late = say("case_head", "{what}: kept, but late")
        words, tone = (late, "soon") if promise.kept_late else (kept, "good")
    elif promise.state == "broken":
        words, tone = say("case_head", "{what}: not kept"), "late"
    elif promise.by < around.now:
        words, tone = say("case_head", "{what}: {who}, {span} late"), "late"
    else:
        words, tone = say("case_head", "{what}: {who}, before {when}"), "soon"
        if promise.by - around.now > standing.SOON:
            tone = "calm"
    length = span(abs(around.now - promise.by))
    told = words(what=promise.what.rstrip(" ."), who=who, when=when, span=length)
    return OpenPromise(id=promise.id, words=Told(told, tone), open=promise.state == "open")


def _photos(complaint: Complaint, around: Around) -> tuple[Photo, ...]:
    return tuple(
        Photo(
            digest=digest,
            name=say("case_head", "Photo {n}")(n=at),
            here=around.here(digest),
        )
        for at, digest in enumerate(dict.fromkeys(complaint.files), start=1)
    )


@dataclass(frozen=True, kw_only=True)
class Progress:
    """One of the six steps of recovery (domain.md, section 8), and whether it was taken."""

    name: Text
    hint: Text
    done: bool


def recovery(complaint: Complaint) -> tuple[Progress, ...]:
    """The six steps, as far as the entries tell that they were taken in this round."""
    facts = complaint.registered
    kinds = {line.kind for line in _this_round(complaint)}
    answered = any(
        line.kind == "complaint.contacted" and line.about("answered") == "true"
        for line in _this_round(complaint)
    )
    outlined = answered or bool(kinds & {"complaint.promised", "complaint.extended"})
    acted = complaint.state in {"solved", "closed"}
    wanted = bool(facts and (facts.expected or facts.asked_for))
    done = (
        facts is not None,
        bool(facts and (facts.understood or answered)),
        wanted,
        outlined or acted,
        acted,
        complaint.state == "closed",
    )
    return tuple(
        Progress(name=name, hint=hint, done=each)
        for (name, hint), each in zip(_RECOVERY, done, strict=True)
    )


_RECOVERY = (
    (
        say("case_head", "Respect"),
        say("case_head", "Express respect: the customer was received, and has a number."),
    ),
    (
        say("case_head", "Listen"),
        say("case_head", "Listen to understand: what was understood was read back to them."),
    ),
    (
        say("case_head", "Expectation"),
        say("case_head", "Dig for the expectation that was not met: what they want is known."),
    ),
    (
        say("case_head", "Solutions"),
        say("case_head", "Outline the solutions: they were told what will be done, and when."),
    ),
    (
        say("case_head", "Act"),
        say("case_head", "Act and follow up: it is solved."),
    ),
    (
        say("case_head", "Satisfied"),
        say("case_head", "Double-check satisfaction: closed with the customer's own word."),
    ),
)


def _this_round(complaint: Complaint) -> list[Line]:
    """The lines since the last reopening."""
    lines = list(complaint.timeline)
    again = [at for at, line in enumerate(lines) if line.kind == "complaint.reopened"]
    return lines[again[-1] :] if again else lines
