"""What a desk knows beside a complaint itself, for whoever tells the complaint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desk.app.desk import Desk
from desk.journal import queue
from desk.rules.chain import Entry
from desk.rules.complaint import Complaint
from desk.rules.entries import read
from desk.rules.event import Event
from desk.telling.as_json import shown
from desk.telling.page import Around
from desk.telling.story import Key


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


def document_of(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    """The complaint as JSON, as commands print it."""
    links = queue.links_to(desk.journal.store, complaint.id)
    return shown(complaint, around_of(desk), links)
