"""Faults of a database server, told as what they are: what happened, what is kept, what to do."""

from __future__ import annotations

from psycopg import DataError, Error

from desk.journal.address import Address
from desk.rules.errors import DeskError, Invalid, Trouble
from desk.words import Text, say

_BY_CODE: tuple[tuple[str, Text], ...] = (
    (
        "55P03",
        say(
            "journal",
            "Another program is busy with the data in {folder}. Nothing was saved just now; what "
            "you typed is kept. Wait a moment and try again.",
        ),
    ),
    (
        "53100",
        say(
            "journal",
            "The disk of the database server is full ({folder}). Nothing was saved just now; what "
            "was saved before is safe, and what you typed is kept. Tell the technician.",
        ),
    ),
    (
        "53300",
        say(
            "journal",
            "The database server takes no more connections ({folder}). Nothing was saved just now; "
            "what you typed is kept. Wait a moment and try again, or tell the technician.",
        ),
    ),
    (
        "25006",
        say(
            "journal",
            "The database {folder} can only be read at the moment. Nothing was saved just now; "
            "what you typed is kept. Tell the technician.",
        ),
    ),
    (
        "42501",
        say(
            "journal",
            "You may not write to the database {folder}. Nothing was saved. Ask the technician for "
            "the right to make tables there, and try again.",
        ),
    ),
)
_OTHER = say(
    "journal",
    "The database {folder} did not do as asked ({reason}). Nothing was saved just now; what you "
    "typed is kept. Try again, and tell the technician if it stays so.",
)
_CUT = say(
    "journal",
    "The connection to the database {folder} was cut. Nothing was saved just now; what was saved "
    "before is safe, and what you typed is kept. Try again: the desk connects anew by itself.",
)
_CUT_WHILE_SAVING = say(
    "journal",
    "The connection to the database {folder} was cut just as it was saving. It may have been saved "
    "or not; what you typed is kept. Look whether it stands there before you save again.",
)
_UNREACHABLE = say(
    "journal",
    "The database server {server} cannot be reached. Nothing was saved just now; what was saved "
    "before is safe on the server, and what you typed is kept. Check the network and whether the "
    "server is running, and try again.",
)
_AT_THE_DOOR: tuple[tuple[str, Text], ...] = (
    (
        "password",
        say(
            "journal",
            "The database server {server} did not accept the password of {user}. Nothing was "
            "changed. Ask the technician for the right one; it stands in a password file "
            "(PGPASSFILE), or in the address at setup.",
        ),
    ),
    (
        "does not exist",
        say(
            "journal",
            "The database server {server} does not know the database {name} or the user {user}. "
            "Nothing was changed. Make them there, or correct the address.",
        ),
    ),
    (
        "too many",
        say(
            "journal",
            "The database server takes no more connections ({folder}). Nothing was saved just now; "
            "what you typed is kept. Wait a moment and try again, or tell the technician.",
        ),
    ),
    (
        "pg_hba",
        say(
            "journal",
            "The database server {server} lets nobody in from this computer. Nothing was changed. "
            "Ask the technician to allow it in pg_hba.conf.",
        ),
    ),
)


def fault_of(fault: Error, address: Address) -> DeskError:
    """What to tell about a statement that failed."""
    code = fault.sqlstate or ""
    for known, text in _BY_CODE:
        if code == known:
            return Trouble(text(folder=address))
    if isinstance(fault, DataError) and not code:
        return Invalid(
            say("journal", "There is a character in the text that cannot be kept. Remove it.")()
        )
    return Trouble(_OTHER(folder=address, reason=_first_line(fault)))


def cut_off(address: Address, *, while_saving: bool) -> Trouble:
    """What to tell where the connection went away in the middle."""
    return Trouble((_CUT_WHILE_SAVING if while_saving else _CUT)(folder=address))


def shut_out(fault: Error, address: Address) -> Trouble:
    """What to tell where no connection could be made."""
    words = str(fault).lower()
    blanks = {
        "folder": address,
        "server": address.server,
        "name": address.name,
        "user": address.user or "?",
    }
    for sign, text in _AT_THE_DOOR:
        if sign in words:
            return Trouble(text(**blanks))
    return Trouble(_UNREACHABLE(**blanks))


def _first_line(fault: Error) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:80]
