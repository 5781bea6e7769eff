"""Messages to a customer, and to the supervisor, prepared from a case for somebody to look over.

Nothing is sent from here: a text is copied, printed, or opened in WhatsApp by a link. A file of
texts (`resources/messages/*.json`) holds for each kind of message a list of paragraphs:

- a paragraph is a list of sentences, or ``{"lines": […]}`` where each stands on a line of its own;
- a sentence is a text, or a list of texts of which the first with all its blanks filled is taken,
  or ``{"needs": […], "say": …}``: each need is a blank that is filled or a condition that holds,
  with “not ” before it one that is not; one with an empty blank is left out;
- a text has blanks like ``{number}``; ``@opening`` stands for the sentence of that name in `parts`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from desk import moments, phones
from desk.app.editable import NOT_SO, Keys, built_in, edited, is_text, is_texts, same_form
from desk.journal.known import Shop
from desk.rules.choices import ASKED_FOR, MESSAGES, TO_COLLEAGUES
from desk.rules.complaint import Complaint, Promise
from desk.rules.errors import Invalid
from desk.telling.standing import grouped, initials, without_personal
from desk.words import Text, say

_CLOSED = ("!", "?", "…")
_NOT = "not "


@dataclass(frozen=True)
class Sentence:
    """Texts to choose from, and what has to hold."""

    texts: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Sentences, joined by a blank or by a new line."""

    sentences: tuple[Sentence, ...]
    between: str = " "


@dataclass(frozen=True)
class Known:
    """What a text may name."""

    blanks: Collection[str]
    conditions: Collection[str]
    parts: Collection[str] = ()


@dataclass(frozen=True)
class Facts:
    """The values of the blanks, the conditions that hold, the parts that texts may name."""

    values: Mapping[str, str]
    conditions: Collection[str]
    parts: Mapping[str, Sentence]


def paragraphs(raw: Any, known: Known, key: str) -> tuple[Paragraph, ...]:
    """A message as the file has it. Raises Invalid with what is wrong under `key`."""
    if not isinstance(raw, list) or not raw:
        raise Invalid(NOT_SO(key=key))
    return tuple(_paragraph(each, known, key) for each in raw)


def _paragraph(raw: Any, known: Known, key: str) -> Paragraph:
    between = " "
    if isinstance(raw, dict) and set(raw) == {"lines"}:
        raw, between = raw["lines"], "\n"
    if not isinstance(raw, list) or not raw:
        raise Invalid(NOT_SO(key=key))
    return Paragraph(tuple(sentence(each, known, key) for each in raw), between)


def sentence(raw: Any, known: Known, key: str) -> Sentence:
    """A sentence as the file has it. Raises Invalid with what is wrong under `key`."""
    needs: Any = []
    if isinstance(raw, dict) and set(raw) == {"needs", "say"}:
        raw, needs = raw["say"], raw["needs"]
    texts = [raw] if is_text(raw) else raw
    if not is_texts(texts) or not (needs == [] or is_texts(needs)):
        raise Invalid(NOT_SO(key=key))
    named = {need.removeprefix(_NOT) for need in needs} - {*known.conditions}
    for text in texts:
        named |= _named(text, known, key)
    for name in sorted(named - {*known.blanks}):
        raise Invalid(
            say("editable", "“{key}” uses {blank}, and there is no such blank.")(
                key=key, blank=f"{{{name}}}"
            )
        )
    return Sentence(tuple(texts), tuple(needs))


def _named(text: str, known: Known, key: str) -> set[str]:
    """The blanks of a text; a part counts as one that is not there, where it is not there."""
    if text.startswith("@"):
        return set() if text[1:] in known.parts else {text}
    try:
        pieces = list(Formatter().parse(text))
    except ValueError:
        raise Invalid(NOT_SO(key=key)) from None
    if any(form or turned for _, _, form, turned in pieces):
        raise Invalid(NOT_SO(key=key))
    return {name for _, name, _, _ in pieces if name is not None}


def written(message: Iterable[Paragraph], facts: Facts) -> str:
    """The message; paragraphs that have nothing to say are left out."""
    told = (_told(paragraph, facts) for paragraph in message)
    return "\n\n".join(filter(None, told))


def _told(paragraph: Paragraph, facts: Facts) -> str:
    told = (_chosen(sentence, facts) for sentence in paragraph.sentences)
    return paragraph.between.join(filter(None, told))


def _chosen(wanted: Sentence, facts: Facts) -> str:
    if not all(_holds(need, facts) for need in wanted.needs):
        return ""
    for text in wanted.texts:
        part = facts.parts.get(text[1:]) if text.startswith("@") else None
        told = _chosen(part, facts) if part else filled(text, facts.values)
        if told:
            return told
    return ""


