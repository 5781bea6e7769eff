"""Half-written forms, kept as they are typed, so that a power cut takes nothing.

What is half typed about a case is one draft for each person, case and deed, wherever it was begun.
One from a time when nobody was known to be at work goes on with whoever takes it up.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
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


PLACE = "case"
_QUEUE = "note"
"""Where versions before kept the notes that were begun in the queue: “note/who/complaint”."""
_Key = tuple[str, str, str]
"""Who typed it (“” for nobody), the complaint's id, and the name of the deed."""


class HalfWritten:
    """Half-filled panels of everybody; `actor` gives the id of who is at work, “” for nobody."""

    def __init__(self, store: Store, now: Callable[[], datetime], actor: Callable[[], str]) -> None:
        self._store, self._now, self._actor = store, now, actor
        self._kept: dict[_Key, dict[str, str]] = {}
        self._on_disk: dict[_Key, set[str]] = {}
        self._unsaved: set[_Key] = set()
        for place in (PLACE, _QUEUE):
            for draft in kept(store, place):
                self._find(draft)

    def _find(self, draft: Draft) -> None:
        key = _key_of(draft.id)
        here = self._kept.get(key, {})
        found = {name: str(value) for name, value in draft.values.items()}
        texts = [each["text"] for each in (here, found) if each.get("text")]
        both = {"text": "\n".join(dict.fromkeys(texts))} if len(texts) > 1 else {}
        self._kept[key] = found | here | both
        self._on_disk.setdefault(key, set()).add(draft.id)

    def values(self, complaint: str, deed: str) -> Mapping[str, str]:
        """What whoever is at work typed so far, or what nobody owns."""
        return self.own(complaint, deed) or self._kept.get(("", complaint, deed), {})

    def own(self, complaint: str, deed: str) -> Mapping[str, str]:
        """What whoever is at work typed so far."""
        return self._kept.get(self._key(complaint, deed), {})

    def keep(self, complaint: str, deed: str, values: Mapping[str, str]) -> None:
        """Remembers what was typed; nothing typed is no draft. What nobody owned is theirs now."""
        if values == self.values(complaint, deed):
            return
        key, nobodys = self._key(complaint, deed), ("", complaint, deed)
        if not self._kept.get(key) and self._kept.get(nobodys):
            self._kept[nobodys] = {}
            self._unsaved.add(nobodys)
        self._kept[key] = dict(values)
        self._unsaved.add(key)

    def begun(self, complaint: str) -> frozenset[str]:
        """The deeds of a complaint with which they can go on."""
        mine = {self._actor(), ""}
        return frozenset(
            deed
            for (who, case, deed), values in self._kept.items()
            if case == complaint and who in mine and _said(values)
        )

    def _key(self, complaint: str, deed: str) -> _Key:
        return (self._actor(), complaint, deed)

    def save(self) -> None:
        """Brings what changed to the disk. Raises Trouble."""
        for key in sorted(self._unsaved, reverse=True):  # nobody's last: it goes once it is theirs
            if _said(self._kept.get(key, {})):
                self._write(key)
            else:
                self._throw_away(key)
        self._unsaved.clear()

    def _write(self, key: _Key) -> None:
        name = "/".join((PLACE, *key))
        values = self._kept[key]
        draft = Draft(id=name, place=PLACE, values=values, changed_at=self._now())
        keep(self._store, draft)
        self._on_disk.setdefault(key, set()).add(name)
        for older in self._on_disk[key] - {name}:
            self._drop(key, older)

    def forget(self, complaint: str, deed: str) -> None:
        """What `values` gives was done. Raises Trouble."""
        key = self._key(complaint, deed)
        if not self._kept.get(key):
            key = ("", complaint, deed)
        self._kept.pop(key, None)
        self._throw_away(key)
        self._unsaved.discard(key)

    def _throw_away(self, key: _Key) -> None:
        for name in sorted(self._on_disk.get(key, ())):
            self._drop(key, name)

    def _drop(self, key: _Key, name: str) -> None:
        throw_away(self._store, name)
        self._on_disk[key].discard(name)


def _said(values: Mapping[str, str]) -> bool:
    return any(value.strip() for value in values.values())


def _key_of(draft: str) -> _Key:
    """From “case/who/complaint/deed”, or “note/who/complaint” and “note/complaint” of the queue."""
    place, *rest = draft.split("/")
    deed = rest.pop() if place == PLACE else _QUEUE
    who, complaint = ["", *rest][-2:]
    return (who, complaint, deed)
