"""Files for people, written so that a name never stands for half a file."""

from __future__ import annotations

from pathlib import Path

from desk.durable import flushed, into_place
from desk.rules.errors import Trouble
from desk.words import say


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside, flushes, renames. Raises Trouble; then an older file is still there."""
    part = path.with_name(path.name + ".part")
    try:
        try:
            part.unlink(missing_ok=True)
            with flushed(part) as stream:
                stream.write(content)
            into_place(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as fault:
        raise Trouble(
            say(
                "safely",
                "{file} could not be written: {reason}. Everything is safe in the desk. Choose "
                "another folder and try again.",
            )(file=path, reason=fault.strerror or str(fault))
        ) from fault
