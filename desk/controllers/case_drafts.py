"""What is half typed into the panels of a case: kept by Esc, and on the disk as well.

One draft for each person, case and action; it waits for its owner until the action was done.
"""

from __future__ import annotations

from collections.abc import Mapping

from desk.app.desk import Desk
from desk.journal import drafts
from desk.journal.drafts import Draft

PLACE = "case"
Key = tuple[str, str, str]
"""Who typed it, the complaint's id, and the name of the deed."""


class CaseDrafts:
    """Half-filled panels."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[Key, dict[str, str]] = {}
        for draft in drafts.kept(desk.journal.store, PLACE):
            _, who, complaint, deed = draft.id.split("/")
            values = {name: str(value) for name, value in draft.values.items()}
            self._kept[who, complaint, deed] = values
        self._on_disk = set(self._kept)
        self._unsaved: set[Key] = set()

    def values(self, complaint: str, deed: str) -> Mapping[str, str]:
        """What was typed so far."""
        return self._kept.get(self._key(complaint, deed), {})

    def keep(self, complaint: str, deed: str, values: Mapping[str, str]) -> None:
        """Remembers what was typed; nothing typed is no draft."""
        key = self._key(complaint, deed)
        if values == self._kept.get(key, {}):
            return
        self._kept[key] = dict(values)
        self._unsaved.add(key)

    def begun(self, complaint: str) -> frozenset[str]:
        """The deeds of a complaint for which something was typed."""
        mine = self._key(complaint, "")[:2]
        return frozenset(key[2] for key, values in self._kept.items() if key[:2] == mine and values)

    def _key(self, complaint: str, deed: str) -> Key:
        return (self._desk.actor.id if self._desk.actor else "", complaint, deed)

    def save(self) -> None:
        """Brings what changed to the disk. Raises Trouble."""
        for key in sorted(self._unsaved):
            if self._kept.get(key):
                self._write(key)
            else:
                self._throw_away(key)
        self._unsaved.clear()

    def _write(self, key: Key) -> None:
        draft = Draft(
            id="/".join((PLACE, *key)),
            place=PLACE,
            values=self._kept[key],
            changed_at=self._desk.now(),
        )
        drafts.keep(self._desk.journal.store, draft)
        self._on_disk.add(key)

    def forget(self, complaint: str, deed: str) -> None:
        """It was done. Raises Trouble."""
        key = self._key(complaint, deed)
        self._kept.pop(key, None)
        self._unsaved.discard(key)
        self._throw_away(key)

    def _throw_away(self, key: Key) -> None:
        if key in self._on_disk:
            drafts.throw_away(self._desk.journal.store, "/".join((PLACE, *key)))
            self._on_disk.discard(key)
