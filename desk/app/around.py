"""What a desk knows beside a complaint itself, for whoever tells the complaint."""

from __future__ import annotations

from desk.app.desk import Desk
from desk.journal import known
from desk.rules.entries import read
from desk.rules.event import Event
from desk.telling.page import Around
from desk.telling.timeline import Key


def around_of(desk: Desk) -> Around:
    """What a desk knows now."""
    return Around(
        now=desk.now(),
        circle=desk.circle,
        names=desk.names(),
        branches=dict(known.branches(desk.journal.store)),
        here=desk.files.has,
    )


def events_of(desk: Desk, complaint: str) -> dict[Key, Event]:
    """What the entries of a complaint say, by node and number."""
    return {(entry.node, entry.seq): read(entry) for entry in desk.journal.about(complaint)}
