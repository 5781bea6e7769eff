"""What is half typed about a case, in the queue or in the case's panels; never lost by Esc.

One draft for each person, case and deed, wherever it was begun, and on the disk as well, so that a
power cut takes nothing. One from a time when nobody was known to be at work goes on with whoever
takes it up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from desk.journal import drafts
from desk.journal.drafts import Draft
from desk.journal.store import Store

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
            for draft in drafts.kept(store, place):
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
        drafts.keep(self._store, draft)
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
        drafts.throw_away(self._store, name)
        self._on_disk[key].discard(name)


def _said(values: Mapping[str, str]) -> bool:
    return any(value.strip() for value in values.values())


def _key_of(draft: str) -> _Key:
    """From “case/who/complaint/deed”, or “note/who/complaint” and “note/complaint” of the queue."""
    place, *rest = draft.split("/")
    deed = rest.pop() if place == PLACE else _QUEUE
    who, complaint = ["", *rest][-2:]
    return (who, complaint, deed)
