"""Half-written forms, kept as they are typed, so that a power cut takes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.journal.store import Store
from desk.journal.views import utc


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
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)",
            (draft.id, draft.place, json.dumps(draft.values), utc(draft.changed_at)),
        )


def drop(store: Store, draft: str) -> None:
    """Within a transaction: the draft is done with."""
    store.run("DELETE FROM draft WHERE id = ?", (draft,))


def throw_away(store: Store, draft: str) -> None:
    """The draft is not wanted any more."""
    with store.transaction():
        drop(store, draft)


def kept(store: Store, place: str) -> list[Draft]:
    """The drafts of one form, newest first; one that cannot be read is left out."""
    rows = store.run(
        "SELECT id, data, changed_at FROM draft WHERE place = ? ORDER BY changed_at DESC, id DESC",
        (place,),
    )
    found = []
    for subject, data, changed_at in rows:
        try:
            values = json.loads(data)
        except ValueError:
            continue
        found.append(
            Draft(
                id=subject,
                place=place,
                values=values,
                changed_at=datetime.fromisoformat(changed_at),
            )
        )
    return found
