"""The papers of one complaint beside its receipt: what stands on each, taken from the case."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desk.app.around import around_of, events_of
from desk.app.desk import Desk
from desk.app.letters import letter_of
from desk.app.logo import logo_of
from desk.app.messages import load, prepare
from desk.paper.brief import Brief, Spoken
from desk.paper.comment_card import CommentCard
from desk.paper.letter import Letter
from desk.paper.tag import Tag
from desk.paper.worksheet import Worksheet
from desk.rules.case_entries import ComplaintRegistered
from desk.rules.choices import ASKED_FOR
from desk.rules.complaint import Complaint
from desk.rules.errors import Refused
from desk.telling.brief import brief_of
from desk.telling.standing import grouped
from desk.words import say

_LONGEST = 220
"""Characters of what was said that stand on a paper; all of it stands on the screen."""


def from_shop(desk: Desk) -> dict[str, Any]:
    """Whose paper it is, as every paper takes it (`FromShop`)."""
    shop = desk.shop
    return {
        "company": shop.company,
        "branch": shop.branch_name,
        "address": shop.address,
        "reach": shop.reach,
        "logo": logo_of(desk),
    }


def about(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    """Whose paper, and which complaint it is about (`AboutCase`)."""
    number = complaint.number
    return {**from_shop(desk), "number": number, "grouped": grouped(number)}


def registration(complaint: Complaint) -> tuple[ComplaintRegistered, datetime, datetime]:
    """(what was written down, received, due). Raises Refused where that is not here yet."""
    facts, received, due = complaint.registered, complaint.received_at, complaint.due_at
    if facts is None or received is None or due is None:
        raise Refused(say("receipts", "The registration of this complaint is not here yet."))
    return facts, received, due


def nota_of(facts: ComplaintRegistered) -> str:
    """The nota or the order as papers show it; nothing where there is none."""
    return facts.order or ("" if facts.no_nota else f"{facts.nota:07}")


def tag_of(desk: Desk, complaint: Complaint) -> Tag:
    """The tag for the goods. Raises Refused where the registration is not here."""
    facts, received, _ = registration(complaint)
    return Tag(
        **about(desk, complaint),
        received_at=received,
        product=facts.product,
        serial=facts.serial,
        safety=facts.safety,
        condition=facts.condition,
        accessories=facts.accessories,
    )


def worksheet_of(desk: Desk, complaint: Complaint) -> Worksheet:
    """The technician's sheet: what the customer said, and what was found so far."""
    facts, received, due = registration(complaint)
    return Worksheet(
        **about(desk, complaint),
        received_at=received,
        due_at=due,
        customer=facts.name,
        product=facts.product,
        serial=facts.serial,
        nota=nota_of(facts),
        asked_for=ASKED_FOR.get(facts.asked_for),
        safety=facts.safety,
        condition=facts.condition,
        accessories=facts.accessories,
        said=facts.what_happened,
        found=complaint.found,
        cause=complaint.cause,
        remedy=complaint.remedy,
    )


def comment_card_of(desk: Desk, complaint: Complaint | None = None) -> CommentCard:
    """The comment card of a case, or one that asks for the number."""
    if complaint is None:
        return CommentCard(**from_shop(desk))
    return CommentCard(**about(desk, complaint))


def decision_of(desk: Desk, complaint: Complaint, *, language: str, text: str = "") -> Letter:
    """The decision as a letter: `text`, or what the case says already, in the company's words."""
    registration(complaint)
    message = prepare(
        "decision",
        complaint,
        shop=desk.shop,
        writer=desk.actor.name if desk.actor else "",
        language=language,
        now=desk.now(),
        texts=load(desk.home.folder, language),
    )
    return letter_of(
        desk, complaint, kind="decision", text=text or message.text, elsewhere=message.elsewhere
    )


def brief_paper(desk: Desk, complaint: Complaint) -> Brief:
    """The page for whoever takes the case over, in the order and the words of the screen."""
    registration(complaint)
    shown = brief_of(complaint, events_of(desk.journal.about(complaint.id)), around_of(desk))
    badges = (badge.words for badge in shown.head.badges)
    return Brief(
        **about(desk, complaint),
        as_of=shown.number,
        step=shown.step.words,
        before=shown.before.words,
        standing=tuple(words for words in (*badges, *shown.standing) if words),
        who=tuple((fact.label, fact.value) for fact in shown.who),
        what=tuple((fact.label, fact.value) for fact in shown.what),
        promised=tuple(told.words for told in shown.promised),
        said=tuple(
            Spoken(when=one.when, what=one.what, words=_clipped(one.words)) for one in shown.said
        ),
    )


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
