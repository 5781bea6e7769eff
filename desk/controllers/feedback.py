"""A suggestion, question or praise: written down and kept, without number and clock."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Protocol

from desk.app.commands import TakeFeedback
from desk.app.desk import Desk
from desk.journal import drafts
from desk.journal.drafts import Draft
from desk.rules.choices import CHANNELS, FEEDBACK_KINDS
from desk.rules.errors import DeskError, Trouble
from desk.words import Text, say

PLACE = "feedback"
FIRST = next(iter(FEEDBACK_KINDS))
_KEPT = {
    "suggestion": say("feedback", "Thank you for the suggestion: it is kept."),
    "question": say("feedback", "Thank you for the question: it is kept."),
    "praise": say("feedback", "Thank you for the praise: it is kept."),
}


@dataclass(frozen=True, kw_only=True)
class Said:
    """What stands in the form."""

    kind: str = FIRST
    text: str = ""
    name: str = ""
    phone: str = ""
    channel: str = "walk_in"


class FeedbackScreen(Protocol):
    """What the controller needs of the dialog."""

    def put(self, said: Said) -> None:
        """Fills the form."""

    def show_fault(self, fault: DeskError) -> None:
        """One sentence, at the field it names."""

    def kept(self, words: Text) -> None:
        """It is safe on the disk."""


class Feedback:
    """Takes in what is no complaint; what is half typed waits for its writer."""

    def __init__(self, desk: Desk, view: FeedbackScreen) -> None:
        self._desk = desk
        self._view = view

    def begin(self) -> None:
        """The form as it was left."""
        draft = next((one for one in self._drafts() if one.id == self._draft), None)
        values = draft.values if draft else {}
        said = Said(**{name: str(values[name]) for name in asdict(Said()) if name in values})
        known = said.kind in FEEDBACK_KINDS and said.channel in CHANNELS
        self._view.put(said if known else Said(text=said.text, name=said.name, phone=said.phone))

    def hold(self, said: Said) -> None:
        """What was typed goes to the disk and waits. Raises Trouble."""
        store = self._desk.journal.store
        if said.text.strip() or said.name.strip() or said.phone.strip():
            now = self._desk.now()
            draft = Draft(id=self._draft, place=PLACE, values=asdict(said), changed_at=now)
            drafts.keep(store, draft)
        elif any(one.id == self._draft for one in self._drafts()):
            drafts.throw_away(store, self._draft)

    def keep(self, said: Said) -> None:
        """Keeps it for good, or says at the field why not."""
        try:
            self._desk.do(TakeFeedback(**asdict(said)))
        except DeskError as fault:
            self._view.show_fault(fault)
            return
        with suppress(Trouble):  # it is kept; only a draft is left over
            self.hold(Said())
        self._view.kept(_KEPT[said.kind])

    @property
    def _draft(self) -> str:
        return f"{PLACE}/{self._desk.actor.id if self._desk.actor else ''}"

    def _drafts(self) -> list[Draft]:
        return drafts.kept(self._desk.journal.store, PLACE)
