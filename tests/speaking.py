"""The language of a test, for the length of a block."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desk.words import speak, spoken


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` for the length of a block."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)
