"""How a complaint stands: the words for its state and what is due, and the next thing to do.

The next step is for the person who looks at it: a sentence and an action.

A customer can be told without their data, for messages that go through other people's phones. Words
that somebody typed are searched for name, numbers, e-mail and address; what is found is masked.
Rather too much than too little: a word that is also the name may be masked with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from desk import phones
from desk.moments import near, short, span
from desk.rules import deciding
from desk.rules.choices import STATES
from desk.rules.complaint import Complaint, Conflict, Line, Promise
from desk.rules.facts import LISTS
from desk.rules.number import parse_number
from desk.rules.people import Action, Circle
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


def branch_name(code: str, names: Mapping[str, str]) -> Text | str:
    """A branch in few words, as in a list."""
    name = names.get(code)
    return say("queue", "{code} · {name}")(code=code, name=name) if name else code


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


@dataclass(frozen=True, kw_only=True)
class Step:
    """What is to be done next; `action` is None where this person has nothing to do.

    `tone` and `icon` as in `standing.Told`; `promise` is the promise that `action` is about.
    """

    words: Text
    tone: str = "calm"
    icon: str = ""
    action: Action | None = None
    promise: str = ""

    @property
    def told(self) -> Told:
        """The words as a banner shows them."""
        return Told(self.words, self.tone, self.icon)


def next_step(complaint: Complaint, circle: Circle, now: datetime) -> Step:
    """The biggest sentence on the screen. What burns comes before what comes next."""
    if complaint.registered is None or complaint.due_at is None:
        words = say(
            "case_next", "The registration is not here yet. It comes with a file of its branch."
        )
        return Step(words=words, tone="waiting")
    look = _Look(complaint, circle, now)
    if not complaint.open:
        return look.ended()
    return next(look.steps())


@dataclass(frozen=True)
class _Look:
    """One complaint, seen by one person at one moment."""

    case: Complaint
    circle: Circle
    now: datetime

    def can(self, action: Action) -> bool:
        return deciding.refusal(action, self.circle, self.case) is None

    @property
    def name(self) -> Text | str:
        return called(self.case)

    def who(self, staff: str) -> Text | str:
        known = self.circle.name_of(staff)
        return say("case_next", "a colleague who left") if known == staff else known

    def ago(self, when: datetime) -> Text:
        return span(max(self.now - when, _LEAST))

    def steps(self) -> Iterator[Step]:
        """Everything that is to be done, the most urgent first; there is always one."""
        if self.offered_here:
            words = say("case_next", "Accept what {who} hands over")
            offered = words(who=self.who(self.case.offered_by))
            yield Step(words=offered, tone="soon", icon="pass_on", action=Action.ACCEPT)
        yield from self.burning()
        yield from self.contradiction()
        yield from self.judgement()
        if self.case.state == "solved":
            yield self.ask_customer()
        yield from self.handling()
        yield self.contact()

    @property
    def offered_here(self) -> bool:
        """Whether it is handed over to this person, or to whoever works at this branch."""
        case, circle = self.case, self.circle
        if case.offered_to:
            return case.offered_to == circle.actor
        return case.offered_branch == circle.branch and self.can(Action.ACCEPT)

    def contradiction(self) -> Iterator[Step]:
        if self.case.conflicts and self.can(Action.SETTLE):
            words = say("case_next", "Two entries contradict each other: write down what holds")
            yield Step(words=words, tone="soon", icon="warning", action=Action.SETTLE)

    def burning(self) -> Iterator[Step]:
        """What is late or nearly so: the answer, a promise, news."""
        due, news = self.case.due_at, self.case.next_contact_at
        if due is not None and due < self.now and self.case.state != "solved":
            yield self.late(due)
        soonest = self.case.open_promises[:1]
        if soonest and soonest[0].by - self.now <= SOON:
            yield self.promised(soonest[0])
        if news is not None and news < self.now and self.case.state != "solved":
            silent = say("case_next", "No news since {when} was promised: {call}")
            yield self.reach(silent(when=near(news, self.now), call=self.call_now()), "late")

    def late(self, due: datetime) -> Step:
        """To call comes first; where that was done, it is solved."""
        news = self.case.next_contact_at
        if news is None or news <= self.now:
            words = say("case_next", "{span} late: {call}")
            return self.reach(words(span=self.ago(due), call=self.call_now()), "late")
        words = say("case_next", "{span} late: solve it; {name} hears from us before {news}")
        told = words(span=self.ago(due), name=self.name, news=near(news, self.now))
        action = Action.SOLVE if self.can(Action.SOLVE) else Action.CONTACT
        return Step(words=told, tone="late", action=action)

    def promised(self, promise: Promise) -> Step:
        late = promise.by < self.now
        words = say("case_next", "Promised to {name} for {by} by {who}: “{what}”")
        if late:
            words = say("case_next", "{span} late, promised to {name} by {who}: “{what}”")
        told = words(
            by=near(promise.by, self.now),
            span=self.ago(promise.by),
            name=self.name,
            what=" ".join(promise.what.split()),
            who=self.who(promise.who),
        )
        tone = "late" if late else "soon"
        return Step(words=told, tone=tone, icon="bell", action=Action.KEEP, promise=promise.id)

    def judgement(self) -> Iterator[Step]:
        case = self.case
        if case.fault and not case.confirmed_by and self.can(Action.CONFIRM_JUDGEMENT):
            words = say("case_next", "Confirm {who}'s judgement")(who=self.who(case.judged_by))
            yield Step(words=words, icon="check", action=Action.CONFIRM_JUDGEMENT)
        analysed = bool(case.cause) or case.state == "solved"
        if analysed and not case.fault and self.can(Action.JUDGE):
            words = say("case_next", "Judge whose fault it was")
            yield Step(words=words, icon="key", action=Action.JUDGE)

    def ask_customer(self) -> Step:
        if self.can(Action.CLOSE):
            words = say("case_next", "Ask {name} whether all is well now, then close")
            return Step(words=words(name=self.name), tone="good", icon="phone", action=Action.CLOSE)
        others = self.circle.others_who_may(
            Action.CLOSE, {self.circle.actor, *self.case.repaired_by}
        )
        words = say("case_next", "Solved. Others ask {name} whether all is well now: {names}")
        if not others:
            words = say("case_next", "Solved. It waits for the word of {name}")
        told = words(name=self.name, names=", ".join(others))
        return Step(words=told, tone="good")

    def handling(self) -> Iterator[Step]:
        case, due = self.case, near(self.case.due_at or self.now, self.now)
        if not case.found and not self.can(Action.SOLVE) and self.can(Action.EXAMINE):
            words = say("case_next", "Examine the product before {due}")(due=due)
            yield Step(words=words, tone=self.tone, icon="tag", action=Action.EXAMINE)
        if case.offered_to or case.offered_branch:
            words = say("case_next", "Waiting for {who} to accept; call {name} before {due}")
            there = branch_words(case.offered_branch, {})
            who = self.who(case.offered_to) if case.offered_to else there
            told = words(who=who, name=self.name, due=due)
            yield Step(words=told, tone=self.tone, icon="waiting", action=Action.CONTACT)
        if case.state == "waiting_customer":
            words = say("case_next", "Waiting for {name}: remind them before {due}")
            yield self.reach(words(name=self.name, due=due))
        if case.waits_for:
            words = say("case_next", "Waiting for it: tell {name} how far it is before {due}")
            yield self.reach(words(name=self.name, due=due))
        yield from self.fresh(due)
        if case.cause and case.remedy and self.can(Action.SOLVE):
            words = say("case_next", "Solve it before {due}: cause and remedy are known")(due=due)
            yield Step(words=words, tone=self.tone, icon="done", action=Action.SOLVE)

    def fresh(self, due: Text) -> Iterator[Step]:
        if self.case.state not in {"received", "passed_on", "reopened"}:
            return
        others = self.circle.others_who_may(Action.SOLVE, {self.circle.actor})
        hand_over = not self.can(Action.SOLVE) and self.can(Action.PASS_ON) and bool(others)
        if hand_over and self.case.state != "passed_on":
            words = say("case_next", "Pass it on; {name} hears from us before {due}")
            told = words(name=self.name, due=due)
            yield Step(words=told, tone=self.tone, icon="pass_on", action=Action.PASS_ON)
        if self.can(Action.START):
            words = self.begin()(name=self.name, due=due)
            yield Step(words=words, tone=self.tone, icon="forward", action=Action.START)

    def begin(self) -> Text:
        facts = self.case.registered
        if facts and facts.phone:
            return say("case_next", "Begin: call {name} before {due}")
        if facts and facts.email:
            return say("case_next", "Begin: write to {name} before {due}")
        return say("case_next", "Begin: give {name} an answer before {due}")

    def contact(self) -> Step:
        facts, due = self.case.registered, near(self.case.due_at or self.now, self.now)
        words = say("case_next", "Give {name} an answer before {due}")
        if facts and facts.phone:
            words = say("case_next", "Call {name} before {due}")
        elif facts and facts.email:
            words = say("case_next", "Write to {name} before {due}")
        return self.reach(words(name=self.name, due=due))

    @property
    def tone(self) -> str:
        due = self.case.due_at
        return "soon" if due is not None and due - self.now <= SOON else "calm"

    def reach(self, words: Text, tone: str = "") -> Step:
        facts = self.case.registered
        icon = "phone" if facts and facts.phone else "message"
        return Step(words=words, tone=tone or self.tone, icon=icon, action=Action.CONTACT)

    def call_now(self) -> Text:
        facts = self.case.registered
        words = say("case_next", "give {name} an answer now")
        if facts and facts.phone:
            words = say("case_next", "call {name} now")
        elif facts and facts.email:
            words = say("case_next", "write to {name} now")
        return words(name=self.name)

    def ended(self) -> Step:
        """Closed or withdrawn: what is still owed, the after-care call, or nothing."""
        case, soonest = self.case, self.case.open_promises[:1]
        if soonest:
            return self.promised(soonest[0])
        for step in self.contradiction():
            return step
        call = case.aftercare_at
        if call is not None and call <= self.now:
            words = say("case_next", "After-care call to {name}, due since {when}")
            told = words(name=self.name, when=near(call, self.now))
            return Step(words=told, tone="soon", icon="phone", action=Action.CONTACT)
        for step in self.judgement():
            return step
        if call is not None:
            words = say("case_next", "Closed. After-care call to {name} {when}")
            return Step(words=words(name=self.name, when=near(call, self.now)), tone="good")
        return self.nothing_left()

    def nothing_left(self) -> Step:
        """It ended, and nobody owes anything."""
        when = near(self.case.closed_at or self.case.ended_at or self.now, self.now)
        if self.case.state == "closed":
            words = say("case_next", "Closed {when}. Nothing is left to do")
            return Step(words=words(when=when), tone="good")
        return Step(words=say("case_next", "Withdrawn {when}. Nothing is left to do")(when=when))


_HONORIFICS = re.compile(
    r"(?:bapak|bpk|pak|ibu|bu|kakak|kak|mas|mba|mbak|bang|abang|om|tante|koh|cik?|nona|ny|nyonya|tn|tuan"
    r"|sdri?|saudar[ai]|mrs?|ms|miss|sir|madam|drs?|ir|prof|hj?|haji)\b\.?",
    re.IGNORECASE,
)
_ALSO_WORDS = re.compile(
    "ayu|bulan|bunga|hari|indah|jaya|mega|permata|putra|putri|untung", re.IGNORECASE
)
"""Names that are everyday words too: masked only where they are written as names."""

_HIDDEN = "••••"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"(?<!\d)(?:\(\+?\d{2,4}\)|\+?\d)[\d \t\xa0().\-/‐‑‒–—]{5,}\d")
_DAY = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}(?!\d)")
_FEWEST, _SAME = 9, 7  # digits of a number with its area or country code; of one's own number


def initials(name: str) -> str:
    """“Bapak Hari Santoso” becomes “Bapak H. S.”; forms of address before the name stay."""
    words = name.split()
    address = 0
    while address < len(words) and _is_address(words[address]):
        address += 1
    letters = (re.search(r"[^\W\d_]", word) for word in words[address:])
    return " ".join([*words[:address], *(f"{match[0].upper()}." for match in letters if match)])


def without_personal(text: str, *, name: str, phone: str = "", address: str = "") -> str:
    """What somebody typed about a customer, with the customer's data masked."""
    if address.strip():
        text = re.sub(re.escape(address.strip()), _HIDDEN, text, flags=re.IGNORECASE)
    text = _EMAIL.sub(_HIDDEN, text)
    text = _DIGITS.sub(lambda match: _without_phone(match[0], phone), text)
    for word in name.split():
        if len(word) > 2 and not _is_address(word):
            text = _without_word(text, word)
    return text


def _is_address(word: str) -> bool:
    return _HONORIFICS.fullmatch(word) is not None


def _without_phone(found: str, phone: str) -> str:
    digits, own = re.sub(r"\D", "", found), re.sub(r"\D", "", phone)
    if own and own[-_SAME:] in digits:
        return _HIDDEN
    if parse_number(f"K{found.strip()}") or _DAY.match(found):
        return found
    likely = found.startswith("+") or digits.startswith(("0", "62", "8"))
    return _HIDDEN if likely and len(digits) >= _FEWEST else found


def _without_word(text: str, word: str) -> str:
    letter = initials(word)
    if not _ALSO_WORDS.fullmatch(word):
        return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", letter, text, flags=re.IGNORECASE)
    behind = rf"(?<!\w)({_HONORIFICS.pattern}\s+){re.escape(word)}(?!\w)"
    text = re.sub(behind, lambda match: match[1] + letter, text, flags=re.IGNORECASE)
    as_name = f"{re.escape(word.capitalize())}|{re.escape(word.upper())}"
    return re.sub(rf"(?<!\w)(?:{as_name})(?!\w)", letter, text)
