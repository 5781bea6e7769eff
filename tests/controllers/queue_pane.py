"""A pane of paper for the controller of the Queue's reading pane: it holds what was last shown."""

from __future__ import annotations

from dataclasses import dataclass

from desk.controllers.case.acts import CaseAct
from desk.controllers.case.controller import Page, Panel
from desk.controllers.queue.reading import Chosen
from desk.rules.people import Action
from desk.words import Text
from tests.controllers.case_sheet import Sheet


@dataclass
class Pane(Sheet):
    """The Case on a smaller sheet, or what several complaints together are called."""

    chosen: Chosen | None = None
    question: str = ""
    has_keyboard: bool = False
    clipboard: str = ""

    def show_page(self, page: Page) -> None:
        self.page, self.chosen = page, None

    def show_panel(self, panel: Panel | None, *, focus: bool) -> None:
        self.panel, self.has_keyboard = panel, focus

    def show_chosen(self, chosen: Chosen) -> None:
        self.page, self.panel, self.chosen = None, None, chosen

    def show_question(self, question: Text | None) -> None:
        self.question = str(question or "")

    def did(self, deed: CaseAct, number: str) -> None:
        self.told.append(f"{number}: {deed.done}")

    def copy(self, text: str, told: Text) -> None:
        self.clipboard = text
        self.told.append(str(told))

    @property
    def drawer(self) -> tuple[str, str]:
        """What is open, and what was typed there."""
        if self.panel is None:
            return ("", "")
        return (self.panel.deed.name, self.panel.values[self.panel.deed.fields[0]])

    @property
    def note_begun(self) -> bool:
        """Whether the button says that a note can be gone on with."""
        assert self.page is not None
        return self.page.quick[Action.NOTE].begun

    @property
    def reasons(self) -> dict[str, str]:
        """Why what cannot be done to the case now."""
        assert self.page is not None
        return {
            name: str(each.refused)
            for name, each in self.page.quick.items()
            if each.refused is not None
        }
