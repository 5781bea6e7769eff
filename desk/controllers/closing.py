"""Closing a case with the customer's own word, and the score they give (domain.md, section 6)."""

from __future__ import annotations

from typing import Protocol

from desk.app.commands import OnCase
from desk.app.desk import Desk
from desk.rules.acts import Close
from desk.rules.complaint import Complaint
from desk.rules.errors import DeskError
from desk.telling.standing import grouped
from desk.words import Text, say

LOW = frozenset({1, 2})


class ClosingScreen(Protocol):
    """What the controller needs of the dialog."""

    def show_case(self, number: str, question: Text, what_was_done: Text | str) -> None:
        """Which case it is, what to ask, and what was done about it."""

    def show_where_it_goes(self, words: Text) -> None:
        """Where a case goes with which the customer does not agree."""

    def show_fault(self, fault: DeskError) -> None:
        """One sentence, at the field it names."""

    def show_thanks(self, thanks: Text, more: Text) -> None:
        """It is closed, or went up."""


class Closing:
    """Takes the customer's word and closes, or sends the case up."""

    def __init__(self, desk: Desk, view: ClosingScreen, complaint: str) -> None:
        self._desk = desk
        self._view = view
        self._id = complaint
        self._seen: bytes | None = None

    def begin(self) -> None:
        """Shows the case."""
        complaint = self._desk.complaint(self._id)
        self._seen = complaint.head
        name = complaint.registered.name if complaint.registered else ""
        self._view.show_case(
            grouped(complaint.number),
            say("closing", "{name}, do you agree with how it was solved?")(name=name),
            complaint.remedy,
        )
        self._view.show_where_it_goes(_up(complaint, self._desk.roles))

    def close(
        self,
        *,
        answer: str,
        score: int | None,
        ease: int | None,
        words: str,
        why: str,
        by_customer: bool,
    ) -> None:
        """Closes with what was said; a disagreement goes up instead."""
        act = Close(
            answer=answer,
            score=score,
            ease=ease,
            words=words,
            why=why,
            entered_by="customer" if by_customer else "staff",
        )
        try:
            self._desk.do(OnCase(complaint=self._id, act=act, seen=self._seen))
        except DeskError as fault:
            self._view.show_fault(fault)
            return
        after = self._desk.complaint(self._id)
        self._view.show_thanks(*_thanks(after))


def _up(complaint: Complaint, roles: tuple[str, ...]) -> Text:
    if "head_office" in roles:
        return say(
            "closing",
            "Head office may close it all the same; the letter names where else the customer may "
            "turn.",
        )
    if complaint.level == "shop":
        return say(
            "closing", "Not agreed is never closed by the shop: it goes up to the CRO, still open."
        )
    return say("closing", "Not agreed again: it goes up to head office, still open.")


def _thanks(complaint: Complaint) -> tuple[Text, Text]:
    name = complaint.registered.name if complaint.registered else ""
    if complaint.open:
        return (
            say("closing", "Thank you for telling us honestly, {name}.")(name=name),
            say(
                "closing",
                "It stays open and goes to somebody who can decide more. You will hear from us.",
            ),
        )
    return (
        say("closing", "Thank you, {name}.")(name=name),
        say("closing", "Your word helps us to do better. You are always welcome here."),
    )
