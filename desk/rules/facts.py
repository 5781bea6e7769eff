"""What is asked when a complaint comes in: the one table from which everybody takes these facts.

The form, JSON, corrections, the search, the page of a case and the workbook walk these lists, each
in the order that is written here. An entry (`ComplaintRegistered`) names its own: files outlive
programs.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from desk.rules.choices import ASKED_FOR, CHANNELS, FACTORS, Choices
from desk.rules.entries import ComplaintRegistered
from desk.words import Text, say


class Asked(Struct, frozen=True, kw_only=True):
    """The facts as a clerk gives them, in the order in which they are looked at.

    `bought_at` is an ISO date or empty once it was checked. Accessories, which are a list, and
    what makes up the number (nota, moment) are not among them.
    """

    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    what_happened: str = ""
    channel: str = "walk_in"
    expected: str = ""
    asked_for: str = ""
    understood: str = ""
    product: str = ""
    serial: str = ""
    bought_at: str = ""
    sold_branch: str = ""
    factor: str = ""
    safety: bool = False
    condition: str = ""


LABELS: Mapping[str, Text] = MappingProxyType(
    {
        "name": say("facts", "Name"),
        "phone": say("facts", "Telephone"),
        "email": say("facts", "E-mail"),
        "address": say("facts", "Address"),
        "product": say("facts", "Product"),
        "serial": say("facts", "Serial number"),
        "bought_at": say("facts", "Bought on"),
        "sold_branch": say("facts", "Bought at branch"),
        "channel": say("facts", "Channel"),
        "asked_for": say("facts", "Wants"),
        "factor": say("facts", "Cause factor"),
        "safety": say("facts", "Matter of safety"),
        "what_happened": say("facts", "What happened"),
        "expected": say("facts", "Expected"),
        "understood": say("facts", "Understood"),
        "condition": say("facts", "Condition"),
        "accessories": say("facts", "Accessories"),
    }
)
CORRECTABLE = tuple(name for name in LABELS if name != "accessories")
"""What may be corrected: never the number, the nota, the moment it came in, or the branch."""

LISTS: Mapping[str, Choices] = MappingProxyType(
    {
        "channel": CHANNELS,
        "asked_for": ASKED_FOR,
        "factor": FACTORS,
        "safety": MappingProxyType({"true": say("facts", "Yes"), "false": say("facts", "No")}),
    }
)
"""What is chosen from a list."""

EMPTY = say("facts", "nothing")

IN_JSON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "customer": ("name", "phone", "email", "address"),
        "sale": ("product", "serial", "bought_at", "sold_branch"),
        "": ("what_happened", "expected", "asked_for", "understood", "factor", "safety"),
        "taken_in": ("condition", "accessories"),
    }
)
"""The groups of `show --json`; `register` takes customer and taken_in as groups, the rest flat."""

ON_PAGE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "matter": ("what_happened", "understood", "expected", "asked_for"),
        "sale": ("product", "nota", "bought_at", "sold_branch", "serial"),
        "taken_in": ("condition", "accessories"),
        "reach": ("email", "address"),
        "arrival": ("received_at", "channel", "branch", "at_branch", "served_by"),
    }
)
"""The sections of a case's page. What is no key of `LABELS` belongs to the number or the way."""

IN_WORKBOOK: Mapping[str, int] = MappingProxyType(
    {
        "name": 24,
        "phone": 18,
        "email": 24,
        "address": 30,
        "channel": 14,
        "product": 26,
        "serial": 16,
        "safety": 10,
        "what_happened": 48,
        "understood": 40,
        "expected": 30,
        "asked_for": 14,
        "factor": 18,
    }
)
"""The columns of the workbook, with their width in characters."""

CODES = frozenset({"phone", "email", "serial"})
"""Texts that a spreadsheet must not take for numbers or links."""

SEARCHED = ("what_happened", "expected", "understood", "serial")
"""What is found by any of its words, beside name, phone, product, nota and notes."""


def nota_words(facts: ComplaintRegistered) -> str:
    """The nota as it is told, or the reference that was kept in its place; empty without both."""
    return facts.order or ("" if facts.no_nota else f"{facts.nota:07}")


def held(facts: object, name: str) -> str:
    """What the fact holds, as a correction writes it."""
    value: Any = getattr(facts, name)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
