"""What the main window says: the names of its commands, what waits, what a scan led to."""

from __future__ import annotations

from desk.app.checking_receipts import check_receipt, is_seal
from desk.app.desk import Desk
from desk.rules.errors import DeskError
from desk.words import Text, say

TITLE = say("window", "{company} – Complaint Desk")
NEW = say("window", "New complaint")
FIND = say("window", "Search")
COMMANDS = say("window", "All commands")
PRINT_AGAIN = say("window", "Print the last receipt again")
HELP = say("window", "Help for this screen")
REFRESH = say("window", "Refresh")
MAIN_BUTTON = say("window", "Main button of this screen")
BACK = say("window", "Back")
LOCK = say("window", "Lock, or change over")
OPEN_CASE = say("window", "Open the whole case")
FEEDBACK = say("window", "Suggestion, question or praise")
GUIDANCE = say("window", "Good words and ways")
QUIT = say("window", "Quit")
NOTHING_PRINTED = say("window", "No receipt has been printed here since the desk was opened.")

PLACES = {
    "counter": say("window", "Counter"),
    "queue": say("window", "Queue"),
    "customers": say("window", "Customers"),
    "reports": say("window", "Reports"),
    "exchange": say("window", "Exchange"),
    "today": say("window", "Today"),
    "settings": say("window", "Settings"),
}


def number_in(desk: Desk, code: str) -> str | None:
    """The complaint number that a scanned code leads to; None for an unknown code."""
    found = desk.numbered(code)
    return found[0].number if found else None


def case_of(desk: Desk, number: str) -> str | None:
    """The id of the complaint with this number."""
    found = desk.numbered(number)
    return found[0].id if found else None


def doubt(desk: Desk, code: str) -> Text | None:
    """What is said of a scanned receipt that is not known to be genuine; None for all else."""
    genuine, told = _receipt(desk, code) if is_seal(code) else (True, None)
    return None if genuine else told


def unknown_code(desk: Desk, code: str) -> Text:
    """What is said of a code that is no complaint here; of a receipt, whether it is genuine."""
    if is_seal(code):
        return _receipt(desk, code)[1]
    return say(
        "window",
        "“{code}” is no complaint of this desk. It stands in the search field: press Ctrl+F and "
        "Enter to search for it.",
    )(code=code[:60])


def _receipt(desk: Desk, code: str) -> tuple[bool, Text]:
    """(whether a scanned receipt is genuine, one sentence about it)."""
    try:
        verdict = check_receipt(desk, code)
    except DeskError as fault:  # the keys cannot be read; the complaint is shown all the same
        return False, fault.text
    return verdict.genuine, verdict.text
