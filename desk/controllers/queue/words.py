"""What the Queue says beside the cases: its filters, how many there are, why a list is empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from desk.journal.queue import Filter
from desk.words import Text, counted, say

FILTERS: Mapping[Filter, Text] = MappingProxyType(
    {
        Filter.OPEN: say("queue", "Open"),
        Filter.MINE: say("queue", "Mine"),
        Filter.LATE: say("queue", "Late"),
        Filter.DUE_TODAY: say("queue", "Due today"),
        Filter.WAITING: say("queue", "Waiting"),
        Filter.TO_BE_CLOSED: say("queue", "To be closed"),
        Filter.SAFETY: say("queue", "Safety"),
        Filter.NOT_PRINTED: say("queue", "Not printed"),
        Filter.CONFLICTS: say("queue", "Contradictions"),
        Filter.ALL: say("queue", "All"),
    }
)
COLUMNS = (
    say("queue", "Due"),
    say("queue", "Number"),
    say("queue", "Customer"),
    say("queue", "Product"),
    say("queue", "Branch"),
)
NOW_AND_THEN = frozenset({Filter.CONFLICTS})
"""Filters that are there only while they show something."""
ALL_BRANCHES = say("queue", "All branches")
MY_BRANCHES = say("queue", "All my branches")
TAKEN_IN_AT = say("queue", "from {code}")
OFFERED = say("queue", "handed over")
NOTHING_CHOSEN = say("queue", "Choose a complaint on the left to read it here.")
CHOOSE_ONE = say("queue", "Choose one complaint for this.")
CHOOSE_SOME = say("queue", "Choose a complaint first.")
NOTE = say("queue", "Add note")
GO_ON_NOTE = say("queue", "Go on with the note")
DID = say("queue", "{number}: {done}")
COPIED = say("queue", "Copied: {what}.")
NO_CALLS = say(
    "queue", "No program on this computer makes calls. The number {phone} is copied instead."
)
NOT_HERE = say("queue", "Its file has not come to this desk yet.")
NOT_SHOWN = say("queue", "This file is no picture that can be shown here.")
LOADING = say("queue", "{done} of {total} are loaded … Esc stops.")


class Next(StrEnum):
    """What an empty list offers to do."""

    NEW = "new"
    SHOW_OPEN = "show_open"
    SHOW_ALL = "show_all"
    EVERYWHERE = "everywhere"
    CLEAR = "clear"
    SEARCH = "search"
    ALL_BRANCHES = "all_branches"


@dataclass(frozen=True, kw_only=True)
class Nothing:
    """Why a list is empty, and the next step."""

    icon: str
    sentence: Text
    step: Text
    then: Next


_SHOW_OPEN = say("queue", "Show all that are open")
_DONE = MappingProxyType(
    {
        Filter.MINE: say("queue", "Nothing is in your hands at the moment."),
        Filter.WAITING: say("queue", "No complaint waits for somebody else."),
        Filter.TO_BE_CLOSED: say("queue", "No solved complaint waits for the customer's word."),
        Filter.LATE: say("queue", "Nothing is late. Every open complaint is in time."),
        Filter.DUE_TODAY: say("queue", "Nothing more is due today."),
        Filter.SAFETY: say("queue", "No open complaint is a matter of safety."),
        Filter.NOT_PRINTED: say("queue", "Every open complaint has its receipt."),
        Filter.CONFLICTS: say("queue", "Nothing contradicts itself."),
    }
)


def nothing(chosen: Filter, counts: Mapping[Filter, int], *, branch: Text | str = "") -> Nothing:
    """Why a filter shows nothing; `branch` is the one that is chosen, if any."""
    if branch and not counts[Filter.ALL]:
        return Nothing(
            icon="shop",
            sentence=say("queue", "There is no complaint of {branch} here.")(branch=branch),
            step=say("queue", "Show all branches"),
            then=Next.ALL_BRANCHES,
        )
    if not counts[Filter.ALL]:
        return Nothing(
            icon="tray",
            sentence=say("queue", "No complaint yet. Ctrl+N takes in the first one."),
            step=say("queue", "New complaint"),
            then=Next.NEW,
        )
    if (not counts[Filter.OPEN] and chosen not in NOW_AND_THEN) or chosen not in _DONE:
        return Nothing(
            icon="done",
            sentence=say("queue", "No complaint is open. Everybody has their answer."),
            step=say("queue", "Show all complaints"),
            then=Next.SHOW_ALL,
        )
    return Nothing(icon="done", sentence=_DONE[chosen], step=_SHOW_OPEN, then=Next.SHOW_OPEN)


def no_hits(typed: str, chosen: Filter, elsewhere: int) -> Nothing:
    """Why a search found nothing; `elsewhere` of all complaints have what was typed."""
    if elsewhere:
        return Nothing(
            icon="search",
            sentence=counted(
                elsewhere,
                say("queue", "Nothing in “{filter}” has “{typed}”, but one among all has it."),
                say("queue", "Nothing in “{filter}” has “{typed}”, but others among all have it."),
            )(filter=FILTERS[chosen], typed=_clipped(typed)),
            step=say("queue", "Search in all"),
            then=Next.EVERYWHERE,
        )
    return Nothing(
        icon="search",
        sentence=say(
            "queue",
            "No complaint has “{typed}”. Try the beginning of a name, the nota or a phone number.",
        )(typed=_clipped(typed)),
        step=say("queue", "Clear the search"),
        then=Next.CLEAR,
    )


def unknown_code(code: str) -> Nothing:
    """What is said of a scanned code that is no complaint here."""
    return Nothing(
        icon="scan",
        sentence=say("queue", "“{code}” is no complaint of this desk.")(code=_clipped(code)),
        step=say("queue", "Search for it"),
        then=Next.SEARCH,
    )


def not_yours(reason: Text) -> Nothing:
    """A number of a complaint that is none of theirs."""
    return Nothing(
        icon="lock",
        sentence=reason,
        step=say("queue", "Clear the search"),
        then=Next.CLEAR,
    )


def how_many(number: int) -> Text | str:
    """The line below the list; nothing for an empty one, which says more by itself."""
    if not number:
        return ""
    return counted(
        number,
        say("queue", "{n} complaint"),
        say("queue", "{n} complaints, what burns first on top"),
    )(n=number)


def hits(typed: str, chosen: Filter, number: int, *, more: bool) -> Text:
    """What a search found."""
    found = say("queue", "{n} found in “{filter}” for “{typed}”")
    if more:
        found = say("queue", "More than {n} found in “{filter}” for “{typed}”")
    return found(n=number, filter=FILTERS[chosen], typed=_clipped(typed))


def selected(number: int) -> Text:
    """How many are chosen together."""
    return say("queue", "{n} complaints are chosen.")(n=number)


def print_label(receipts: int) -> Text:
    """The print button of one complaint: the first receipt, or the next copy."""
    if not receipts:
        return say("queue", "Print receipt")
    return say("queue", "Print copy {n}")(n=receipts + 1)


def print_many_label(number: int) -> Text:
    """The print button of several."""
    return say("queue", "Print {n} receipts")(n=number)


def print_question(number: int) -> Text:
    """Asked before many papers."""
    return say("queue", "Print {n} receipts? Paper cannot be taken back.")(n=number)


def copied_numbers(numbers: list[str]) -> Text:
    """What the toast says after numbers were copied."""
    several = say("queue", "{n} numbers are copied.")(n=len(numbers))
    return COPIED(what=numbers[0]) if len(numbers) == 1 else several


def _clipped(text: str, length: int = 40) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
