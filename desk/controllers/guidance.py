"""The pages of the card that helps at the counter; nothing about a customer is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from desk.app.guidance import Guidance, Step, guidance
from desk.words import Text, say

TOPICS = ("last", "recovery", "styles", "abuse", "second_opinion")
"""The pages, in the order of their keys 1 to 5."""

_LEADS: Mapping[str, Text] = MappingProxyType(
    {
        "last": say("guidance", "Four steps. One good sentence for each is enough."),
        "recovery": say("guidance", "When something went wrong, in this order."),
        "styles": say("guidance", "Four ways of serving. Choose what suits this talk."),
        "abuse": say("guidance", "When a customer is abusive: you are not alone in this."),
        "second_opinion": say("guidance", "Two heads are surer than one."),
    }
)
_SAID = say("guidance", "“{sentence}”")


@dataclass(frozen=True)
class Entry:
    """One thing to do or to say: its name, and the lines below it."""

    name: Text | str
    lines: tuple[Text | str, ...]


@dataclass(frozen=True)
class Page:
    """What stands on one page of the card."""

    lead: Text
    entries: tuple[Entry, ...]
    note: str = ""


def pages_in(language: str, home: Path) -> tuple[dict[str, Page], Text | str]:
    """Every page by its topic, and what of the company's own texts could not be used."""
    told = guidance(language, home)
    pages = {topic: Page(_LEADS[topic], _entries(topic, told)) for topic in TOPICS}
    pages["styles"] = Page(_LEADS["styles"], pages["styles"].entries, told.styles_note)
    return pages, next(iter(told.faults), "")


def _entries(topic: str, told: Guidance) -> tuple[Entry, ...]:
    match topic:
        case "last":
            return tuple(
                Entry(step.name, tuple(_SAID(sentence=each) for each in step.sentences))
                for step in told.last
            )
        case "recovery":
            return tuple(_steps(told.recovery))
        case "styles":
            return tuple(Entry(each.name, (each.signs, each.serve)) for each in told.styles)
        case "abuse":
            return tuple(_steps(told.abuse))
        case _:
            return tuple(_steps(told.second_opinion))


def _steps(steps: Iterable[Step]) -> Iterable[Entry]:
    return (Entry(step.name, (step.how,)) for step in steps)
