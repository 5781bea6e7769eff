"""What the desk refuses or cannot do, each with one sentence for the person who asked.

Anything else that is raised is a fault of the program, not of the person.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import TypeAlias, TypeVar

from msgspec import ValidationError

from desk.words import Text

_PLACE = re.compile(r" - at `\$(.*)`$")


class DeskError(Exception):
    """A sentence that says what happened, what is safe and what to do next."""

    def __init__(self, text: Text, *, field: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.field = field

    def __str__(self) -> str:
        return str(self.text)


class Invalid(DeskError):
    """A field holds what cannot be taken; `field` names it as in the form and the JSON."""


class Refused(DeskError):
    """The action is not allowed, to this person or in this state."""


class Stale(DeskError):
    """The complaint changed since the person saw it, or the clock is not to be believed."""


class Trouble(DeskError):
    """Disk, folder, printer or stick: the world did not do as asked."""


def name_of(fault: ValidationError) -> str:
    """The field whose value has another type than it should; empty where that is the whole."""
    place = _PLACE.search(str(fault))
    names = re.findall(r"\.(\w+)", place[1]) if place else []
    return names[-1] if names else ""


Result = TypeVar("Result")
Steps: TypeAlias = Generator[tuple[int, int], None, Result]


def finish(steps: Steps[Result]) -> Result:
    """Runs the work to its end, as commands and tests do, and gives its result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
