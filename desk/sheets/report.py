"""The report of a reading, line by line, as a CSV file that Excel opens with a double click."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from desk.rules.errors import Trouble
from desk.words import Text, say

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_csv(rows: Iterable[tuple[int, Text]], path: Path, language: str) -> None:
    """Writes line number and remark of each row in `language` to `path`. Raises Trouble."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            report = csv.writer(file)
            report.writerow([say("sales", "Line").into(language), _remark.into(language)])
            report.writerows((number, _harmless(text.into(language))) for number, text in rows)
    except OSError as fault:
        raise Trouble(
            say(
                "sales",
                "The report “{name}” could not be written. The sales are not affected. "
                "Choose another folder and try again.",
            )(name=path.name)
        ) from fault


def _harmless(sentence: str) -> str:
    """Excel must not take a remark for a formula."""
    return f"'{sentence}" if sentence.startswith(_FORMULA) else sentence


_remark = say("sales", "Remark")
