"""A message as a letter on paper: what stands on it, taken from the complaint and the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from desk.app.desk import Desk
from desk.app.logo import logo_of
from desk.paper.letter import Letter
from desk.rules.complaint import Complaint
from desk.telling.standing import grouped
from desk.words import Text, say

SUBJECTS: Mapping[str, Text] = MappingProxyType(
    {
        "acknowledge": say("letters", "We have received your complaint"),
        "more_time": say("letters", "We ask you for more time"),
        "solved": say("letters", "Your complaint is solved"),
        "apology": say("letters", "Our apology"),
        "decision": say("letters", "Our decision, with reasons"),
        "after_care": say("letters", "How is it now?"),
        "thanks": say("letters", "Thank you"),
    }
)
"""What each kind of message to the customer is about; one without is not printed."""


def letter_of(
    desk: Desk, complaint: Complaint, *, kind: str, text: str, elsewhere: str = ""
) -> Letter:
    """`text` to the customer of `complaint`, as whoever is at work writes it now.

    `elsewhere` says where else the customer may turn: it has a place of its own on the letter, and
    is not said twice. Raises KeyError for a kind that does not go to the customer.
    """
    facts, shop, number = complaint.registered, desk.shop, grouped(complaint.number)
    subject, product = SUBJECTS[kind], facts.product if facts else ""
    about = say("letters", "{subject} – complaint {number}")
    if product:
        about = say("letters", "{subject} – complaint {number}, {product}")
    return Letter(
        company=shop.company,
        branch=shop.branch_name,
        address=shop.address,
        reach=shop.reach,
        logo=logo_of(desk),
        number=complaint.number,
        grouped=number,
        written_at=desk.now(),
        name=facts.name if facts else "",
        home=facts.address if facts else "",
        subject=about(subject=subject, number=number, product=product),
        text=_without(text, elsewhere),
        elsewhere=elsewhere,
        writer=desk.actor.name if desk.actor else "",
    )


def _without(text: str, sentence: str) -> str:
    """The text without this sentence; a paragraph that was nothing else goes with it."""
    if not sentence:
        return text
    rest = re.sub(f" ?{re.escape(sentence)}", "", text)
    return "\n\n".join(filter(None, (part.strip() for part in rest.split("\n\n"))))
