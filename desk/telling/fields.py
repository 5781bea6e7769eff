"""What can be corrected in a complaint: how each field is called, and what it holds, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from desk import phones
from desk.moments import short
from desk.rules.case_entries import ComplaintRegistered
from desk.rules.choices import ASKED_FOR, CHANNELS, FACTORS, Choices
from desk.words import Text, say

YES_NO: Choices = MappingProxyType(
    {"true": say("case_fields", "Yes"), "false": say("case_fields", "No")}
)
FIELDS: Mapping[str, Text] = MappingProxyType(
    {
        "name": say("case_fields", "Name"),
        "phone": say("case_fields", "Telephone"),
        "email": say("case_fields", "E-mail"),
        "address": say("case_fields", "Address"),
        "product": say("case_fields", "Product"),
        "serial": say("case_fields", "Serial number"),
        "bought_at": say("case_fields", "Bought on"),
        "sold_branch": say("case_fields", "Bought at branch"),
        "channel": say("case_fields", "Channel"),
        "asked_for": say("case_fields", "Wants"),
        "factor": say("case_fields", "Cause factor"),
        "safety": say("case_fields", "Matter of safety"),
        "what_happened": say("case_fields", "What happened"),
        "expected": say("case_fields", "Expected"),
        "understood": say("case_fields", "Understood"),
        "condition": say("case_fields", "Condition"),
    }
)
"""The fields of `effects.CORRECTABLE`, in their order."""

LISTS: Mapping[str, Choices] = MappingProxyType(
    {"channel": CHANNELS, "asked_for": ASKED_FOR, "factor": FACTORS, "safety": YES_NO}
)
"""The fields that are chosen from a list."""

NOTHING = say("case_fields", "nothing")


def held(facts: ComplaintRegistered, name: str) -> str:
    """What the field holds, as a correction writes it."""
    value = getattr(facts, name)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def shown_value(name: str, value: str) -> Text | str:
    """What a field holds, as people read it; an empty one is told as “nothing”."""
    if name in LISTS:
        return LISTS[name].get(value, value or NOTHING)
    if name == "phone":
        return phones.shown(value) or NOTHING
    if name == "bought_at":
        return _day(value)
    return value or NOTHING


def _day(value: str) -> Text | str:
    try:
        return short(date.fromisoformat(value))
    except ValueError:
        return value or NOTHING
