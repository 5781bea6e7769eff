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
FEEDBACK_KINDS: Choices = MappingProxyType(
    {key: text for key, text in KINDS.items() if key != "complaint"}
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
DIRECTIONS: Choices = MappingProxyType(
    {
        "out": say("choices", "We contacted the customer"),
        "in": say("choices", "The customer contacted us"),
    }
)
WAYS: Choices = MappingProxyType(
    {
        "phone": say("choices", "Telephone"),
        "whatsapp": say("choices", "WhatsApp"),
        "email": say("choices", "E-mail"),
        "visit": say("choices", "Visit"),
        "letter": say("choices", "Letter"),
        "other": say("choices", "Something else"),
    }
)
FAULTS: Choices = MappingProxyType(
    {
        "shop": say("choices", "The shop"),
        "product": say("choices", "The product"),
        "customer": say("choices", "The customer"),
        "nobody": say("choices", "Nobody"),
    }
)
WAITED_FOR: Choices = MappingProxyType(
    {
        "customer": say("choices", "The customer"),
        "part": say("choices", "A part"),
        "maker": say("choices", "The maker"),
        "other": say("choices", "Something else"),
    }
)
ROADBLOCKS: Choices = MappingProxyType(
    {
        "not_listening": say("choices", "Nobody listened"),
        "lack_of_respect": say("choices", "Lack of respect"),
        "missing_material": say("choices", "Missing material or tools"),
        "lack_of_communication": say("choices", "Lack of communication"),
        "lack_of_training": say("choices", "Lack of training"),
        "conflicting_work": say("choices", "Other work came between"),
    }
)
"""What delays a case (domain.md, section 8)."""
ANSWERS: Choices = MappingProxyType(
    {
        "agreed": say("choices", "Agreed"),
        "partly": say("choices", "Partly agreed"),
        "not_agreed": say("choices", "Not agreed"),
    }
)
ENTERED_BY: Choices = MappingProxyType(
    {
        "customer": say("choices", "The customer, on the turned screen"),
        "staff": say("choices", "Staff, as the customer told it"),
    }
)
LINKS: Choices = MappingProxyType(
    {
        "same_matter": say("choices", "The same matter"),
        "related": say("choices", "Related"),
        "different": say("choices", "Nothing to do with each other"),
    }
)
MESSAGES: Choices = MappingProxyType(
    {
        "acknowledge": say("messages", "We have received it"),
        "pass_on": say("messages", "To the supervisor"),
        "more_time": say("messages", "Asking for more time"),
        "solved": say("messages", "It is solved"),
        "apology": say("messages", "Apology"),
        "decision": say("messages", "Decision with reasons"),
        "after_care": say("messages", "How is it now?"),
        "thanks": say("messages", "Thank you"),
    }
)
"""The kinds of prepared messages, by the keys under which a contact keeps them."""

TO_COLLEAGUES = frozenset({"pass_on"})
"""The kinds that do not go to the customer: the customer's data are masked in them."""
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
