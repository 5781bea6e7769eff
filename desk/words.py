"""The translated words for everybody: screens, papers and commands read the same Linguist files.

A sentence is written once, in English, where it is said:
``say("counter", "Nota {nota} is known.")(nota=…)``. It stays a value (`Text`) until somebody shows
it, so that a rule can refuse without knowing a language, and a receipt can be printed in another
language than the window speaks.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from xml.etree import ElementTree

from desk.assets import asset

SOURCE_LANGUAGE = "en"
LANGUAGES = ("en", "id")

_spoken: ContextVar[str] = ContextVar("spoken language", default=SOURCE_LANGUAGE)


@dataclass(frozen=True)
class Text:
    """A sentence that is not yet in any language. `str()` gives it in the language spoken now."""

    context: str
    source: str
    args: tuple[tuple[str, object], ...] = ()

    def __call__(self, **args: object) -> Text:
        """The same sentence with its blanks filled; a `Text` in a blank is translated with it."""
        return replace(self, args=(*self.args, *args.items()))

    def into(self, language: str) -> str:
        """The sentence in `language` ("en" or "id"); without a translation, its English source."""
        sentence = translation(language).get((self.context, self.source)) or self.source
        if not self.args:
            return sentence
        filled = {
            name: value.into(language) if isinstance(value, Text) else value
            for name, value in self.args
        }
        return sentence.format_map(filled)

    def __str__(self) -> str:
        return self.into(_spoken.get())


def say(context: str, source: str) -> Text:
    """A sentence to be translated. Both arguments are literals, so that lupdate finds them."""
    return Text(context, source)


def counted(number: int, one: Text, many: Text) -> Text:
    """`one` for exactly 1, else `many`; both may name the blank ``{n}``."""
    return (one if number == 1 else many)(n=number)


def spoken() -> str:
    """The language in which `str(text)` speaks now."""
    return _spoken.get()


def speak(language: str) -> None:
    """Speak `language` from now on in this context. Raises ValueError for an unknown one."""
    if language not in LANGUAGES:
        raise ValueError(language)
    _spoken.set(language)


def system_language() -> str:
    """The language of this computer if we have it, else English. `DESK_LANGUAGE` goes before."""
    names = (os.environ.get("DESK_LANGUAGE"), *_system_locales())
    for name in filter(None, names):
        code = name.split(":")[0].split("_")[0].split("-")[0].split(".")[0].lower()
        if code in {"id", "in", "indonesian"}:
            return "id"
        if code in {"en", "english"}:
            return "en"
    return SOURCE_LANGUAGE


def _system_locales() -> list[str | None]:
    named = [os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")]
    try:
        return [*named, locale.getlocale()[0]]
    except ValueError:  # a locale name that Python does not know
        return named


@cache
def translation(language: str) -> Mapping[tuple[str, str], str]:
    """(context, source) → sentence, from `resources/translations/`; empty for English."""
    if language == SOURCE_LANGUAGE:
        return MappingProxyType({})
    tree = ElementTree.parse(asset("resources", "translations", f"{language}.ts"))
    return MappingProxyType(
        {
            (context.findtext("name", ""), message.findtext("source", "")): message.findtext(
                "translation", ""
            )
            for context in tree.iter("context")
            for message in context.iter("message")
        }
    )
