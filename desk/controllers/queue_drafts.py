"""What is half written beside a case: a note, or the reason of a withdrawal; never lost by Esc.

Notes are kept on the disk as well, so that a power cut takes nothing.
"""

from __future__ import annotations

from desk.app.desk import Desk
from desk.journal import drafts
from desk.journal.drafts import Draft

NOTE = "note"
WITHDRAW = "withdraw"
PRINT = "print"


class QueueDrafts:
    """Half-written texts by (what for, complaint)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._texts = {
            (NOTE, draft.id.removeprefix(f"{NOTE}/")): str(draft.values.get("text", ""))
            for draft in drafts.kept(desk.journal.store, NOTE)
        }
        self._on_disk = {complaint for _, complaint in self._texts}
        self._unsaved: set[str] = set()

    def text(self, drawer: str, complaint: str) -> str:
        """What was typed so far; “” for nothing."""
        return self._texts.get((drawer, complaint), "")

    def keep(self, drawer: str, complaint: str, text: str) -> None:
        """Remembers what was typed."""
        if text != self.text(drawer, complaint):
            self._texts[drawer, complaint] = text
            if drawer == NOTE:
                self._unsaved.add(complaint)

    def save(self) -> None:
        """Brings changed notes to the disk. Raises Trouble."""
        for complaint in sorted(self._unsaved):
            self._save(complaint)
        self._unsaved.clear()

    def _save(self, complaint: str) -> None:
        written = self._texts[NOTE, complaint]
        if written.strip():
            draft = Draft(
                id=f"{NOTE}/{complaint}",
                place=NOTE,
                values={"text": written},
                changed_at=self._desk.now(),
            )
            drafts.keep(self._desk.journal.store, draft)
            self._on_disk.add(complaint)
        else:
            self._throw_away(complaint)

    def forget(self, drawer: str, complaint: str) -> None:
        """It was sent, or is not wanted. Raises Trouble."""
        self._texts.pop((drawer, complaint), None)
        self._unsaved.discard(complaint)
        if drawer == NOTE:
            self._throw_away(complaint)

    def _throw_away(self, complaint: str) -> None:
        if complaint in self._on_disk:
            drafts.throw_away(self._desk.journal.store, f"{NOTE}/{complaint}")
            self._on_disk.discard(complaint)
