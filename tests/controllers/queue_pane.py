"""A pane of paper for the controller of the Queue's reading pane: it holds what was last shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.controllers.queue_deeds import Deeds
from desk.rules.errors import DeskError
from desk.telling.page import CasePage
from desk.words import Text


@dataclass
class Pane:
    """A pane of paper: it holds what was last shown."""

    page: CasePage | None = None
    several: str = ""
    deeds: Deeds | None = None
    drawer: str = ""
    text: str = ""
    has_keyboard: bool = False
    refused: list[DeskError] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    clipboard: str = ""
    told: list[str] = field(default_factory=list)
    can_call: bool = True

    def show_case(self, page: CasePage, deeds: Deeds) -> None:
        self.page, self.several, self.deeds = page, "", deeds

    def show_several(self, sentence: Text, deeds: Deeds) -> None:
        self.page, self.several, self.deeds = None, str(sentence), deeds

    def show_no_case(self, sentence: Text, deeds: Deeds) -> None:
        self.page, self.several, self.deeds = None, str(sentence), deeds

    def show_drawer(self, drawer: str, text: Text | str, *, focus: bool) -> None:
        self.drawer, self.text, self.has_keyboard = drawer, str(text), focus

    def refuse(self, fault: DeskError) -> None:
        self.refused.append(fault)

    def print_receipt(self, complaint: str) -> None:
        self.printed.append(complaint)

    def copy(self, text: str) -> None:
        self.clipboard = text

    def call(self, phone: str) -> bool:
        self.told.append(f"calls {phone}")
        return self.can_call

    def tell(self, text: Text) -> None:
        self.told.append(str(text))

    def focus_list(self) -> None:
        self.has_keyboard = False

    def reasons(self) -> dict[str, str]:
        """Why what cannot be done now."""
        assert self.deeds is not None
        return {str(act): str(why) for act, why in self.deeds.refusals.items() if why is not None}
