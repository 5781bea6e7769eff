"""Commands of the program in this process, under a clock that is set: no door but its own."""

from __future__ import annotations

import argparse
import io
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from desk.app.desk import Desk
from desk.cli.main import run
from desk.cli.parser import build
from tests.cli.running import Answer

NOW = datetime(2026, 6, 19, 3, 30, tzinfo=UTC)
"""The moment at which the frozen home was left: a Friday, 10:30 in the shop."""


@dataclass
class Clock:
    """What every desk takes for the time; it stands still until somebody moves it."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def walk(self, minutes: int) -> None:
        """So many minutes go by."""
        self.at += timedelta(minutes=minutes)


@dataclass(frozen=True)
class Program:
    """The desk in `home`, asked by commands at the time of `clock`."""

    home: Path
    clock: Clock
    patch: pytest.MonkeyPatch

    def __post_init__(self) -> None:
        self.patch.setattr(Desk, "now", lambda _: self.clock())

    def __call__(
        self, *args: str | Path, given: str = "", code: int = 0, by: str = "", language: str = "en"
    ) -> Answer:
        """Runs one command as `by` and checks its exit code."""
        options = _parser().parse_args([*map(str, args)])
        with self.patch.context() as here, TemporaryFile() as typed:
            typed.write(given.encode())
            typed.seek(0)
            here.setenv("DESK_HOME", str(self.home))
            here.setenv("DESK_LANGUAGE", language)
            here.setenv("DESK_USER", by)
            here.setattr(sys, "stdin", io.TextIOWrapper(typed, encoding="utf-8"))
            here.setattr(sys, "stdout", out := _stream())
            here.setattr(sys, "stderr", err := _stream())
            answer = Answer(run(options), _said(out), _said(err))
        assert answer.code == code, (args, answer)
        return answer


@cache
def _parser() -> argparse.ArgumentParser:
    return build()


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)


def _said(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
