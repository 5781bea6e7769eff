"""What a command prints: sentences for people, or JSON and nothing else (design.md, section 7)."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from desk.rules.errors import DeskError


class Output:
    """Where a command's results go; `as_json` chooses the form."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def tell(self, document: Mapping[str, Any], text: str) -> None:
        """One result: a JSON document on one line, or its words. Out before this returns."""
        line = json.dumps(document, ensure_ascii=False) if self.as_json else text
        sys.stdout.write(_printable(line) + "\n")
        sys.stdout.flush()

    def refuse(self, fault: DeskError, *, line: int | None = None) -> None:
        """One sentence on stderr; with JSON the same as a document on stdout."""
        place = f"{line}: " if line is not None else ""
        sys.stderr.write(_printable(f"{place}{fault}") + "\n")
        sys.stderr.flush()
        if self.as_json:
            document = {"error": str(fault), "field": fault.field}
            self.tell(document | ({"line": line} if line is not None else {}), "")


def _printable(text: str) -> str:
    """A console that lacks a letter shows “?” instead of ending the program."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
