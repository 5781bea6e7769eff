"""Half-written forms, kept as they are typed, so that a power cut takes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.journal.schema import Draft as Half
from desk.journal.store import Kept, Store, given
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
        _KEEP.rows(
            store,
            id=seated(store, draft.id),
            place=seated(store, draft.place),
            data=json.dumps(draft.values),
            changed_at=utc(draft.changed_at),
        )


def seated(store: Store, name: str) -> str:
    """How a form or a draft is named in the table: where PCs share it, each has its own."""
    return f"{store.seat}/{name}" if store.seat else name


def drop(store: Store, draft: str) -> None:
    """Within a transaction: the draft is done with."""
    _DROP.rows(store, id=seated(store, draft))


def throw_away(store: Store, draft: str) -> None:
    """The draft is not wanted any more."""
    with store.transaction():
        drop(store, draft)


def kept(store: Store, place: str) -> list[Draft]:
    """The drafts of one form, newest first; one that cannot be read is left out."""
    rows = _OF_FORM.rows(store, place=seated(store, place))
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


_KEEP = Kept(
    lambda: Half.insert(
        id=given("id"), place=given("place"), data=given("data"), changed_at=given("changed_at")
    ).on_conflict(conflict_target=[Half.id], preserve=[Half.place, Half.data, Half.changed_at])
)
_DROP = Kept(lambda: Half.delete().where(Half.id == given("id")))
_OF_FORM = Kept(
    lambda: (
        Half.select(Half.id, Half.data, Half.changed_at)
        .where(Half.place == given("place"))
        .order_by(Half.changed_at.desc(), Half.id.desc())
    )
)
