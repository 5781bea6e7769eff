"""Faults of the disk and the database, told as what they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peewee import DatabaseError, InterfaceError

from desk.rules.errors import Trouble
from desk.words import Text, say

_SENTENCES: tuple[tuple[str, Text], ...] = (
    (
        "full",
        say(
            "journal",
            "The disk is full: {folder}. Nothing was saved just now; what was saved before is "
            "safe, and what you typed is kept in the form. Free some space and save again.",
        ),
    ),
    (
        "readonly",
        say(
            "journal",
            "The folder {folder} cannot be written to. Nothing was saved just now; what you typed "
            "is kept in the form. Ask for the right to write there, then save again.",
        ),
    ),
    (
        "unable to open",
        say(
            "journal",
            "The data in {folder} cannot be opened. Nothing was changed. Check that the folder is "
            "there and that you may write to it.",
        ),
    ),
    (
        "locked",
        say(
            "journal",
            "Another program is busy with the data in {folder}. Nothing was saved just now; what "
            "you typed is kept. Wait a moment and try again.",
        ),
    ),
    (
        "malformed",
        say(
            "journal",
            "The data in {folder} are damaged. Nothing was changed. Restore the last backup from "
            "the folder “backups”, and keep the damaged folder for the technician.",
        ),
    ),
    (
        "not a database",
        say(
            "journal",
            "{folder} holds something that is not a complaint desk. Nothing was changed. Choose "
            "another folder, or restore a backup.",
        ),
    ),
)
_OTHER = say(
    "journal",
    "The disk did not do as asked ({reason}). Nothing was saved just now; what you typed is kept. "
    "Check the disk of {folder} and try again.",
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns the database's own exceptions into Trouble with a sentence for people."""
    try:
        yield
    except (DatabaseError, InterfaceError) as fault:
        raise Trouble(sentence(str(fault), path.parent)) from fault
    except OSError as fault:
        raise Trouble(sentence(fault.strerror or str(fault), path.parent)) from fault


def sentence(reason: str, folder: Path) -> Text:
    """What to tell about `reason`, the words of SQLite or of the operating system."""
    words = reason.lower().replace("read-only", "readonly").replace("no space left", "full")
    words = words.replace("permission denied", "readonly").replace("file too large", "full")
    for sign, text in _SENTENCES:
        if sign in words:
            return text(folder=folder)
    return _OTHER(folder=folder, reason=reason[:80])
