"""The kinds of messages to a customer: their names, and which of them stay among colleagues."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desk.words import Text, say

KINDS: Mapping[str, Text] = MappingProxyType(
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
"""The kinds of messages, by the keys under which a contact keeps them."""

TO_COLLEAGUES = frozenset({"pass_on"})
"""The kinds that do not go to the customer: the customer's data are masked in them."""