def _holds(need: str, facts: Facts) -> bool:
    name = need.removeprefix(_NOT)
    return (name in facts.conditions or bool(facts.values.get(name))) != need.startswith(_NOT)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its blanks filled, or nothing where one is empty.

    A value that closes its own sentence takes no further full stop.
    """
    told = ""
    for literal, name, _, _ in Formatter().parse(text):
        closed = told.endswith((".", *_CLOSED)) and literal.startswith(".")
        told += literal[1:] if closed else literal
        if name is not None:
            value = values.get(name, "")
            if not value:
                return ""
            told += value
    return told


BLANKS: Mapping[str, str] = {
    "greeting": "good morning, by the hour",
    "name": "the customer, with the form of address as it was typed",
    "you": "how the customer is addressed: Bapak, Ibu …",
    "initials": "the customer, masked",
    "number": "the complaint number, grouped for reading",
    "product": "the product",
    "understood": "what the desk understood",
    "happened": "what happened, in the customer's words",
    "asked": "what the customer asks for",
    "received": "the day on which it came in",
    "due": "the promised moment, while it lies ahead",
    "due_was": "the promised moment, once it has passed",
    "until": "the moment that is proposed now",
    "next": "the next contact that is due, while it lies ahead",
    "today": "the day on which this is written",
    "closed": "the day of closing",
    "why": "the reason that the writer gives",
    "found": "what the technician found",
    "cause": "the cause",
    "remedy": "what was done about it",
    "promise": "the first open promise",
    "promise_by": "its moment",
    "shop": "the company",
    "branch": "the branch's name",
    "place": "company and branch",
    "reach": "how the shop is reached",
    "writer": "who writes",
}
"""The blanks that a text may have."""

CONDITIONS: Mapping[str, str] = {
    "safety": "the product is not to be used",
    "late": "open past the promised moment",
    "reopened": "the customer brought it back",
    "extended": "more time was agreed before",
    "waits_part": "a part is waited for",
    "waits_maker": "the maker is waited for",
    "fault_shop": "the shop was at fault",
    "agreed": "the customer agreed",
    "partly": "the customer agreed in part",
    "not_agreed": "the customer does not agree",
    "head_office": "it went up to head office",
    "open": "somebody still owes the customer something",
}
"""The conditions that a text may need."""

_LONGEST = 600
"""Characters of a value: a link that opens WhatsApp carries some 2,000."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Who tells it, in which words: `words` are the file's own, `you` its forms of address."""

    shop: Shop
    writer: str
    language: str
    words: Mapping[str, str]
    you: Mapping[str, str]


def values(
    complaint: Complaint,
    telling: Telling,
    *,
    now: datetime,
    until: datetime | None = None,
    why: str = "",
    masked: bool = False,
) -> dict[str, str]:
    """The value of every blank, empty where there is none.

    With `masked` the customer stands there by their first letters, and what was typed about them
    is searched for their data.
    """
    told = (
        _customer(complaint, telling)
        | _case(complaint, telling)
        | _times(complaint, telling, now, until)
        | _shop(telling)
        | {"why": why}
    )
    if masked:
        told |= _masked(told, complaint)
    return {name: _clean(told.get(name, "")) for name in BLANKS}


def conditions(complaint: Complaint, now: datetime) -> frozenset[str]:
    """Those of `CONDITIONS` that hold."""
    facts = complaint.registered
    holds = {
        "safety": facts is not None and facts.safety,
        "late": is_late(complaint, now),
        "reopened": complaint.reopened > 0,
        "extended": complaint.extensions > 0,
        "waits_part": complaint.waits_for == "part",
        "waits_maker": complaint.waits_for == "maker",
        "fault_shop": complaint.fault == "shop",
        "agreed": complaint.answer == "agreed",
        "partly": complaint.answer == "partly",
        "not_agreed": complaint.answer == "not_agreed",
        "head_office": complaint.head_office_decides,
        "open": complaint.open,
    }
    return frozenset(name for name, held in holds.items() if held)


def is_late(complaint: Complaint, now: datetime) -> bool:
    """Whether the customer still waits, past the moment that is promised now."""
    due = complaint.due_at
    return complaint.open and complaint.ended_at is None and due is not None and due < now


def _customer(complaint: Complaint, telling: Telling) -> dict[str, str]:
    facts = complaint.registered
    name = facts.name if facts else ""
    first = next(iter(name.split()), "").rstrip(".").casefold()
    you = telling.you.get(first) or telling.you.get("", "")
    return {"name": name, "initials": initials(name), "you": you}


