"""The papers that can be printed: what each is called, who may print it, and how it is filled."""

from __future__ import annotations

from dataclasses import dataclass

from desk.app.desk import Desk
from desk.paper.papers import OF_A_CASE
from desk.rules.complaint import Complaint
from desk.rules.people import Action
from desk.telling.standing import grouped
from desk.words import Text, say

NAMES = {
    "receipt": say("papers", "Receipt"),
    "tag": say("papers", "Tag for the goods"),
    "worksheet": say("papers", "Technician’s sheet"),
    "brief": say("papers", "Hand-over brief"),
    "letter": say("papers", "Letter"),
    "comment_card": say("papers", "Comment card"),
    "leaflet": say("papers", "Leaflet"),
}
"""What one of each kind is called."""
PRINT_ONE = {
    "comment_card": say("papers", "Print a comment card"),
    "leaflet": say("papers", "Print the leaflet"),
}
"""The commands for what lies on the counter."""
_RIGHTS = {"receipt": Action.PRINT_RECEIPT, "letter": Action.CONTACT}
"""Whose right is asked for; every other paper is for whoever sees the case."""


@dataclass(frozen=True, kw_only=True)
class OfferedPaper:
    """One paper of a case; `refused` says why this person cannot print it now."""

    kind: str
    name: Text
    refused: Text | None


def offered(desk: Desk, complaint: Complaint) -> tuple[OfferedPaper, ...]:
    """Every paper that a complaint can have."""
    return tuple(
        OfferedPaper(
            kind=kind,
            name=NAMES[kind],
            refused=desk.can(_RIGHTS[kind], complaint) if kind in _RIGHTS else None,
        )
        for kind in OF_A_CASE
    )


def title(kind: str, complaint: Complaint | None) -> Text | str:
    """What a paper is called among others: its kind, and the number where it has one."""
    if complaint is None:
        return NAMES[kind]
    return say("papers", "{paper} {number}")(paper=NAMES[kind], number=grouped(complaint.number))
