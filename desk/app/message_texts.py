"""How a prepared message is built from sentences, of which those with an empty blank are left out.

A file of texts (`resources/messages/*.json`) holds for each kind of message a list of paragraphs:

- a paragraph is a list of sentences, or ``{"lines": […]}`` where each stands on a line of its own;
- a sentence is a text, or a list of texts of which the first with all its blanks filled is taken,
  or ``{"needs": […], "say": …}``: each need is a blank that is filled or a condition that holds,
  with “not ” before it one that is not;
- a text has blanks like ``{number}``; ``@opening`` stands for the sentence of that name in `parts`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from desk.app.editable import NOT_SO, is_text, is_texts
from desk.rules.errors import Invalid
from desk.words import say

_CLOSED = ("!", "?", "…")
_NOT = "not "


@dataclass(frozen=True)
class Sentence:
    """Texts to choose from, and what has to hold."""

    texts: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Sentences, joined by a blank or by a new line."""

    sentences: tuple[Sentence, ...]
    between: str = " "


@dataclass(frozen=True)
class Known:
    """What a text may name."""

    blanks: Collection[str]
    conditions: Collection[str]
    parts: Collection[str] = ()


@dataclass(frozen=True)
class Facts:
    """The values of the blanks, the conditions that hold, the parts that texts may name."""

    values: Mapping[str, str]
    conditions: Collection[str]
    parts: Mapping[str, Sentence]


def paragraphs(raw: Any, known: Known, key: str) -> tuple[Paragraph, ...]:
    """A message as the file has it. Raises Invalid with what is wrong under `key`."""
    if not isinstance(raw, list) or not raw:
        raise Invalid(NOT_SO(key=key))
    return tuple(_paragraph(each, known, key) for each in raw)


def _paragraph(raw: Any, known: Known, key: str) -> Paragraph:
    between = " "
    if isinstance(raw, dict) and set(raw) == {"lines"}:
        raw, between = raw["lines"], "\n"
    if not isinstance(raw, list) or not raw:
        raise Invalid(NOT_SO(key=key))
    return Paragraph(tuple(sentence(each, known, key) for each in raw), between)


def sentence(raw: Any, known: Known, key: str) -> Sentence:
    """A sentence as the file has it. Raises Invalid with what is wrong under `key`."""
    needs: Any = []
    if isinstance(raw, dict) and set(raw) == {"needs", "say"}:
        raw, needs = raw["say"], raw["needs"]
    texts = [raw] if is_text(raw) else raw
    if not is_texts(texts) or not (needs == [] or is_texts(needs)):
        raise Invalid(NOT_SO(key=key))
    named = {need.removeprefix(_NOT) for need in needs} - {*known.conditions}
    for text in texts:
        named |= _named(text, known, key)
    for name in sorted(named - {*known.blanks}):
        raise Invalid(
            say("editable", "“{key}” uses {blank}, and there is no such blank.")(
                key=key, blank=f"{{{name}}}"
            )
        )
    return Sentence(tuple(texts), tuple(needs))


def _named(text: str, known: Known, key: str) -> set[str]:
    """The blanks of a text; a part counts as one that is not there, where it is not there."""
    if text.startswith("@"):
        return set() if text[1:] in known.parts else {text}
    try:
        pieces = list(Formatter().parse(text))
    except ValueError:
        raise Invalid(NOT_SO(key=key)) from None
    if any(form or turned for _, _, form, turned in pieces):
        raise Invalid(NOT_SO(key=key))
    return {name for _, name, _, _ in pieces if name is not None}


def written(message: Iterable[Paragraph], facts: Facts) -> str:
    """The message; paragraphs that have nothing to say are left out."""
    told = (_told(paragraph, facts) for paragraph in message)
    return "\n\n".join(filter(None, told))


def _told(paragraph: Paragraph, facts: Facts) -> str:
    told = (_chosen(sentence, facts) for sentence in paragraph.sentences)
    return paragraph.between.join(filter(None, told))


def _chosen(wanted: Sentence, facts: Facts) -> str:
    if not all(_holds(need, facts) for need in wanted.needs):
        return ""
    for text in wanted.texts:
        part = facts.parts.get(text[1:]) if text.startswith("@") else None
        told = _chosen(part, facts) if part else filled(text, facts.values)
        if told:
            return told
    return ""


def _holds(need: str, facts: Facts) -> bool:
    name = need.removeprefix(_NOT)
    return (name in facts.conditions or bool(facts.values.get(name))) != need.startswith(_NOT)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its blanks filled, or nothing where one is empty.

    A value that closes its own sentence takes no further full stop.
    """
    told = ""
    for literal, name, _, _ in Formatter().parse(text):
        closed = told.endswith((".", *_CLOSED)) and literal.startswith(".")
        told += literal[1:] if closed else literal
        if name is not None:
            value = values.get(name, "")
            if not value:
                return ""
            told += value
    return told
