"""Half-written forms, kept as they are typed, so that a power cut takes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.journal.rows import utc
from desk.journal.store import Store


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A half-written form: `place` names the form, `values` its fields. `changed_at` is UTC."""

    id: str
    place: str
    values: Mapping[str, Any]
    changed_at: datetime


def keep(store: Store, draft: Draft) -> None:
    """Keeps the draft in place of its older self, safe on the disk when this returns."""
    with store.transaction():
        store.run(
            "INSERT INTO draft(id, place, data, changed_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET place = excluded.place, data = excluded.data, "
            "changed_at = excluded.changed_at",
            (
                seated(store, draft.id),
                seated(store, draft.place),
                json.dumps(draft.values),
                utc(draft.changed_at),
            ),
        )


def seated(store: Store, name: str) -> str:
    """How a form or a draft is named in the table: where PCs share it, each has its own."""
    return f"{store.seat}/{name}" if store.seat else name


def drop(store: Store, draft: str) -> None:
    """Within a transaction: the draft is done with."""
    store.run("DELETE FROM draft WHERE id = ?", (seated(store, draft),))


def throw_away(store: Store, draft: str) -> None:
    """The draft is not wanted any more."""
    with store.transaction():
        drop(store, draft)


def kept(store: Store, place: str) -> list[Draft]:
    """The drafts of one form, newest first; one that cannot be read is left out."""
    rows = store.run(
        "SELECT id, data, changed_at FROM draft WHERE place = ? ORDER BY changed_at DESC, id DESC",
        (seated(store, place),),
    )
    found = []
    for subject, data, changed_at in rows:
        try:
            values = json.loads(data)
        except ValueError:
            continue
        found.append(
            Draft(
                id=subject.removeprefix(seated(store, "")),
                place=place,
                values=values,
                changed_at=datetime.fromisoformat(changed_at),
            )
        )
    return found
