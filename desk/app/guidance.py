"""What helps at the counter: sentences, steps, a coaching card, words to say and to leave unsaid.

All of it is data that the company may write anew; nothing here looks at who the customer is, and
nothing is kept (domain.md, sections 5, 8 and 9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from desk.app.editable import NOT_KNOWN, NOT_SO, Keys, edited, is_text, is_texts, same_form
from desk.rules.wording import Build, Hurt, WordList
from desk.words import Text, say

_FOLDER = "guidance"


@dataclass(frozen=True)
class LastStep:
    """One of listen, apologize, solve, thank, with sentences to say."""

    key: str
    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """Something to do, and how in one line."""

    key: str
    name: str
    how: str


@dataclass(frozen=True)
class Style:
    """One card of coaching for the moment; never stored, exported or printed."""

    key: str
    name: str
    signs: str
    serve: str


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """All guidance in one language.

    `roadblocks` are words by the keys under which a delay may be kept. `faults` says what of the
    company's own file could not be used.
    """

    language: str
    last: tuple[LastStep, ...]
    recovery: tuple[Step, ...]
    styles: tuple[Style, ...]
    styles_note: str
    abuse: tuple[Step, ...]
    second_opinion: tuple[Step, ...]
    roadblocks: Mapping[str, str]
    faults: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Words:
    """The words to look for in a message, and what of the company's own could not be used."""

    words: WordList
    faults: tuple[Text, ...] = ()


def guidance(language: str, home_folder: Path | None = None) -> Guidance:
    """The guidance in `language`, with what `home_folder`/guidance holds over the built-in."""
    found = edited(_FOLDER, f"{language}.json", home_folder, same_form)
    content = found.content
    return Guidance(
        language=language,
        last=tuple(
            LastStep(key, step["name"], tuple(step["sentences"]))
            for key, step in content["last"].items()
        ),
        recovery=_steps(content["recovery"]),
        styles=tuple(Style(key, **style) for key, style in content["styles"].items()),
        styles_note=content["styles_note"],
        abuse=_steps(content["abuse"]),
        second_opinion=_steps(content["second_opinion"]),
        roadblocks=content["roadblocks"],
        faults=found.faults,
    )


def _steps(raw: Mapping[str, Mapping[str, str]]) -> tuple[Step, ...]:
    return tuple(Step(key, step["name"], step["how"]) for key, step in raw.items())


def wording(language: str, home_folder: Path | None = None) -> Words:
    """The words of `language` for `desk.rules.wording.check`, with the company's own."""
    found = edited(_FOLDER, f"wording_{language}.json", home_folder, _accept)
    content = found.content
    hurts = {word: entry for word, entry in content["hurts"].items() if entry is not None}
    builds = {word: when for word, when in content["builds"].items() if when is not None}
    words = WordList(
        hurts=tuple(
            Hurt(
                word=word,
                why=entry["why"],
                better=entry["better"],
                not_in=tuple(entry.get("not_in", ())),
            )
            for word, entry in hurts.items()
        ),
        builds=tuple(Build(word=word, when=when) for word, when in builds.items()),
        who=tuple(content["who"]),
        what=tuple(content["what"]),
        when=tuple(content["when"]),
    )
    return Words(words, found.faults)


def _accept(path: Keys, value: Any, before: Any) -> Text | None:
    """What is wrong with a value of the company's own list of words."""
    key = " / ".join(path)
    match path:
        case ("hurts" | "builds", word):
            fits = value is None or (_is_hurt(value) if path[0] == "hurts" else is_text(value))
            return None if fits and word.strip() else NOT_SO(key=key)
        case ("hurts", _, "not_in"):
            return None if value == [] or is_texts(value) else NOT_SO(key=key)
        case _ if before is None:
            return NOT_KNOWN(key=key)
    return same_form(path, value, before)


def _is_hurt(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) in ({"why", "better"}, {"why", "better", "not_in"})
        and is_text(value["why"])
        and is_text(value["better"])
        and (value.get("not_in", []) == [] or is_texts(value["not_in"]))
    )


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
class Item:
    """One thing to do or to say: its name, and the lines below it."""

    name: Text | str
    lines: tuple[Text | str, ...]


@dataclass(frozen=True)
class CardPage:
    """What stands on one page of the card."""

    lead: Text
    entries: tuple[Item, ...]
    note: str = ""


def pages_in(language: str, home: Path) -> tuple[dict[str, CardPage], Text | str]:
    """Every page by its topic, and what of the company's own texts could not be used."""
    told = guidance(language, home)
    pages = {topic: CardPage(_LEADS[topic], _entries(topic, told)) for topic in TOPICS}
    pages["styles"] = CardPage(_LEADS["styles"], pages["styles"].entries, told.styles_note)
    return pages, next(iter(told.faults), "")


def _entries(topic: str, told: Guidance) -> tuple[Item, ...]:
    match topic:
        case "last":
            return tuple(
                Item(step.name, tuple(_SAID(sentence=each) for each in step.sentences))
                for step in told.last
            )
        case "recovery":
            return tuple(_pages_of(told.recovery))
        case "styles":
            return tuple(Item(each.name, (each.signs, each.serve)) for each in told.styles)
        case "abuse":
            return tuple(_pages_of(told.abuse))
        case _:
            return tuple(_pages_of(told.second_opinion))


def _pages_of(steps: Iterable[Step]) -> Iterable[Item]:
    return (Item(step.name, (step.how,)) for step in steps)
