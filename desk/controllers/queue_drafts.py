"""What is half written beside a case: a note, or the reason of a withdrawal; never lost by Esc.

Each belongs to who wrote it. Notes are kept on the disk as well, so that a power cut takes nothing;
one from a time when nobody was known to be at work goes on with whoever takes it up.
"""

from __future__ import annotations

from desk.app.desk import Desk
from desk.journal import drafts
from desk.journal.drafts import Draft

NOTE = "note"
WITHDRAW = "withdraw"
PRINT = "print"

_Key = tuple[str, str, str]
"""Who (“” for nobody), what for, and the complaint's id."""


class QueueDrafts:
    """Half-written texts of everybody."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._texts = {
            _key_of(draft.id): str(draft.values.get("text", ""))
            for draft in drafts.kept(desk.journal.store, NOTE)
        }
        self._on_disk = set(self._texts)
        self._unsaved: set[_Key] = set()

    def text(self, drawer: str, complaint: str) -> str:
        """What whoever is at work typed so far, or what nobody owns; “” for nothing."""
        return self.own(drawer, complaint) or self._texts.get(("", drawer, complaint), "")

    def own(self, drawer: str, complaint: str) -> str:
        """What whoever is at work typed so far; “” for nothing."""
        return self._texts.get(self._key(drawer, complaint), "")

    def keep(self, drawer: str, complaint: str, text: str) -> None:
        """Remembers what was typed; what nobody owned is theirs from now on."""
        if text == self.text(drawer, complaint):
            return
        key = self._key(drawer, complaint)
        self._texts[key] = text
        nobodys = ("", drawer, complaint)
        if key != nobodys and nobodys in self._texts:
            self._texts[nobodys] = ""
            self._unsaved.add(nobodys)
        if drawer == NOTE:
            self._unsaved.add(key)

    def _key(self, drawer: str, complaint: str) -> _Key:
        return (self._desk.actor.id if self._desk.actor else "", drawer, complaint)

    def save(self) -> None:
        """Brings changed notes to the disk. Raises Trouble."""
        for key in sorted(self._unsaved, reverse=True):  # nobody's last: it goes once it is theirs
            self._save(key)
        self._unsaved.clear()

    def _save(self, key: _Key) -> None:
        written = self._texts[key]
        if written.strip():
            draft = Draft(
                id=_id_of(key), place=NOTE, values={"text": written}, changed_at=self._desk.now()
            )
            drafts.keep(self._desk.journal.store, draft)
            self._on_disk.add(key)
        else:
            self._throw_away(key)

    def forget(self, drawer: str, complaint: str) -> None:
        """It was sent, or is not wanted. Raises Trouble."""
        for key in (self._key(drawer, complaint), ("", drawer, complaint)):
            self._texts.pop(key, None)
            self._unsaved.discard(key)
            self._throw_away(key)

    def _throw_away(self, key: _Key) -> None:
        if key in self._on_disk:
            drafts.throw_away(self._desk.journal.store, _id_of(key))
            self._on_disk.discard(key)


def _key_of(draft: str) -> _Key:
    """“note/who/complaint”; one that nobody owns is “note/complaint”."""
    who, _, complaint = draft.removeprefix(f"{NOTE}/").rpartition("/")
    return (who, NOTE, complaint)


def _id_of(key: _Key) -> str:
    who, drawer, complaint = key
    return "/".join(filter(None, (drawer, who, complaint)))
