"""Looks through a message for words that hurt and for what it leaves out (domain.md, section 8).

The words are data (`resources/guidance/wording_*.json`). In a phrase of the lists ``*`` stands for
any rest of a word, ``#`` for a number of one or two digits; a blank takes any white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from desk.words import Text, say

REASONS: Mapping[str, Text] = MappingProxyType(
    {
        "blame": say("wording", "It puts the blame on the customer."),
        "hush": say("wording", "It tells the customer to be quiet and wait."),
        "rules": say("wording", "It hides behind a rule."),
        "not_me": say("wording", "It pushes the matter away."),
        "order": say("wording", "It gives the customer an order."),
        "doubt": say("wording", "It doubts what the customer says."),
        "door": say("wording", "It shuts a door. Say what can be done."),
        "takes_back": say("wording", "It takes back what was said before it."),
        "heavy": say("wording", "It makes the matter sound heavier than it is."),
        "small": say("wording", "It makes the customer’s matter small."),
        "vague": say("wording", "It gives no moment to count on."),
    }
)
"""Why words hurt, by the keys that the lists use; a list may also give its own words."""

MISSING: Mapping[str, Text] = MappingProxyType(
    {
        "who": say("wording", "The customer’s name is missing."),
        "what": say("wording", "It does not say what is done."),
        "when": say("wording", "It does not say when. Give a day and an hour."),
        "number": say("wording", "The complaint number is missing."),
    }
)
"""What a message to a customer always holds, in the order in which its absence is told."""

_HINT = say("wording", "{why} Better: “{better}”.")
_QUOTED = re.compile(r'“[^“”]*”|"[^"\n]*"|«[^«»]*»')
_CLOCK = re.compile(
    r"(?<![\w.,:/-])(?:(?:[01]\d|2[0-4])[.:][0-5]\d|\d:[0-5]\d)(?![\d:])"
    r"|(?<![\w.,/-])(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])(?:[/-](?:\d{4}|\d\d))?(?![\w/-])"
)
_NUMBER = re.compile(
    r"K?[\s.-]?\d{1,3}[\s.-]?\d{4}[\s./-]?\d\d[\s./-]?\d\d[\s.-]?\d{7}[A-Z]?(?:-\d{1,4}){0,2}(?!\d)",
    re.IGNORECASE,
)
_PARTS = MappingProxyType({"*": r"\w*", "#": r"\d{1,2}", "'": "['’ʼ`´]?", "’": "['’ʼ`´]?"})


@dataclass(frozen=True, kw_only=True)
class Hurt:
    """A word that hurts: why (a key of `REASONS`, or words), what is better, where it is fine."""

    word: str
    why: str
    better: str
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Build:
    """A word that builds, and when to say it."""

    word: str
    when: str


@dataclass(frozen=True, kw_only=True)
class WordList:
    """The words of one language. `who`, `what`, `when` are phrases, one of which is enough."""

    hurts: tuple[Hurt, ...] = ()
    builds: tuple[Build, ...] = ()
    who: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    when: tuple[str, ...] = ()

    @cached_property
    def by_phrase(self) -> tuple[tuple[str, Hurt | None], ...]:
        """Every phrase to look for, longest first; None where it makes the word harmless."""
        pairs: list[tuple[str, Hurt | None]] = []
        for hurt in self.hurts:
            pairs.append((hurt.word, hurt))
            pairs += [(phrase, None) for phrase in hurt.not_in]
        return tuple(sorted(pairs, key=lambda pair: len(pair[0]), reverse=True))

    @cached_property
    def hurting(self) -> re.Pattern[str]:
        """Finds any of them, its place in `by_phrase` as the group's number."""
        return _any_of((phrase for phrase, _ in self.by_phrase), group="({})")

    @cached_property
    def holding(self) -> Mapping[str, re.Pattern[str]]:
        """Finds who, what and when."""
        lists = {"who": self.who, "what": self.what, "when": self.when}
        return MappingProxyType({key: _any_of(phrases) for key, phrases in lists.items()})


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something to look at again: `kind` is “hurts” or a key of `MISSING`.

    `word` is the text from `start` to `end`; what is missing is empty, at the end of the text.
    """

    kind: str
    start: int
    end: int
    word: str
    hint: Text


def check(text: str, words: WordList, *, name: str = "", number: str = "") -> list[Remark]:
    """What to look at again before this goes to the customer; nothing for an empty text.

    `name` as it was registered; without it, any form of address will do. `number` is the
    complaint's; without it, any complaint number. Words in quotation marks are somebody else's
    and are not looked at. Never raises.
    """
    if not text.strip():
        return []
    return [*hurting(text, words), *_missing(text, words, name=name, number=number)]


def hurting(text: str, words: WordList) -> list[Remark]:
    """The words that hurt, in the order of the text."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    remarks = []
    for match in words.hurting.finditer(text):
        _, hurt = words.by_phrase[(match.lastindex or 1) - 1]
        if hurt is None or any(start <= match.start() < end for start, end in quoted):
            continue
        start, end = match.span()
        remarks.append(Remark(kind="hurts", start=start, end=end, word=match[0], hint=_hint(hurt)))
    return remarks


def _hint(hurt: Hurt) -> Text:
    return _HINT(why=REASONS.get(hurt.why, hurt.why), better=hurt.better)


def _missing(text: str, words: WordList, *, name: str, number: str) -> Iterable[Remark]:
    plain = _NUMBER.sub(" ", text)  # the number holds a date that promises nothing
    held = {
        "who": _holds_name(plain, words, name),
        "what": bool(words.holding["what"].search(plain)),
        "when": bool(words.holding["when"].search(plain) or _CLOCK.search(plain)),
        "number": _holds_number(text, number),
    }
    at = len(text)
    for kind, hint in MISSING.items():
        if not held[kind]:
            yield Remark(kind=kind, start=at, end=at, word="", hint=hint)


def _holds_name(text: str, words: WordList, name: str) -> bool:
    """A part of the name as names are written, or behind a form of address in any case.

    “Hari” is a name and “hari” is a day: so a capital letter counts.
    """
    address = words.holding["who"]
    parts = [part for part in re.findall(r"[\w'’]+", name) if not address.fullmatch(part)]
    if not parts:
        return bool(address.search(text))
    if any(_word(form).search(text) for part in parts for form in _written(part)):
        return True
    folded = {part.casefold() for part in parts}
    following = (re.match(r"\W*([\w'’]+)", text[m.end() :]) for m in address.finditer(text))
    return any(match is not None and match[1].casefold() in folded for match in following)


def _written(part: str) -> set[str]:
    return {part[:1].upper() + part[1:], part.capitalize(), part.upper()}


def _holds_number(text: str, number: str) -> bool:
    wanted = _compact(number).removeprefix("k")
    return wanted in _compact(text) if wanted else bool(_NUMBER.search(text))


def _compact(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _any_of(phrases: Iterable[str], group: str = "{}") -> re.Pattern[str]:
    """Whole words only: a hyphen or an apostrophe joins a word to the next."""
    patterns = [group.format(_pattern(phrase)) for phrase in phrases if phrase.strip()]
    either = "|".join(patterns) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-]|['’]\w)", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    words = ("".join(_PARTS.get(mark) or re.escape(mark) for mark in w) for w in phrase.split())
    return r"\s+".join(words)
