"""Files for people, written so that a name never stands for half a file."""

from __future__ import annotations

from pathlib import Path

from desk.durable import put_whole
from desk.rules.errors import Trouble
from desk.words import say


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside, flushes, renames. Raises Trouble; then an older file is still there."""
    try:
        put_whole(path, content)
    except OSError as fault:
        raise Trouble(
            say(
                "safely",
                "{file} could not be written: {reason}. Everything is safe in the desk. Choose "
                "another folder and try again.",
            )(file=path, reason=fault.strerror or str(fault))
        ) from fault
