"""What a desk knows beside a complaint itself, for whoever tells the complaint."""

from __future__ import annotations

from collections.abc import Iterable

from desk.app.desk import Desk
from desk.rules.chain import Entry
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
        branches=dict(desk.branches),
        here=desk.files.has,
    )


def events_of(entries: Iterable[Entry]) -> dict[Key, Event]:
    """What the entries of a complaint say, by node and number."""
    return {(entry.node, entry.seq): read(entry) for entry in entries}
