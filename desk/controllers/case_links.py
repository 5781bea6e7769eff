"""The complaints that somebody linked to a case, from either side, and whether they can be read."""

from __future__ import annotations

from dataclasses import dataclass

from desk.app.desk import Desk
from desk.journal import queue
from desk.rules.choices import LINKS
from desk.rules.complaint import Complaint
from desk.telling.standing import grouped
from desk.words import Text, say


@dataclass(frozen=True, kw_only=True)
class Linked:
    """Another complaint: its number, and how the two belong together; `refused`: why it cannot be
    opened here."""

    id: str
    number: str
    how: Text | str
    refused: Text | None = None


def linked(desk: Desk, case: Complaint) -> tuple[Linked, ...]:
    """What this case was linked to, then what was linked to it; its own word goes first."""
    store = desk.journal.store
    found = {link.other: (link.number, link.link) for link in case.links}
    for other, number, link in queue.links_to(store, case.id):
        found.setdefault(other, (number, link))
    seen = desk.visible(found)
    return tuple(
        Linked(
            id=other,
            number=grouped(number),
            how=LINKS.get(link, link),
            refused=_refused(desk, other, hidden=other not in seen),
        )
        for other, (number, link) in found.items()
    )


def _refused(desk: Desk, other: str, *, hidden: bool) -> Text | None:
    if queue.by_id(desk.journal.store, other) is None:
        return say("case_links", "This complaint is not at this desk. Head office has it.")
    return say("case_links", "It belongs to branches that are not yours.") if hidden else None
