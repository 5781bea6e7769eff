"""One text of SQL for both databases: its marks, `?` and `:name`, become PostgreSQL's `$1`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

_PART = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|::|:([a-z_]+)|\?")
Values = Sequence[Any] | Mapping[str, Any]


@lru_cache(maxsize=1024)
def translated(sql: str) -> tuple[str, tuple[str, ...]]:
    """(the statement with `$1`, `$2` …, the names of the values in this order; none for `?`)."""
    names: list[str] = []
    count = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal count
        if found[1]:
            if found[1] not in names:
                names.append(found[1])
            return f"${names.index(found[1]) + 1}"
        if found[0] == "?":
            count += 1
            return f"${count}"
        return found[0]

    return _PART.sub(mark, sql), tuple(names)


def in_order(values: Values, names: Sequence[str]) -> Sequence[Any]:
    """The values in the order of the marks."""
    if isinstance(values, Mapping):
        return [values[name] for name in names]
    return values