def _case(complaint: Complaint, telling: Telling) -> dict[str, str]:
    facts = complaint.registered
    told = {
        "number": grouped(complaint.number),
        "found": complaint.found,
        "cause": complaint.cause,
        "remedy": complaint.remedy,
    }
    if facts is not None:
        told |= {"product": facts.product, "understood": facts.understood}
        told |= {"happened": facts.what_happened}
        if facts.asked_for in ASKED_FOR and facts.asked_for != "other":
            told["asked"] = ASKED_FOR[facts.asked_for].into(telling.language)
    promise = _first_promise(complaint)
    if promise is not None:
        told |= {"promise": promise.what, "promise_by": _moment(promise.by, telling)}
    return told


def _first_promise(complaint: Complaint) -> Promise | None:
    return next(iter(complaint.open_promises), None)


def _times(
    complaint: Complaint, telling: Telling, now: datetime, until: datetime | None
) -> dict[str, str]:
    due, following = complaint.due_at, complaint.next_contact_at
    told = {"greeting": telling.words.get(_part_of_day(now), ""), "today": _day(now, telling)}
    if due is not None:
        told["due" if due > now else "due_was"] = _moment(due, telling)
    if following is not None and following > now:
        told["next"] = _moment(following, telling)
    if until is not None:
        told["until"] = _moment(until, telling)
    if complaint.received_at is not None:
        told["received"] = _day(complaint.received_at, telling)
    if complaint.closed_at is not None:
        told["closed"] = _day(complaint.closed_at, telling)
    return told


def _part_of_day(now: datetime) -> str:
    """As greetings go in Indonesia: until 11, until 15, until 18.30."""
    local = now.astimezone()
    minutes = local.hour * 60 + local.minute
    ends = ((11 * 60, "morning"), (15 * 60, "day"), (18 * 60 + 30, "afternoon"))
    return next((part for end, part in ends if minutes < end), "evening")


def _day(when: datetime, telling: Telling) -> str:
    return moments.day(when).into(telling.language)


def _moment(when: datetime, telling: Telling) -> str:
    clock = moments.clock(when).into(telling.language)
    form = telling.words.get("moment", "{day}, {clock}")
    return form.replace("{day}", _day(when, telling)).replace("{clock}", clock)


def _shop(telling: Telling) -> dict[str, str]:
    shop = telling.shop
    names = dict.fromkeys(filter(None, (shop.company.strip(), shop.branch_name.strip())))
    return {
        "shop": shop.company,
        "branch": shop.branch_name,
        "place": ", ".join(names),
        "reach": shop.reach,
        "writer": telling.writer,
    }


_TYPED = ("product", "understood", "happened", "why", "found", "cause", "remedy", "promise")


def _masked(told: Mapping[str, str], complaint: Complaint) -> dict[str, str]:
    facts = complaint.registered
    name, phone, address = (facts.name, facts.phone, facts.address) if facts else ("", "", "")
    masked = {
        key: without_personal(told.get(key, ""), name=name, phone=phone, address=address)
        for key in _TYPED
    }
    return masked | {"name": told.get("initials", "")}


def _clean(value: str) -> str:
    """One line without edges; nothing, where no letter and no digit is in it."""
    line = " ".join(value.split())
    if not any(mark.isalnum() for mark in line):
        return ""
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip(" .,;:") + "…"


_NEAR = timedelta(hours=4)
_WORDS, _YOU, _PARTS = "words", "you", "parts"


@dataclass(frozen=True)
class Message:
    """A text for somebody to look over and send.

    `elsewhere` is the sentence of it that says where else the customer may turn, if it has one.
    """

    kind: str
    text: str
    language: str
    elsewhere: str = ""


@dataclass(frozen=True, kw_only=True)
class Texts:
    """The texts of one language; `faults` says what of the company's own could not be used."""

    language: str
    messages: Mapping[str, tuple[Paragraph, ...]]
    parts: Mapping[str, Sentence]
    words: Mapping[str, str]
    you: Mapping[str, str]
    faults: tuple[Text, ...] = ()


def load(home_folder: Path | None, language: str) -> Texts:
    """The texts that came with the program, with those in `home_folder`/messages over them."""
    file = f"{language}.json"
    known = Known(BLANKS, CONDITIONS, built_in("messages", file)[_PARTS])
    found = edited("messages", file, home_folder, partial(_accept, known))
    content = found.content
    return Texts(
        language=language,
        messages={kind: paragraphs(content[kind], known, kind) for kind in MESSAGES},
        parts={key: sentence(raw, _IN_PARTS, key) for key, raw in content[_PARTS].items()},
        words=content[_WORDS],
        you=content[_YOU],
        faults=found.faults,
    )


