"""What was typed, or given as JSON: cleaned, and refused where it is not what it has to be.

A detail that has to be something says so in its type: `Annotated[str, needed(sentence)]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache, partial
from typing import Any, TypeVar

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import asdict, fields

from desk.rules.choices import Choices, check_choice
from desk.rules.errors import Invalid, name_of
from desk.words import Text, say

LONGEST = 20_000
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean(text: str) -> str:
    """Trimmed, with one kind of line end, without characters that no screen or paper can show."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def check_length(text: str, field: str) -> None:
    """Raises Invalid for `field` where the text is longer than `LONGEST`."""
    if len(text) > LONGEST:
        raise Invalid(
            say(
                "intake",
                "This text has {n} characters; {most} fit. What was typed is kept: please "
                "shorten it.",
            )(n=len(text), most=LONGEST),
            field=field,
        )


def check_lengths(typed: Struct) -> None:
    """Raises Invalid for the first of its texts, or lists of texts, that is too long."""
    for name, value in asdict(typed).items():
        text = ", ".join(value) if isinstance(value, tuple) else value
        if isinstance(text, str):
            check_length(text, name)


def not_empty(text: str, field: str, missing: Text) -> str:
    """The text, cleaned. Raises Invalid for `field` where nothing is left of it."""
    cleaned = clean(text)
    if not cleaned:
        raise Invalid(missing, field=field)
    return cleaned


def marked(check: Callable[[Any, str], object]) -> Meta:
    """Marks a detail that has a check of its own, of its value and name; it raises Invalid."""
    return Meta(extra={"check": check})


def needed(missing: Text) -> Meta:
    """Marks a text that has to be there."""
    return marked(partial(not_empty, missing=missing))


def one_of(known: Choices, *, if_any: bool = False) -> Meta:
    """Marks a key from a list; `if_any`: it may be left empty."""

    def check(key: str, field: str) -> None:
        if key or not if_any:
            check_choice(key, known, field)

    return marked(check)


def check_marked(kind: type[Struct], values: Mapping[str, Any]) -> None:
    """Raises Invalid, with its name in JSON, for the first value that is not as `kind` marks it."""
    for name, shown, check in _marked(kind):
        check(values[name], shown)


@cache
def _marked(kind: type[Struct]) -> list[tuple[str, str, Callable[[Any, str], object]]]:
    return [
        (item.name, item.encode_name, mark.extra["check"])
        for item in fields(kind)
        for mark in getattr(item.type, "__metadata__", ())
        if mark.extra and "check" in mark.extra
    ]


def misfit(name: str) -> Invalid:
    """The refusal of a value in JSON that has another form than it should."""
    return Invalid(
        say("intake", "“{name}” holds something else than expected.")(name=name), field=name
    )


def known_only(
    names: Collection[str], values: Mapping[str, Any], strange: Text, *, unnamed: str = ""
) -> dict[str, Any]:
    """What JSON gives for these names, in their order: no null, no halves of surrogate pairs.

    Raises Invalid, with the sentence `strange`, for a name that is none of them (`unnamed` where
    that name is empty).
    """
    others = sorted({*values}.difference(names))
    if others:
        raise Invalid(strange(name=others[0][:40]), field=others[0][:40] or unnamed)
    return {name: _storable(values[name]) for name in names if values.get(name) is not None}


def _storable(value: object) -> object:
    """A text without halves of surrogate pairs, which no table takes; all else as it is."""
    return value.encode(errors="ignore").decode() if isinstance(value, str) else value


Told = TypeVar("Told", bound=Struct)


def converted(values: Mapping[str, Any], kind: type[Told]) -> Told:
    """The values as this kind of thing. Raises Invalid with the name of one of another type."""
    try:
        return convert(values, kind)
    except ValidationError as fault:
        raise misfit(name_of(fault)) from fault
