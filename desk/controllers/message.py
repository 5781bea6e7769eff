"""A message is prepared from the case, looked through, taken along and, once sent, logged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.app.guidance import wording
from desk.app.messages import Message, load, prepare, suggested, wa_link
from desk.app.papers import SUBJECTS, letter_of
from desk.journal import drafts
from desk.journal.drafts import Draft
from desk.paper.letter import Letter
from desk.rules.acts import Act, Contact, Note
from desk.rules.choices import MESSAGES, TO_COLLEAGUES
from desk.rules.complaint import Complaint
from desk.rules.errors import DeskError, Invalid, Refused, Trouble
from desk.rules.people import Action
from desk.rules.wording import Remark, check
from desk.telling.standing import grouped, without_personal
from desk.words import LANGUAGES, SOURCE_LANGUAGE, Text, say

PLACE = "message"
_NOTHING = say("message", "Nothing is written yet.")
_FINE = say("message", "No word that hurts, and name, matter, moment and number are there.")
_FINE_INSIDE = say("message", "No word that hurts, and the customer’s data are masked.")
_OPEN_DATA = say(
    "message", "The customer’s data stand in it. Initials and the number are enough for colleagues."
)
_NO_PHONE = say("message", "No phone number for WhatsApp is known. Copy it and send it otherwise.")
_INSIDE = say("message", "It goes to the supervisor, so WhatsApp is not opened for the customer.")
_NO_LETTER = say("message", "It goes to the supervisor, so it is no letter to the customer.")


@dataclass(frozen=True, kw_only=True)
class Look:
    """A sentence about the text, with the place from `start` to `end` that it means, if any."""

    words: Text
    tone: str
    start: int = 0
    end: int = 0


class MessageScreen(Protocol):
    """What the controller needs of the dialog."""

    def show_case(self, words: Text) -> None:
        """Which case, whose."""

    def show_message(self, kind: str, language: str, text: str) -> None:
        """A text to look over."""

    def show_looks(self, looks: Sequence[Look]) -> None:
        """What to look at again."""

    def show_whatsapp(self, why_not: Text | None) -> None:
        """Whether WhatsApp can be opened; None: it can."""

    def show_letter(self, why_not: Text | None) -> None:
        """Whether it can be printed as a letter; None: it can."""

    def ask_sent(self, question: Text | None) -> None:
        """Asks whether it went out; None takes the question away."""

    def show_fault(self, fault: DeskError) -> None:
        """One sentence, at the field it names."""

    def logged(self, words: Text) -> None:
        """It is in the case: the dialog is done."""


@dataclass(frozen=True)
class _Taken:
    """The text that somebody took along to send."""

    kind: str
    text: str
    how: str
    key: str


class Messages:
    """One case's messages; each kind and language keeps its own text while they are written."""

    def __init__(
        self,
        desk: Desk,
        view: MessageScreen,
        complaint: str,
        *,
        until: datetime | None = None,
        why: str = "",
    ) -> None:
        self._desk, self._view, self._id = desk, view, complaint
        self._until, self._why = until, why
        self._kind, self._language, self._text = "", "", ""
        self._typed: dict[str, str] = {}
        self._taken: _Taken | None = None
        self._to_paper: _Taken | None = None

    def begin(self, kind: str, language: str) -> None:
        """The message `kind`, or the one that fits the case where none is named."""
        complaint = self._complaint()
        kept = next((one for one in self._drafts() if one.id == self._draft), None)
        if kept is not None:
            self._typed = {key: str(value) for key, value in kept.values.items()}
        self._view.show_case(
            say("message", "{name} · {number}")(
                name=_name(complaint), number=grouped(complaint.number)
            )
        )
        self.turn(kind if kind in MESSAGES else suggested(complaint, self._desk.now()), language)
        reason = self._desk.can(Action.CONTACT, complaint)
        if reason is not None:
            self._view.show_fault(Refused(reason))

    def turn(self, kind: str, language: str) -> None:
        """Another kind or language; what was typed in this one waits."""
        self._kind = kind
        self._language = language if language in LANGUAGES else SOURCE_LANGUAGE
        self._show(self._typed.get(self._key) or self._prepared())

    def again(self) -> None:
        """The prepared text instead of what was typed."""
        self._typed.pop(self._key, None)
        self._show(self._prepared())

    def _show(self, text: str) -> None:
        self._text = text
        self._view.show_message(self._kind, self._language, text)
        self._view.show_whatsapp(self._why_no_whatsapp())
        self._view.show_letter(None if self._kind in SUBJECTS else _NO_LETTER)
        self.look()

    def write(self, text: str) -> None:
        """Somebody typed."""
        if text == self._text:
            return
        self._text = text
        self._typed[self._key] = text
        self.look()

    def look(self) -> None:
        """Looks through the text as it stands."""
        self._view.show_looks(list(self._looks()))

    def keep(self) -> None:
        """What was typed goes to the disk and waits for its writer. Raises Trouble."""
        store = self._desk.journal.store
        values = {key: text for key, text in self._typed.items() if text.strip()}
        if values:
            now = self._desk.now()
            draft = Draft(id=self._draft, place=PLACE, values=values, changed_at=now)
            drafts.keep(store, draft)
        elif any(one.id == self._draft for one in self._drafts()):
            drafts.throw_away(store, self._draft)

    def take(self, how: str) -> str:
        """The text, to be sent in the way `how`; asks whether it went. Empty where there is none.

        `how` is one of `desk.rules.choices.WAYS`.
        """
        taken = self._taken_along(how)
        if taken is None:
            return ""
        self._ask(taken, self._question(taken))
        return taken.text

    def letter(self) -> Letter | None:
        """The text as a letter, to be put on paper; None where there is nothing to print."""
        taken = self._taken_along("letter")
        if taken is None or taken.kind not in SUBJECTS:
            return None
        self._to_paper = taken
        return letter_of(
            self._desk,
            self._complaint(),
            kind=taken.kind,
            text=taken.text,
            elsewhere=self._message().elsewhere,
        )

    def on_paper(self, *, printer: str, file: str) -> None:
        """The letter went to a printer, or is kept in a file: asks whether it went out."""
        taken, self._to_paper = self._to_paper, None
        if taken is not None:
            words = say("message", "It is kept as PDF: {file}. Was it sent or given to {name}?")
            if printer:
                words = say("message", "{printer} prints it. Was it sent or given to {name}?")
            told = words(printer=printer, file=file, name=_name(self._complaint()))
            self._ask(taken, told)

    def _taken_along(self, how: str) -> _Taken | None:
        if self._text.strip():
            return _Taken(self._kind, self._text, how, self._key)
        nothing = say("message", "There is nothing to send yet. Write it first.")
        self._view.show_fault(Invalid(nothing, field="text"))
        return None

    def _ask(self, taken: _Taken, question: Text) -> None:
        self._taken = taken
        self._view.ask_sent(question)

    def link(self) -> str:
        """The link that opens WhatsApp with the text; empty where it cannot."""
        return wa_link(self._phone(), self._text) or ""

    def not_sent(self) -> None:
        """It did not go; nothing is logged."""
        self._taken = None
        self._view.ask_sent(None)

    def sent(self) -> None:
        """It went: the case says so from now on."""
        if self._taken is None:
            return
        taken, seen = self._taken, self._complaint().head
        try:
            self._desk.do(OnCase(complaint=self._id, act=_act(taken), seen=seen))
        except DeskError as fault:
            self._view.show_fault(fault)
            return
        self._taken = None
        self._typed.pop(taken.key, None)
        with suppress(Trouble):  # it is logged; only a draft is left over
            self.keep()
        self._view.logged(say("message", "“{kind}” is logged.")(kind=MESSAGES[taken.kind]))

    @property
    def _key(self) -> str:
        return f"{self._kind}/{self._language}"

    @property
    def _draft(self) -> str:
        who = self._desk.actor.id if self._desk.actor else ""
        return f"{PLACE}/{who}/{self._id}"

    def _drafts(self) -> list[Draft]:
        return drafts.kept(self._desk.journal.store, PLACE)

    def _complaint(self) -> Complaint:
        return self._desk.complaint(self._id)

    def _phone(self) -> str:
        facts = self._complaint().registered
        return facts.phone if facts and self._kind not in TO_COLLEAGUES else ""

    def _prepared(self) -> str:
        return self._message().text

    def _message(self) -> Message:
        actor = self._desk.actor
        return prepare(
            self._kind,
            self._complaint(),
            shop=self._desk.shop,
            writer=actor.name if actor else "",
            language=self._language,
            now=self._desk.now(),
            until=self._until,
            why=self._why,
            texts=load(self._desk.home.folder, self._language),
        )

    def _why_no_whatsapp(self) -> Text | None:
        if self._kind in TO_COLLEAGUES:
            return _INSIDE
        return None if wa_link(self._phone(), "") else _NO_PHONE

    def _question(self, taken: _Taken) -> Text:
        if taken.kind in TO_COLLEAGUES:
            return say("message", "It is copied. Was it sent to the supervisor?")
        name = _name(self._complaint())
        if taken.how == "whatsapp":
            return say("message", "WhatsApp has it. Was it sent to {name}?")(name=name)
        return say("message", "It is copied. Was it sent to {name}?")(name=name)

    def _looks(self) -> Iterator[Look]:
        if not self._text.strip():
            yield Look(words=_NOTHING, tone="calm")
            return
        found = list(map(_look, self._remarks()))
        inside = self._kind in TO_COLLEAGUES
        if inside and self._names_the_customer():
            found.insert(0, Look(words=_OPEN_DATA, tone="soon"))
        yield from found or [Look(words=_FINE_INSIDE if inside else _FINE, tone="good")]

    def _remarks(self) -> list[Remark]:
        complaint = self._complaint()
        words = wording(self._language, self._desk.home.folder).words
        found = check(self._text, words, name=_name(complaint), number=complaint.number)
        if self._kind in TO_COLLEAGUES:
            return [each for each in found if each.kind in {"hurts", "number"}]
        return found

    def _names_the_customer(self) -> bool:
        facts = self._complaint().registered
        if facts is None:
            return False
        masked = without_personal(
            self._text, name=facts.name, phone=facts.phone, address=facts.address
        )
        return masked != self._text


def _look(remark: Remark) -> Look:
    if not remark.word:
        return Look(words=remark.hint, tone="calm")
    words = say("message", "“{word}”: {hint}")(word=remark.word, hint=remark.hint)
    return Look(words=words, tone="soon", start=remark.start, end=remark.end)


def _name(complaint: Complaint) -> str:
    return complaint.registered.name if complaint.registered else ""


def _act(taken: _Taken) -> Act:
    """A contact with the customer; what goes to a colleague is a line for colleagues."""
    if taken.kind in TO_COLLEAGUES:
        return Note(text=f"{MESSAGES[taken.kind]}:\n{taken.text}", message=taken.kind)
    return Contact(
        direction="out", how=taken.how, answered=True, said=taken.text, message=taken.kind
    )