_IN_PARTS = Known(BLANKS, CONDITIONS)


def _accept(known: Known, path: Keys, value: Any, before: Any) -> Text | None:
    """What is wrong with a value of the company's own file."""
    section, key = path[0], path[-1]
    try:
        if section in MESSAGES:
            paragraphs(value, known, key)
        elif section == _PARTS and len(path) > 1 and before is not None:
            sentence(value, _IN_PARTS, key)
        elif section == _YOU and len(path) > 1:
            return same_form(path, value, before or "")
        else:
            return same_form(path, value, before) or _moment_fault(path, value)
    except Invalid as fault:
        return fault.text
    return None


def _moment_fault(path: Keys, value: str) -> Text | None:
    whole = path != (_WORDS, "moment") or ("{day}" in value and "{clock}" in value)
    return None if whole else NOT_SO(key="moment")


def prepare(
    kind: str,
    complaint: Complaint,
    *,
    shop: Shop,
    writer: str,
    language: str,
    now: datetime,
    until: datetime | None = None,
    why: str = "",
    texts: Texts | None = None,
) -> Message:
    """The message `kind` about `complaint`; `texts` are those of `language`, else the built-in.

    `until` is the moment that is proposed, `why` the reason in the writer's words. A sentence
    with nothing to fill its blank is left out. Raises KeyError for an unknown kind.
    """
    chosen = texts or load(None, language)
    telling = Telling(
        shop=shop, writer=writer, language=chosen.language, words=chosen.words, you=chosen.you
    )
    facts = Facts(
        values(complaint, telling, now=now, until=until, why=why, masked=kind in TO_COLLEAGUES),
        conditions(complaint, now),
        chosen.parts,
    )
    elsewhere = written(_ELSEWHERE, facts) if kind == "decision" else ""
    return Message(kind, written(chosen.messages[kind], facts), chosen.language, elsewhere)


_ELSEWHERE = (Paragraph((Sentence(("@elsewhere",), ("not_agreed",)),)),)


def wa_link(phone: str, text: str) -> str | None:
    """The link that opens WhatsApp with the text; None without a number that can be called."""
    number = phones.normal(phone)
    if number is None:
        return None
    return f"https://wa.me/{number.removeprefix('+')}?text={quote(text, safe='', errors='replace')}"


def suggested(complaint: Complaint, now: datetime) -> str:
    """The kind of message that fits the case as it stands now, and was not sent yet.

    Where all that fit were sent, the first of them.
    """
    fitting = list(_fitting(complaint, now))
    return next((kind for kind in fitting if not _sent(kind, complaint)), fitting[0])


def _fitting(complaint: Complaint, now: datetime) -> Iterator[str]:
    """What could be written now, the most needed first; there is always one."""
    if complaint.state in _BY_STATE:
        yield from _BY_STATE[complaint.state](complaint, now)
        return
    if is_late(complaint, now):
        yield "apology"
    if complaint.answer == "not_agreed":
        yield "decision"
    yield from _on_the_way(complaint, now)


def _after_closing(complaint: Complaint, now: datetime) -> Iterator[str]:
    if complaint.answer == "not_agreed":
        yield "decision"
    call = complaint.aftercare_at
    if call is not None and call <= now:
        yield "after_care"
    yield "thanks"


_BY_STATE: Mapping[str, Callable[[Complaint, datetime], Iterable[str]]] = MappingProxyType(
    {
        "closed": _after_closing,
        "solved": lambda _complaint, _now: ("solved", "thanks"),
        "withdrawn": lambda _complaint, _now: ("thanks",),
    }
)


def _on_the_way(complaint: Complaint, now: datetime) -> Iterator[str]:
    due, late = complaint.due_at, is_late(complaint, now)
    if due is not None and now < due <= now + _NEAR:
        yield "more_time"
    elif not late and (complaint.receipts == 0 or complaint.reopened):
        yield "acknowledge"
    if complaint.state in {"received", "reopened"}:
        yield "pass_on"
    if not late:
        yield "more_time"


_ANEW: Mapping[str, str] = MappingProxyType(
    {
        "solved": "complaint.solved",
        "decision": "complaint.not_agreed",
        "more_time": "complaint.extended",
        "after_care": "complaint.closed",
        "thanks": "complaint.closed",
    }
)
"""After which entry a kind fits once more, although it was sent before."""


def _sent(kind: str, complaint: Complaint) -> bool:
    """Whether it went out since it began to fit."""
    began = complaint.due_at if kind == "apology" else complaint.round_began_at
    for line in reversed(complaint.timeline):
        if line.kind == _ANEW.get(kind) or (began is not None and line.at < began):
            return False
        if line.about("message") == kind:
            return True
    return False
