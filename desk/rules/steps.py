"""Long work in small steps: a generator of (done, total) that the window pumps between events."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias, TypeVar

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
