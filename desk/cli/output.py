"""What a command prints: sentences for people, or JSON and nothing else (design.md, section 7)."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from io import TextIOWrapper
from typing import Any

from desk.rules.errors import DeskError, Trouble
from desk.words import say

_ENCODING = os.environ.get("PYTHONIOENCODING")
"""Whoever started the program has chosen how it writes."""


class Output:
    """Where a command's results go; `as_json` chooses the form."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        for stream in (sys.stdout, sys.stderr):  # in a pipe, Windows would take its old code page
            if isinstance(stream, TextIOWrapper) and not stream.isatty() and not _ENCODING:
                stream.reconfigure(encoding="utf-8")

    def tell(self, document: Mapping[str, Any], text: str) -> None:
        """One result: a JSON document on one line, or its words. Out before this returns."""
        if sys.stdout is None:  # started without a console: nobody could read it
            return
        line = _json(document) if self.as_json else _printable(text)
        try:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as fault:  # stdout is a file on a disk that is full
            _give_up_stdout()
            raise Trouble(
                say("cli", "This was done, but could not be printed ({reason}): {line}")(
                    reason=fault.strerror or str(fault), line=line
                )
            ) from fault

    def refuse(self, fault: DeskError, *, line: int | None = None) -> None:
        """One sentence on stderr; with JSON the same as a document on stdout."""
        place = f"{line}: " if line is not None else ""
        sentence = " ".join(str(fault).splitlines())
        if sys.stderr is not None:
            sys.stderr.write(_printable(f"{place}{sentence}") + "\n")
            sys.stderr.flush()
        if self.as_json:
            document: dict[str, object] = {"error": str(fault), "field": fault.field}
            with suppress(Trouble):  # stdout is at fault, and stderr has told it
                self.tell(document | ({"line": line} if line is not None else {}), "")


def _give_up_stdout() -> None:
    """What could not be written is not tried again when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _json(document: Mapping[str, Any]) -> str:
    """One line of JSON; where the console lacks a letter it is escaped, never lost."""
    line = json.dumps(document, ensure_ascii=False)
    return line if _printable(line) == line else json.dumps(document)


def _printable(text: str) -> str:
    """A console that lacks a letter shows “?” instead of ending the program."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
