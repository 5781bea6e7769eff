"""The closed lists of domain.md, section 6: an English key for files, words for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desk.rules.errors import Invalid
from desk.words import Text, say

Choices = Mapping[str, Text]

CHANNELS: Choices = MappingProxyType(
    {
        "walk_in": say("choices", "Walk-in"),
        "whatsapp": say("choices", "After-sales number, WhatsApp"),
        "phone": say("choices", "Telephone"),
        "email": say("choices", "E-mail"),
        "social_media": say("choices", "Social media"),
        "marketplace": say("choices", "Marketplace"),
        "comment_card": say("choices", "Comment card"),
        "survey": say("choices", "Survey"),
        "mystery_shopper": say("choices", "Mystery shopper"),
    }
)
ASKED_FOR: Choices = MappingProxyType(
    {
        "repair": say("choices", "Repair"),
        "replacement": say("choices", "Replacement"),
        "refund": say("choices", "Refund"),
        "explanation": say("choices", "Explanation"),
        "apology": say("choices", "Apology"),
        "other": say("choices", "Something else"),
    }
)
FACTORS: Choices = MappingProxyType(
    {
        "product": say("choices", "Product"),
        "internal_communication": say("choices", "Communication within the shop"),
        "external_communication": say("choices", "Communication with the customer"),
        "human": say("choices", "Human side"),
        "system": say("choices", "System"),
        "service": say("choices", "Service"),
    }
)
KINDS: Choices = MappingProxyType(
    {
        "complaint": say("choices", "Complaint"),
        "suggestion": say("choices", "Suggestion"),
        "question": say("choices", "Question"),
        "praise": say("choices", "Praise"),
    }
)
STATES: Choices = MappingProxyType(
    {
        "received": say("choices", "Received"),
        "passed_on": say("choices", "Passed on"),
        "in_handling": say("choices", "In handling"),
        "waiting_customer": say("choices", "Waiting for the customer"),
        "solved": say("choices", "Solved"),
        "closed": say("choices", "Closed"),
        "reopened": say("choices", "Reopened"),
        "withdrawn": say("choices", "Withdrawn"),
    }
)
OPEN_STATES = frozenset(STATES) - {"closed", "withdrawn"}


def check_choice(key: str, choices: Choices, field: str) -> str:
    """`key` if the list has it. Raises Invalid for `field`, naming what may stand there."""
    if key in choices:
        return key
    raise Invalid(
        say("choices", "“{typed}” is not known here. It can be: {known}.")(
            typed=key[:40], known=", ".join(choices)
        ),
        field=field,
    )
