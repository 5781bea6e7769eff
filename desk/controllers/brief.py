"""The hand-over brief on a screen: shown as it stands now, and copied as text."""

from __future__ import annotations

from typing import Protocol

from desk.app.desk import Desk, around_of, events_of
from desk.telling.brief import Brief, as_text, brief_of
from desk.words import Text, say

COPIED = say("brief", "The brief was copied.")


class BriefScreen(Protocol):
    """What the controller needs of the dialog."""

    def show_brief(self, brief: Brief) -> None:
        """Everything, in the language shown."""

    def put_on_clipboard(self, text: str, told: Text) -> None:
        """Keeps a text for pasting, and says so."""


class BriefOf:
    """Shows the brief of one case as it stands now."""

    def __init__(self, desk: Desk, screen: BriefScreen, complaint: str) -> None:
        self._desk = desk
        self._screen = screen
        self._id = complaint

    def show(self) -> None:
        """Shows it, as it stands now."""
        self._screen.show_brief(self._brief())

    def copy(self) -> None:
        """Copies it as text."""
        self._screen.put_on_clipboard(as_text(self._brief()), COPIED)

    def _brief(self) -> Brief:
        case = self._desk.complaint(self._id)
        return brief_of(case, events_of(self._desk.journal.about(case.id)), around_of(self._desk))
