"""The papers that can be printed: which a case can have, and who may print them."""

from __future__ import annotations

from dataclasses import dataclass

from desk.app.desk import Desk
from desk.paper.papers import OF_A_CASE, PAPER_KINDS
from desk.rules.complaint import Complaint
from desk.telling.standing import grouped
from desk.words import Text, say


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
            name=PAPER_KINDS[kind].name,
            refused=desk.can(right, complaint) if (right := PAPER_KINDS[kind].right) else None,
        )
        for kind in OF_A_CASE
    )


def title(kind: str, complaint: Complaint | None) -> Text | str:
    """What a paper is called among others: its kind, and the number where it has one."""
    if complaint is None:
        return PAPER_KINDS[kind].name
    return say("papers", "{paper} {number}")(
        paper=PAPER_KINDS[kind].name, number=grouped(complaint.number)
    )
