"""Messages to a customer, and to the supervisor, prepared from a case for somebody to look over.

Nothing is sent from here: a text is copied, printed, or opened in WhatsApp by a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from desk import phones
from desk.app.editable import NOT_SO, Keys, built_in, edited, same_form
from desk.app.message_facts import BLANKS, CONDITIONS, Telling, conditions, is_late, values
from desk.app.message_texts import Facts, Known, Paragraph, Sentence, paragraphs, sentence, written
from desk.journal.known import Shop
from desk.rules.complaint import Complaint
from desk.rules.errors import Invalid
from desk.telling.message_kinds import KINDS, TO_COLLEAGUES
from desk.words import Text

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
        messages={kind: paragraphs(content[kind], known, kind) for kind in KINDS},
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
        if section in KINDS:
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
